using System.Globalization;

namespace Pacta.Maps.World;

/// <summary>Where a map comes from: printed with every finding that rests on it.</summary>
/// <param name="Title">Such as "Natural Earth 1:10m, Admin 1, edition 5".</param>
/// <param name="Date">The day up to which it can speak of the world.</param>
/// <param name="AccuracyMetres">How far borders and coasts may be off in places. Something nearer to them is undetermined.</param>
/// <param name="Digest">SHA-256 of the prepared form, in hexadecimal digits.</param>
public sealed record MapSource(string Title, string Licence, string Attribution, DateOnly Date, int AccuracyMetres, string Digest)
{
    /// <summary>Whose map it is and of when, as it stands below what rests on it.</summary>
    public string Credit => string.Create(CultureInfo.InvariantCulture, $"{Attribution.TrimEnd('.')} ({Date:yyyy-MM-dd})");
}
