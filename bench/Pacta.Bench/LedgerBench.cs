using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using Pacta.Ledger;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Bench;

/// <summary>
/// Records put into a store: in one batch against the same rows put into a plain SQLite table, and one by one, each on the disk before the next, against
/// writing and flushing the same bytes to a plain file. The disk decides most of the second.
/// </summary>
internal static class LedgerBench
{
    private const int OneByOne = 2_000;

    /// <summary>Each is done so often, and the middle one counts: the first also waits for its code to be compiled.</summary>
    private const int Times = 3;

    public static void Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("pacta-bench-").FullName;
        try
        {
            var text = string.Concat(Enumerable.Range(0, count).Select(i =>
                $$"""{"id":"r{{i}}","source":"mission","event":"e{{i}}","kind":"fire","time":"2024-07-12T04:10:00+02:00","by":"borland","in":"zone"}""" + "\n"));
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Console.WriteLine($"{"",-44} {"seconds",9} {"processor",9} {"records/s",11} {"x baseline",11} {"MB",6}");

            var plain = Time(i => Plain(Path.Combine(folder, $"plain{i}.db"), lines));
            Print("batch: rows into a plain table (baseline)", count, plain, plain);
            var entries = ToKeep(text);
            Print("batch: recorded", count, Time(i => Append(Path.Combine(folder, $"append{i}.db"), entries)), plain);
            entries = default;
            Print("batch: read and checked", count, Time(_ => ToKeep(text)), plain);
            Print("batch: read, checked and recorded", count, Time(i => Append(Path.Combine(folder, $"batch{i}.db"), ToKeep(text))), plain);

            var flushed = Time(i => Flush(Path.Combine(folder, $"flushed{i}"), lines.AsSpan(0, OneByOne)));
            Print("one by one: flushed to a file (baseline)", OneByOne, flushed, flushed);
            Print("one by one: recorded, on the disk", OneByOne, Time(i => Each(Path.Combine(folder, $"each{i}.db"), lines.AsSpan(0, OneByOne))), flushed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As <c>pacta record</c> does it: to lines as Pacta writes them, hashed.</summary>
    private static ImmutableArray<NewEntry> ToKeep(string text) =>
        ReportReader.ReadToKeep(new SourceText("generated.jsonl", text), new DiagnosticBag(), keepGoing: false, (record, line) => new NewEntry(record.Id, line)).Items;

    private static void Append(string path, ImmutableArray<NewEntry> entries)
    {
        using var ledger = ReportLedger.OpenOrCreate(path);
        ledger.Append(entries, SystemClock.Instance.GetCurrentInstant());
    }

    private static void Each(string path, ReadOnlySpan<string> lines)
    {
        using var ledger = ReportLedger.OpenOrCreate(path);
        for (var i = 0; i < lines.Length; i++)
        {
            ledger.Append([new NewEntry($"r{i}", lines[i])], SystemClock.Instance.GetCurrentInstant());
        }
    }

    private static void Plain(string path, string[] lines)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id TEXT PRIMARY KEY, line TEXT)";
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t VALUES ($id, $line)";
        insert.Transaction = transaction;
        var (id, line) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$line", SqliteType.Text));
        for (var i = 0; i < lines.Length; i++)
        {
            (id.Value, line.Value) = ($"r{i}", lines[i]);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Flush(string path, ReadOnlySpan<string> lines)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        foreach (var line in lines)
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>How long it took, and how long processors worked for it: on a machine that others use as well the second says more.</summary>
    private static (TimeSpan Clock, TimeSpan Processor) Time(Action<int> action) => Enumerable.Range(0, Times)
        .Select(i =>
        {
            GC.Collect();
            var processor = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            action(i);
            return (clock.Elapsed, Environment.CpuUsage.TotalTime - processor);
        })
        .Order()
        .ElementAt(Times / 2);

    private static void Print(string name, int count, (TimeSpan Clock, TimeSpan Processor) time, (TimeSpan Clock, TimeSpan Processor) baseline) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-44} {time.Clock.TotalSeconds,9:0.00} {time.Processor.TotalSeconds,9:0.00} {count / time.Clock.TotalSeconds,11:#,0} {time.Clock / baseline.Clock,11:0.00} {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,6}"));
}
