using System.Collections.Immutable;
using Pacta.Model.Agreements;
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
        var clauses = drafts.SelectMany((d, i) => ClauseMatcher.Sides(d).Select(s => new Member(i, s))).ToList();
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

    /// <summary>As the first draft has them; what it has not, behind what precedes it in its own draft, else before what follows it, else at the end.</summary>
    private static List<List<Member>> InOrder(List<Member> clauses, Dictionary<Clause, List<Member>> topics)
    {
        var order = new List<List<Member>>();
        foreach (var draft in clauses.GroupBy(m => m.Draft))
        {
            var own = draft.Select(m => topics[m.Clause]).ToList();
            for (var i = 0; i < own.Count; i++)
            {
                if (!order.Contains(own[i]))
                {
                    var next = own.FindIndex(i, order.Contains);
                    order.Insert(i > 0 ? order.IndexOf(own[i - 1]) + 1 : next >= 0 ? order.IndexOf(own[next]) : order.Count, own[i]);
                }
            }
        }

        return order;
    }

    private static Topic TopicOf(List<Member> members, int drafts)
    {
        var ordered = members.OrderBy(m => m.Draft).ToList();
        var groups = ordered.Select(m => m.Says).Distinct(StringComparer.Ordinal).ToList();
        return new Topic(
        [
            .. Enumerable.Range(0, drafts).Select(i => ordered.Find(m => m.Draft == i) is { } member
                ? new TopicCell(member.Clause, groups.IndexOf(member.Says) + 1, member.Says == ordered[0].Says ? null : ClauseMatcher.Paired(ordered[0].Side, member.Side))
                : null),
        ]);
    }

    private sealed record Member(int Draft, Side Side)
    {
        public Clause Clause => Side.Clause;

        public string Says => Side.Content.Canonical;
    }
}
