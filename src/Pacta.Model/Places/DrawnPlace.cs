using System.Collections.Immutable;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Model.Places;

/// <summary>One place of an agreement as it is drawn for one case: under one reading, for one actor, in one time.</summary>
/// <param name="Name">As reports and findings call it: <c>field</c>, <c>first_band of aland</c>, <c>territory of aland</c>.</param>
/// <param name="Reading">The reading that draws it so; null where there is only one.</param>
/// <param name="HeldBy">Who holds that reading.</param>
/// <param name="If">The condition of the row in the words of the text; null where it always applies.</param>
/// <param name="From">As from when it is there; null for always.</param>
/// <param name="Until">Through when.</param>
/// <param name="Zone">The area with its accuracy; null for lines and points.</param>
/// <param name="Lines">What is drawn as lines.</param>
/// <param name="Points">What is drawn as points.</param>
/// <param name="AccuracyMetres">Within how many metres it is where it is drawn.</param>
/// <param name="Attributions">Whose maps it is drawn from.</param>
public sealed record DrawnPlace(
    string Name,
    string? Reading,
    ImmutableArray<string> HeldBy,
    string? If,
    Moment? From,
    Moment? Until,
    Zone? Zone,
    ImmutableArray<MultiLine> Lines,
    ImmutableArray<GeoPoint> Points,
    double AccuracyMetres,
    ImmutableArray<string> Attributions)
{
    /// <summary>The row that draws it.</summary>
    public required Row Row { get; init; }
}
