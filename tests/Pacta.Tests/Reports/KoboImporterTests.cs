using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

public sealed class KoboImporterTests
{
    private static readonly string[] Header =
    [
        "start", "obs/when", "obs/sides", "obs/sides/aland", "obs/sides/borland", "obs/point", "obs/_point_latitude", "obs/_point_longitude", "obs/_point_altitude",
        "obs/_point_precision", "obs/note", "_id", "_uuid", "_submission_time", "_submitted_by", "_index",
    ];

    private static readonly string[] Row =
    [
        "2021-09-10T14:00:00.000+03:00", "2021-09-10T13:40:00.000+03:00", "aland borland", "1", "0", "48.02 -37.8 120 4.5", "48.02", "-37.8", "120", "4.5", "Shots, \"heavy\"; two",
        "501", "3f2a-1", "2021-09-10T11:05:00", "team_a", "1",
    ];

    private const string Mapping = """{"kind":"fire","source":"{_submitted_by}","time":"{obs/when}","by":{"chosen":"obs/sides"},"reference":"{obs/note}"}""";

    private const string Line =
        """{"id":"kobo-3f2a-1","source":"team_a","recorded":"2021-09-10T11:05:00Z","reference":"Shots, \"heavy\"; two","event":"kobo-3f2a-1","kind":"fire","time":"2021-09-10T10:40:00Z","by":"aland","position":{"lat":48.02,"lon":-37.8,"accuracy_m":4.5}}""";

    [Fact]
    public void What_an_export_says_by_itself_needs_not_be_said()
    {
        var (lines, result, bag) = Import(Text(Header, Row), Mapping);

        Assert.Empty(bag.Items);
        Assert.Equal(new ImportResult(1, 1, 0, 0), result);
        Assert.Equal(Line, Assert.Single(lines));
    }

    [Fact]
    public void A_workbook_gives_the_same()
    {
        var (lines, _, bag) = Import(Workbooks.OfTexts([Header, Row]), Mapping);

        Assert.Empty(bag.Items);
        Assert.Equal(Line, Assert.Single(lines));
    }

    [Fact]
    public void What_the_mapping_says_goes_first()
    {
        var (lines, _, bag) = Import(
            Text(Header, Row),
            """{"kind":"fire","id":"k-{_id}","event":"shots","source":"ngo","recorded":"2021-10-01","time":"{obs/when}","by":{"column":"obs/sides","split":" "},"position":{"lat":"{obs/_point_latitude}","lon":"{obs/_point_longitude}","accuracy_m":50}}""");

        Assert.Empty(bag.Items);
        Assert.Equal(
            """{"id":"k-501","source":"ngo","recorded":"2021-10-01","event":"shots","kind":"fire","time":"2021-09-10T10:40:00Z","by":["aland","borland"],"position":{"lat":48.02,"lon":-37.8,"accuracy_m":50}}""",
            Assert.Single(lines));
    }

    [Fact]
    public void Without_uuid_the_number_is_the_id_and_without_either_the_table_is_refused()
    {
        Assert.StartsWith("{\"id\":\"kobo-501\"", Assert.Single(Import(Text([.. Header.Select(h => h == "_uuid" ? "other" : h)], Row), Mapping).Lines), StringComparison.Ordinal);
        var error = Assert.Single(Import(Text([.. Header.Select(h => h is "_uuid" or "_id" ? h + "2" : h)], Row), Mapping).Diagnostics.Items);
        Assert.Equal(("PACTA0602", "This is no export of KoboToolbox: it has no column _uuid and no column _id"), (error.Code, error.Headline));
    }

    /// <summary>Nobody measured a point that was put on the map by hand: its accuracy is not nothing, but unknown.</summary>
    [Theory]
    [InlineData("48.02 -37.8 0 0")]
    [InlineData("48.02 -37.8")]
    public void A_point_without_an_accuracy_is_left_out_unless_the_mapping_says_what_to_take(string point)
    {
        string[] row = [.. Row.Select(c => c == "48.02 -37.8 120 4.5" ? point : c)];
        var (lines, _, bag) = Import(Text(Header, row), Mapping);

        Assert.DoesNotContain("position", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(("PACTA0612", Severity.Warning), (Assert.Single(bag.Items).Code, bag.Items[0].Severity));
        Assert.EndsWith(
            "\"position\":{\"lat\":48.02,\"lon\":-37.8,\"accuracy_m\":1000}}",
            Assert.Single(Import(Text(Header, row), Mapping.Insert(1, "\"position\":{\"geopoint\":\"obs/point\",\"accuracy_m\":1000},")).Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("48.02 -37.8 120 4.5", "48.02", "is not a point", "PACTA0606")]
    [InlineData("48.02 -37.8 120 4.5", "148.02 37 0 1", "is not a point", "PACTA0606")]
    [InlineData("0", "perhaps", "does not say whether this answer was chosen", "PACTA0606")]
    [InlineData("3f2a-1", "", "This row has no \"id\"", "PACTA0606")]
    public void A_wrong_cell_is_an_error_of_its_row(string right, string wrong, string words, string code)
    {
        var (lines, result, bag) = Import(Text(Header, [.. Row.Select(c => c == right ? wrong : c)]), Mapping);

        Assert.Empty(lines);
        Assert.Equal(1, result.Skipped);
        Assert.Equal(code, Assert.Single(bag.Items).Code);
        Assert.Contains(words, bag.Items[0].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_whose_answers_have_no_columns_is_located_in_the_mapping()
    {
        var error = Assert.Single(Import(Text(Header, Row), Mapping.Replace("obs/sides", "obs/parties", StringComparison.Ordinal)).Diagnostics.Items);

        Assert.Equal(("PACTA0604", "No column begins with \"obs/parties/\"", "mapping.json"), (error.Code, error.Headline, error.Labels[0].File.Path));
    }

    private static byte[] Text(params string[][] rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(';', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));

    private static (string[] Lines, ImportResult Result, DiagnosticBag Diagnostics) Import(byte[] export, string mapping)
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var read = CsvMapping.ReadForKobo(new SourceText("mapping.json", mapping), bag);
        Assert.NotNull(read);
        var result = KoboImporter.Import("kobo", new MemoryStream(export), null, output, read, bag);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(Lines.Read(lines).Diagnostics.Items);
        return (lines, result, bag);
    }
}
