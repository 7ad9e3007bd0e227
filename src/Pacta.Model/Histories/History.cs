using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Model.Histories;

/// <summary>A report cited in a finding: its id, its source and the origin it counts as.</summary>
public sealed record ReportReference(string Id, string Source, string Origin) : IComparable<ReportReference>
{
    public int CompareTo(ReportReference? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : string.CompareOrdinal(Source, other.Source);
    }

    /// <summary>The id tells reports apart, and millions are asked for.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>One of several names, of which somebody says that it is not the one.</summary>
public sealed record DeniedName(string Name, ImmutableArray<ReportReference> By);

/// <summary>A denial of something that no report which stands asserts: it contradicts nobody, and is still said.</summary>
/// <param name="Attribute">The role or field.</param>
/// <param name="Value">What is denied.</param>
public sealed record UnmetDenial(string Attribute, string Value, ReportReference By);

/// <summary>What a fact is: it happens at an instant, it is there from an instant on, or it is a state that begins.</summary>
public enum FactForm
{
    Event,
    Thing,
    State,

    /// <summary>How many events of a kind there were in a period. It is no event, and only what asks how many, or whether any, sees it.</summary>
    Count,
}

/// <summary>A live report on a matter of judgement.</summary>
public sealed record Judgement(string Matter, bool Holds, When Time, ReportReference By);

/// <summary>A live statement of completeness. An empty list of kinds means every kind.</summary>
public sealed record Completeness(ImmutableArray<string> Kinds, Moment Through, ReportReference By);

/// <summary>What a source was able to see.</summary>
/// <param name="Area">By name.</param>
/// <param name="Period">Throughout, from the first instant to the last, both included.</param>
/// <param name="Means">In the words of the source.</param>
public sealed record Coverage(string Area, When Stated, InstantRange Period, string Means, ReportReference By);

/// <summary>What an authorised body decided, as it is known as of a moment. It stands beside what is found and changes nothing of it.</summary>
/// <param name="Text">In the words of the body.</param>
/// <param name="Decision">What it decided, where it says so in one of the words for states.</param>
/// <param name="About">Null where it does not say.</param>
public sealed record Determination(
    string Id, string Body, Moment Date, string Text, string? Dissents, ClauseState? Decision, DeterminationSubject? About, string? Reference);

/// <summary>Everything the evaluator may know: the live claims as of one recorded instant, joined into facts and put in a fixed order.</summary>
/// <param name="Facts">Ordered by key.</param>
/// <param name="Through">The history is complete through this instant, included.</param>
public sealed record History(
    ImmutableArray<Fact> Facts,
    ImmutableArray<Judgement> Judgements,
    ImmutableArray<Completeness> Completeness,
    Instant Through)
{
    private readonly ListedFacts _facts = ListedFacts.InOrder(Facts);

    /// <summary>Ordered by key.</summary>
    public ImmutableArray<Fact> Facts
    {
        get => _facts.Ordered;
        init => _facts = ListedFacts.InOrder(value);
    }

    private ListedFacts Kept
    {
        init => _facts = value;
    }

    /// <summary>What does not count under the perspective that it was built for; empty without one.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>What counts under a standard that asks for grades although nobody graded it, or could.</summary>
    public ImmutableArray<ReportReference> Ungraded { get; init; } = [];

    /// <summary>What came too late to be admitted, where it was built for a clause that admits not everything.</summary>
    public ImmutableArray<ReportReference> Late { get; init; } = [];

    /// <summary>When each source that said anything was last heard of: the latest time of recording.</summary>
    public ImmutableSortedDictionary<string, Instant> Heard { get; init; } = ImmutableSortedDictionary<string, Instant>.Empty;

    /// <summary>The last grade of each assessor, by what is graded.</summary>
    public ImmutableArray<Graded> Grades { get; init; } = [];

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<Case> Cases { get; init; } = [];

    /// <summary>In the order of their dates.</summary>
    public ImmutableArray<Determination> Determinations { get; init; } = [];

    /// <summary>What authors took back, in the order in which they did.</summary>
    public ImmutableArray<TakenBack> TakenBack { get; init; } = [];

    /// <summary>How many events of a kind there were, as sources counted them: ordered by key, with keys that no event has.</summary>
    public ImmutableArray<Fact> Counts { get; init; } = [];

    /// <summary>What sources were able to see, in the order of places and periods. Empty: nobody says, and silence is taken as it is.</summary>
    public ImmutableArray<Coverage> Coverages { get; init; } = [];

    /// <summary>The first instant of which any source says that it could see, also one whose word does not count here; null: none says so.</summary>
    public Instant? CoverageFrom { get; init; }

    /// <summary>Events that are not among the facts, for no clause speaks of their kinds, and nothing that any clause speaks of names them.</summary>
    public ImmutableArray<FactsOfKind> Aside { get; init; } = [];

    /// <summary>The facts in whatever order: to put millions of them in order takes time, and most who look at all of them need none.</summary>
    public ImmutableArray<Fact> FactsInAnyOrder() => _facts.All;

    /// <summary>The same history with these facts.</summary>
    public History With(ListedFacts facts) => this with { Kept = facts };
}
