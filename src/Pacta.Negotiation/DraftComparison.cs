using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Subjects;

namespace Pacta.Negotiation;

/// <summary>Two drafts side by side.</summary>
public sealed record DraftComparison(
    Agreement First,
    Agreement Second,
    ImmutableArray<ClausePair> Pairs,
    DutyMatrix FirstDuties,
    DutyMatrix SecondDuties,
    ImmutableArray<Coverage> FirstSubjects,
    ImmutableArray<Coverage> SecondSubjects)
{
    /// <summary>Compares what two agreements say; nothing is checked against reports.</summary>
    public static DraftComparison Of(Agreement first, Agreement second) => new(
        first, second, ClauseMatcher.Match(first, second), DutyMatrix.Of(first), DutyMatrix.Of(second), Checklist.Of(first), Checklist.Of(second));
}
