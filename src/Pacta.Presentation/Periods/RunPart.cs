using System.Collections.Immutable;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>What a report was made of: enough to make it again, and to see whether two had the same input.</summary>
internal static class RunPart
{
    public const string Name = "run";

    public static DocumentSection Of(PeriodRun run, Speech speech)
    {
        var (manifest, options) = (run.Manifest, run.Manifest.Options);
        return new DocumentSection(
            Name,
            speech.Phrases.Say("period.title.run"),
            [speech.Phrases.Say("period.run.intro")],
            [PeriodColumn.Name, PeriodColumn.Value],
            [
                Row(speech.Phrases.Say("html.version"), manifest.Version),
                Row(speech.Phrases.Say("period.run.command"), manifest.Repeated),
                Row("--period", Names.Snake(run.Length)),
                Row("--from", run.From),
                Row("--to", run.To),
                Row("--as-of", options.AsOf),
                Row("--perspective", options.Perspective),
                Row("--keep-going", speech.Phrases.Say(options.KeepsGoing ? "html.yes" : "html.no")),
                Row("--mandate", options.Mandate),
                Row("--language", options.Language),
                .. manifest.Agreements.Select(a => Row(a.File, $"{speech.Phrases.Say("html.run.hash")} {a.Sha256}")),
                .. manifest.Maps.Select(m => Row(m.File, $"{speech.Phrases.Say("html.run.hash")} {m.Sha256}")),
                .. manifest.Reports.Select(r => Row(speech.Phrases.Numbered("html.run.lines", r.Lines, r.File), $"{speech.Phrases.Say("html.run.hash_sorted")} {r.Sha256}")),
                .. manifest.Stores.Select(s => Row(speech.Phrases.Numbered("html.run.lines", (int)s.Entries, s.File), $"{speech.Phrases.Say("html.run.chain")} {s.Chain}")),
            ],
            [
                .. run.LinesSkipped > 0 ? [speech.Phrases.Numbered("table.left_out", run.LinesSkipped)] : ImmutableArray<string>.Empty,
                .. manifest.Stores.Sum(s => s.Erased) is > 0 and var erased ? [speech.Phrases.Numbered("table.erased", erased)] : ImmutableArray<string>.Empty,
            ]);

        DocumentRow Row(string name, string? value) => DocumentRow.Of([(PeriodColumn.Name, name), (PeriodColumn.Value, value ?? speech.Phrases.Say("html.not_given"))]);
    }
}
