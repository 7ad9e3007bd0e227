using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Redlining;
using Pacta.Negotiation.Subjects;

namespace Pacta.Negotiation;

/// <summary>Two drafts side by side.</summary>
/// <param name="Heads">The lines of the head in which they differ.</param>
/// <param name="Owed">Who owes what to whom in both, folded for reading.</param>
public sealed record DraftComparison(
    Agreement First,
    Agreement Second,
    ImmutableArray<HeadDifference> Heads,
    ImmutableArray<ClausePair> Pairs,
    DutyMatrix FirstDuties,
    DutyMatrix SecondDuties,
    ImmutableArray<OwedRow> Owed,
    ImmutableArray<Coverage> FirstSubjects,
    ImmutableArray<Coverage> SecondSubjects)
{
    /// <summary>What each allows that the other rules out; null where nobody looked for it.</summary>
    public Histories.DraftStrictness? Strictness { get; init; }

    /// <summary>Compares what two agreements say; nothing is checked against reports.</summary>
    public static DraftComparison Of(Agreement first, Agreement second)
    {
        var (one, two) = (DutyMatrix.Of(first), DutyMatrix.Of(second));
        return new DraftComparison(
            first,
            second,
            Negotiation.Heads.Compare(first, second),
            [.. ClauseMatcher.Match(first, second).Select(p => p with { Redline = ClauseRedline.Of(p) })],
            one,
            two,
            OwedRows.Of(one, two),
            Checklist.Of(first),
            Checklist.Of(second));
    }
}
