using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Shapes;
using Pacta.Maps.Format;

namespace Pacta.Maps.Gazetteers;

/// <summary>Reads the prepared form of a gazetteer.</summary>
internal static class GazetteerReader
{
    public const string Kind = "PGAZ";

    public static Gazetteer Read(ReadOnlyMemory<byte> file)
    {
        var (content, _) = Resource.Unwrap(Kind, file);
        var reader = new ByteReader(content.Span);
        var source = new GazetteerSource(
            reader.Text(), reader.Text(), reader.Text(), DateOnly.ParseExact(reader.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture), reader.Text());
        var countrySets = new ImmutableArray<string>[reader.Number()];
        for (var i = 0; i < countrySets.Length; i++)
        {
            countrySets[i] = [.. reader.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }

        var (areas, kinds) = (Texts(ref reader), Texts(ref reader));
        var regions = new (string Code, string Name)[reader.Number()];
        for (var i = 0; i < regions.Length; i++)
        {
            regions[i] = (reader.Text(), reader.Text());
        }

        var count = reader.Number();
        var places = ImmutableArray.CreateBuilder<NamedPlace>(count);
        var starts = new int[count];
        var (id, start) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            id += reader.Number();
            var (name, countries, area, kind, region) = (reader.Text(), countrySets[reader.Number()], areas[reader.Number()], kinds[reader.Number()], regions[reader.Number()]);
            var position = new GeoPoint(reader.Signed() / 1e5, reader.Signed() / 1e5);
            places.Add(new NamedPlace(id, name, countries, area, region.Name, region.Code, position, kind, reader.Number()));
            starts[i] = start;
            start += reader.Number();
        }

        return new Gazetteer(source, places.MoveToImmutable(), new NameStore(content[reader.Position..], starts));
    }

    private static string[] Texts(ref ByteReader reader)
    {
        var texts = new string[reader.Number()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.Text();
        }

        return texts;
    }
}
