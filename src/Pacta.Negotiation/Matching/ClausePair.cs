using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;

namespace Pacta.Negotiation.Matching;

/// <summary>Why two clauses are taken to correspond.</summary>
public enum MatchBasis
{
    /// <summary>They do not: one draft has no such clause.</summary>
    None,

    /// <summary>They ask alike, under the same article.</summary>
    ArticleAndContent,

    /// <summary>They ask alike, under different articles.</summary>
    Content,
}

/// <summary>Clauses of two drafts that correspond, or one that has no counterpart.</summary>
/// <param name="Likeness">How alike what they ask is, from 0 to 1.</param>
/// <param name="Differences">In what they differ; empty for two that say the same, exceptions and the meaning of their words included.</param>
/// <param name="Bound">Who is bound in each, where nobody is bound by both or the roles are swapped; null otherwise.</param>
/// <param name="Beside">Of a clause without counterpart: what the other draft has under the same article, which is about something else.</param>
public sealed record ClausePair(
    Clause? First,
    Clause? Second,
    MatchBasis Basis,
    double Likeness,
    ImmutableArray<Difference> Differences,
    OthersBound? Bound,
    ImmutableArray<Clause> Beside)
{
    public bool IsSame => Basis != MatchBasis.None && Differences.IsEmpty;

    /// <summary>What one demands and the other forbids or allows, or bounds from above and the other from below; null where both bind alike.</summary>
    public Difference? Opposite => Differences.FirstOrDefault(d => d is { Aspect: Aspect.Modality or Aspect.Comparison, Within.IsEmpty: true } && (d.Aspect == Aspect.Modality || IsUpper(d.First) != IsUpper(d.Second)));

    private static bool IsUpper(string? bound) => bound is "at most" or "less than";
}

/// <summary>Who is bound by one draft and who by the other: nobody is bound by both.</summary>
public sealed record OthersBound(ImmutableArray<Somebody> First, ImmutableArray<Somebody> Second);
