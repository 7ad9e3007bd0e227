using System.Text;
using CsCheck;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

public sealed class ReportReaderLaws
{
    [Fact]
    public void What_is_written_reads_back_as_it_was() => RecordGen.Any.Sample(
        record =>
        {
            var read = Assert.Single(Read(Encoding.UTF8.GetBytes(ReportWriter.Line(record))).Records);
            Assert.Equal(record, read, SameContent.Comparer);
            Assert.Equal(ReportWriter.Line(record), ReportWriter.Line(read));
        },
        iter: 2000,
        print: ReportWriter.Line);

    [Theory]
    [InlineData("""{"type":"coverage","id":"v1","source":"smm","place":"donetsk","period":{"from":"2021-09-01","to":"2021-09-30"},"means":"patrols by day"}""")]
    [InlineData("""{"type":"grade","id":"g1","assessor":"desk","target":"r1","code":"B2","why":"seen twice","recorded":"2021"}""")]
    [InlineData("""{"type":"count","id":"n1","source":"smm","kind":"fire","number":{"about":159},"in":"zone","period":"2021-09","except":"training","reference":"p. 3"}""")]
    [InlineData("""{"type":"determination","id":"d1","body":"court","date":"2021-10-01","text":"So.","dissents":"one","agreement":"a","clause":"38","by":["x","y"],"events":["e1"],"decision":"not_consistent","recorded":"2021-10-02"}""")]
    public void The_other_records_read_back_as_they_were(string line)
    {
        var record = Lines.One<ReportRecord>(line);

        Assert.Equal(line, ReportWriter.Line(record));
        Assert.Equal(record, Lines.One<ReportRecord>(ReportWriter.Line(record)), SameContent.Comparer);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.OneOf([.. "{}[]\":,\\u0 1e9-.tfn\n\"id\"".Select(c => (byte)c)]).Array[0, 60]).Sample(bytes => { Read(bytes); }, iter: 5000);

    [Fact]
    public void A_line_with_some_bytes_changed_is_read_or_located() =>
        Gen.Select(RecordGen.Any, Gen.Select(Gen.Int[0, 9999], Gen.Byte, Gen.Int[0, 2]).Array[1, 3]).Sample(
            (record, changes) =>
            {
                var bytes = Encoding.UTF8.GetBytes(ReportWriter.Line(record)).ToList();
                foreach (var (at, value, how) in changes)
                {
                    Change(bytes, at % Math.Max(1, bytes.Count), value, how);
                }

                Read([.. bytes]);
            },
            iter: 5000);

    [Fact]
    public void A_member_swapped_for_another_value_is_read_or_located() =>
        Gen.Select(RecordGen.Any, RecordGen.Any, Gen.Int[0, 99], Gen.Int[0, 99]).Sample(
            (a, b, i, j) =>
            {
                // Values of one line in the places of another's: right JSON, wrong types.
                var (left, right) = (ReportWriter.Line(a).Split(','), ReportWriter.Line(b).Split(','));
                var (to, from) = (left[i % left.Length], right[j % right.Length]);
                left[i % left.Length] = to.Split(':')[0] + ":" + from.Split(':')[^1];
                Read(Encoding.UTF8.GetBytes(string.Join(',', left)));
            },
            iter: 3000);

    private static void Change(List<byte> bytes, int at, byte value, int how)
    {
        switch (how)
        {
            case 0 when bytes.Count > 0:
                bytes[at] = value;
                break;
            case 1 when bytes.Count > 0:
                bytes.RemoveAt(at);
                break;
            default:
                bytes.Insert(at, value);
                break;
        }
    }

    /// <summary>Reads, and checks that every line was read or said to be wrong at a place inside it.</summary>
    private static ReportFile Read(byte[] bytes)
    {
        var bag = new DiagnosticBag();
        var file = ReportReader.Read("reports.jsonl", new MemoryStream(bytes), bag, keepGoing: true);
        Assert.Equal(file.Skipped > 0, bag.HasErrors);
        foreach (var label in bag.Items.Select(d => d.Labels[0]))
        {
            Assert.InRange(label.Span.Start, 0, label.File.Content.Length);
            Assert.InRange(label.Span.End, label.Span.Start, label.File.Content.Length);
            Assert.DoesNotContain('\n', label.File.Content.AsSpan(label.Span.Start, label.Span.Length).ToArray());
        }

        return file;
    }
}
