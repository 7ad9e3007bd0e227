using System.Globalization;

namespace Pacta.Geography.Reading;

/// <summary>A file of shapes that cannot be read.</summary>
/// <param name="file">Its name, as it was given.</param>
/// <param name="feature">Which feature, as the file calls it or by its number from 1; null where it is about the file.</param>
/// <param name="position">The byte in the file, from 0.</param>
public sealed class ShapeFileException(string file, string? feature, long position, string problem, string fix)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}{(feature is null ? "" : $", feature {feature}")}, byte {position}: {problem}; {fix}"))
{
    public string File { get; } = file;

    public string? Feature { get; } = feature;

    public long Position { get; } = position;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;

    /// <summary>How it is mended.</summary>
    public string Fix { get; } = fix;
}
