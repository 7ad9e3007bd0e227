using System.Text;
using Pacta.Monitor.Input;
using Pacta.Monitor.Output;
using Pacta.Monitor.Planning;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Typing;

namespace Pacta.Monitor;

/// <summary>How a formula is run over a log.</summary>
public sealed record MonitorSettings
{
    internal const int DefaultSweep = 1 << 15;

    internal const int DefaultTogether = 64;

    /// <summary>At the end of the log, time goes on for ever: what is still open is decided as if nothing more came.</summary>
    public bool EndsTime { get; init; } = true;

    /// <summary>A line also for each time point without an assignment.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>State is asked by key where that is possible. Without, the general way is taken everywhere; verdicts are the same.</summary>
    public bool Probes { get; init; } = true;

    /// <summary>With fewer texts than this, none is forgotten.</summary>
    internal int SweepAtLeast { get; init; } = DefaultSweep;

    /// <summary>So many time points, or time points with so many events, are evaluated together, unless the log makes wait for more.</summary>
    internal int Together { get; init; } = DefaultTogether;
}

/// <summary>What a run came to.</summary>
/// <param name="Events">In the log, also those that the formula does not speak of.</param>
/// <param name="TimePoints">In the log.</param>
/// <param name="Satisfied">Decided time points with an assignment.</param>
/// <param name="Assignments">Of all of these.</param>
public sealed record RunCounts(long Events, long TimePoints, long Satisfied, long Assignments);

/// <summary>
/// Runs a formula over a log, time point by time point, and writes a verdict line as soon as a time point is decided. Memory follows what the formula has to
/// remember, not the length of the log.
/// </summary>
public sealed class FormulaMonitor
{
    private readonly Engine _engine;
    private readonly MonitorSettings _settings;
    private readonly Plan _how;

    private FormulaMonitor(Engine engine, Plan how, MonitorSettings settings)
    {
        _engine = engine;
        _how = how;
        _settings = settings;
    }

    /// <exception cref="NotMonitorableException">The formula cannot be monitored; it says which part, and why.</exception>
    public static FormulaMonitor Create(CheckedFormula formula, Signature signature, MonitorSettings settings)
    {
        var engine = new Engine(signature, settings.SweepAtLeast, settings.Together);
        var (_, how) = Compiler.Compile(formula, engine, settings.Probes, skipsQuiet: !settings.IsVerbose);
        return new FormulaMonitor(engine, how, settings);
    }

    /// <summary>How many texts are held.</summary>
    internal int HeldTexts => _engine.Values.Texts.Count;

    /// <summary>How many time points are held.</summary>
    internal int HeldTimePoints => _engine.Plans[0].Points.Count;

    /// <summary>How the formula is evaluated, from its trigger outwards, one line for each part.</summary>
    public string DescribePlan()
    {
        var text = new StringBuilder();
        Describe(_how, 0, text);
        return text.ToString();
    }

    /// <summary>Reads the log to its end and writes verdicts to the output.</summary>
    /// <exception cref="LogException">The log is wrong somewhere; all time points before that were run and written.</exception>
    public RunCounts Run(Stream log, Stream output)
    {
        var writer = new VerdictWriter(output, _engine, _settings.IsVerbose);
        try
        {
            var scanner = new LogScanner(log, _engine, writer, writer.Flush);
            scanner.Run();
            var points = _engine.Current;
            if (_settings.EndsTime)
            {
                writer.Limit = points;
                _engine.EndTimePoint(long.MaxValue, writer);
                _engine.Decide(writer);
            }

            return new RunCounts(scanner.Events, points, writer.TimePoints, writer.Assignments);
        }
        finally
        {
            writer.Flush();
        }
    }

    private static void Describe(Plan plan, int depth, StringBuilder text)
    {
        text.Append(' ', depth * 2).Append(plan.Text).Append('\n');
        foreach (var part in plan.Parts)
        {
            Describe(part, depth + 1, text);
        }
    }
}
