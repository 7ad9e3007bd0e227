using System.Collections.Immutable;
using System.Text;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Redlining;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>A redline in words: what only the first draft has stands in <c>[- -]</c>, what only the second has in <c>{+ +}</c>, so that it can be read without colours.</summary>
internal sealed class RedlineWords(Speech speech)
{
    /// <summary>On a screen more of what both have than this is cut in the middle.</summary>
    private const int LongestSame = 320;

    /// <summary>So much of it stays on either side.</summary>
    private const int Kept = 140;

    /// <summary>The redlines of a pair; nothing where one text merely stands in place of the other.</summary>
    public ImmutableArray<RedlineOfEntry> Of(ClausePair pair) => pair.Redline is not { } redline
        ? []
        :
        [
            .. IsShared(redline.Code) ? (RedlineOfEntry[])[new RedlineOfEntry(Say("compare.redline.code"), redline.Code)] : [],
            .. redline.Texts.Where(t => t.Differs).Select(t => new RedlineOfEntry(Label(t), t.Runs)),
        ];

    /// <summary>Texts that only one draft has.</summary>
    public IEnumerable<string> OnlyInOne(ClausePair pair) => (pair.Redline?.Texts ?? [])
        .Where(t => !t.IsInBoth)
        .Select(t => Say("compare.told", Label(t), Say(t.HasFirst ? "compare.only_first" : "compare.only_second")));

    /// <summary>Do two sentences as they are encoded have anything in common?</summary>
    public static bool IsShared(ImmutableArray<RedlineRun> runs) => runs.Any(r => r.Form == RedlineForm.Same);

    /// <summary>Line by line: a mark ends with the line and begins again.</summary>
    public static IEnumerable<ImmutableArray<RedlineRun>> Lines(ImmutableArray<RedlineRun> runs)
    {
        var line = new List<RedlineRun>();
        foreach (var run in runs)
        {
            var parts = run.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    yield return [.. line];
                    line.Clear();
                }

                if (parts[i].Length > 0)
                {
                    line.Add(run with { Text = parts[i] });
                }
            }
        }

        yield return [.. line];
    }

    /// <summary>A line for a screen.</summary>
    public static string Told(ImmutableArray<RedlineRun> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var (form, words) = (line[i].Form, line[i].Text);
            var (blank, bare) = (words.StartsWith(' ') || (i > 0 && line[i - 1].Form != RedlineForm.Same && form != RedlineForm.Same) ? " " : string.Empty, words.TrimStart());
            text.Append(text.Length > 0 ? blank : string.Empty).Append(form switch
            {
                RedlineForm.Deleted => $"[-{bare}-]",
                RedlineForm.Inserted => $"{{+{bare}+}}",
                _ => Cut(bare),
            });
        }

        return text.ToString();
    }

    private static string Cut(string same)
    {
        if (same.Length <= LongestSame)
        {
            return same;
        }

        var (end, start) = (same.LastIndexOf(' ', Kept), same.IndexOf(' ', same.Length - Kept));
        return end < 0 || start < 0 ? same : $"{same[..end]} […]{same[start..]}";
    }

    private string Label(TextRedline text) => text.Exception is { } exception
        ? Say("compare.redline.text_of", text.Language ?? Say("compare.redline.no_language"), exception)
        : Say("compare.redline.text", text.Language ?? Say("compare.redline.no_language"));

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
