using System.Text;
using Pacta.Monitor;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Reference;
using Pacta.Temporal.Typing;

namespace Pacta.Tests.Monitor;

/// <summary>Runs a formula over a log, in each way the monitor knows; all must print the same, and the same as the reference.</summary>
internal static class Run
{
    /// <summary>The verdict lines, without the end of time.</summary>
    public static string[] Lines(string signature, string formula, string log)
    {
        var kinds = SignatureReader.Read(signature);
        var known = FormulaChecker.Check(FormulaParser.Parse(formula), kinds);
        var probing = Lines(known, kinds, log, new MonitorSettings { EndsTime = false });
        Assert.Equal(probing, Lines(known, kinds, log, new MonitorSettings { EndsTime = false, Probes = false }));
        var reference = FormulaEvaluator.Evaluate(known, LogReader.Read(log, kinds)).Where(verdict => verdict.IsDecided)
            .Select(verdict => VerdictFormat.Line(verdict.Stamp, verdict.TimePoint, verdict.Rows)).OfType<string>();
        Assert.Equal(reference, probing);
        return probing;
    }

    /// <summary>The verdict lines of the monitor alone, where the reference does not read such a log or finds no way to solve such a formula.</summary>
    public static string[] MonitorLines(string signature, string formula, string log)
    {
        var kinds = SignatureReader.Read(signature);
        return Lines(FormulaChecker.Check(FormulaParser.Parse(formula), kinds), kinds, log, new MonitorSettings { EndsTime = false });
    }

    public static string[] Lines(CheckedFormula formula, Signature signature, string log, MonitorSettings settings)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(log));
        FormulaMonitor.Create(formula, signature, settings).Run(input, output);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static FormulaMonitor Monitor(string signature, string formula, MonitorSettings? settings = null)
    {
        var kinds = SignatureReader.Read(signature);
        return FormulaMonitor.Create(FormulaChecker.Check(FormulaParser.Parse(formula), kinds), kinds, settings ?? new MonitorSettings { EndsTime = false });
    }
}
