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

    public ImmutableArray<string> Of(IEnumerable<UnusedFact> facts, TimeWords times)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(times);
        var groups = new Dictionary<(string Kind, UnusedCode? Why, string Who, bool IsCount), Alike>();
        foreach (var fact in facts)
        {
            var key = (fact.Kind, fact.Why, fact.Arguments.IsEmpty ? string.Empty : string.Join(", ", fact.Arguments), CountName.Parse(fact.Id) is not null);
            if (!groups.TryGetValue(key, out var alike))
            {
                groups.Add(key, alike = new Alike());
            }

            alike.Add(fact, isTold: key.Item4 || alike.Count < PartyWords.MostNames);
        }

        var lines = groups.Select(g => (Line: Line(g.Key.Kind, g.Key.Why, g.Key.Who, g.Key.IsCount, g.Value, times), g.Value.Count)).OrderBy(g => g.Line, StringComparer.Ordinal).ToList();
        var more = lines.Skip(MostLines).Sum(g => g.Count);
        return [.. lines.Take(MostLines).Select(g => g.Line), .. more > 0 ? [_phrases.Numbered("unused.more", more)] : Array.Empty<string>()];
    }

    /// <summary>Why it stands in no finding; empty where no reason is certain.</summary>
    public string Why(UnusedFact fact) => Why(fact.Why, string.Join(", ", fact.Arguments));

    private string Why(UnusedCode? why, string who) => why is { } code ? _phrases.Say("unused." + Names.Snake(code.ToString()), who) : string.Empty;

    private string Line(string kind, UnusedCode? why, string who, bool isCount, Alike facts, TimeWords times)
    {
        if (isCount)
        {
            var counted = facts.Told.Select(f => CountName.Parse(f.Id) is { } name ? new ValueWords(_phrases).Of(name.Told()) : f.Id);
            return _phrases.Say("unused.line", string.Empty, string.Join("; ", counted), Why(why, who)).TrimStart();
        }

        var told = facts.Told.Select(f => _phrases.Say(
            "unused.fact", f.Id, string.Join(_phrases.Say("table.or"), f.Times.Select(t => times.Of(t.In(times.Calendar.Zone))))));
        var ids = string.Join(", ", told);
        var all = facts.Count > PartyWords.MostNames ? _phrases.Numbered("unused.others", facts.Count - PartyWords.MostNames, ids) : ids;
        return _phrases.Say("unused.line", kind, all, Why(why, who));
    }

    /// <summary>Facts of one kind and one reason: how many there are, and those that are told by name.</summary>
    private sealed class Alike
    {
        public int Count { get; private set; }

        public List<UnusedFact> Told { get; } = [];

        public void Add(UnusedFact fact, bool isTold)
        {
            Count++;
            if (isTold)
            {
                Told.Add(fact);
            }
        }
    }
}
