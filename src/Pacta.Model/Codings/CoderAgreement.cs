using System.Collections.Immutable;

namespace Pacta.Model.Codings;

/// <summary>What the values of an attribute are, and so how far two of them differ.</summary>
public enum Scale
{
    /// <summary>Names: equal, or not.</summary>
    Nominal,

    /// <summary>Ranks: as far apart as there are values between them.</summary>
    Ordinal,

    /// <summary>Numbers whose differences mean something: dates, degrees.</summary>
    Interval,

    /// <summary>Numbers from nothing on, whose proportions mean something: troops, deaths.</summary>
    Ratio,
}

/// <summary>Why there is no alpha.</summary>
public enum NoAlpha
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>No unit was coded by two coders.</summary>
    NoPairs,

    /// <summary>All values are alike: whoever always says the same has not shown that he can tell anything apart.</summary>
    NoVariation,
}

/// <summary>A unit on which coders disagree, with the value that each gave.</summary>
public sealed record Disagreement(string Unit, ImmutableArray<(string Coder, string Value)> Values);

/// <summary>In what a figure may be expected to lie, and from how many drawings of units that was found.</summary>
/// <param name="Resamples">Those in which alpha was defined.</param>
public sealed record BootstrapInterval(double Low, double High, int Resamples);

/// <summary>How far coders agree about one attribute: Krippendorff's alpha and what it is made of.</summary>
/// <param name="Units">Units of which at least one coder gave a value.</param>
/// <param name="PairableUnits">Those of which at least two did.</param>
/// <param name="PairableValues">The values of these.</param>
/// <param name="Observed">The disagreement within units; null where nothing can be paired.</param>
/// <param name="Expected">The disagreement that chance would give; null where nothing can be paired.</param>
/// <param name="Alpha">1 − observed / expected; null where it is not defined.</param>
/// <param name="Interval">Null where alpha is not defined.</param>
public sealed record AttributeAgreement(
    string Attribute,
    Scale Scale,
    ImmutableArray<string> Coders,
    int Units,
    int PairableUnits,
    int PairableValues,
    double? Observed,
    double? Expected,
    double? Alpha,
    NoAlpha Why,
    BootstrapInterval? Interval,
    ImmutableArray<Disagreement> Disagreements);

/// <summary>How far coders agree, attribute by attribute.</summary>
/// <param name="Seed">From which the drawings begin.</param>
/// <param name="Resamples">How many drawings there were at most.</param>
/// <param name="Level">The share of drawings that an interval covers.</param>
public sealed record CoderAgreement(ImmutableArray<AttributeAgreement> Attributes, long Seed, int Resamples, double Level);
