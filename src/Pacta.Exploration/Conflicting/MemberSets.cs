using System.Collections.Immutable;
using Pacta.Negotiation.Conflicts;

namespace Pacta.Exploration.Conflicting;

/// <summary>What is asked about some clauses.</summary>
internal enum Question
{
    Alone,
    Together,
    Separate,
    Forbidden,
    Unusable,
}

/// <param name="Members">Of a permission: the permission first.</param>
internal sealed record MemberSet(Question Question, ImmutableArray<Member> Members);

/// <summary>Which clauses are looked at together: those that speak of the same kinds of acts and may bind the same party.</summary>
internal static class MemberSets
{
    /// <summary>More sets of three are not tried.</summary>
    private const int MostLarger = 60;

    public static ImmutableArray<MemberSet> Of(ImmutableArray<Member> all) =>
    [
        .. all.Where(m => m.Demands).Select(m => new MemberSet(Question.Alone, [m])),
        .. Pairs(all).SelectMany(p => Of(p.First, p.Second)),
        .. all.Where(p => p.Permits).SelectMany(p => Unusable(p, all)),
    ];

    /// <summary>A duty between two clauses that limit what it asks for, and a duty that the performance of another one opens.</summary>
    public static ImmutableArray<MemberSet> Larger(ImmutableArray<Member> all, ImmutableArray<Conflict> known)
    {
        var clauses = known.Select(k => k.Clauses.Select(c => c.Clause.Path).ToHashSet(StringComparer.Ordinal)).ToList();
        var limits = all.Where(m => m.Binds && (m.IsLasting || m.Forbids)).ToList();
        var between = all.Where(d => d.Demands && d.IsLasting).SelectMany(duty =>
        {
            var near = limits.Where(l => l != duty && l.SharesActsWith(duty)).ToList();
            return near.SelectMany((first, i) => near.Skip(i + 1).Select(second => (ImmutableArray<Member>)[duty, first, second]));
        });
        var opened = all.Where(d => d.Demands).SelectMany(duty => all.Where(next => next.Demands && next != duty && Opens(duty, next)).SelectMany(next =>
            limits.Where(l => l != duty && l != next && l.SharesActsWith(next)).Select(limit => (ImmutableArray<Member>)[duty, next, limit])));
        // Two acts at two times, of which only so many may be.
        var both = Pairs(all).Where(p => p.First.Binds && p.Second.Binds && p.First.Demands && p.Second.Demands && (p.First.HasWindow || p.Second.HasWindow) && !p.First.IsLasting && !p.Second.IsLasting)
            .SelectMany(p => limits.Where(l => l != p.First && l != p.Second && l.SharesActsWith(p.First) && l.SharesActsWith(p.Second)).Select(l => (ImmutableArray<Member>)[p.First, p.Second, l]));
        return
        [
            .. between.Concat(opened).Concat(both)
                .Where(s => !clauses.Exists(k => k.Count <= 2 && k.IsSubsetOf(s.Select(m => m.Clause.Path))))
                .DistinctBy(s => string.Join('\n', s.Select(m => m.Text + m.Clause.Path).Order(StringComparer.Ordinal)))
                .Take(MostLarger)
                .Select(s => new MemberSet(Question.Together, s)),
        ];
    }

    private static IEnumerable<(Member First, Member Second)> Pairs(ImmutableArray<Member> all) =>
        all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (a, b))).Where(p => p.a.SharesActsWith(p.b));

    private static IEnumerable<MemberSet> Of(Member first, Member second)
    {
        if (first.Binds && second.Binds)
        {
            // Acts only add: two duties to act are opposed only through their times.
            if ((first.Demands && IsLimit(second)) || (second.Demands && IsLimit(first)))
            {
                yield return new MemberSet(Question.Together, [first, second]);
            }
            else if (first.Demands && second.Demands && (first.HasWindow || second.HasWindow))
            {
                yield return new MemberSet(Question.Separate, [first, second]);
            }
        }

        if (first.Permits && second.Forbids)
        {
            yield return new MemberSet(Question.Forbidden, [first, second]);
        }

        if (second.Permits && first.Forbids)
        {
            yield return new MemberSet(Question.Forbidden, [second, first]);
        }
    }

    private static bool IsLimit(Member member) => member.Forbids || member.IsLasting;

    /// <summary>What the permission waits for is forbidden to somebody; or its act is forbidden unless something happens that is forbidden as well.</summary>
    private static IEnumerable<MemberSet> Unusable(Member permission, ImmutableArray<Member> all)
    {
        var prohibitions = all.Where(m => m != permission && m.Forbids).ToList();
        foreach (var first in prohibitions.Where(p => Waits(permission, p) && !permission.SharesActsWith(p)))
        {
            yield return new MemberSet(Question.Unusable, [permission, first]);
        }

        foreach (var gate in prohibitions.Where(permission.SharesActsWith))
        {
            foreach (var second in prohibitions.Where(p => p != gate && Waits(gate, p)))
            {
                yield return new MemberSet(Question.Unusable, [permission, gate, second]);
            }
        }
    }

    private static bool Waits(Member one, Member prohibition) => Member.Meet(one.Agreement.Vocabulary, one.Circumstances, prohibition.Agreement.Vocabulary, prohibition.Acts);

    private static bool Opens(Member duty, Member next) => Member.Meet(duty.Agreement.Vocabulary, duty.Acts, next.Agreement.Vocabulary, next.Circumstances) && !duty.SharesActsWith(next);
}
