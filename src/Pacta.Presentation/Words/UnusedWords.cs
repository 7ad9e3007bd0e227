using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>The words for what was reported and stands in no finding. Facts of one kind and one reason are told together.</summary>
public sealed class UnusedWords
{
    /// <summary>More lines than this are counted.</summary>
    private const int MostLines = 12;

    private readonly Phrasebook _phrases;

    internal UnusedWords(Phrasebook phrases) => _phrases = phrases;

    /// <param name="elsewhere">Kinds of which no clause speaks here, and which are told of elsewhere.</param>
    public ImmutableArray<string> Of(UnusedFacts facts, IReadOnlySet<string> elsewhere, TimeWords times)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(times);
        var lines = facts.Alike(elsewhere, PartyWords.MostNames).Select(g => (Line: Line(g, times), g.Count)).OrderBy(g => g.Line, StringComparer.Ordinal).ToList();
        var more = lines.Skip(MostLines).Sum(g => g.Count);
        return [.. lines.Take(MostLines).Select(g => g.Line), .. more > 0 ? [_phrases.Numbered("unused.more", more)] : Array.Empty<string>()];
    }

    /// <summary>Why it stands in no finding; empty where no reason is certain.</summary>
    public string Why(UnusedFact fact) => Why(fact.Why, string.Join(", ", fact.Arguments));

    private string Why(UnusedCode? why, string who) => why is { } code ? _phrases.Say("unused." + Names.Snake(code), who) : string.Empty;

    private string Line(UnusedAlike facts, TimeWords times)
    {
        if (facts.First.IsCount)
        {
            var counted = facts.Listed.Select(f => CountName.Parse(f.Id) is { } name ? new ValueWords(_phrases).Of(name.Told()) : f.Id);
            return _phrases.Say("unused.line", string.Empty, string.Join("; ", counted), Why(facts.First)).TrimStart();
        }

        var told = facts.Listed.Select(f => _phrases.Say(
            "unused.fact", f.Id, string.Join(_phrases.Say("table.or"), f.Times.Select(t => times.Of(t.In(times.Calendar.Zone))))));
        var ids = string.Join(", ", told);
        var all = facts.Count > PartyWords.MostNames ? _phrases.Numbered("unused.others", facts.Count - PartyWords.MostNames, ids) : ids;
        return _phrases.Say("unused.line", facts.First.Kind, all, Why(facts.First));
    }
}
