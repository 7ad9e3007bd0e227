using System.Buffers.Binary;
using System.Text;
using Pacta.Geography.Reading;
using Pacta.Geography.Shapes;

namespace Pacta.GeographyTests.Reading;

public sealed class ShapefileTests
{
    private const string Wgs84 = """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]""";

    private static readonly double[] Square = [0, 0, 0, 10, 10, 10, 10, 0, 0, 0];
    private static readonly double[] Hole = [4, 4, 6, 4, 6, 6, 4, 6, 4, 4];
    private static readonly double[] Island = [20, 0, 20, 1, 21, 1, 20, 0];

    [Fact]
    public void Polygons_lines_and_points_are_read_with_their_rows()
    {
        var shp = File((5, [Square, Hole, Island]), (3, [[0, 0, 179, 1], [5, 5, 6, 6]]), (1, [[8.5, 47.4]]), (0, []), (15, [Square]));
        var dbf = Table(("NAME", 8), ["Åland", "line", "place", "", "high"]);
        var features = ShapefileReader.Read(shp, dbf, Wgs84, "zones.shp");
        Assert.Equal(5, features.Length);
        Assert.Equal([1, 0], features[0].Polygons.Polygons.OrderByDescending(p => p.Holes.Length).Select(p => p.Holes.Length));
        Assert.Equal(new GeoPoint(4, 4), features[0].Polygons.Polygons.Single(p => p.Holes.Length == 1).Holes[0][0]);
        Assert.Equal("Åland", features[0].Properties["NAME"]);
        Assert.Equal([2, 2], features[1].Lines.Lines.Select(l => l.Length));
        Assert.Equal(new GeoPoint(47.4, 8.5), Assert.Single(features[2].Points));
        Assert.Single(features[4].Polygons.Polygons);
        Assert.Single(ShapefileReader.Read(shp, dbf, Wgs84, "zones.shp", "place").Points);
        Assert.Equal(3, ShapefileReader.Read(shp, [], Wgs84, "zones.shp", null).Polygons.Polygons.Length);
    }

    [Fact]
    public void Other_coordinates_are_refused()
    {
        var shp = File((1, [[8.5, 47.4]]));
        Assert.Equal(
            "zones.prj, byte 0: the map is projected; export it in longitudes and latitudes of WGS84 (EPSG:4326)",
            Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(shp, [], """PROJCS["WGS_1984_UTM_Zone_33N",GEOGCS["GCS_WGS_1984"]]""", "zones.shp")).Message);
        Assert.Equal(
            "the coordinates are not those of WGS84",
            Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(shp, [], """GEOGCS["GCS_Pulkovo_1942"]""", "zones.shp")).Problem);
        Assert.Contains("no .prj", Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(shp, [], null, "zones.shp")).Problem, StringComparison.Ordinal);
        Assert.Equal(
            "zones.shp, feature 1, byte 112: 500000, 5200000 is no longitude and latitude in degrees; export it in longitudes and latitudes of WGS84 (EPSG:4326)",
            Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(File((1, [[500_000, 5_200_000]])), [], Wgs84, "zones.shp")).Message);
    }

    [Fact]
    public void Files_that_are_cut_off_or_something_else_say_so()
    {
        Assert.Equal("this is no shapefile", Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(new byte[200], [], Wgs84, "a.shp")).Problem);
        var shp = File((5, [Square]));
        for (var length = 101; length < shp.Length; length++)
        {
            var error = Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(shp.AsSpan(0, length), [], Wgs84, "a.shp"));
            Assert.Equal("a.shp, feature 1, byte 100: the file ends within a shape, or its length is wrong; copy or export the file again", error.Message);
        }

        Assert.Contains("type 31", Assert.Throws<ShapeFileException>(() => ShapefileReader.Read(File((31, [Square])), [], Wgs84, "a.shp")).Problem, StringComparison.Ordinal);
    }

    /// <summary>A file of shapes: of a point its longitude and latitude, otherwise parts of such pairs.</summary>
    private static byte[] File(params (int Type, double[][] Parts)[] shapes)
    {
        var stream = new MemoryStream();
        var header = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(header, 9994);
        stream.Write(header);
        foreach (var (type, parts) in shapes)
        {
            var content = new MemoryStream();
            var writer = new BinaryWriter(content);
            writer.Write(type);
            if (type % 10 is 3 or 5 or 1 && type > 2)
            {
                writer.Write(new byte[32]);
                writer.Write(parts.Length);
                writer.Write(parts.Sum(p => p.Length / 2));
                var start = 0;
                foreach (var part in parts)
                {
                    writer.Write(start);
                    start += part.Length / 2;
                }
            }

            foreach (var number in parts.SelectMany(p => p))
            {
                writer.Write(number);
            }

            var head = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), (int)content.Length / 2);
            stream.Write(head);
            stream.Write(content.ToArray());
        }

        return stream.ToArray();
    }

    private static byte[] Table((string Name, byte Length) column, string[] rows)
    {
        var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        writer.Write(3);
        writer.Write(rows.Length);
        writer.Write((short)65);
        writer.Write((short)(1 + column.Length));
        writer.Write(new byte[20]);
        writer.Write(Encoding.ASCII.GetBytes(column.Name.PadRight(11, '\0')));
        writer.Write((byte)'C');
        writer.Write(0);
        writer.Write(column.Length);
        writer.Write(new byte[15]);
        writer.Write((byte)0x0D);
        foreach (var row in rows)
        {
            var text = Encoding.UTF8.GetBytes(row);
            writer.Write((byte)' ');
            writer.Write(text);
            writer.Write(Encoding.ASCII.GetBytes(new string(' ', column.Length - text.Length)));
        }

        return stream.ToArray();
    }
}
