using System.Text;
using CsCheck;
using NodaTime;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

/// <summary>Of a plain report there is a row until somebody asks for more. What the row says, and what is read then, must be what its line says.</summary>
public sealed class ReportRowsTests
{
    private const string Plain = """{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z"}""";

    /// <summary>Lines that are rows, or would be if not for one thing.</summary>
    private static readonly Gen<string> NearlyPlain = Gen.Select(
        Mostly(["r1", "r2", "é", "a b"], " a", ""),
        Mostly(
            ["2021-09-09T08:00:00Z", "2020-02-29T23:59:59Z", "1000-01-01T00:00:00Z", "2999-12-31T23:59:59Z"],
            "2021-02-29T00:00:00Z", "3000-01-01T00:00:00Z", "0999-01-01T00:00:00Z", "2021-09-09T24:00:00Z", "2021-09-09T08:00:60Z", "2021-09-09T08:00Z", "2021-09-09", "2021-13-01T00:00:00Z", "2021-00-01T00:00:00Z"),
        Mostly(["e1", "e2"], "e@1"),
        Gen.Select(Mostly(["by", "to", "of", "in", "on", "under", "against"], "off"), Mostly(["\"aland\"", "\"e1\"", "\"zone\""], "[\"aland\"]", "\"\"", "\"\\u0061\"")).Array[0, 4],
        Gen.Select(Mostly(["troops", "tanks", "alert", "größe"], "count", "position", "distance from x"), Mostly(["1", "-1", "12800", "true", "false"], "-0", "2147483648", "1.0", "\"x\"", "{\"about\":1}")).Array[0, 3],
        Mostly([""], ",\"end\":\"2021-09-11T00:00:00Z\"", ",\"polarity\":\"denies\"", ",\"origin\":\"post\"", ",\"type\":\"report\"", ",\"id\":\"r9\"", ",\"note\":1"))
        .Select((id, time, happening, roles, fields, more) =>
            $"{{\"id\":\"{id}\",\"source\":\"smm\",\"recorded\":\"2021-09-09T08:00:00Z\",\"time\":\"{time}\",\"event\":\"{happening}\",\"kind\":\"exercise\"{more}"
            + string.Concat(roles.Select(r => $",\"{r.Item1}\":{r.Item2}")) + (fields.Length == 0 ? string.Empty : $",\"fields\":{{{string.Join(',', fields.Select(f => $"\"{f.Item1}\":{f.Item2}"))}}}") + "}");

    private static Gen<string> Mostly(string[] usual, params string[] odd) => Gen.Frequency((12, Gen.OneOf(usual)), (1, Gen.OneOf(odd)));

    [Fact]
    public void What_is_read_in_rows_is_what_is_read_without() => Gen.Select(
        Gen.OneOf(NearlyPlain, NearlyPlain, LineTextGen.Line, RecordGen.Any.Select(ReportWriter.Line)).Array[1, 6],
        Gen.OneOf("\n", "\r\n", " \n\t"),
        Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[0, 1],
        Gen.Bool).Sample(
        (lines, between, changes, keepsRivals) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join(between, lines));
            foreach (var (at, value) in changes.Where(_ => bytes.Length > 0))
            {
                bytes[at % bytes.Length] = value;
            }

            var (inRows, whole) = (new DiagnosticBag(), new DiagnosticBag());
            var rows = ReportReader.Read("f.jsonl", bytes, inRows, keepGoing: true, keepsRivals, new NumberedNames());
            var plain = ReportReader.Read("f.jsonl", bytes, whole, keepGoing: true, keepsRivals);

            Assert.Equal((plain.Lines, plain.Skipped), (rows.Lines, rows.Skipped));
            Assert.Equal(whole.Items.Select(d => $"{d.Code} {d.Headline} {d.Help} {d.Labels[0].Span}"), inRows.Items.Select(d => $"{d.Code} {d.Headline} {d.Help} {d.Labels[0].Span}"));
            Assert.Equal(plain.Records.Length, rows.Records.Length);
            foreach (var (row, expected) in rows.Records.Zip(plain.Records))
            {
                AssertRow(row);
                Assert.Equal(expected, row, SameContent.Comparer);
                Assert.Equal((expected.Id, expected.Place.Line, expected.Speaker), (row.Id, row.Place.Line, row.Speaker));
            }
        },
        iter: 10_000);

    /// <summary>A line that is a row takes a tenth of the memory: that the usual ones are rows is what it is for.</summary>
    [Theory]
    [InlineData(Plain, true)]
    [InlineData("""{ "id" : "r1", "kind" : "exercise", "event" : "e1", "time" : "2021-09-10T14:30:05Z", "recorded" : "2021-09-09T08:00:00Z", "source" : "smm", "to" : "cedria", "by" : "aland", "fields" : { "troops" : 12800, "alert" : true } }""", true)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10"}""", true)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09"}""", false)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z"}""", false)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05+03:00"}""", false)]
    [InlineData("""{"id":"r1","source":"smm","published":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z"}""", false)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z","polarity":"denies"}""", false)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z","by":{"one_of":["aland","borland"]}}""", false)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z","fields":{"troops":{"about":9000}}}""", false)]
    [InlineData("""{"id":"r1","source":"smm","recorded":"2021-09-09T08:00:00Z","event":"e1","kind":"exercise","time":"2021-09-10T14:30:05Z","fields":{"count":3}}""", false)]
    public void Plain_lines_are_rows(string line, bool isRow)
    {
        var report = Assert.IsType<Report>(Assert.Single(Read(line)));

        Assert.Equal(isRow, report.IsRow(out _, out _));
        AssertRow(report);
    }

    /// <summary>In the second line stands, where the first lets expect a member, one that is nearly called so, or the same in another place.</summary>
    [Theory]
    [InlineData("\"source\":\"smm\"", "\"sourcf\":\"smm\"", "PACTA0506")]
    [InlineData("\"source\":\"smm\"", "\"source\";\"smm\"", "PACTA0502")]
    [InlineData("\"source\":\"smm\"", "\"source\" :\"smm\"", null)]
    [InlineData("\"id\":\"r2\",\"source\":\"smm\"", "\"source\":\"smm\",\"id\":\"r2\"", null)]
    [InlineData("\"event\":\"e1\",\"kind\":\"exercise\"", "\"event\":\"e1\",\"kind\":\"exercise\",\"in\":\"zone\"", null)]
    public void What_the_line_before_lets_expect_need_not_come(string usual, string instead, string? wrong)
    {
        var second = Plain.Replace("r1", "r2", StringComparison.Ordinal);
        Assert.Contains(usual, second, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes($"{Plain}\n{second.Replace(usual, instead, StringComparison.Ordinal)}\n{Plain.Replace("r1", "r3", StringComparison.Ordinal)}");
        var (inRows, whole) = (new DiagnosticBag(), new DiagnosticBag());

        var rows = ReportReader.Read("f.jsonl", bytes, inRows, keepGoing: true, names: new NumberedNames()).Records;
        var plain = ReportReader.Read("f.jsonl", bytes, whole, keepGoing: true).Records;

        Assert.Equal(plain, rows, SameContent.Comparer);
        Assert.Equal(wrong is null ? 3 : 2, rows.Length);
        Assert.Equal(wrong, inRows.Items.Select(d => d.Code).FirstOrDefault());
        Assert.All(rows, AssertRow);
    }

    /// <summary>Files of one input share their names: that makes the same event the same number.</summary>
    [Fact]
    public void The_same_name_has_one_number_in_all_files()
    {
        var names = new NumberedNames();
        var (one, other) = (Read(Plain, names), Read(Plain.Replace("r1", "r2", StringComparison.Ordinal), names));

        Assert.True(((Report)one[0]).IsRow(out var a, out _) && ((Report)other[0]).IsRow(out var b, out _) && a[0].Event == b[0].Event && a[0].Id != b[0].Id && a[0].Kind == b[0].Kind);
    }

    [Fact]
    public void A_report_that_is_changed_is_no_row_any_more()
    {
        var report = (Report)Read(Plain)[0];
        var changed = report with { Supersedes = "r0" };

        Assert.False(changed.IsRow(out _, out _));
        Assert.Equal(("r0", "r1", "e1"), (changed.Supersedes, changed.Id, changed.Claims[0].Event));
        Assert.Null(report.Supersedes);
        Assert.Equal(report with { Supersedes = null }, report, SameContent.Comparer);
        Assert.NotEqual(changed, report, SameContent.Comparer);
    }

    [Fact]
    public void Names_are_found_by_their_characters_also_where_these_are_none() => Gen.Select(
        Gen.String[Gen.OneOf('a', 'b', 'é', 'ж', '\ud83d', '\ude00', '\uffff'), 0, 4].Array[0, 40], Gen.OneOf(1, 1, 60)).Sample(
        (some, many) =>
        {
            var all = Enumerable.Range(0, many).SelectMany(i => some.Select(s => many > 1 ? $"{s}{i}" : s)).ToList();
            var (names, numbers) = (new NumberedNames(), new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var name in all)
            {
                Assert.Equal(numbers.GetValueOrDefault(name, -1), names.Find(name));
                numbers.TryAdd(name, numbers.Count);
                Assert.Equal(numbers[name], names.Add(name));
            }

            Assert.Equal(numbers.Count, names.Count);
            Assert.All(numbers, n => Assert.Equal((n.Key, n.Value), (names[n.Value], names.Find(n.Key))));
        },
        iter: 2_000);

    private static IReadOnlyList<ReportRecord> Read(string line, NumberedNames? names = null)
    {
        var bag = new DiagnosticBag();
        var records = ReportReader.Read("f.jsonl", Encoding.UTF8.GetBytes(line), bag, keepGoing: false, names: names ?? new NumberedNames()).Records;
        Assert.Empty(bag.Items);
        return records;
    }

    /// <summary>If there is a row, it says what the line says.</summary>
    private static void AssertRow(ReportRecord record)
    {
        if (record is not Report report || !report.IsRow(out var rows, out var number))
        {
            return;
        }

        var (row, names) = (rows[number], rows.Names);
        var claim = Assert.Single(report.Claims);
        Assert.Equal((Polarity.Asserts, ClaimSubject.Occurrence, Basis.Unstated, null, report.Id), (claim.Polarity, claim.Subject, claim.Basis, claim.End, claim.Id));
        Assert.Empty(claim.DerivedFrom);
        Assert.Equal((report.Id, report.Source, claim.Event, claim.Kind), (names[row.Id], names[row.Source], names[row.Event], names[row.Kind]));
        Assert.Equal((When.At(row.Told), Moment.At(row.Recorded)), (claim.Time!, report.Recorded!));
        Assert.Equal(row.IsDay ? Moment.OnDay(row.Day).In(DateTimeZone.Utc) : InstantRange.At(row.Time), claim.Time!.In(DateTimeZone.Utc));
        Assert.Equal(
            claim.Roles.Select(r => (r.Key, ((ReportedText)r.Value).Text)),
            rows.RolesOf(number).ToArray().Select(r => (ReportRow.Prepositions[r.Preposition], names[r.Name])));
        Assert.Equal(
            claim.Fields.Select(f => (f.Key, f.Value is ReportedTruth truth ? truth.IsTrue ? 1 : 0 : ((ReportedNumber)f.Value).Low!.Value, f.Value is ReportedTruth)),
            rows.FieldsOf(number).ToArray().Select(f => (names[f.Field], (decimal)f.Number, f.IsTruth)).OrderBy(f => f.Item1, StringComparer.Ordinal));
        Assert.True(report is { Origin: null, Published: null, Supersedes: null, Reference: null, Retracts.IsEmpty: true });
        var whole = rows.WholeOf(number);
        Assert.True(whole is { Origin: null, Published: null, Supersedes: null, Reference: null, Retracts.IsEmpty: true });
    }
}
