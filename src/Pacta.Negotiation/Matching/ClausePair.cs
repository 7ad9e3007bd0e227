using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Redlining;

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

    /// <summary>What is encoded is not alike; the texts of the articles are versions of one text.</summary>
    Text,

    /// <summary>They ask little alike, and have the same article, or both none, and the same name.</summary>
    ArticleAndName,
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
    /// <summary>Of a clause without counterpart: the pair of which it may be a part, one clause of this draft and the one of the other that may have been split or put together.</summary>
    public Kin? Kin { get; init; }

    /// <summary>
    /// Shown from their make, as long as both bind: <see cref="Histories.Strictness.Stricter"/>, whoever keeps the second keeps the first; <see cref="Histories.Strictness.Looser"/>, the other
    /// way round; <see cref="Histories.Strictness.Same"/>, both; null where it does not show.
    /// </summary>
    public Histories.Strictness? Proved { get; init; }

    /// <summary>The two word by word; null for a clause that stands alone, and where nobody asked for it.</summary>
    public ClauseRedline? Redline { get; init; }

    /// <summary>They differ in what goes on after somebody has left, or after the end.</summary>
    public bool Survives => Differences.Any(d => d.Aspect == Aspect.Survival);

    public bool IsSame => Basis != MatchBasis.None && Differences.IsEmpty;

    /// <summary>They correspond and stand under different articles.</summary>
    public bool IsRenumbered => First?.Reference is { } a && Second?.Reference is { } b && a != b;

    /// <summary>What one demands and the other forbids or allows, or bounds from above and the other from below; null where both bind alike.</summary>
    public Difference? Opposite => Differences.FirstOrDefault(d => d is { Aspect: Aspect.Modality or Aspect.Comparison, Within.IsEmpty: true } && (d.Aspect == Aspect.Modality || IsUpper(d.First) != IsUpper(d.Second)));

    private static bool IsUpper(string? bound) => bound is "at most" or "less than";
}

/// <summary>Who is bound by one draft and who by the other: nobody is bound by both.</summary>
public sealed record OthersBound(ImmutableArray<Somebody> First, ImmutableArray<Somebody> Second);

/// <summary>One clause that became two, or two that became one, as far as it looks like that.</summary>
/// <param name="Whole">The clause of the other draft that asks for both.</param>
/// <param name="Part">The clause of this draft that is taken to correspond to the whole.</param>
public sealed record Kin(Clause Whole, Clause Part);
