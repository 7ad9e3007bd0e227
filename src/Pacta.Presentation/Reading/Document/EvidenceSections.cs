using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Presentation.Reading.Plain;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>By which rules reports count, and the scenarios that show what the clauses mean.</summary>
internal sealed class EvidenceSections(Agreement agreement, Speech speech, int level, string anchor)
{
    public IEnumerable<Block> All() => [.. Evidence(), .. Scenarios()];

    private IEnumerable<Block> Evidence()
    {
        var vocabulary = agreement.Vocabulary;
        yield return new HeadingBlock(level, Say("read.evidence"), anchor + "evidence");
        yield return new ListBlock(
        [
            new ListItem(vocabulary.OpenKinds.IsEmpty ? Say("read.silence") : Say("read.silence.open", string.Join(", ", vocabulary.OpenKinds.Select(PlainNames.Spaced)))),
            new ListItem(Say("read.tolerance", (vocabulary.Tolerance * 100).ToString("0.##", CultureInfo.InvariantCulture))),
            .. agreement.Matters.Select(m => new ListItem(Say("read.matter", m))),
            .. vocabulary.Sources.Values.Select(s => new ListItem(Say(
                s.Affiliation is null ? "read.source" : "read.source.of", Named(s), Say("read.source_kind." + Names.Snake(s.Kind)), s.Affiliation is { } of ? new PlainNames(agreement).Somebody(of) : string.Empty))),
            .. vocabulary.Standards.Values.Select(s => new ListItem(Say("read.term", Say("read.standard", PlainNames.Spaced(s.Name)), string.Join("; ", Of(s))))),
            .. vocabulary.Perspectives.Values.Select(p => new ListItem(Say("read.term", Say("read.perspective", PlainNames.Spaced(p.Name)), string.Join("; ", Of(p))))),
        ]);
    }

    private static string Named(Source source) => source.FullName.Length > 0 && source.FullName != source.Name ? source.FullName : PlainNames.Spaced(source.Name);

    private IEnumerable<string> Of(ProofStandard standard) =>
    [
        Say(standard.Origins == 1 ? "read.origins.one" : "read.origins.many", standard.Origins.ToString(CultureInfo.InvariantCulture)),
        .. standard.Reliability is { } reliability ? (string[])[Say("read.reliability", $"{reliability}")] : [],
        .. standard.Credibility is { } credibility ? (string[])[Say("read.credibility", $"{credibility}")] : [],
        .. standard.AdmissionSuffices ? (string[])[Say("read.admission")] : [],
        .. standard.DenialCounts.IsDefaultOrEmpty ? (string[])[] : [Say("read.denials", Kinds(standard.DenialCounts))],
    ];

    private IEnumerable<string> Of(Perspective perspective) =>
    [
        perspective.Accepts.IsDefaultOrEmpty ? Say("read.accepts.all") : Say("read.accepts", Kinds(perspective.Accepts)),
        .. perspective.Standard is { } standard ? (string[])[Say("read.by_standard", PlainNames.Spaced(standard))] : [],
        .. perspective.Readings.Select(r => Say("read.takes", PlainNames.Spaced(r.Value), PlainNames.Spaced(r.Key))),
    ];

    private string Kinds(ImmutableArray<SourceKind> kinds) => string.Join(", ", kinds.Select(k => Say("read.source_kind." + Names.Snake(k))));

    private IEnumerable<Block> Scenarios()
    {
        if (agreement.Scenarios.IsEmpty)
        {
            yield break;
        }

        yield return new HeadingBlock(level, Say("read.scenarios"), anchor + "scenarios");
        yield return new TextBlock(Say("read.scenarios.lead"), TextForm.Plain);
        yield return new TableBlock(
            Say("read.scenarios"),
            [[Say("read.scenario"), Say("read.shows")], .. agreement.Scenarios.Select(s => (ImmutableArray<string>)[s.Title, string.Join(", ", s.Expectations.Select(e => PlainNames.Spaced(e.Clause)).Distinct(StringComparer.Ordinal))])],
            HasRowHeaders: true);
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
