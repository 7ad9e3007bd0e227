using Pacta.Model.Agreements;

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

    /// <summary>They stand under the same article and ask for different things.</summary>
    Article,
}

/// <summary>Clauses of two drafts that correspond, or one that has no counterpart.</summary>
/// <param name="Likeness">How alike what they ask is, from 0 to 1.</param>
/// <param name="IsSame">Do they say the same, word for word as encoded?</param>
public sealed record ClausePair(Clause? First, Clause? Second, MatchBasis Basis, double Likeness, bool IsSame = false);
