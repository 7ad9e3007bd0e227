using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Reports;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

public sealed class AcledImporterTests
{
    private const string Header =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n";

    private const string Row =
        "ALA101,2021-09-10,2021,1,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,Military Forces of Aland,,1,Front of Borland,,2,12,,999,Invented,Aland,North County,Upper,,Alton,48.5,37.25,1,Northern Wire,National,\"Shells fell near Alton; \"\"heavy\"\".\",2,,1631577600\n";

    private static readonly AcledOptions Named = AcledOptions.Default with { Actors = AcledOptions.Default.Actors.Add("Military Forces of Aland", "aland") };

    [Fact]
    public void A_row_becomes_a_report_of_what_its_source_says()
    {
        var (records, result, bag) = Import(Header + Row, Named);

        Assert.Equal(new ImportResult(1, 1, 0, 0), result);
        Assert.Equal(
            """{"id":"acled-ALA101-1631577600","source":"acled","origin":"Northern Wire","published":"2021-09-14T00:00:00Z","recorded":"2021-09-14T00:00:00Z","reference":"ACLED ALA101; Explosions/Remote violence: Shelling/artillery/missile attack; Military Forces of Aland / Front of Borland; Alton, Upper, North County, Aland; sources: National; Shells fell near Alton; \"heavy\".","event":"acled-ALA101","kind":"fire","basis":"hearsay","time":"2021-09-10","by":{"one_of":["aland","front_of_borland"]},"in":"north_county","fields":{"deaths":2},"position":{"lat":48.5,"lon":37.25,"accuracy_m":5000}}""",
            ReportWriter.Line(Assert.Single(records)));
        Assert.Equal("\"Front of Borland\" became the actor front_of_borland (1 times)", Assert.Single(bag.Items).Headline);
    }

    [Fact]
    public void Each_source_is_an_origin_of_the_same_event_and_all_are_one_if_asked_for()
    {
        var table = Header + Row.Replace("Northern Wire,", "Northern Wire; Aland Today ;Northern Wire,", StringComparison.Ordinal);
        var reports = Import(table).Records.Cast<Report>().ToList();

        Assert.Equal(["acled-ALA101-1631577600-1", "acled-ALA101-1631577600-2"], reports.Select(r => r.Id));
        Assert.Equal(["Northern Wire", "Aland Today"], reports.Select(r => r.Origin));
        Assert.Equal("acled-ALA101", Assert.Single(reports.Select(r => r.Claims[0].Event).Distinct()));
        Assert.Equal("Aland Today; Northern Wire", Assert.IsType<Report>(Assert.Single(Import(table, AcledOptions.Default with { IsOneOrigin = true }).Records)).Origin);
    }

    [Theory]
    [InlineData("2021-09-10,2021,1,", "2021-09-10")]
    [InlineData("10 September 2021,2021,1,", "2021-09-10")]
    [InlineData("10-Sep-2021,2021,1,", "2021-09-10")]
    [InlineData("10-09-2021,2021,1,", "2021-09-10")]
    [InlineData("10/09/2021,2021,1,", "2021-09-10")]
    [InlineData("2021-09-10,2021,2,", "2021-09-04..2021-09-16")]
    [InlineData("2021-09-15,2021,3,", "2021-09-01..2021-09-30")]
    [InlineData("2021-09-03,2021,3,", "2021-08-20..2021-09-30")]
    public void The_precision_of_the_date_is_kept(string written, string time) => Assert.Equal(
        time, Assert.IsType<Report>(Assert.Single(Import(Header + Row.Replace("2021-09-10,2021,1,", written, StringComparison.Ordinal)).Records)).Claims[0].Time?.ToString());

    [Theory]
    [InlineData("48.5,37.25,1,", 5_000.0)]
    [InlineData("48.5,37.25,2,", 25_000.0)]
    [InlineData("48.5,37.25,3,", 150_000.0)]
    [InlineData("48.5,37.25,,", null)]
    [InlineData(",,1,", null)]
    public void The_precision_of_the_place_is_kept(string written, double? accuracy)
    {
        var fields = Assert.IsType<Report>(Assert.Single(Import(Header + Row.Replace("48.5,37.25,1,", written, StringComparison.Ordinal)).Records)).Claims[0].Fields;

        Assert.Equal(accuracy, (fields.GetValueOrDefault("position") as ReportedPosition)?.AccuracyMetres);
    }

    [Theory]
    [InlineData("Military Forces of Aland", "", "Battles", "", "aland")]
    [InlineData("Military Forces of Aland", "Front of Borland", "Battles", "", "aland|front_of_borland")]
    [InlineData("Front of Borland", "Civilians (Aland)", "Violence against civilians", "", "front_of_borland")]
    [InlineData("Civilians (Aland)", "Front of Borland", "Explosions/Remote violence", "Civilian targeting", "front_of_borland")]
    [InlineData("Civilians (Aland)", "Civilians (Borland)", "Violence against civilians", "", "civilians_aland|civilians_borland")]
    [InlineData("Front of Borland", "Unidentified Armed Group (Aland)", "Battles", "", "")]
    [InlineData("Unidentified Armed Group (Aland)", "Civilians (Aland)", "Violence against civilians", "Civilian targeting", "")]
    public void Who_did_it_is_one_of_both_the_one_who_is_no_target_or_nobody_named(string first, string second, string type, string targeting, string by)
    {
        var row = Row.Replace("Military Forces of Aland,,1,Front of Borland", $"{first},,1,{second}", StringComparison.Ordinal)
            .Replace("Explosions/Remote violence", type, StringComparison.Ordinal).Replace(",12,,999", $",12,{targeting},999", StringComparison.Ordinal);
        var value = Assert.IsType<Report>(Assert.Single(Import(Header + row, Named).Records)).Claims[0].Roles.GetValueOrDefault("by");

        Assert.Equal(by, value switch { ReportedText one => one.Text, ReportedNames { IsOneOf: true } several => string.Join('|', several.Names), _ => "" });
    }

    [Fact]
    public void An_unidentified_actor_for_whom_one_was_given_is_that_one()
    {
        var row = Row.Replace("Front of Borland", "Unidentified Armed Group (Aland)", StringComparison.Ordinal);
        var options = Named with { Actors = Named.Actors.Add("Unidentified Armed Group (Aland)", "armed_group") };

        Assert.Equal(new ReportedNames(["aland", "armed_group"], true), Assert.IsType<Report>(Assert.Single(Import(Header + row, options).Records)).Claims[0].Roles["by"]);
    }

    [Fact]
    public void Types_of_events_have_kinds_and_other_rows_are_left_out()
    {
        var options = AcledOptions.Default with { Kinds = ImmutableDictionary<string, string>.Empty.Add("Battles", "clash").Add("Shelling/artillery/missile attack", "shelling") };
        var (records, result, _) = Import(
            Header + Row + Row.Replace("ALA101", "ALA102", StringComparison.Ordinal).Replace("Explosions/Remote violence,Shelling/artillery/missile attack", "Battles,Armed clash", StringComparison.Ordinal)
            + Row.Replace("ALA101", "ALA103", StringComparison.Ordinal).Replace("Shelling/artillery/missile attack", "Grenade", StringComparison.Ordinal),
            options);

        Assert.Equal(["shelling", "clash"], records.Cast<Report>().Select(r => r.Claims[0].Kind));
        Assert.Equal(new ImportResult(3, 2, 0, 1), result);
    }

    [Fact]
    public void An_export_of_the_time_before_2023_is_read()
    {
        var (records, _, _) = Import(
            "data_id,iso,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,source,fatalities,timestamp,iso3\n"
            + "8001,999,10 September 2021,2021,1,Battles,Armed clash,Military Forces of Aland,,1,,Northern Wire,0,1631577600,ALA\n");

        Assert.Equal("acled-8001", Assert.IsType<Report>(Assert.Single(records)).Claims[0].Event);
    }

    [Fact]
    public void Without_a_time_stamp_the_last_day_it_may_have_been_is_when_it_was_recorded()
    {
        var report = Assert.IsType<Report>(Assert.Single(Import(Header + Row.Replace(",1631577600\n", ",\n", StringComparison.Ordinal).Replace("2021,1,", "2021,2,", StringComparison.Ordinal)).Records));

        Assert.Equal(("acled-ALA101", null, "2021-09-16"), (report.Id, report.Published, report.Recorded?.ToString()));
    }

    [Theory]
    [InlineData("2021-09-10", "2021-13-10", "is not a date")]
    [InlineData("2021,1,", "2021,4,", "is no precision of a time")]
    [InlineData("37.25,1,", "37.25,7,", "is no precision of a place")]
    [InlineData("37.25,", "237.25,", "is no longitude")]
    [InlineData(",2,,16", ",some,,16", "is not a number of deaths")]
    [InlineData("1631577600", "yesterday", "is no time stamp")]
    [InlineData("ALA101", "", "An event needs its id")]
    public void A_wrong_cell_is_located_and_the_other_rows_are_imported(string right, string wrong, string words)
    {
        var (records, result, bag) = Import(Header + Row.Replace(right, wrong, StringComparison.Ordinal) + Row.Replace("ALA101", "ALA102", StringComparison.Ordinal));

        Assert.Equal("acled-ALA102", Assert.IsType<Report>(Assert.Single(records)).Claims[0].Event);
        Assert.Equal(new ImportResult(2, 1, 1, 0), result);
        var error = Assert.Single(bag.Items, d => d.Severity == Severity.Error);
        Assert.Equal(("PACTA0606", 2), (error.Code, error.Labels[0].File.PositionOf(error.Labels[0].Span.Start).Line));
        Assert.Contains(words, error.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_table_is_refused_with_the_columns_it_lacks() => Assert.Equal(
        "This is no table of ACLED events: it has no column event_id_cnty, event_date, event_type, actor1, source", Assert.Single(Import("a,b\n1,2\n").Diagnostics.Items).Headline);

    [Fact]
    public void No_table_makes_the_importer_throw() => Gen.Select(Gen.Byte.Array[1, 3], Gen.Int[0, 100_000]).Sample(
        (noise, at) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Header + Row + Row).ToList();
            bytes.InsertRange(at % bytes.Count, noise);
            var output = new StringWriter();
            AcledImporter.Import("acled.csv", new MemoryStream([.. bytes]), output, AcledOptions.Default, new DiagnosticBag());
            Assert.Empty(Lines.Read(output.ToString().Split('\n')).Diagnostics.Items);
        },
        iter: 2000);

    private static (IReadOnlyList<ReportRecord> Records, ImportResult Result, DiagnosticBag Diagnostics) Import(string table, AcledOptions? options = null)
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var result = AcledImporter.Import("acled.csv", new MemoryStream(Encoding.UTF8.GetBytes(table)), output, options ?? AcledOptions.Default, bag);
        var (file, wrong) = Lines.Read(output.ToString().Split('\n'));
        Assert.Empty(wrong.Items);
        return (file.Records, result, bag);
    }
}
