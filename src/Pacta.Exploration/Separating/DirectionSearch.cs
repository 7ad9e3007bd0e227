using System.Collections.Immutable;
using Pacta.Exploration.Judging;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Matching;

namespace Pacta.Exploration.Separating;

/// <summary>
/// Looks for what a clause of the second text of a setting calls a breach and the first text does not. First beside its counterpart alone: whoever keeps the whole of the first text keeps that too,
/// so that where it leaves no room the whole leaves none. What the first text asks for besides is then added to the history that was found; where that leads nowhere, the whole is searched.
/// What both texts ask for in the same words cannot make the difference: if it is kept in neither, that is said.
/// </summary>
/// <param name="pairs">Of clauses of the first and of the second text of the setting.</param>
internal sealed class DirectionSearch(Setting setting, ImmutableArray<(Clause? First, Clause? Second, ClausePair Pair)> pairs, SearchLimits limits)
{
    /// <summary>When what was found is made whole by more facts than this, it is no history that anybody reads.</summary>
    private const int LongestMended = 12;

    /// <summary>So many others of the same length are taken, if the first one cannot be made whole.</summary>
    private const int Others = 24;

    private readonly ImmutableHashSet<string> _differing = [.. setting.First.Agreement.Clauses.Select(c => c.Name).Except(pairs.Where(p => p.Pair.IsSame).Select(p => p.First!.Name))];

    /// <summary>Clauses by which a party leaves, in either text.</summary>
    private readonly ImmutableArray<(Text Text, Clause Clause)> _leaving =
    [
        .. new[] { setting.First, setting.Second }.SelectMany(t => t.Agreement.Clauses.Where(Roles.IsLeaving).Select(c => (t, c))),
    ];

    public SeparationResult Run(Clause clause, Clause? counterpart, ClausePair pair, string party)
    {
        if (Roles.IsLeaving(clause))
        {
            return AfterLeaving(party);
        }

        return Roles.Binds(clause) ? Run(clause, counterpart, party, pair.Survives ? _leaving : []) : SeparationResult.Nothing;
    }

    /// <summary>Does the clause ask about these others, so that it begins where they are not kept?</summary>
    private bool IsSetGoingBy(Clause clause, ImmutableArray<string> others) =>
        setting.Second.ReachOf(clause).Clauses is var asked && others.All(o => asked.Contains(o) || pairs.Any(p => p.First?.Name == o && p.Second is { } s && asked.Contains(s.Name)));

    /// <summary>How somebody leaves shows in what still binds him, by what both drafts have in the same words.</summary>
    private SeparationResult AfterLeaving(string party)
    {
        var bound = SearchBound.None;
        foreach (var (first, second, _) in pairs.Where(p => p.Pair.IsSame && Roles.Binds(p.Second!)))
        {
            var found = Run(setting.Second.Clause(second!), first is null ? null : setting.First.Clause(first), party, _leaving);
            if (found is { Found: not null, IsCaught: false })
            {
                return found;
            }

            bound = bound.And(found.Bound);
        }

        return new SeparationResult(null, false, [], bound);
    }

    private SeparationResult Run(Clause clause, Clause? counterpart, string party, ImmutableArray<(Text Text, Clause Clause)> beside)
    {
        ImmutableHashSet<string> only = counterpart is null ? [] : [counterpart.Name];
        var (alone, bound) = setting.Search(clause, only, party, beside).Run(limits);
        if (alone is null)
        {
            return new SeparationResult(null, false, [], bound);
        }

        var all = setting.Search(clause, only: null, party, beside);
        ImmutableArray<string> by = [.. all.NotKept(alone.History).Select(c => c.Name)];
        if (by.IsEmpty)
        {
            return new SeparationResult(Of(alone, clause, null, party, []), false, [], bound);
        }

        var mended = all.Mended(alone, LongestMended) ?? setting.Search(clause, only, party, beside, isWide: true).Run(limits, Others).Found.Select(o => all.Mended(o, LongestMended)).FirstOrDefault(m => m is not null);
        var (whole, second) = all.Run(mended is null ? limits : limits with { Steps = Math.Min(limits.Steps, mended.History.Length - 1), Tries = limits.Tries / 4 });
        if ((whole ?? mended) is { } kept)
        {
            return new SeparationResult(Of(kept, clause, null, party, []), false, [], bound.And(second));
        }

        // With what is the same in both set aside, if what the clause asks for comes on top of it.
        var apart = by.Any(_differing.Contains) ? setting.Search(clause, _differing, party, beside).Run(limits).Found : alone;
        ImmutableArray<string> neither = apart is null ? [] : [.. all.NotKept(apart.History).Select(c => c.Name)];
        return apart is null || !IsSetGoingBy(clause, neither) || !all.IsOnTop(apart)
            ? new SeparationResult(Of(alone, clause, only, party, []), true, by, bound.And(second))
            : new SeparationResult(Of(apart, clause, _differing, party, neither), false, [], bound.And(second));
    }

    /// <summary>What is shown: without what makes no difference, replayed among all parties by the way that reports go.</summary>
    private Separation Of(Separated found, Clause clause, IReadOnlySet<string>? only, string party, ImmutableArray<string> unkept)
    {
        var (history, broken, isAmongFew) = setting.Shown(found, clause, only, party);
        return new Separation(clause, history, broken, isAmongFew)
        {
            KeptInNeither = unkept,
            TakenAsDone = setting.Search(clause, only: null, party).TakenAsDone(history),
        };
    }
}
