using System.Collections.Immutable;

namespace Pacta.Reports.Import;

/// <summary>How rows of the UCDP Georeferenced Event Dataset become reports.</summary>
public sealed record UcdpGedOptions
{
    public static readonly UcdpGedOptions Default = new();

    /// <summary>The kind that every event gets; it needs a field <c>deaths</c>.</summary>
    public string Kind { get; init; } = "fire";

    /// <summary>The name under which the data set is declared as a source.</summary>
    public string Source { get; init; } = "ucdp_ged";

    /// <summary>Actors by the name that the data set gives a side: <c>Government of Ukraine</c> to <c>ukraine</c>.</summary>
    public ImmutableDictionary<string, string> Actors { get; init; } = ImmutableDictionary<string, string>.Empty;
}
