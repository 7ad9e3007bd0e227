using System.Diagnostics;
using System.Globalization;
using Pacta.Bench.Workloads;
using Pacta.Monitor;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Bench.Monitoring;

/// <summary>
/// How long each time point takes, from when its bytes are there until the monitor asks for more and has written what it found: reading, evaluating and writing,
/// within one process and without any waiting. A verdict that is due later counts at the time point that decides it.
/// </summary>
internal static class Latency
{
    public static void Heading() =>
        Console.WriteLine($"{"microseconds per time point",-28} {"p50",8} {"p99",8} {"p99.9",8} {"longest",9} {"per event",10}");

    /// <summary>Once over a part of the log, that all is compiled; then the whole.</summary>
    public static void Run(Workload workload, string folder)
    {
        var files = new WorkloadFiles(folder, 0, 0);
        var bytes = File.ReadAllBytes(files.Log);

        // A semicolon ends a time point at once; otherwise it would wait for the next.
        var events = bytes.AsSpan().Count((byte)'(');
        bytes.AsSpan().Replace((byte)'\n', (byte)';');
        var signature = SignatureReader.Read(File.ReadAllText(files.Signature));
        var formula = FormulaChecker.Check(FormulaParser.Parse(File.ReadAllText(files.Formula)), signature);
        var part = bytes.AsSpan(0, bytes.Length / 4);
        foreach (var (log, counts) in new[] { (bytes[..(part.LastIndexOf((byte)';') + 1)], false), (bytes, true) })
        {
            GC.Collect();
            using var stream = new OneByOne(log);
            FormulaMonitor.Create(formula, signature, new MonitorSettings()).Run(stream, Stream.Null);
            if (counts)
            {
                Print(workload.Name, stream.Sorted(), events);
            }
        }
    }

    private static void Print(string name, long[] ticks, int events)
    {
        var micros = 1_000_000.0 / Stopwatch.Frequency;
        double At(double part) => ticks[(int)Math.Min(ticks.Length - 1, ticks.Length * part)] * micros;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28} {At(0.5),8:0.00} {At(0.99),8:0.00} {At(0.999),8:0.00} {At(1),9:0.0} {ticks.Sum() * micros / events,10:0.00}"));
    }

    /// <summary>Gives one time point with each reading, and times what happens until the next.</summary>
    private sealed class OneByOne(byte[] log) : Stream
    {
        private readonly List<long> _ticks = new(1_000_000);
        private int _position;
        private long _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public long[] Sorted()
        {
            _ticks.Sort();
            return [.. _ticks];
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_position > 0)
            {
                _ticks.Add(Stopwatch.GetTimestamp() - _given);
            }

            var length = Math.Min(log.AsSpan(_position).IndexOf((byte)';') + 1, buffer.Length);
            log.AsSpan(_position, length).CopyTo(buffer);
            _position += length;
            _given = Stopwatch.GetTimestamp();
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
