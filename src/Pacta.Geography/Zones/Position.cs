using Pacta.Geography.Shapes;

namespace Pacta.Geography.Zones;

/// <summary>Where something was said to be.</summary>
/// <param name="Accuracy">It may be anywhere within so many metres.</param>
/// <param name="Height">Null: nobody said how high.</param>
public readonly record struct Position(GeoPoint Place, double Accuracy = 0, Height? Height = null);

/// <summary>A height in metres above what it is measured from, give or take an accuracy.</summary>
public readonly record struct Height(double Metres, HeightDatum Above, double Accuracy = 0);

/// <summary>What heights are measured from. One is not turned into the other: that would take a model of the ground.</summary>
public enum HeightDatum
{
    Sea,
    Ground,
}

public enum Side
{
    Outside,

    /// <summary>It may be on either side.</summary>
    Unknown,
    Inside,
}

/// <summary>Why it is unknown on which side something is.</summary>
public enum Doubt
{
    None,

    /// <summary>The boundary is nearer than the accuracy of the position and of the boundary together.</summary>
    Accuracy,

    /// <summary>No height was said, or none above what the zone's heights are measured from, or it is nearer to a limit than its accuracy.</summary>
    Height,

    /// <summary>An area lies on both sides.</summary>
    Straddles,

    /// <summary>An area is smaller than what is looked at, or so intricate that it was not looked at all of it.</summary>
    Extent,
}

/// <summary>On which side of the boundary of a zone something is.</summary>
/// <param name="Distance">
/// Metres to the deciding boundary: positive inside, negative outside. Of zones that are combined from bands, it is at most the distance to the boundary of
/// the whole; of all others it is that distance, to a millimetre of their pieces. For an area, the one of some place in it that is near the boundary.
/// </param>
/// <param name="Tolerance">What the distance has to exceed for a certain answer: the accuracy of the position and of the boundary, in metres.</param>
/// <param name="Decider">The part of the zone whose boundary that is.</param>
public readonly record struct ZoneAnswer(Side Side, double Distance, double Tolerance, Zone Decider, Doubt Doubt);
