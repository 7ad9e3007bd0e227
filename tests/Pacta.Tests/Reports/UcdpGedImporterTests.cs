using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

public sealed class UcdpGedImporterTests
{
    internal const string Header =
        "id,relid,type_of_violence,side_a,side_b,source_office,source_date,source_headline,source_original,where_prec,adm_1,latitude,longitude,event_clarity,date_prec,date_start,date_end,best,high,low\n";

    internal const string Row =
        "17,ALA-1,1,Government of Aland,Front of Borland,Northern Wire;Wire,2021-09-12;11/09/2021,\"Shots, \"\"heavy\"\"; two dead\",Aland's ministry,2,North county,48.5,37.25,1,1,9/10/2021 12:00:00 AM,9/10/2021 12:00:00 AM,2,3,2\n";

    [Fact]
    public void A_row_becomes_a_report_of_one_event()
    {
        var (records, result, bag) = Import(Header + Row, UcdpGedOptions.Default with { Actors = UcdpGedOptions.Default.Actors.Add("Government of Aland", "aland") });

        var report = Assert.IsType<Report>(Assert.Single(records));
        Assert.Equal(new ImportResult(1, 1, 0, 0), result);
        Assert.Equal(
            """{"id":"ged-17","source":"ucdp_ged","origin":"Aland's ministry","published":"2021-09-12","recorded":"2021-09-12","reference":"UCDP GED 17 (ALA-1): Shots, \"heavy\"; two dead","event":"ged-17","kind":"fire","time":"2021-09-10","by":{"one_of":["aland","front_of_borland"]},"in":"north_county","fields":{"deaths":{"low":2,"high":3}},"position":{"lat":48.5,"lon":37.25,"accuracy_m":25000}}""",
            ReportWriter.Line(report));
        var note = Assert.Single(bag.Items);
        Assert.Equal(("PACTA0608", Severity.Note, "\"Front of Borland\" became the actor front_of_borland (1 times)"), (note.Code, note.Severity, note.Headline));
    }

    [Theory]
    [InlineData("1/22/2014 12:00:00 AM", "2014-01-22")]
    [InlineData("05/02/2014 00:00", "2014-05-02")]
    [InlineData("2014-01-22 00:00:00.000", "2014-01-22")]
    public void The_date_styles_of_the_data_set_are_read(string written, string date)
    {
        var (records, _, _) = Import(Header + Row.Replace("9/10/2021 12:00:00 AM", written, StringComparison.Ordinal));

        Assert.Equal(date, Assert.IsType<Report>(Assert.Single(records)).Claims[0].Time?.ToString());
    }

    [Fact]
    public void A_span_of_days_is_one_unknown_instant_in_between()
    {
        var (records, _, _) = Import(Header + Row.Replace(",9/10/2021 12:00:00 AM,2,", ",9/14/2021 12:00:00 AM,2,", StringComparison.Ordinal));

        Assert.Equal("2021-09-10..2021-09-14", Assert.IsType<Report>(Assert.Single(records)).Claims[0].Time?.ToString());
    }

    [Fact]
    public void In_one_sided_violence_the_first_side_did_it()
    {
        var (records, _, _) = Import(Header + Row.Replace(",1,Gov", ",3,Gov", StringComparison.Ordinal));

        Assert.Equal(new ReportedText("government_of_aland"), Assert.IsType<Report>(Assert.Single(records)).Claims[0].Roles["by"]);
    }

    [Fact]
    public void Without_a_readable_date_of_an_article_the_end_of_the_event_is_when_it_was_recorded()
    {
        var (records, _, _) = Import(Header + Row.Replace("2021-09-12;11/09/2021", "", StringComparison.Ordinal));
        var report = Assert.IsType<Report>(Assert.Single(records));

        Assert.Null(report.Published);
        Assert.Equal("2021-09-10", report.Recorded?.ToString());
    }

    [Fact]
    public void Windows_1252_is_recognised()
    {
        var bag = new DiagnosticBag();
        var output = new StringWriter();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header), .. Encoding.Latin1.GetBytes(Row.Replace("Aland's", "\u00c5land\u0092s", StringComparison.Ordinal))];
        UcdpGedImporter.Import("ged.csv", new MemoryStream(bytes), output, UcdpGedOptions.Default, bag);

        Assert.Contains("\"origin\":\"Åland’s ministry\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_an_error_is_located_and_the_others_are_imported()
    {
        var second = Row.Replace("17,", "18,", StringComparison.Ordinal).Replace("two dead", "two\ndead", StringComparison.Ordinal);
        var wrong = Row.Replace("17,", "19,", StringComparison.Ordinal).Replace(",48.5,", ",north,", StringComparison.Ordinal);
        var (records, result, bag) = Import(Header + Row + second + wrong + "\n" + Row.Replace("17,", "20,", StringComparison.Ordinal) + "21,too few\n");

        Assert.Equal(["ged-17", "ged-18", "ged-20"], records.Select(r => r.Id));
        Assert.Equal(new ImportResult(5, 3, 2, 0), result);
        var errors = bag.Items.Where(d => d.Severity == Severity.Error).ToList();
        Assert.Equal(["PACTA0606", "PACTA0605"], errors.Select(e => e.Code));
        var label = errors[0].Labels[0];
        Assert.Equal((5, "north"), (label.File.PositionOf(label.Span.Start).Line, label.File.Content.Substring(label.Span.Start, label.Span.Length)));
        Assert.Equal(wrong.IndexOf("north", StringComparison.Ordinal) + 1, label.File.PositionOf(label.Span.Start).Column);
        Assert.Equal(8, errors[1].Labels[0].File.PositionOf(errors[1].Labels[0].Span.Start).Line);
    }

    [Fact]
    public void Estimates_that_contradict_each_other_are_left_out_and_warned_of()
    {
        var (records, result, bag) = Import(Header + Row.Replace(",2,3,2\n", ",53,0,53\n", StringComparison.Ordinal));

        Assert.Equal((1, 0), (result.Written, result.Skipped));
        Assert.False(Assert.IsType<Report>(Assert.Single(records)).Claims[0].Fields.ContainsKey("deaths"));
        Assert.Contains(bag.Items, d => d is { Code: "PACTA0609", Severity: Severity.Warning });
    }

    [Fact]
    public void Another_table_is_refused_with_the_columns_it_lacks()
    {
        var (_, result, bag) = Import("a,b\n1,2\n");

        Assert.Equal(0, result.Rows);
        Assert.Equal("PACTA0602", Assert.Single(bag.Items).Code);
        Assert.Contains("date_start", bag.Items[0].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_is_an_error() => Assert.Equal("PACTA0601", Assert.Single(Import("").Diagnostics.Items).Code);

    [Fact]
    public void No_table_makes_the_importer_throw() => Gen.Select(Gen.Byte.Array[1, 3], Gen.Int[0, 100_000]).Sample(
        (noise, at) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Header + Row + Row).ToList();
            bytes.InsertRange(at % bytes.Count, noise);
            UcdpGedImporter.Import("ged.csv", new MemoryStream([.. bytes]), TextWriter.Null, UcdpGedOptions.Default, new DiagnosticBag());
        },
        iter: 2000);

    [Fact]
    public void The_events_of_Ukraine_are_imported_whole()
    {
        using var input = File.OpenRead(Samples.Need("ucdp-ged-ukraine.csv"));
        var (bag, output, calls) = (new DiagnosticBag(), new StringWriter(), new List<int>());
        var result = UcdpGedImporter.Import("ucdp-ged-ukraine.csv", input, output, UcdpGedOptions.Default, bag, calls.Add);

        Assert.Equal(new ImportResult(3883, 3883, 0, 0), result);
        Assert.Equal([1000, 2000, 3000, 3883], calls);
        Assert.DoesNotContain(bag.Items, d => d.Severity == Severity.Error);
        Assert.Equal(31, bag.Items.Count(d => d.Code == "PACTA0609"));
        var read = new DiagnosticBag();
        Assert.Equal(3883, ReportReader.Read(new SourceText("ged.jsonl", output.ToString()), read, keepGoing: true).Records.Length);
        Assert.Empty(read.Items);
    }

    private static (IReadOnlyList<ReportRecord> Records, ImportResult Result, DiagnosticBag Diagnostics) Import(string table, UcdpGedOptions? options = null)
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var result = UcdpGedImporter.Import("ged.csv", new MemoryStream(Encoding.UTF8.GetBytes(table)), output, options ?? UcdpGedOptions.Default, bag);
        var (file, wrong) = Lines.Read(output.ToString().Split('\n'));
        Assert.Empty(wrong.Items);
        return (file.Records, result, bag);
    }
}
