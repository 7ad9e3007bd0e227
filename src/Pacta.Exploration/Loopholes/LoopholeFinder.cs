using System.Collections.Immutable;
using Pacta.Exploration.Separating;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Loopholes;

namespace Pacta.Exploration.Loopholes;

/// <summary>
/// How somebody could keep the letter of a text and hurt an interest: a shortest history in which every clause is kept by everybody, and what the interest asks for is
/// not. An interest is written as a clause of a text of its own, so that it means what clauses mean.
/// </summary>
public static class LoopholeFinder
{
    /// <summary>So many histories of equal length are looked at for different ways.</summary>
    private const int Looked = 40;

    /// <summary>So many ways are told for one interest.</summary>
    private const int Told = 4;

    /// <param name="step">Told how many of how many interests were looked at.</param>
    public static ImmutableArray<InterestLoopholes> Of(Agreement draft, ImmutableArray<Agreement> interests, SearchLimits limits, Action<int, int>? step = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var all = interests.SelectMany(i => i.Clauses.Select(c => (Holder: i, Clause: c))).ToList();
        var found = ImmutableArray.CreateBuilder<InterestLoopholes>(all.Count);
        foreach (var (holder, clause) in all)
        {
            found.Add(Of(draft, holder, clause, limits));
            step?.Invoke(found.Count, all.Count);
        }

        return found.MoveToImmutable();
    }

    private static InterestLoopholes Of(Agreement draft, Agreement holder, Clause interest, SearchLimits limits)
    {
        if (!Roles.Binds(interest))
        {
            return new InterestLoopholes(holder, interest, [], SearchBound.None);
        }

        var setting = Setting.Of(draft, holder);
        var clause = setting.Second.Clause(interest);
        var (separated, bound) = Shortest(setting, clause, limits);
        var ways = new Dictionary<string, Loophole>(StringComparer.Ordinal);
        foreach (var (one, party) in separated)
        {
            var (history, hurt, isAmongFew) = setting.Shown(one, clause, only: null, party, isKeptByAll: true);
            var said = setting.Search(clause, only: null, party: null).Said(history);
            if (ways.Count < Told && ways.TryAdd(WayOf(history, said), new Loophole(history, hurt, said, [], isAmongFew) { TakenAsDone = setting.Search(clause, only: null, party: null).TakenAsDone(history) }))
            {
                var key = WayOf(history, said);
                ways[key] = ways[key] with { Escapes = EscapeFinder.Of(setting, clause, history) };
            }
        }

        return new InterestLoopholes(holder, interest, [.. ways.Values], bound);
    }

    /// <summary>For whoever the interest asks something of; of all of them the shortest ones.</summary>
    private static (List<(Separated Found, string Party)> Found, SearchBound Bound) Shortest(Setting setting, Clause clause, SearchLimits limits)
    {
        var found = new List<(Separated Found, string Party)>();
        var bound = SearchBound.None;
        foreach (var (party, _) in setting.PartiesOf(null, clause))
        {
            var (separated, within) = setting.Search(clause, only: null, party, isKeptByAll: true).Run(limits, Looked);
            found.AddRange(separated.Select(s => (s, party)));
            bound = bound.And(within);
        }

        var shortest = found.Count == 0 ? 0 : found.Min(f => f.Found.History.Length);
        return ([.. found.Where(f => f.Found.History.Length == shortest)], bound);
    }

    /// <summary>Two histories show the same way if they have facts of the same make and the text says the same of them.</summary>
    private static string WayOf(InventedHistory history, ImmutableArray<Said> said) => string.Join(
        '|',
        string.Join(',', history.Facts.Select(f => $"{f.Kind} {string.Join('+', f.Roles.Keys.Where(k => k is "in" or "outside"))} {string.Join('+', f.Fields.Keys)}").Order(StringComparer.Ordinal)),
        string.Join(',', said.Select(s => $"{s.Clause.Name} {string.Join('/', s.Findings.Select(f => string.Join('-', f.States)).Distinct().Order(StringComparer.Ordinal))}")));
}
