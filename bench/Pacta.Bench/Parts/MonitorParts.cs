using BenchmarkDotNet.Attributes;
using Pacta.Bench.Monitoring;
using Pacta.Bench.Workloads;
using Pacta.Monitor;
using Pacta.Monitor.Input;
using Pacta.Monitor.Running;
using Pacta.Monitor.State;
using Pacta.Monitor.Values;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Bench.Parts;

/// <summary>Rows by key: what every temporal operator stands on. Times are for one row.</summary>
[MemoryDiagnoser]
public class RowTableParts
{
    private const int Operations = 10_000;

    private RowTable _table = null!;
    private RowIndex _index = null!;
    private long[] _keys = [];

    /// <summary>How many rows the table has.</summary>
    [Params(1_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _table = new RowTable(2, 1);
        _index = _table.IndexOn([0]);
        var random = new Random(1);
        for (var i = 0; i < Rows; i++)
        {
            _table.FindOrAdd([i % (Rows / 4), i], out _);
        }

        _keys = [.. Enumerable.Range(0, Operations).Select(_ => (long)random.Next(Rows))];
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "find a row that is there")]
    public int Find()
    {
        var found = 0;
        foreach (var key in _keys)
        {
            found += _table.Find([key % (Rows / 4), key]);
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "find no row")]
    public int Miss()
    {
        var found = 0;
        foreach (var key in _keys)
        {
            found += _table.Find([key, -1]);
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "add a row and remove it, with an index")]
    public int AddAndRemove()
    {
        foreach (var key in _keys)
        {
            _table.Remove(_table.FindOrAdd([key, -2], out _));
        }

        return _table.Count;
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "go through the four rows of a key")]
    public int Chain()
    {
        var found = 0;
        foreach (var key in _keys)
        {
            ReadOnlySpan<long> first = [key % (Rows / 4)];
            for (var row = _index.First(first); row >= 0; row = _index.Next(row))
            {
                found += _index.Has(row, first) ? 1 : 0;
            }
        }

        return found;
    }
}

/// <summary>Texts to numbers. Times are for one text.</summary>
[MemoryDiagnoser]
public class TextTableParts
{
    private const int Operations = 10_000;

    private TextTable _table = null!;
    private byte[][] _texts = [];

    /// <summary>How many texts are known.</summary>
    [Params(57, 100_000)]
    public int Texts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _table = new TextTable();
        byte[][] all = [.. Enumerable.Range(0, Texts).Select(i => System.Text.Encoding.UTF8.GetBytes($"p{i}"))];
        foreach (var text in all)
        {
            _table.Add(text);
        }

        var random = new Random(1);
        _texts = [.. Enumerable.Range(0, Operations).Select(_ => all[random.Next(Texts)])];
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "the number of a known text")]
    public int Known()
    {
        var sum = 0;
        foreach (var text in _texts)
        {
            sum += _table.Add(text);
        }

        return sum;
    }
}

/// <summary>Reading a log from memory. Times are for one event.</summary>
[MemoryDiagnoser]
public class ScannerParts
{
    private const int Events = 100_000;

    private string _signature = string.Empty;
    private byte[] _log = [];

    [GlobalSetup]
    public void Setup()
    {
        (_signature, _log) = LogOf.Workload(new Deadline(), Events);
    }

    [Benchmark(OperationsPerInvoke = Events, Description = "read an event and keep it")]
    public long Stored() => Run(store: true);

    [Benchmark(OperationsPerInvoke = Events, Description = "pass over an event that nobody asks for")]
    public long PassedOver() => Run(store: false);

    private long Run(bool store)
    {
        var engine = new Engine(SignatureReader.Read(_signature), MonitorSettings.DefaultSweep, MonitorSettings.DefaultTogether);
        foreach (var kind in store ? engine.Signature.Kinds : [])
        {
            engine.Store(kind.Name);
        }

        using var stream = new MemoryStream(_log);
        var scanner = new LogScanner(stream, engine, Nowhere.Instance, static () => { });
        scanner.Run();
        return scanner.Events;
    }
}

/// <summary>Two kinds of events of one time point joined by a value, 33 of each, and no state: the rest of what a join costs. Times are for one event.</summary>
[MemoryDiagnoser]
public class AtomJoinParts
{
    private const int Events = 100_000;

    private string _signature = string.Empty;
    private byte[] _log = [];

    [GlobalSetup]
    public void Setup()
    {
        (_signature, _log) = LogOf.Workload(new Star(), Events);
    }

    [Benchmark(OperationsPerInvoke = Events, Description = "A(a,b) AND B(a,c)")]
    public long Join() => Run("A(a,b) AND B(a,c)");

    [Benchmark(OperationsPerInvoke = Events, Description = "A(a,b) AND NOT EXISTS c. B(a,c)")]
    public long AntiJoin() => Run("A(a,b) AND NOT EXISTS c. B(a,c)");

    private long Run(string formula)
    {
        var signature = SignatureReader.Read(_signature);
        using var stream = new MemoryStream(_log);
        var monitor = FormulaMonitor.Create(FormulaChecker.Check(FormulaParser.Parse(formula), signature), signature, new MonitorSettings());
        return monitor.Run(stream, Stream.Null).Assignments;
    }
}
