using System.Text.Json;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;

namespace Pacta.Tests.Temporal;

/// <summary>A run of another monitor.</summary>
/// <param name="Verdicts">The lines of verdicts that it printed; null where it refused the formula because of its types.</param>
/// <param name="Text">All that it printed, where that is known.</param>
/// <param name="Points">Verdicts of so many time points are compared.</param>
internal sealed record ConformanceCase(
    string Id, string Signature, string Formula, string Log, IReadOnlyList<string> Flags, IReadOnlyList<string>? Verdicts, string Text, int Points)
{
    public bool IsVerbose => Flags.Contains("-verbose");

    /// <summary>Unless told otherwise, that monitor ends the log with a time point in an infinite future, of which it prints nothing.</summary>
    public bool EndsInTheFuture => !Flags.Contains("-nonewlastts");

    public bool IsRefused => Text.Contains("NOT monitorable", StringComparison.Ordinal);

    /// <summary>Records and logs in JSON are not read here.</summary>
    public bool HasRecords => Signature.Contains('{', StringComparison.Ordinal);
}

/// <summary>Runs of other monitors, where a folder with them stands beside the repository.</summary>
internal static class ConformanceCases
{
    public static IReadOnlyList<ConformanceCase> OfTestSuite() => [.. Lines("monpoly-cases.jsonl").Select(line =>
    {
        var expected = line.GetProperty("expected").GetString() ?? string.Empty;
        return new ConformanceCase(
            Text(line, "id"),
            Text(line, "sig"),
            Text(line, "formula"),
            Text(line, "log"),
            [.. line.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)],
            [.. expected.Split('\n').Where(part => part.StartsWith('@'))],
            expected,
            int.MaxValue);
    })];

    public static IReadOnlyList<ConformanceCase> AtRandom() => [.. Lines("random-cases.jsonl").Select(line => new ConformanceCase(
        Text(line, "id"),
        Text(line, "sig"),
        Text(line, "formula"),
        Text(line, "log"),
        ["-no_rw", "-nonewlastts", "-nofilteremptytp"],
        line.GetProperty("expected") is { ValueKind: JsonValueKind.Array } verdicts ? [.. verdicts.EnumerateArray().Select(verdict => verdict.GetString()!)] : null,
        string.Empty,
        line.GetProperty("n_tp").GetInt32()))];

    public static Trace Trace(ConformanceCase given, Signature signature)
    {
        var trace = LogReader.Read(given.Log, signature);
        return given.EndsInTheFuture ? new Trace(trace.Points.Add(new TimePoint(long.MaxValue, []))) : trace;
    }

    /// <summary>
    /// Whether a comparison other than of equality stands elsewhere than on the right of AND. That monitor mostly refuses it there, and the
    /// random cases do not tell that from no verdict at all.
    /// </summary>
    public static bool ComparesAlone(Formula formula) => formula switch
    {
        Comparison { Operator: not ComparisonOperator.Equal } => true,
        And and => ComparesAlone(and.Left) || (!IsFilter(and.Right) && ComparesAlone(and.Right)),
        _ => Operands.Of(formula).Any(ComparesAlone),
    };

    private static bool IsFilter(Formula formula) => formula is Comparison or Not { Operand: Comparison };

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static IEnumerable<JsonElement> Lines(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "conformance", name);
            if (File.Exists(file))
            {
                return File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement);
            }
        }

        Assert.Skip($"conformance/{name} is not in a folder named shared above the tests");
        return [];
    }
}
