using System.Text;
using Pacta.Monitor;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Reference;
using Pacta.Temporal.Typing;

namespace Pacta.Fuzz;

internal enum Outcome
{
    Same,
    Different,

    /// <summary>The monitor says that the formula cannot be monitored.</summary>
    NotMonitorable,

    /// <summary>The formula does not fit, or the reference finds no way to solve it.</summary>
    NotSolvable,
}

/// <param name="Why">For a difference: how the monitor was run, and both answers.</param>
internal sealed record Compared(Outcome Outcome, string Why);

/// <summary>Runs the monitor and the reference on a case: in each way the monitor knows, with and without an end of time.</summary>
internal static class Comparer
{
    public static Compared Compare(Case @case, int seed)
    {
        CheckedFormula formula;
        try
        {
            formula = FormulaChecker.Check(@case.Formula, @case.Signature);
        }
        catch (FormulaException e)
        {
            return new Compared(Outcome.NotSolvable, e.Message);
        }

        try
        {
            FormulaMonitor.Create(formula, @case.Signature, new MonitorSettings());
        }
        catch (NotMonitorableException e)
        {
            return new Compared(Outcome.NotMonitorable, e.Message);
        }

        foreach (var (how, known, trace, endsTime) in Ways(@case.Trace))
        {
            List<Verdict> verdicts;
            try
            {
                verdicts = Expected(formula, trace, endsTime);
            }
            catch (FormulaException e)
            {
                return new Compared(Outcome.NotSolvable, e.Message);
            }

            foreach (var (probes, isVerbose, together) in new[] { (true, true, 1), (false, true, 1 + (seed % 4)), (true, false, 1 + (seed % 5)) })
            {
                var settings = new MonitorSettings { EndsTime = endsTime, IsVerbose = isVerbose, Probes = probes, SweepAtLeast = 0, Together = together };
                var expected = Lines(verdicts, formula, isVerbose);
                string[] actual;
                try
                {
                    actual = Actual(formula, @case with { Trace = trace }, settings, seed).Split('\n');
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    actual = e.ToString().Split('\n');
                }

                // The reference may see that a time point is decided before the monitor does, which waits for all parts. What must be known is known to both.
                actual = actual[..^1];
                var needed = Lines(verdicts.Where(verdict => verdict.TimePoint < known), formula, isVerbose).Length;
                if (actual.Length > expected.Length || actual.Length < needed || !actual.SequenceEqual(expected.Take(actual.Length)))
                {
                    return new Compared(Outcome.Different, $"{(probes ? "probing" : "the general way")}, {(isVerbose ? "each time point" : "quiet time points may be skipped")}, {how}\n--- reference\n{string.Join('\n', expected)}\n--- monitor\n{string.Join('\n', actual)}");
                }
            }
        }

        return new Compared(Outcome.Same, string.Empty);
    }

    /// <summary>The history as it is, with an end of time, and with so much time after it that all of it is known.</summary>
    private static IEnumerable<(string How, int Known, Trace Trace, bool EndsTime)> Ways(Trace trace)
    {
        yield return ("time is open", 0, trace, false);
        yield return ("time ends", 0, trace, true);
        var last = trace.Points.IsEmpty ? 0 : trace.Points[^1].Stamp;
        yield return ("time goes on", trace.Points.Length, new Trace([.. trace.Points, .. Enumerable.Range(1, 12).Select(i => new TimePoint(last + (1000 * i), []))]), false);
    }

    private static List<Verdict> Expected(CheckedFormula formula, Trace trace, bool endsTime)
    {
        var seen = endsTime ? new Trace(trace.Points.Add(new TimePoint(long.MaxValue, []))) : trace;
        return [.. FormulaEvaluator.Evaluate(formula, seen).Take(trace.Points.Length).TakeWhile(verdict => verdict.IsDecided)];
    }

    private static string[] Lines(IEnumerable<Verdict> verdicts, CheckedFormula formula, bool isVerbose) =>
    [
        .. verdicts.Select(verdict => isVerbose
            ? VerdictFormat.VerboseLine(verdict.Stamp, verdict.TimePoint, formula.Columns.Length, verdict.Rows)
            : VerdictFormat.Line(verdict.Stamp, verdict.TimePoint, verdict.Rows)).OfType<string>(),
    ];

    private static string Actual(CheckedFormula formula, Case @case, MonitorSettings settings, int seed)
    {
        using var output = new MemoryStream();
        using var log = new Trickle(Encoding.UTF8.GetBytes(@case.LogText), new Random(seed));
        FormulaMonitor.Create(formula, @case.Signature, settings).Run(log, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A stream that gives as few bytes at a time as it likes.</summary>
    private sealed class Trickle(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 40)));
    }
}
