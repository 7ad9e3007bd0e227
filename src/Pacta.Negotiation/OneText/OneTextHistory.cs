using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Matching;

namespace Pacta.Negotiation.OneText;

/// <summary>How a criticism stands after the last version.</summary>
public enum CriticismState
{
    /// <summary>Nothing that it is about has changed since.</summary>
    Open,

    /// <summary>Its clause has changed since; its author has not said whether that meets it.</summary>
    Changed,

    /// <summary>It is of the whole text, which has changed since; its author has not said whether that meets it.</summary>
    WholeChanged,

    /// <summary>Its author says that it is met.</summary>
    Met,
}

/// <summary>What became of a clause in a revision.</summary>
public enum ClauseChange
{
    Changed,
    Added,
    Dropped,

    /// <summary>It says the same under another article or another name.</summary>
    Moved,
}

/// <summary>A clause that a revision changed, with the criticisms that were open of it.</summary>
/// <param name="AskedBy">Criticisms of this clause that were raised before and not said to be met.</param>
public sealed record RevisedClause(ClausePair Pair, ClauseChange Change, ImmutableArray<Criticism> AskedBy);

/// <summary>From one version to the next.</summary>
/// <param name="To">The number of the later version; the earlier one is before it.</param>
/// <param name="OfWhole">Criticisms of the whole text that were open: any change may have been meant to answer them.</param>
public sealed record Revision(int To, ImmutableArray<RevisedClause> Clauses, ImmutableArray<HeadDifference> Heads, ImmutableArray<Criticism> OfWhole)
{
    /// <summary>Changes of what clauses say of which no open criticism was.</summary>
    public IEnumerable<RevisedClause> Unasked => Clauses.Where(c => c.Change != ClauseChange.Moved && c.AskedBy.IsEmpty);
}

/// <summary>A criticism and what became of it.</summary>
/// <param name="Clause">The clause that it is of, in the version that it is of; null: of the whole text.</param>
/// <param name="Answers">The revisions, by the number of the later version, that changed its clause.</param>
/// <param name="MetAt">The version of which its author says that it meets the criticism.</param>
public sealed record CriticismHistory(Criticism Criticism, Clause? Clause, CriticismState State, ImmutableArray<(int To, ClausePair Pair)> Answers, int? MetAt);

/// <summary>
/// The one-text procedure (R. Fisher, W. Ury, Getting to Yes, 1981, on Camp David): a mediator holds one text, the parties criticise it, the mediator revises. This tells
/// what each revision changed, of which criticism, and what is open. That a clause was changed does not mean that its critics are satisfied: only they can say so.
/// </summary>
public sealed record OneTextHistory(ImmutableArray<Agreement> Versions, ImmutableArray<Revision> Revisions, ImmutableArray<CriticismHistory> Criticisms)
{
    /// <param name="criticisms">Each of a version that there is, and of a clause that it has.</param>
    public static OneTextHistory Of(ImmutableArray<Agreement> versions, Criticisms? criticisms)
    {
        ImmutableArray<ImmutableArray<ClausePair>> pairs = [.. Enumerable.Range(1, versions.Length - 1).Select(v => DraftComparison.Of(versions[v - 1], versions[v]).Pairs)];
        ImmutableArray<CriticismHistory> histories = [.. (criticisms?.All ?? []).Select(c => Follow(c, versions, pairs, criticisms?.Satisfied ?? []))];
        return new OneTextHistory(versions, [.. pairs.Select((p, i) => Revised(i, p, versions, pairs, histories))], histories);
    }

    /// <summary>The clause of a version that a criticism names, by its name, its path or its article.</summary>
    public static Clause? Find(Agreement version, string clause)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Clauses.FirstOrDefault(c => c.Name == clause || c.Path == clause) ?? version.Clauses.FirstOrDefault(c => c.Reference == clause);
    }

    internal static bool IsChanged(ClausePair pair) => !pair.IsSame || pair.Redline is { TextsDiffer: true };

    private static CriticismHistory Follow(Criticism criticism, ImmutableArray<Agreement> versions, ImmutableArray<ImmutableArray<ClausePair>> pairs, ImmutableArray<Satisfaction> satisfied)
    {
        var metAt = satisfied.Where(s => s.Criticism == criticism.Id).Select(s => (int?)s.Version).Min();
        if (criticism.Clause is null)
        {
            var hasChanged = Enumerable.Range(criticism.Version - 1, versions.Length - criticism.Version)
                .Any(v => pairs[v].Any(IsChanged) || !Heads.Compare(versions[v], versions[v + 1]).IsEmpty);
            return new CriticismHistory(criticism, null, metAt is not null ? CriticismState.Met : hasChanged ? CriticismState.WholeChanged : CriticismState.Open, [], metAt);
        }

        var clause = Find(versions[criticism.Version - 1], criticism.Clause);
        var answers = ImmutableArray.CreateBuilder<(int, ClausePair)>();
        var now = clause;
        for (var v = criticism.Version - 1; v < pairs.Length && now is not null; v++)
        {
            var pair = pairs[v].First(p => p.First == now);
            if (IsChanged(pair))
            {
                answers.Add((v + 2, pair));
            }

            now = pair.Second;
        }

        var state = metAt is not null ? CriticismState.Met : answers.Count > 0 ? CriticismState.Changed : CriticismState.Open;
        return new CriticismHistory(criticism, clause, state, answers.ToImmutable(), metAt);
    }

    private static Revision Revised(
        int revision, ImmutableArray<ClausePair> pairs, ImmutableArray<Agreement> versions, ImmutableArray<ImmutableArray<ClausePair>> all, ImmutableArray<CriticismHistory> histories)
    {
        // A criticism that a version met is not open when the next one is made of it.
        var open = histories.Where(h => h.Criticism.Version <= revision + 1 && (h.MetAt is not { } met || met > revision + 1)).ToList();
        var clauses = ImmutableArray.CreateBuilder<RevisedClause>();
        foreach (var pair in pairs)
        {
            var change = pair.First is null ? ClauseChange.Added
                : pair.Second is null ? ClauseChange.Dropped
                : IsChanged(pair) ? ClauseChange.Changed
                : pair.IsRenumbered || pair.First.Name != pair.Second.Name ? ClauseChange.Moved
                : (ClauseChange?)null;
            if (change is { } what)
            {
                clauses.Add(new RevisedClause(pair, what, [.. open.Where(h => pair.First is not null && ClauseAt(h, revision, all) == pair.First).Select(h => h.Criticism)]));
            }
        }

        return new Revision(
            revision + 2, clauses.ToImmutable(), Heads.Compare(versions[revision], versions[revision + 1]), [.. open.Where(h => h.Clause is null).Select(h => h.Criticism)]);
    }

    /// <summary>What the clause of a criticism is in a later version; null where it was dropped.</summary>
    private static Clause? ClauseAt(CriticismHistory history, int version, ImmutableArray<ImmutableArray<ClausePair>> pairs)
    {
        var clause = history.Clause;
        for (var v = history.Criticism.Version - 1; v < version && clause is not null; v++)
        {
            clause = pairs[v].First(p => p.First == clause).Second;
        }

        return clause;
    }
}
