using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Reports;
using Pacta.Reports.Import;

namespace Pacta.Tests.Reports;

public sealed class GdeltImporterTests
{
    private static readonly GdeltOptions Fire = GdeltOptions.Default with { Codes = [new GdeltCodes("190", "196", "fire")] };

    /// <summary>The 61 cells of an event, by their numbers in the code book from 0 on.</summary>
    internal static string Event(params (int Column, string Cell)[] changes)
    {
        var cells = new string[61];
        Array.Fill(cells, "");
        (int, string)[] usual =
        [
            (0, "1001"), (1, "20210910"), (2, "202109"), (3, "2021"), (4, "2021.6849"), (5, "ALAMIL"), (6, "ALAND MILITARY"), (7, "ALA"), (12, "MIL"), (15, "BOR"), (16, "BORLAND"),
            (25, "1"), (26, "190"), (27, "190"), (28, "19"), (29, "4"), (30, "-10.0"), (31, "6"), (32, "2"), (33, "5"), (34, "-4.5"), (35, "1"), (36, "Aland"), (43, "1"),
            (51, "4"), (52, "Alton, North County, Aland"), (53, "AL"), (56, "48.5"), (57, "37.25"), (58, "-99"), (59, "20210910143000"), (60, "https://www.northernwire.example/a/1"),
        ];
        foreach (var (column, cell) in usual.Concat(changes))
        {
            cells[column] = cell;
        }

        return string.Join('\t', cells) + "\n";
    }

    internal static string Mention(params (int Column, string Cell)[] changes)
    {
        string[] cells =
        [
            "1001", "20210910143000", "20210910150000", "1", "alandtoday.example", "https://alandtoday.example/x", "3", "10", "40", "25", "0", "40", "2100", "-4.2", "srclc:fra; eng:Moses", "",
        ];
        foreach (var (column, cell) in changes)
        {
            cells[column] = cell;
        }

        return string.Join('\t', cells) + "\n";
    }

    [Fact]
    public void An_event_is_what_a_machine_inferred_from_an_outlet()
    {
        var (records, result, _) = Import(Event(), options: Fire with { Actors = Fire.Actors.Add("ALAMIL", "aland").Add("BORLAND", "borland"), Target = "against" });

        Assert.Equal(new ImportResult(1, 1, 0, 0), result);
        Assert.Equal(
            """{"id":"gdelt-1001","source":"gdelt","origin":"northernwire.example","published":"2021-09-10T14:30:00Z","recorded":"2021-09-10T14:30:00Z","reference":"GDELT 1001, CAMEO 190: ALAND MILITARY (ALAMIL) upon BORLAND (BOR); root event; when first seen: 6 mentions, 2 sources, 5 articles; https://www.northernwire.example/a/1","event":"gdelt-1001","kind":"fire","basis":"inference","time":"2021-09-10","by":"aland","in":"alton_north_county_aland","against":"borland","position":{"lat":48.5,"lon":37.25,"accuracy_m":10000}}""",
            ReportWriter.Line(Assert.Single(records)));
    }

    [Fact]
    public void A_mention_is_an_outlet_heard_and_its_confidence_is_no_grade()
    {
        var (records, result, _) = Import(Event(), Mention());

        Assert.Equal(new ImportResult(2, 2, 0, 0), result);
        Assert.All(records, r => Assert.IsType<Report>(r));
        var mention = Assert.IsType<Report>(records[1]);
        Assert.Matches("^gdelt-1001-20210910150000-[0-9a-f]{10}$", mention.Id);
        Assert.Equal(
            $$"""{"id":"{{mention.Id}}","source":"gdelt","origin":"alandtoday.example","published":"2021-09-10T15:00:00Z","recorded":"2021-09-10T15:00:00Z","reference":"GDELT mention of 1001, sentence 3, confidence of the extraction 40 %, translated by machine (srclc:fra; eng:Moses); https://alandtoday.example/x","event":"gdelt-1001","kind":"fire","basis":"hearsay","time":"2021-09-10","by":"aland_military"}""",
            ReportWriter.Line(mention));
    }

    /// <summary>The outlet of the event's address is the one that its first mention names: one origin, not two.</summary>
    [Fact]
    public void The_event_and_the_mention_that_it_was_found_in_have_one_origin()
    {
        var (records, _, _) = Import(Event(), Mention((4, "northernwire.example"), (5, "https://www.northernwire.example/a/1")));

        Assert.Equal("northernwire.example", Assert.Single(records.Cast<Report>().Select(r => r.Origin).Distinct()));
    }

    [Fact]
    public void The_same_row_twice_is_a_copy_and_another_sentence_is_another_mention()
    {
        var (records, result, _) = Import(Event(), Mention() + Mention() + Mention((6, "4")));

        Assert.Equal(4, result.Written);
        Assert.Equal(3, records.Count);
    }

    [Fact]
    public void Mentions_of_events_that_are_not_in_the_table_are_left_out_and_told()
    {
        var (records, result, bag) = Import(Event() + Event((0, "1002"), (26, "036")), Mention((0, "7")) + Mention((0, "1002")));

        Assert.Single(records);
        Assert.Equal(new ImportResult(4, 1, 0, 3), result);
        Assert.Equal("Mentions of events that the table of events does not have: 1", Assert.Single(bag.Items, d => d.Code == "PACTA0613").Headline);
    }

    [Theory]
    [InlineData("190-196=fire", "190", true)]
    [InlineData("190-196=fire", "1951", true)]
    [InlineData("190-196=fire", "196", true)]
    [InlineData("190-196=fire", "19", false)]
    [InlineData("190-196=fire", "20", false)]
    [InlineData("19=fire", "1951", true)]
    [InlineData("036=meeting", "036", true)]
    [InlineData("036=meeting", "36", false)]
    public void Codes_cover_what_is_filed_under_them(string codes, string code, bool covers) => Assert.Equal(covers, GdeltCodes.Parse(codes)?.Covers(code));

    [Theory]
    [InlineData("fire")]
    [InlineData("190-196")]
    [InlineData("190=")]
    [InlineData("196-190=fire")]
    [InlineData("19-196=fire")]
    [InlineData("fire=190")]
    public void What_says_no_codes_is_none(string text) => Assert.Null(GdeltCodes.Parse(text));

    [Fact]
    public void The_most_special_codes_count() => Assert.Equal(
        ["shelling", "fire"],
        new[] { "194", "190" }.Select((GdeltOptions.Default with { Codes = [new GdeltCodes("194", "194", "shelling"), new GdeltCodes("19", "19", "fire")] }).KindOf));

    [Theory]
    [InlineData("1", null)]
    [InlineData("2", 150_000.0)]
    [InlineData("3", 10_000.0)]
    [InlineData("4", 10_000.0)]
    [InlineData("5", 150_000.0)]
    [InlineData("0", null)]
    public void The_type_of_the_place_says_how_exact_its_point_is(string type, double? accuracy)
    {
        var claim = Assert.IsType<Report>(Assert.Single(Import(Event((51, type))).Records)).Claims[0];

        Assert.Equal(accuracy, (claim.Fields.GetValueOrDefault("position") as ReportedPosition)?.AccuracyMetres);
        Assert.Equal(new ReportedText("alton_north_county_aland"), claim.Roles["in"]);
    }

    [Fact]
    public void Where_the_machine_found_no_actor_nobody_is_named() =>
        Assert.False(Assert.IsType<Report>(Assert.Single(Import(Event((5, ""), (6, ""))).Records)).Claims[0].Roles.ContainsKey("by"));

    [Theory]
    [InlineData(0, "x1", "is not the id of an event")]
    [InlineData(1, "2021-09-10", "is not a date")]
    [InlineData(56, "148.5", "is no latitude")]
    [InlineData(59, "20210910", "is not a time")]
    public void A_wrong_cell_is_located_and_the_other_rows_are_imported(int column, string cell, string words)
    {
        var (records, result, bag) = Import(Event((column, cell)) + Event((0, "1002")) + "too\tfew\n");

        Assert.Equal("gdelt-1002", Assert.Single(records).Id);
        Assert.Equal(new ImportResult(3, 1, 2, 0), result);
        var errors = bag.Items.Where(d => d.Severity == Severity.Error).ToList();
        Assert.Equal(["PACTA0606", "PACTA0605"], errors.Select(e => e.Code));
        Assert.Contains(words, errors[0].Headline, StringComparison.Ordinal);
        var label = errors[0].Labels[0];
        Assert.Equal((1, cell), (label.File.PositionOf(label.Span.Start).Line, label.File.Content.Substring(label.Span.Start, label.Span.Length)));
        Assert.Equal(3, errors[1].Labels[0].File.PositionOf(0).Line);
    }

    [Fact]
    public void No_table_makes_the_importer_throw() => Gen.Select(Gen.Byte.Array[1, 3], Gen.Int[0, 100_000], Gen.Bool).Sample(
        (noise, at, inEvents) =>
        {
            var (events, mentions) = (Encoding.UTF8.GetBytes(Event() + Event((0, "1002"))).ToList(), Encoding.UTF8.GetBytes(Mention() + Mention((6, "4"))).ToList());
            var bytes = inEvents ? events : mentions;
            bytes.InsertRange(at % bytes.Count, noise);
            var output = new StringWriter();
            GdeltImporter.Import("e", new MemoryStream([.. events]), ("m", new MemoryStream([.. mentions])), output, Fire, new DiagnosticBag());
            Assert.Empty(Lines.Read(output.ToString().Split('\n')).Diagnostics.Items);
        },
        iter: 2000);

    private static (IReadOnlyList<ReportRecord> Records, ImportResult Result, DiagnosticBag Diagnostics) Import(string events, string? mentions = null, GdeltOptions? options = null)
    {
        var (bag, output) = (new DiagnosticBag(), new StringWriter());
        var result = GdeltImporter.Import(
            "events.tsv", new MemoryStream(Encoding.UTF8.GetBytes(events)), mentions is null ? null : ("mentions.tsv", new MemoryStream(Encoding.UTF8.GetBytes(mentions))), output, options ?? Fire, bag);
        var (file, wrong) = Lines.Read(output.ToString().Split('\n'));
        Assert.Empty(wrong.Items);
        return (file.Records, result, bag);
    }
}
