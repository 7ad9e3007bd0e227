using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Temporal.Notation;
using Pacta.Translation.Formulas;
using Pacta.Translation.Logs;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;

namespace Pacta.Translation.Verdicts;

/// <summary>What findings say, as the lines that a monitor has to print. Nothing here knows the formula but for its columns.</summary>
internal static class ExpectedVerdicts
{
    /// <exception cref="ObstacleException">Some finding is not certain.</exception>
    public static string Of(Norm norm, ImmutableArray<Finding> findings, ImmutableArray<string> columns, LogBook book)
    {
        var points = book.TimePoints;
        var lines = new SortedDictionary<int, List<ImmutableArray<F.Value>>>();
        foreach (var finding in findings)
        {
            foreach (var at in Instants(norm, finding))
            {
                var point = points.BinarySearch(at);
                if (point < 0)
                {
                    throw new ObstacleException(Obstacle.Form, norm.Sentence.Text);
                }

                if (!lines.TryGetValue(point, out var rows))
                {
                    lines.Add(point, rows = []);
                }

                rows.Add([.. columns.Select(c => (F.Value)new F.TextValue(Value(c, finding)))]);
            }
        }

        var text = new StringBuilder();
        foreach (var (point, rows) in lines)
        {
            ImmutableArray<ImmutableArray<F.Value>> sorted = [.. rows.DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal)];
            text.Append(VerdictFormat.Line(book.StampOf(points[point]), point, sorted)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What is not certain has no one truth value: neither the findings nor what else there might have been.</summary>
    public static void RequireCertain(Norm norm, ImmutableArray<Finding> findings)
    {
        var doubtful = findings.Count(f => f.Certainty != Certainty.Certain || f.State is null || f.IsUnattributed || f.DoubtfulFrom is not null || f.WithLate is not null || DependsOnReading(norm, f));
        if (doubtful > 0)
        {
            throw new ObstacleException(Obstacle.NotCertain, System.FormattableString.Invariant($"{doubtful}/{findings.Length}"));
        }
    }

    /// <summary>Is a verdict due at other instants, or none, under some reading? A formula has one.</summary>
    private static bool DependsOnReading(Norm norm, Finding finding) =>
        finding.ByReading.Any(u => u.Finding is not { } under || !Instants(norm, under).SequenceEqual(Instants(norm, finding)));

    private static string Key(ImmutableArray<F.Value> row) => string.Join('\u001f', row.Select(v => ((F.TextValue)v).Text));

    /// <summary>A duty to do is told where it opened; an act that is ruled out where it was done; what is to be kept wherever it stopped being kept.</summary>
    private static IEnumerable<Instant> Instants(Norm norm, Finding finding)
    {
        var breaches = finding.Changes.Where(c => c.State == ClauseState.Breached).Select(c => c.At.Earliest);
        return (norm.Sentence.Modality, norm.Sentence.Act) is (Modality.Must, DoAct)
            ? breaches.Take(1).Select(_ => finding.Opened?.Earliest ?? Instant.MinValue)
            : breaches;
    }

    private static string Value(string column, Finding finding) => column switch
    {
        Translator.Bearer => finding.Bearers[0],
        Translator.Toward => finding.Beneficiary ?? string.Empty,
        _ => finding.Trigger is [.., var last] ? last : string.Empty,
    };
}
