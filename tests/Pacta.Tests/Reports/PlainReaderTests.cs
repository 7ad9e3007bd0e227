using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;
using Pacta.Reports.Lines;
using Pacta.Reports.Plain;

namespace Pacta.Tests.Reports;

/// <summary>Plain lines are read another way than all others; what comes out must be the same.</summary>
public sealed class PlainReaderTests
{
    [Fact]
    public void What_it_reads_is_what_the_reader_of_all_lines_reads_and_that_finds_nothing_wrong() => LineTextGen.Line.Array[1, 4].Sample(
        lines =>
        {
            var reader = new PlainReader();
            foreach (var line in lines)
            {
                AssertSame(reader, Encoding.UTF8.GetBytes(line));
            }
        },
        iter: 20_000,
        threads: 1,
        print: lines => string.Join('\n', lines));

    [Fact]
    public void A_line_with_some_bytes_changed_is_not_read_otherwise_either() =>
        Gen.Select(Gen.OneOf(LineTextGen.Line, RecordGen.Any.Select(ReportWriter.Line)), Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[1, 2]).Sample(
            (line, changes) =>
            {
                var bytes = Encoding.UTF8.GetBytes(line);
                foreach (var (at, value) in changes)
                {
                    bytes[at % bytes.Length] = value is (byte)'\n' ? (byte)' ' : value;
                }

                AssertSame(new PlainReader(), bytes);
            },
            iter: 20_000);

    [Fact]
    public void A_whole_file_is_read_as_its_lines_are_one_by_one() => Gen.Select(
        Gen.OneOf(LineTextGen.Line, LineTextGen.Line, Gen.OneOf("", "  ", "{")).Array[1, 8],
        Gen.OneOf("\n", "\r\n", " \n\t"),
        Gen.Int[0, 2],
        Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[0, 1]).Sample(
        (lines, between, marks, changes) =>
        {
            var bytes = Encoding.UTF8.GetBytes(new string('\ufeff', marks) + string.Join(between, lines));
            foreach (var (at, value) in changes.Where(_ => bytes.Length > 6))
            {
                bytes[6 + (at % (bytes.Length - 6))] = value;
            }

            var (whole, alone) = (new DiagnosticBag(), new DiagnosticBag());
            var file = ReportReader.Read("f.jsonl", bytes, whole, keepGoing: true);
            var text = ReportReader.TextOf(marks > 0 ? bytes.AsSpan(3) : bytes);
            var each = text.Split('\n').SelectMany((line, i) => ReportReader.ReadLine("f.jsonl", i + 1, i == 0 && line.StartsWith('\ufeff') ? line[1..] : line, alone).Records).ToList();

            // What two lines say of each other none of them says alone.
            Assert.Equal(each.DistinctBy(r => r.Id).Select(Told), file.Records.Select(Told));
            Assert.Equal(alone.Items.Select(d => Told(d, ofFile: false)), whole.Items.Where(d => !d.Headline.StartsWith("Lines ", StringComparison.Ordinal)).Select(d => Told(d, ofFile: text.StartsWith('\ufeff'))));
        },
        iter: 5_000);

    [Theory]
    [InlineData("""{"id":"r1","source":"smm","event":"north_wind","kind":"exercise","time":"2021-09-10"}""")]
    [InlineData("""{"id":"r2","source":"aland_gs","published":"2021-09-09","event":"north_wind","kind":"exercise","time":"2021-09-10","end":"2021-09-16","by":"aland","in":"zone_of_application","fields":{"troops":12800}}""")]
    [InlineData("""{"id":"r3","source":"smm","event":"note_7","kind":"notification","time":"2021-08-02","by":"aland","of":"north_wind","to":["borland","cedria"]}""")]
    [InlineData("""{ "id" : "r4", "source" : "smm", "recorded" : "2021-09-12T08:00:00Z", "event" : "fire_12", "kind" : "fire", "claim" : "attribution", "polarity" : "denies", "by" : {"one_of":["aland","borland"]} }""")]
    [InlineData("""{"id":"r5","source":"smm","event":"x","kind":"fire","time":{"from":"2021-09-10","to":"2021-09-12"},"distances":{"contact_line":{"value":12,"unit":"km"}},"position":{"lat":48.02,"lon":37.8,"accuracy_m":500},"fields":{"shots":{"about":40},"heavy":true,"note":"по селу"}}""")]
    [InlineData("""{"id":"r6","source":"smm","recorded":"2021-09-12","retracts":["r1","r2"],"reference":"letter of 12 September"}""")]
    public void Usual_lines_are_plain(string line) => Assert.NotNull(new PlainReader().Read(Encoding.UTF8.GetBytes(line), default));

    [Fact]
    public void What_recurs_is_made_once()
    {
        var records = ReportReader.Read(
            new SourceText("f", string.Join('\n', Enumerable.Range(0, 2).Select(i => $$$"""{"id":"r{{{i}}}","source":"smm","event":"e{{{i}}}","kind":"fire","time":"2021-09-10","by":"aland","fields":{"shots":3}}"""))),
            new DiagnosticBag(), keepGoing: true).Records.Cast<Report>().ToList();

        Assert.Same(records[0].Source, records[1].Source);
        Assert.Same(records[0].Claims[0].Kind, records[1].Claims[0].Kind);
        Assert.Same(records[0].Claims[0].Time, records[1].Claims[0].Time);
        Assert.Same(records[0].Claims[0].Roles, records[1].Claims[0].Roles);
        Assert.Same(records[0].Claims[0].Fields, records[1].Claims[0].Fields);
    }

    private static void AssertSame(PlainReader reader, byte[] bytes)
    {
        var text = new SourceText("f.jsonl", "");
        var place = new RecordPlace("f.jsonl", 1) { Text = text };
        if (reader.Read(bytes, place) is not { } plain)
        {
            return;
        }

        var bag = new DiagnosticBag();
        var decoded = ReportReader.TextOf(bytes);
        Assert.Equal(bytes, Encoding.UTF8.GetBytes(decoded));
        Assert.DoesNotContain('\0', decoded);
        Assert.DoesNotContain('\uffff', decoded);
        var record = RecordLine.Read(new LineContext(text, 1, 0, bytes, bag), bytes);
        Assert.Empty(bag.Items);
        Assert.NotNull(record);
        Assert.Equal(Told(record), Told(plain));
        Assert.Equal(record, plain, SameContent.Comparer);
    }

    private static string Told(ReportRecord record) =>
        $"{record.Place} {(record is Report report ? string.Join(' ', report.Claims.Select(c => c.Id)) : "")} {ReportWriter.Line(record)}";

    private static string Told(Diagnostic diagnostic, bool ofFile)
    {
        var label = diagnostic.Labels[0];
        var (line, column) = label.File.PositionOf(label.Span.Start);
        return $"{diagnostic.Code} {diagnostic.Headline} {diagnostic.Help} {diagnostic.Example} {label.Message} at {line}:{(ofFile && line == 1 ? column - 1 : column)} \"{label.File.Content.AsSpan(label.Span.Start, label.Span.Length)}\"";
    }
}
