using Pacta.Geography.Indexing;
using Pacta.Geography.Shapes;
using Pacta.GeographyTests.Geodesics;
using Pacta.GeographyTests.Shapes;

namespace Pacta.GeographyTests.Indexing;

public sealed class PreparedTests
{
    [Fact]
    public void What_was_written_answers_as_what_was_built()
    {
        var zones = Made.Zones(new Random(1), 30, EdgeKind.Geodesic);
        var (index, tree) = (ZoneIndex.Build(zones), SegmentTree.OfBorders(zones));
        var (again, treeAgain) = (ZoneIndex.Read(Written(index.Write)), SegmentTree.Read(Written(tree.Write)));
        Assert.Equal((index.Count, index.Bytes, tree.Count, tree.Segments), (again.Count, again.Bytes, treeAgain.Count, treeAgain.Segments));
        var random = new Random(2);
        var found = new int[10];
        var foundAgain = new int[10];
        for (var i = 0; i < 500; i++)
        {
            var (lat, lon) = Pairs.Anywhere(random);
            Assert.Equal(index.Find(lat, lon, found), again.Find(lat, lon, foundAgain));
            Assert.Equal(found, foundAgain);
            Assert.Equal(tree.Nearest(lat, lon), treeAgain.Nearest(lat, lon));
        }
    }

    [Fact]
    public void Something_else_or_a_part_of_it_is_refused()
    {
        var index = ZoneIndex.Build([Made.Box(0, 0, 1, 1)]);
        var written = Written(index.Write);
        Assert.Throws<InvalidDataException>(() => SegmentTree.Read(written));
        foreach (var length in new[] { 0, 10, 16, 60, 1000, written.Length - 1 })
        {
            Assert.Throws<InvalidDataException>(() => ZoneIndex.Read(written.AsSpan(0, length)));
        }

        written[8]++;
        Assert.Contains("another version", Assert.Throws<InvalidDataException>(() => ZoneIndex.Read(written)).Message, StringComparison.Ordinal);
    }

    private static byte[] Written(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
