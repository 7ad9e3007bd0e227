using System.Collections.Immutable;

namespace Pacta.Reports.Import;

/// <summary>How rows of an ACLED export become reports.</summary>
public sealed record AcledOptions
{
    public static readonly AcledOptions Default = new();

    /// <summary>The kind that every event gets, unless <see cref="Kinds"/> is not empty; it needs a field <c>deaths</c>.</summary>
    public string Kind { get; init; } = "fire";

    /// <summary>Kinds by event type or sub-event type; of a row that has both, the sub-event type counts. Other rows are left out.</summary>
    public ImmutableDictionary<string, string> Kinds { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The name under which the data set is declared as a source.</summary>
    public string Source { get; init; } = "acled";

    /// <summary>Actors by the name that the data set gives them: <c>Military Forces of Aland</c> to <c>aland</c>.</summary>
    public ImmutableDictionary<string, string> Actors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether all sources of a row are one origin together, instead of one each.</summary>
    public bool IsOneOrigin { get; init; }
}
