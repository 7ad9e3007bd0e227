using System.Globalization;
using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Reports.Import;
using Pacta.Reports.Tracks;

namespace Pacta.Tests.Reports;

/// <summary>Tables of positions, as receivers write them.</summary>
public sealed class PositionTableTests
{
    private static (string[] Told, string[] Faults) Read(string table, bool needsId = true, PositionColumns? columns = null)
    {
        var (sink, bag) = (new Sink(), new DiagnosticBag());
        PositionTable.Read("p.csv", new MemoryStream(Encoding.UTF8.GetBytes(table)), columns ?? PositionColumns.Usual, sink, bag, Severity.Warning, needsId);
        return ([.. sink.Told], [.. bag.Items.Select(d => $"{d.Code} {d.Labels[0].File.PositionOf(d.Labels[0].Span.Start).Line} {d.Headline}: {d.Labels[0].Message}")]);
    }

    [Theory]
    [InlineData("time,id,lat,lon\n2021-06-01T00:00:00Z,a,44.1,33.2\n")]
    [InlineData("MMSI,BaseDateTime,LAT,LON,SOG\r\na,2021-06-01T00:00:00,44.1,33.2,12\r\n")]
    [InlineData("\ufeffx;y;icao24;time\n33.2;44.1;a;1622505600")]
    [InlineData("lat\tlon\thex\ttimestamp\n44.1\t33.2\ta\t1622505600000\n\n")]
    [InlineData("name,id,time,latitude,longitude\n\"Heron, the\",\"a\", 2021-06-01 02:00:00+02:00 ,44.1,33.2")]
    public void Columns_are_found_by_the_names_that_such_tables_use_in_any_order(string table) =>
        Assert.Equal(["a 2 1622505600 44.1 33.2"], Read(table).Told);

    [Fact]
    public void Lines_that_cannot_be_read_are_told_by_their_numbers_and_the_others_are_read()
    {
        var (told, faults) = Read("time,id,lat,lon\n2021-06-01T00:00:00Z,a,91,181\n2021-06-31T00:00:00Z,a,1,1\n2021-06-01T01:00:00Z,a\n2021-06-01T01:00:00Z,a,2,2\n2021-06-01T00:30:00Z,a,2,2\n2021-06-01T02:00:00Z,a,2,180.5\n2021-06-01T03:00:00Z,a,3,3\n");

        Assert.Equal(["a 5 1622509200 2 2", "a 8 1622516400 3 3"], told);
        Assert.Equal(
            [
                "PACTA0619 2 This is no latitude: 91",
                "PACTA0619 3 This is no time: 2021-06-31T00:00:00Z",
                "PACTA0619 4 This row has fewer than 4 cells: too short",
                "PACTA0619 6 This position is not later than the one before of the same object: 2021-06-01T00:30:00Z",
                "PACTA0619 7 This is no longitude: 180.5",
            ],
            faults);
    }

    [Fact]
    public void More_than_twenty_faults_are_counted()
    {
        var faults = Read("time,id,lat,lon\n" + string.Concat(Enumerable.Repeat("never,a,1,1\n", 30))).Faults;

        Assert.Equal(21, faults.Length);
        Assert.Equal("PACTA0607 1 10 more positions could not be read: ", faults[^1]);
    }

    [Fact]
    public void A_table_without_ids_is_of_one_thing_where_that_is_known()
    {
        Assert.Equal([" 2 1622505600 1 2"], Read("time,lat,lon\n1622505600,1,2\n", needsId: false).Told);
        Assert.Equal(["PACTA0604 1 The table has no column \"id\": not in the header"], Read("time,lat,lon\n1622505600,1,2\n").Faults);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_and_many_objects_are_read_as_well()
    {
        var table = new StringBuilder("time,id,lat,lon,note\n");
        for (var i = 0; i < 5000; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{1622505600 + i},ship_{i % 1000},1,2,{(i == 2500 ? new string('n', 3_000_000) : "-")}\n");
        }

        var told = Read(table.ToString()).Told;
        Assert.Equal(5000, told.Length);
        Assert.Equal("ship_500 2502 1622508100 1 2", told[2500]);
    }

    [Fact]
    public void Numbers_are_read_as_the_runtime_reads_them() => Gen.Select(Gen.Double[-180, 180], Gen.Int[0, 15]).Sample((number, digits) =>
    {
        var text = number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Assert.True(PositionCells.TryNumber(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), read);
    });

    [Fact]
    public void Days_are_counted_as_the_calendar_counts_them() => Gen.Int[0, 700_000].Sample(days =>
    {
        var at = new DateTime(1000, 1, 1, 13, 14, 15, DateTimeKind.Utc).AddDays(days);
        Assert.True(PositionCells.TryTime(Encoding.UTF8.GetBytes(at.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture)), out var seconds));
        Assert.Equal((at - DateTime.UnixEpoch).TotalSeconds, seconds);
    });

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("12a")]
    [InlineData("NaN")]
    public void What_is_no_number_is_none(string text) => Assert.False(PositionCells.TryNumber(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void An_import_makes_a_track_of_each_object_that_the_mapping_names()
    {
        var bag = new DiagnosticBag();
        var mapping = TrackMapping.Read(
            new Pacta.Model.Text.SourceText("m.json", """{"id":"ship","source":"ais","things":{"1":{"event":"heron","kind":"warship","of":"aland"}},"gap":"PT2H","entering":"entry"}"""), bag)!;
        var output = new StringWriter();
        var result = TrackImporter.Import(
            "p.csv", new MemoryStream("time,ship,lat,lon\n1622505600,1,1,2\n1622505600,2,1,2\n1622509200,1,1.5,2\n"u8.ToArray()), output, mapping, bag);

        Assert.Empty(bag.Items);
        Assert.Equal(new ImportResult(3, 1, 0, 1), result);
        Assert.Equal(
            """{"type":"track","id":"track-1","source":"ais","event":"heron","kind":"warship","of":"aland","accuracy_m":100,"gap":"PT2H","entering":"entry","reference":"p.csv, 1","positions":[["2021-06-01T00:00:00Z",1,2],["2021-06-01T01:00:00Z",1.5,2]]}""" + "\n",
            output.ToString());
    }

    private sealed class Sink : IPositionSink
    {
        private readonly List<(string Id, double Last)> _ids = [];

        public List<string> Told { get; } = [];

        public int Begin(string id)
        {
            _ids.Add((id, double.NegativeInfinity));
            return _ids.Count - 1;
        }

        public bool Add(int number, long line, double seconds, double latitude, double longitude)
        {
            if (seconds <= _ids[number].Last)
            {
                return false;
            }

            _ids[number] = (_ids[number].Id, seconds);
            Told.Add(string.Create(CultureInfo.InvariantCulture, $"{_ids[number].Id} {line} {seconds} {latitude} {longitude}"));
            return true;
        }
    }
}
