using System.Collections.Immutable;
using System.Globalization;
using Pacta.Maps.World;

namespace Pacta.Maps.Format;

/// <summary>Reads the prepared form of a map. What it is made of is in the order of this file.</summary>
internal static class MapReader
{
    public const string Kind = "PMAP";

    public static MapData Read(ReadOnlyMemory<byte> file)
    {
        var (content, digest) = Resource.Unwrap(Kind, file);
        var reader = new ByteReader(content.Span);
        var source = new MapSource(
            reader.Text(), reader.Text(), reader.Text(), DateOnly.ParseExact(reader.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture), reader.Number(), digest);
        var pictureMetres = reader.Number();
        var countries = Countries(ref reader);
        var bodies = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var n = reader.Number(); n > 0; n--)
        {
            bodies.Add(reader.Text(), reader.Text());
        }

        var names = countries.ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
        foreach (var (key, name) in bodies)
        {
            names[key] = name;
        }

        var areas = Areas(ref reader, names);
        var units = Units(ref reader);
        var lines = Lines(ref reader, countries);
        var rough = Rough(ref reader, areas);
        var (checks, pictures) = Arcs(ref reader);
        return new MapData(source, pictureMetres, countries, areas, lines, rough, bodies.ToImmutable(), units, checks, pictures);
    }

    private static ImmutableArray<Country> Countries(ref ByteReader reader)
    {
        var languages = new string[reader.Number()];
        for (var i = 0; i < languages.Length; i++)
        {
            languages[i] = reader.Text();
        }

        var countries = ImmutableArray.CreateBuilder<Country>();
        for (var n = reader.Number(); n > 0; n--)
        {
            var (code, alpha2, numeric, name) = (reader.Text(), reader.Text(), reader.Text(), reader.Text());
            var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var language in languages)
            {
                if (reader.Text() is { Length: > 0 } inLanguage)
                {
                    names[language] = inLanguage;
                }
            }

            countries.Add(new Country(code, alpha2, numeric, name, names.ToImmutable()) { Aliases = Texts(ref reader) });
        }

        return countries.ToImmutable();
    }

    private static ImmutableArray<DisputedArea> Areas(ref ByteReader reader, Dictionary<string, string> names)
    {
        var areas = ImmutableArray.CreateBuilder<DisputedArea>();
        for (var n = reader.Number(); n > 0; n--)
        {
            var (key, name, note, metres, outline) = (reader.Text(), reader.Text(), reader.Text(), reader.Number(), reader.Number() == 1);
            var official = Official(ref reader);
            var claims = ImmutableArray.CreateBuilder<Claim>();
            for (var c = reader.Number(); c > 0; c--)
            {
                var by = reader.Text();
                claims.Add(new Claim(by, names[by], (ClaimKind)reader.Number(), reader.Text(), reader.Text(), reader.Text(), reader.Text()));
            }

            areas.Add(new DisputedArea(key, name, official, claims.ToImmutable(), note, metres, outline));
        }

        return areas.ToImmutable();
    }

    private static ImmutableArray<MapUnit> Units(ref ByteReader reader)
    {
        var units = ImmutableArray.CreateBuilder<MapUnit>();
        for (var n = reader.Number(); n > 0; n--)
        {
            units.Add(new MapUnit(reader.Text(), reader.Text(), reader.Number() - 1, Numbers(ref reader)));
        }

        return units.ToImmutable();
    }

    private static ImmutableArray<NamedLine> Lines(ref ByteReader reader, ImmutableArray<Country> countries)
    {
        var lines = ImmutableArray.CreateBuilder<NamedLine>();
        for (var n = reader.Number(); n > 0; n--)
        {
            lines.Add(new NamedLine(reader.Text(), reader.Text(), Official(ref reader), countries[reader.Number()], countries[reader.Number()], reader.Text()));
        }

        return lines.ToImmutable();
    }

    private static ImmutableArray<RoughArea> Rough(ref ByteReader reader, ImmutableArray<DisputedArea> areas)
    {
        var rough = ImmutableArray.CreateBuilder<RoughArea>();
        for (var n = reader.Number(); n > 0; n--)
        {
            rough.Add(new RoughArea(
                reader.Text(), reader.Text(), reader.Signed() / 1e6, reader.Signed() / 1e6, reader.Signed() / 1e6, reader.Signed() / 1e6,
                [.. Numbers(ref reader).Select(i => areas[i])]));
        }

        return rough.ToImmutable();
    }

    /// <summary>The sides and the numbers of corners of all arcs, then all corners, and then those for pictures.</summary>
    private static (ArcTable Checks, ArcTable Pictures) Arcs(ref ByteReader reader)
    {
        var count = reader.Number();
        var (left, right) = (new short[count], new short[count]);
        var (starts, pictureStarts) = (new int[count + 1], new int[count + 1]);
        for (var i = 0; i < count; i++)
        {
            (left[i], right[i]) = ((short)(reader.Number() - 1), (short)(reader.Number() - 1));
            starts[i + 1] = starts[i] + reader.Number();
            pictureStarts[i + 1] = pictureStarts[i] + reader.Number();
        }

        return (Corners(ref reader, left, right, starts), Corners(ref reader, left, right, pictureStarts));
    }

    private static ArcTable Corners(ref ByteReader reader, short[] left, short[] right, int[] starts)
    {
        var (xs, ys) = (new int[starts[^1]], new int[starts[^1]]);
        for (var arc = 0; arc < left.Length; arc++)
        {
            var (x, y) = (0, 0);
            for (var i = starts[arc]; i < starts[arc + 1]; i++)
            {
                x += reader.Signed();
                y += reader.Signed();
                if (x >= ArcTable.Turn / 2)
                {
                    x -= ArcTable.Turn;
                }
                else if (x < -ArcTable.Turn / 2)
                {
                    x += ArcTable.Turn;
                }

                (xs[i], ys[i]) = (x, y);
            }
        }

        return new ArcTable(left, right, starts, xs, ys);
    }

    private static ImmutableArray<OfficialName> Official(ref ByteReader reader)
    {
        var names = ImmutableArray.CreateBuilder<OfficialName>();
        for (var n = reader.Number(); n > 0; n--)
        {
            names.Add(new OfficialName(reader.Text(), reader.Text()));
        }

        return names.ToImmutable();
    }

    private static ImmutableArray<int> Numbers(ref ByteReader reader)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var n = reader.Number(); n > 0; n--)
        {
            numbers.Add(reader.Number());
        }

        return numbers.ToImmutable();
    }

    private static ImmutableArray<string> Texts(ref ByteReader reader)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var n = reader.Number(); n > 0; n--)
        {
            texts.Add(reader.Text());
        }

        return texts.ToImmutable();
    }
}
