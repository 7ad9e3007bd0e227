using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

public sealed class CsvImporterTests
{
    /// <summary>The worked example of docs/reports.md.</summary>
    private const string Table =
        "Ref;Name;State;Start;End;Troops;Place\n"
        + "A-1;North Wind;ALA;10.09.2021;16.09.2021;12,800;Zone North\n"
        + "B-2;South Wind;BOR;01.10.2021;;about nine thousand;\n"
        + ";;;;;;\n"
        + "B-3;West Wind;BOR;05.10.2021;07.10.2021;;Zone West\n";

    private const string Mapping =
        """
        {
          "kind": "exercise",
          "id": "mfa-{Ref}",
          "event": "{Ref}",
          "source": "mfa",
          "recorded": "2021-11-01",
          "time": {"column": "Start", "format": "dd.MM.yyyy"},
          "end": {"column": "End", "format": "dd.MM.yyyy"},
          "by": {"column": "State", "map": {"ALA": "aland", "BOR": "borland"}},
          "in": {"column": "Place", "map": {"Zone North": "zone_north", "*": "zone_of_application"}},
          "fields": {"troops": {"column": "Troops", "unit": "person", "thousands": ",", "about": true}},
          "reference": "{Name}, list of the ministry",
          "skip_if_empty": ["Ref"]
        }
        """;

    [Fact]
    public void The_example_of_the_manual_is_imported()
    {
        var (lines, result, bag) = Import(Table, Mapping);

        Assert.Equal(new ImportResult(4, 2, 1, 1), result);
        Assert.Equal(
            [
                """{"id":"mfa-A-1","source":"mfa","recorded":"2021-11-01","reference":"North Wind, list of the ministry","event":"A-1","kind":"exercise","time":"2021-09-10","end":"2021-09-16","by":"aland","in":"zone_north","fields":{"troops":{"about":12800,"unit":"person"}}}""",
                """{"id":"mfa-B-3","source":"mfa","recorded":"2021-11-01","reference":"West Wind, list of the ministry","event":"B-3","kind":"exercise","time":"2021-10-05","end":"2021-10-07","by":"borland","in":"zone_of_application"}""",
            ],
            lines);
        var (code, line, column, underlined) = Place(Assert.Single(bag.Items));
        Assert.Equal(("PACTA0606", 3, 32, "about nine thousand"), (code, line, column, underlined));
    }

    [Theory]
    [InlineData("12:00 AM", "2021-09-10T00:00:00")]
    [InlineData("01:00 PM", "2021-09-10T13:00:00")]
    public void A_clock_of_twelve_hours_is_read_with_hh_and_tt(string clock, string expected)
    {
        var (lines, _, bag) = Import(
            $"Ref;Start\nA-1;10.09.2021 {clock}\n",
            """{"kind":"exercise","id":"{Ref}","source":"mfa","time":{"column":"Start","format":"dd.MM.yyyy hh:mm tt"}}""");

        Assert.Empty(bag.Items);
        Assert.Contains($"\"time\":\"{expected[..16]}", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"{Ref}\"", "\"{Reff}\"", "PACTA0604", "did you mean \"Ref\"?")]
    [InlineData("\"kind\"", "\"kint\"", "PACTA0505", "did you mean \"kind\"?")]
    [InlineData("\"kind\": \"exercise\",", "", "PACTA0506", "\"kind\" is missing")]
    [InlineData("\"unit\"", "\"unti\"", "PACTA0505", "did you mean \"unit\"?")]
    [InlineData("\"format\": \"dd.MM.yyyy\"},", "\"format\": \"d\"},", "PACTA0603", "no such format")]
    [InlineData("\"format\": \"dd.MM.yyyy\"},", "\"format\": \"dd.MM.yyyy HH:mm tt\"},", "PACTA0603", "HH with tt: write hh")]
    [InlineData("\"format\": \"dd.MM.yyyy\"},", "\"format\": \"dd.MM.yyyy hh:mm\"},", "PACTA0603", "hh without tt: write HH, or add tt")]
    [InlineData("\"time\": {", "\"time\": ,{", "PACTA0603", "cannot be read")]
    public void A_wrong_mapping_is_located_in_its_file(string right, string wrong, string code, string words)
    {
        var at = Mapping.IndexOf(right, StringComparison.Ordinal);
        var (lines, _, bag) = Import(Table, Mapping[..at] + wrong + Mapping[(at + right.Length)..]);

        Assert.Empty(lines);
        Assert.Contains(bag.Items, d => d.Code == code && d.Labels[0].Message.Contains(words, StringComparison.Ordinal) && d.Labels[0].File.Path == "mapping.json");
        Assert.All(bag.Items, d => Assert.True(d.Labels[0].File.PositionOf(d.Labels[0].Span.Start).Line is >= 1 and < 15));
    }

    [Theory]
    [InlineData("ALA", "ALB", "not in the map")]
    [InlineData("10.09.2021", "31.02.2021", "not a time")]
    [InlineData("10.09.2021", "", "no time")]
    [InlineData("16.09.2021", "09.09.2021", "before the beginning")]
    [InlineData("A-1", "A@1", "@")]
    public void A_wrong_cell_is_located_in_the_table(string right, string wrong, string words)
    {
        var (lines, result, bag) = Import(Table.Replace("about nine thousand", "", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal), Mapping);

        Assert.Equal((2, 1), (lines.Length, result.Skipped));
        var diagnostic = Assert.Single(bag.Items);
        Assert.Equal(("PACTA0606", 2, wrong), (diagnostic.Code, Place(diagnostic).Line, Place(diagnostic).Underlined));
        Assert.Contains(words, diagnostic.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_used_twice_names_the_line_that_had_it_first()
    {
        var (_, result, bag) = Import(Table.Replace("about nine thousand", "", StringComparison.Ordinal).Replace("B-3", "A-1", StringComparison.Ordinal), Mapping);

        Assert.Equal(1, result.Skipped);
        Assert.Equal("The id \"mfa-A-1\" was already used by line 2", Assert.Single(bag.Items).Headline);
    }

    [Fact]
    public void A_cell_may_hold_several_names_a_range_a_truth_and_a_point()
    {
        var (lines, _, bag) = Import(
            "id,who,from,to,low,high,alert,lat,lon\n1,\"ALA, BOR\",2021-09-01,2021-09,3,5,ja,48.5,37\n",
            """
            {"kind":"fire","id":"{id}","source":"smm","time":{"from":"{from}","to":"{to}"},"by":{"column":"who","split":","},
             "against":{"one_of":["x","y"]},"fields":{"shots":{"low":"{low}","high":"{high}"},"alert":{"column":"alert","type":"truth","map":{"ja":"yes"}},"night":true},
             "position":{"lat":"{lat}","lon":"{lon}","accuracy_m":1000}}
            """);

        Assert.Empty(bag.Items);
        Assert.Equal(
            """{"id":"1","source":"smm","event":"1","kind":"fire","time":{"from":"2021-09-01","to":"2021-09"},"by":["ALA","BOR"],"against":{"one_of":["x","y"]},"fields":{"alert":true,"night":true,"shots":{"low":3,"high":5}},"position":{"lat":48.5,"lon":37,"accuracy_m":1000}}""",
            Assert.Single(lines));
    }

    [Fact]
    public void Only_the_rows_with_certain_values_are_imported()
    {
        var (lines, result, _) = Import(Table, Mapping.Replace("\"skip_if_empty\"", "\"only_if\": {\"State\": [\"ALA\"]}, \"skip_if_empty\"", StringComparison.Ordinal));

        Assert.Equal((1, 3), (lines.Length, result.LeftOut));
    }

    [Fact]
    public void No_mapping_and_no_table_make_the_importer_throw() => Gen.Select(Gen.Byte.Array[1, 3], Gen.Int[0, 100_000], Gen.Bool, Gen.Bool).Sample(
        (noise, at, inTable, isRemoval) =>
        {
            var (table, mapping) = (Encoding.UTF8.GetBytes(Table).ToList(), Encoding.UTF8.GetBytes(Mapping).ToList());
            var bytes = inTable ? table : mapping;
            if (isRemoval)
            {
                bytes.RemoveRange(at % bytes.Count, Math.Min(noise.Length, bytes.Count - (at % bytes.Count)));
            }
            else
            {
                bytes.InsertRange(at % bytes.Count, noise);
            }

            // Whatever is written must be readable.
            var (bag, output) = (new DiagnosticBag(), new StringWriter());
            if (CsvMapping.Read(new SourceText("mapping.json", Encoding.UTF8.GetString([.. mapping])), bag) is { } read)
            {
                CsvImporter.Import("table.csv", new MemoryStream([.. table]), output, read, bag);
            }

            Assert.Empty(Lines.Read(output.ToString().Split('\n')).Diagnostics.Items);
        },
        iter: 3000);

    [Fact]
    public void The_humanitarian_corridors_of_2022_are_imported()
    {
        using var input = File.OpenRead(Samples.Need("humanitarian-corridors-ukraine.csv"));
        var bag = new DiagnosticBag();
        var mapping = CsvMapping.Read(
            new SourceText(
                "corridors.json",
                """
                {"kind":"corridor","id":"hc-{HC_ID}","source":"peacerep","time":"{date}","recorded":"{date}",
                 "by":{"column":"proposal","map":{"Ukraine":"ukraine","Russia":"russia","Agreed":""}},
                 "from":"{From}","to":"{To}","reference":"{Link}",
                 "fields":{"outcome":{"column":"status_result","type":"text"}}}
                """),
            bag);
        Assert.NotNull(mapping);
        var output = new StringWriter();
        var result = CsvImporter.Import("humanitarian-corridors-ukraine.csv", input, output, mapping, bag);

        Assert.Empty(bag.Items);
        Assert.Equal(new ImportResult(282, 282, 0, 0), result);
        var (file, wrong) = Lines.Read(output.ToString().Split('\n'));
        Assert.Empty(wrong.Items);
        Assert.Equal(282, file.Records.Length);
        Assert.Equal(new ReportedText("disputed"), Assert.IsType<Report>(file.Records[0]).Claims[0].Fields["outcome"]);
    }

    private static (string[] Lines, ImportResult Result, DiagnosticBag Diagnostics) Import(string table, string mapping)
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var read = CsvMapping.Read(new SourceText("mapping.json", mapping), bag);
        var result = read is null
            ? new ImportResult(0, 0, 0, 0)
            : CsvImporter.Import("table.csv", new MemoryStream(Encoding.UTF8.GetBytes(table)), output, read, bag);
        return (output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), result, bag);
    }

    private static (string Code, int Line, int Column, string Underlined) Place(Diagnostic diagnostic)
    {
        var label = diagnostic.Labels[0];
        var at = label.File.PositionOf(label.Span.Start);
        return (diagnostic.Code, at.Line, at.Column, label.File.Content.Substring(label.Span.Start, label.Span.Length));
    }
}
