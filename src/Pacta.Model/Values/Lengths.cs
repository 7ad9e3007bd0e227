using System.Globalization;

namespace Pacta.Model.Values;

/// <summary>Lengths as people say them: centimetres near a boundary, metres, then kilometres.</summary>
public static class Lengths
{
    /// <param name="metres">At least 0.</param>
    public static string Of(double metres) => metres switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{metres:0.##} m"),
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{metres:#,0} m"),
        < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.#} km"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:#,0} km"),
    };
}
