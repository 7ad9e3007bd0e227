using System.Text.Json;

namespace Pacta.Geography.Reading;

/// <summary>What would be read wrongly, or not at all, if it were passed over: another system of coordinates, and what follows behind the end.</summary>
public ref partial struct GeoJsonReader
{
    private static readonly string[] Wgs84Names = ["CRS84", "CRS84h", "4326", "4979", "WGS84", "WGS 84"];

    /// <summary>
    /// The member <c>crs</c> of GeoJSON before RFC 7946, which many programs still write. Where it says WGS84 it says nothing new; in any other system the same numbers are
    /// other places.
    /// </summary>
    private void ReferenceSystem()
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var (at, name) = (json.TokenStartIndex, (string?)null);
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isProperties = json.ValueTextEquals("properties"u8);
                json.Read();
                if (isProperties)
                {
                    var properties = Properties();
                    name = properties.GetValueOrDefault("name") ?? properties.GetValueOrDefault("code");
                }
                else
                {
                    json.Skip();
                }
            }
        }
        else
        {
            name = Scalar();
        }

        if (name is null || !Wgs84Names.Contains(name[(name.LastIndexOf(':') + 1)..]))
        {
            throw new ShapeFileException(
                file, null, at, name is null ? "its crs does not say in which system its coordinates are" : $"its coordinates are in the system '{name}'",
                "project it to WGS84 (EPSG:4326), longitude first, which is all that GeoJSON has since RFC 7946, and leave out crs");
        }
    }

    /// <summary>Behind the object there is nothing: features line after line would otherwise be read as the first one alone.</summary>
    private void End(ReadOnlySpan<byte> utf8)
    {
        var end = json.BytesConsumed;
        try
        {
            json.Read();
        }
        catch (JsonException)
        {
            throw new ShapeFileException(
                file, null, end + (utf8.StartsWith("\uFEFF"u8) ? 3 : 0), "something follows behind its end", "a file is one object: put several features into a FeatureCollection");
        }
    }
}
