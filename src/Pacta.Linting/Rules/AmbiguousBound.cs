using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>
/// A bound that can be read in several ways, by what its own text, notes and marks say, and that is written in one: the same figure once included and once not, a mark that
/// it is not known whether it is included, or a word of the text that is no figure, where the clause has one.
/// </summary>
internal sealed partial class AmbiguousBound() : LintRule("PACTA1010")
{
    private const string Help = "Write each way to read it as a reading, with who holds it; findings then say under which reading they hold.";

    private const string Example = "reading or_more { means exercise x where troops of x at least 9_000 }\nreading more_than { means exercise x where troops of x more than 9_000 }";

    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        from item in context.Items(agreement)
        where item.Readings == 1 && item.Own.Any(IsBound) && !item.Own.Any(p => HasReadings(agreement, p))
        let why = Doubt(item)
        where why is not null
        select Warning($"The bound in {item.Word} can be read in several ways, and only one is written.", [item.At(why.Value.Words, why.Value.Why)], Help, Example);

    private static bool IsBound(object part) => part is CompareCondition or RangeCondition or AwayCondition or WithinTime or OffsetTime or DayTime or TermRow or LapseRow or BandRow;

    /// <summary>The doubt may be told where the noun or the amount has its readings.</summary>
    private static bool HasReadings(Agreement agreement, object part) => part switch
    {
        DefinedNoun noun => agreement.Definitions.TryGetValue(noun.Name, out var definition) && definition.Readings.Length > 1,
        TableTerm term => HasReadings(agreement, term.Table),
        TablePlace place => HasReadings(agreement, place.Table),
        TableOffsetTime time => HasReadings(agreement, time.Table),
        _ => false,
    };

    private static bool HasReadings(Agreement agreement, string table) => agreement.Tables.TryGetValue(table, out var found) && found.Readings.Length > 1;

    private static (string Words, string Why)? Doubt(LintedItem item)
    {
        var texts = item.Remarks.Texts.Select(t => t.Content).ToList();
        foreach (var mark in item.Remarks.Unverified)
        {
            if (Inclusion().Match(mark) is { Success: true } match)
            {
                return (match.Value, "whether the bound itself belongs to it is not verified");
            }
        }

        foreach (var text in texts.Where(t => item.Own.Any(p => p is OffsetTime or WithinTime or DayTime)))
        {
            if (VagueTime().Match(text) is { Success: true } match)
            {
                return (match.Value, "the text names no figure here");
            }
        }

        var all = texts.Concat(item.Remarks.Notes).ToList();
        var included = all.SelectMany(t => Included().Matches(t)).Select(m => (m.Value, Figure: FigureIn(m.Value))).ToList();
        return all.SelectMany(t => Excluded().Matches(t))
            .Select(m => (m.Value, Figure: FigureIn(m.Value)))
            .Where(m => included.Exists(i => i.Figure == m.Figure))
            .Select(m => ((string, string)?)(m.Value, $"elsewhere it is '{included.First(i => i.Figure == m.Figure).Value}'"))
            .FirstOrDefault();
    }

    private static string FigureIn(string words) => string.Concat(words.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\b(?:(?:is|are|was|be)\s+(?:itself\s+)?(?:included|excluded)|inclusive(?:ly)?|exclusive(?:ly)?|or more than|whether\b[^.;]*\b(?:included|counts?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inclusion();

    [GeneratedRegex(@"\b(?:without (?:undue )?delay|as soon as (?:possible|practicable)|promptly|immediately|forthwith|in due time|in good time|within a reasonable time)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VagueTime();

    [GeneratedRegex(@"\b(?:(?:at least|not less than|no fewer than|not fewer than)\s+[0-9][0-9.,_ ]*[0-9]|[0-9][0-9.,_ ]*[0-9](?:\s+\w+)?\s+or\s+more)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Included();

    [GeneratedRegex(@"\b(?:more than|over|above|in excess of|exceed(?:s|ing)?)\s+[0-9][0-9.,_ ]*[0-9]\b", RegexOptions.IgnoreCase)]
    private static partial Regex Excluded();
}
