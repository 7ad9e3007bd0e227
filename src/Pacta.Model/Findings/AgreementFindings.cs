using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Model.Findings;

/// <summary>The findings about one agreement, and the instant through which its history was taken to be complete.</summary>
/// <param name="Determinations">What bodies decided about none of the findings.</param>
/// <param name="NotUsed">What was reported and stands in none of the findings; null where only some clauses were asked for.</param>
/// <param name="TakenBack">What authors took back.</param>
public sealed record AgreementFindings(
    Agreement Agreement,
    Instant Through,
    ImmutableArray<Finding> Findings,
    ImmutableArray<Determination> Determinations,
    UnusedFacts? NotUsed,
    ImmutableArray<TakenBack> TakenBack)
{
    /// <summary>How many events of a kind there were, as sources counted them.</summary>
    public ImmutableArray<Fact> Counts { get; init; } = [];

    /// <summary>What sources were able to see.</summary>
    public ImmutableArray<Coverage> Coverages { get; init; } = [];

    /// <summary>How reports and sources were graded: told with what is cited.</summary>
    public ImmutableArray<Graded> Grades { get; init; } = [];

    /// <summary>What is on record about incidents, beside the findings.</summary>
    public ImmutableArray<Case> Cases { get; init; } = [];

    /// <summary>Each declared source, with when it was last heard of and through when it says that it is complete.</summary>
    public ImmutableArray<SourceStanding> Sources { get; init; } = [];

    /// <summary>What was reported and does not count under the perspective that was asked for.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>What counts under it although nobody graded it.</summary>
    public ImmutableArray<ReportReference> Ungraded { get; init; } = [];

    /// <summary>
    /// Of clauses with very many findings those that are certainly met, in time, and of which there is nothing else to tell: they are counted, where that was
    /// asked for, and not among the findings.
    /// </summary>
    public ImmutableArray<PlainFindings> Plain { get; init; } = [];

    /// <summary>The ids of acts by which what is only counted is met, where any of them came too early for something else.</summary>
    public ImmutableHashSet<string> CountedActs { get; init; } = [];

    /// <summary>What was reported with a position, where the agreement draws places; in the order of keys.</summary>
    public ImmutableArray<Fact> Positioned { get; init; } = [];

    /// <summary>The same under each perspective that is declared, where that was asked for.</summary>
    public ImmutableArray<PerspectiveFindings> Perspectives { get; init; } = [];
}

/// <summary>Findings of one clause that are only counted.</summary>
/// <param name="Example">One of them, with what is noted of any of them.</param>
/// <param name="Count">How many there are, the example included.</param>
public sealed record PlainFindings(Finding Example, int Count);

/// <summary>What one source has said so far.</summary>
/// <param name="LastHeard">When it last put anything on record; null: it is silent.</param>
/// <param name="Complete">Through when it says that nothing is missing, of which kinds (empty: of all).</param>
public sealed record SourceStanding(string Source, Instant? LastHeard, ImmutableArray<Completeness> Complete);

/// <summary>The findings as one perspective has them.</summary>
/// <param name="Findings">Of a clause that it cannot find otherwise, and of events that it sees as everybody does, they are those of every source together, and say so.</param>
/// <param name="LeftOut">What was reported and does not count for it.</param>
/// <param name="Ungraded">What counts for it although nobody graded it.</param>
public sealed record PerspectiveFindings(string Name, ImmutableArray<Finding> Findings, ImmutableArray<LeftOut> LeftOut, ImmutableArray<ReportReference> Ungraded);

/// <summary>A finding as it was known from some moment on.</summary>
/// <param name="AsOf">The moment at which it became so.</param>
/// <param name="Finding">Null: nothing had brought the clause into play, or what had was taken back.</param>
/// <param name="Causes">What had come on record by then, since the version before, about the same events; empty where only time had passed.</param>
public sealed record FindingVersion(Instant AsOf, Finding? Finding, ImmutableArray<ReportRecord> Causes);
