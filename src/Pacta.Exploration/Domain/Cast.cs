using System.Collections.Immutable;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;

namespace Pacta.Exploration.Domain;

/// <summary>
/// Who acts in invented histories. Actors that no text tells apart (neither by name nor by a group that it uses) are alike: two of them stand for all, and one of
/// those who are no parties.
/// </summary>
internal sealed class Cast
{
    private const int OfParties = 2;

    private Cast(ImmutableArray<string> actors, ImmutableArray<string> parties, ImmutableSortedDictionary<string, ImmutableArray<string>> alike) =>
        (Actors, Parties, Alike) = (actors, parties, alike);

    public ImmutableArray<string> Actors { get; }

    /// <summary>Those of them who are bound by a text.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>Who else is like one of the parties.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Alike { get; }

    /// <summary>With somebody who has to be among them.</summary>
    public Cast With(string actor) => Actors.Contains(actor) ? this : new Cast(Actors.Add(actor), Parties.Add(actor), Alike);

    public static Cast Of(ImmutableArray<Agreement> texts, Reach reach)
    {
        var members = texts.Select(t => MembersOf(t, t.Parties)).ToList();
        var parties = members.SelectMany(m => m).Distinct(StringComparer.Ordinal).ToList();
        var others = texts.SelectMany(t => t.Vocabulary.Actors.Keys).Concat(reach.Actors).Distinct(StringComparer.Ordinal).Where(a => !parties.Contains(a)).ToList();
        var groups = reach.Groups.Where(g => g != MemberNoun.Parties).ToList();
        var classes = parties.Concat(others).GroupBy(Class, StringComparer.Ordinal).ToList();
        var isSmall = parties.Count <= 3;
        var actors = new List<string>();
        var alike = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var group in classes)
        {
            var all = group.ToList();
            var taken = parties.Contains(all[0]) ? (isSmall ? all : all.Take(OfParties).ToList()) : all.Take(1).ToList();
            actors.AddRange(taken);
            foreach (var one in taken)
            {
                alike[one] = [.. all.Where(a => a != one)];
            }
        }

        return new Cast([.. actors], [.. actors.Where(parties.Contains)], alike.ToImmutable());

        string Class(string actor) => string.Join(
            '|',
            [
                reach.Actors.Contains(actor) ? actor : string.Empty,
                .. members.Select(m => m.Contains(actor) ? "party" : string.Empty),
                .. texts.SelectMany(t => groups.Where(t.Vocabulary.Groups.ContainsKey).Where(g => MembersOf(t, [g]).Contains(actor))),
                .. texts.SelectMany(t => t.Parties.Where(p => t.Vocabulary.Groups.ContainsKey(p) && groups.Contains(p) && MembersOf(t, [p]).Contains(actor))),
            ]);
    }

    /// <summary>Actors behind names of actors and groups, at whatever time.</summary>
    public static HashSet<string> MembersOf(Agreement text, IEnumerable<string> names)
    {
        var (members, seen, next) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Queue<string>(names));
        while (next.TryDequeue(out var name))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            if (name == MemberNoun.Parties)
            {
                foreach (var party in text.Parties)
                {
                    next.Enqueue(party);
                }
            }
            else if (text.Vocabulary.Groups.TryGetValue(name, out var group))
            {
                foreach (var member in group.Members)
                {
                    next.Enqueue(member.Member);
                }
            }
            else
            {
                members.Add(name);
            }
        }

        return members;
    }
}
