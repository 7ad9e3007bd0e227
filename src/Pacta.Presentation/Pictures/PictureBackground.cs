using System.Collections.Immutable;
using Pacta.Geography.Shapes;

namespace Pacta.Presentation.Pictures;

public enum BackgroundKind
{
    /// <summary>Where land meets the sea.</summary>
    Coast,

    /// <summary>Between two countries, as the map of the background has it.</summary>
    Border,

    /// <summary>A boundary that is disputed.</summary>
    Disputed,
}

/// <summary>A line behind what an agreement draws. It says where one is, and nothing about status.</summary>
public sealed record BackgroundLine(BackgroundKind Kind, ImmutableArray<GeoPoint> Points);

/// <summary>What is drawn in pale lines behind the places.</summary>
/// <param name="Attribution">Whose map it is, and of when: printed below the picture.</param>
public sealed record PictureBackground(ImmutableArray<BackgroundLine> Lines, string Attribution);

/// <summary>Gives the background for what lies within so many metres of a place; null where there is none.</summary>
public delegate PictureBackground? BackgroundSource(GeoPoint centre, double radiusMetres);
