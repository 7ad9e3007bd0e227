using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Direct;
using Pacta.Logic.Reference;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Tests.Logic.Direct;

/// <summary>Both evaluators on one case, and where they differ.</summary>
internal static class Comparison
{
    /// <param name="Difference">Null: they agree.</param>
    /// <param name="Outside">Why the direct interpreter does not understand the case; null where it does.</param>
    public sealed record Result(string? Difference, string? Outside, int Findings);

    public static Result Compare(InventedCase example)
    {
        var (agreement, mistakes) = example.Compile();
        if (agreement is null)
        {
            return new Result(null, "does not compile: " + mistakes, 0);
        }

        ImmutableArray<DirectFinding> direct;
        try
        {
            direct = DirectInterpreter.Evaluate(agreement, example.History);
        }
        catch (NotSupportedException outside)
        {
            return new Result(null, outside.Message, 0);
        }

        var reference = ReferenceEvaluator.Evaluate(agreement, example.History);
        return new Result(Difference(example, direct, reference), null, direct.Length);
    }

    private static string? Difference(InventedCase example, ImmutableArray<DirectFinding> direct, ImmutableArray<Finding> reference)
    {
        var zone = example.TimeZone;
        var ours = direct.ToLookup(f => Key(f.ClausePath, f.Line, f.Bearers, f.Beneficiary, f.Trigger), StringComparer.Ordinal);
        var theirs = reference.ToLookup(
            f => Key(f.ClausePath, f.Line, f.Bearers, f.Beneficiary, f.Trigger), StringComparer.Ordinal);
        foreach (var key in ours.Select(g => g.Key).Union(theirs.Select(g => g.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (a, b) = (ours[key].Select(f => Words(f, zone)).Order(StringComparer.Ordinal).ToArray(), theirs[key].Select(f => Words(f, zone)).Order(StringComparer.Ordinal).ToArray());
            if (!a.SequenceEqual(b))
            {
                return $"{key}\n  direct:    {Listed(a)}\n  reference: {Listed(b)}\n{string.Join("\n", theirs[key].SelectMany(f => Derivation(f.Derivation, 2)))}";
            }
        }

        return null;
    }

    private static string Listed(string[] findings) => findings.Length == 0 ? "nothing" : string.Join(" | ", findings);

    private static string Key(string path, string? line, ImmutableArray<string> bearers, string? beneficiary, ImmutableArray<string> trigger) =>
        $"{path} [{line}] by {string.Join(", ", bearers.Order(StringComparer.Ordinal))} to {beneficiary ?? "-"} on {string.Join(", ", trigger)}";

    private static string Words(DirectFinding finding, DateTimeZone zone) =>
        string.Join("; ", Lasting(finding.Changes.Select(c => ($"{c.State}", ToldFact.Local(c.At, zone)))));

    private static string Words(Finding finding, DateTimeZone zone) =>
        finding.Certainty == Certainty.Certain && finding.State is not null
            ? string.Join("; ", Lasting(finding.Changes.Select(c =>
                ($"{c.State}", ToldFact.Local(c.At.Earliest, zone) + (c.At.IsExact ? string.Empty : ".." + ToldFact.Local(c.At.Latest, zone))))))
            : $"{finding.Certainty}: {string.Join(" or ", finding.States)} because {string.Join(", ", finding.Causes.Select(c => $"{c.Kind} {c.Key} {c.Attribute}: {Speech.Default.Causes.Of(c)}"))}";

    /// <summary>Without states that were left at the instant at which they were entered.</summary>
    private static IEnumerable<string> Lasting(IEnumerable<(string State, string At)> changes)
    {
        var all = changes.ToArray();
        return all.Where((c, i) => i == all.Length - 1 || all[i + 1].At != c.At).Select(c => $"{c.State} {c.At}");
    }

    private static IEnumerable<string> Derivation(Derivation derivation, int depth) =>
    [
        $"{new string(' ', depth * 2)}{derivation.Code} {derivation.Truth} ({string.Join(", ", derivation.Arguments)})",
        .. depth > 7 ? [] : derivation.Because.SelectMany(b => Derivation(b, depth + 1)),
    ];
}
