using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Matching;

namespace Pacta.Negotiation.Several;

/// <summary>
/// Puts together clauses of several drafts that correspond two by two: the surest pairs first, never two clauses of one draft in a topic. What
/// follows what in the drafts is kept, that of the first before the others.
/// </summary>
internal static class TopicFinder
{
    /// <param name="pairs">Of each two drafts.</param>
    public static ImmutableArray<Topic> Find(ImmutableArray<Agreement> drafts, ImmutableArray<ClausePair> pairs)
    {
        var meanings = drafts.Select(d => new Meanings(d)).ToList();
        var clauses = drafts.SelectMany((d, i) => d.Clauses.Select(c => new Member(i, c, ClauseContent.Of(c, d, meanings[i])))).ToList();
        var topics = new Dictionary<Clause, List<Member>>(ReferenceEqualityComparer.Instance);
        clauses.ForEach(m => topics.Add(m.Clause, [m]));
        foreach (var pair in pairs.Where(p => p.Basis != MatchBasis.None).OrderByDescending(p => p.IsSame).ThenByDescending(p => p.Likeness))
        {
            var (one, other) = (topics[pair.First!], topics[pair.Second!]);
            if (one != other && !one.Exists(m => other.Exists(o => o.Draft == m.Draft)))
            {
                one.AddRange(other);
                other.ForEach(m => topics[m.Clause] = one);
            }
        }

        return [.. InOrder(clauses, topics).Select(t => TopicOf(t, drafts.Length))];
    }

    /// <summary>As the first draft has them; what it has not, behind what precedes it in its own draft.</summary>
    private static List<List<Member>> InOrder(List<Member> clauses, Dictionary<Clause, List<Member>> topics)
    {
        var order = new List<List<Member>>();
        Member? before = null;
        foreach (var member in clauses)
        {
            var topic = topics[member.Clause];
            if (!order.Contains(topic))
            {
                order.Insert(before?.Draft == member.Draft ? order.IndexOf(topics[before.Clause]) + 1 : member.Draft == 0 ? order.Count : 0, topic);
            }

            before = member;
        }

        return order;
    }

    private static Topic TopicOf(List<Member> members, int drafts)
    {
        var ordered = members.OrderBy(m => m.Draft).ToList();
        var groups = ordered.Select(m => m.Content.Canonical).Distinct(StringComparer.Ordinal).ToList();
        return new Topic(
        [
            .. Enumerable.Range(0, drafts).Select(i => ordered.Find(m => m.Draft == i) is { } member
                ? new TopicCell(member.Clause, groups.IndexOf(member.Content.Canonical) + 1, Differences.Between(ordered[0].Content, member.Content))
                : null),
        ]);
    }

    private sealed record Member(int Draft, Clause Clause, Piece Content);
}
