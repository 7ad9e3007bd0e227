using System.Globalization;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

/// <summary>Many lines are read at once; what comes out is what one after the other gives.</summary>
public sealed class ManyLinesTests
{
    private const int Count = 3_000;

    [Fact]
    public void Records_and_errors_are_those_of_each_line_in_the_order_of_the_lines()
    {
        var (file, bag) = Read(keepGoing: true);

        Assert.Equal(Enumerable.Range(0, Count).Where(i => i % 7 != 3 && i % 500 != 499 && i % 500 != 498).Select(i => $"r{i}"), file.Records.Select(r => r.Id));
        Assert.Equal(Enumerable.Range(0, Count).Count(i => i % 7 == 3 || i % 500 == 498), file.Skipped);
        Assert.Equal(Count, file.Lines);
        var lines = bag.Items.Select(d => d.Labels[0].File.PositionOf(d.Labels[0].Span.Start).Line).ToList();
        Assert.Equal(lines.Order(), lines);
        Assert.All(file.Records, r => Assert.Equal(r.Id, $"r{r.Place.Line - 1}"));
        Assert.Equal(Enumerable.Range(0, Count).Where(i => i % 500 == 498 && i % 7 != 3).Select(i => i + 1), bag.Items.Where(d => d.Code == "PACTA0514").Select(d => d.Labels[0].File.PositionOf(d.Labels[0].Span.Start).Line));
    }

    [Fact]
    public void Who_will_not_go_on_stops_after_a_hundred_faulty_lines()
    {
        var (file, bag) = Read(keepGoing: false);

        Assert.Equal(ReportReader.FaultyLinesBeforeStopping, file.Skipped);
        Assert.Equal("PACTA0517", bag.Items[^1].Code);
        Assert.InRange(file.Records.Length, 1, 700);
    }

    [Fact]
    public void Lines_to_be_kept_are_the_same_as_those_that_are_written_one_by_one()
    {
        var bag = new DiagnosticBag();
        var (items, lines, skipped) = ReportReader.ReadToKeep(Text(), bag, keepGoing: true, (record, line) => (record.Id, Line: Encoding.UTF8.GetString(line.Span)));
        var file = Read(keepGoing: true).File;

        Assert.Equal(file.Records.Select(r => (r.Id, ReportWriter.Line(r))), items);
        Assert.Equal((file.Lines, file.Skipped), (lines, skipped));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => i % 7 != 3),
            ReportReader.EachToKeep(Text(), new DiagnosticBag(), (record, _) => record.Id).Select(l => l.IsGood));
    }

    /// <summary>Content is the same where the line that is kept is the same: stores and files then agree on what is a copy.</summary>
    [Fact]
    public void Records_of_the_same_content_are_the_same_line_and_others_are_not()
    {
        var records = Read(keepGoing: true).File.Records.Take(200).ToList();

        Assert.All(records, a => Assert.All(records, b => Assert.Equal(
            SameContent.Comparer.Equals(a, b), ReportWriter.Utf8(a).Span.SequenceEqual(ReportWriter.Utf8(b).Span))));
    }

    private static (ReportFile File, DiagnosticBag Bag) Read(bool keepGoing)
    {
        var bag = new DiagnosticBag();
        return (ReportReader.Read(Text(), bag, keepGoing), bag);
    }

    /// <summary>Every seventh line is faulty; some are copies of the first, and some have its id and say something else.</summary>
    private static SourceText Text() => new("many.jsonl", string.Join('\n', Enumerable.Range(0, Count).Select(i => i switch
    {
        _ when i % 7 == 3 => Line(i, "2024-02-30"),
        _ when i % 500 == 499 => Line(0, "2024-01-01"),
        _ when i % 500 == 498 => Line(0, "2024-01-02"),
        _ => Line(i, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    })));

    private static string Line(int number, string time) => $$"""{"id":"r{{number}}","source":"mission","event":"é{{number}}","kind":"fire","time":"{{time}}"}""";
}
