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

    public ImmutableArray<string> Of(ImmutableArray<UnusedFact> facts, TimeWords times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var groups = facts
            .GroupBy(f => (f.Kind, f.Why, Who: string.Join(", ", f.Arguments), IsCount: CountName.Parse(f.Id) is not null))
            .Select(g => (Line: Line(g.Key.Kind, g.Key.Why, g.Key.Who, [.. g], times), Count: g.Count()))
            .OrderBy(g => g.Line, StringComparer.Ordinal)
            .ToList();
        var more = groups.Skip(MostLines).Sum(g => g.Count);
        return [.. groups.Take(MostLines).Select(g => g.Line), .. more > 0 ? [_phrases.Numbered("unused.more", more)] : Array.Empty<string>()];
    }

    /// <summary>Why it stands in no finding; empty where no reason is certain.</summary>
    public string Why(UnusedFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Why(fact.Why, string.Join(", ", fact.Arguments));
    }

    private string Why(UnusedCode? why, string who) => why is { } code ? _phrases.Say("unused." + Names.Snake(code.ToString()), who) : string.Empty;

    private string Line(string kind, UnusedCode? why, string who, ImmutableArray<UnusedFact> facts, TimeWords times)
    {
        if (CountName.Parse(facts[0].Id) is not null)
        {
            var counted = facts.Select(f => CountName.Parse(f.Id) is { } name ? new ValueWords(_phrases).Of(name.Told()) : f.Id);
            return _phrases.Say("unused.line", string.Empty, string.Join("; ", counted), Why(why, who)).TrimStart();
        }

        var told = facts.Take(PartyWords.MostNames).Select(f => _phrases.Say(
            "unused.fact", f.Id, string.Join(_phrases.Say("table.or"), f.Times.Select(t => times.Of(t.In(times.Calendar.Zone))))));
        var ids = string.Join(", ", told);
        var all = facts.Length > PartyWords.MostNames ? _phrases.Numbered("unused.others", facts.Length - PartyWords.MostNames, ids) : ids;
        return _phrases.Say("unused.line", kind, all, Why(why, who));
    }
}
