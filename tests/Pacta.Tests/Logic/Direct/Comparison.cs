using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Direct;
using Pacta.Logic.Reference;
using Pacta.Model.Findings;

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
        var hasVoid = direct.Any(f => f.State == ClauseState.Void);
        foreach (var key in ours.Select(g => g.Key).Union(theirs.Select(g => g.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (hasVoid && !key.StartsWith("exit", StringComparison.Ordinal)) // D26
            {
                continue;
            }

            var (a, b) = (ours[key].Select(f => Words(f, zone)).Order(StringComparer.Ordinal).ToArray(), theirs[key].Select(f => Words(f, zone)).Order(StringComparer.Ordinal).ToArray());
            if (!a.SequenceEqual(b) && Known(example, key, a, b) is null)
            {
                return $"{key}\n  direct:    {Listed(a)}\n  reference: {Listed(b)}\n{string.Join("\n", theirs[key].SelectMany(f => Derivation(f.Derivation, 2)))}";
            }
        }

        return null;
    }

    /// <summary>Which of the known differences this is, by its number; null for a new one.</summary>
    /// <remarks>
    /// 1, 26: a withdrawal that takes effect at once makes its own notice void; a void one withdraws all the same. 3, 37: what was never live is
    /// listed as suspended or lapsed. 7: a period that the agreement's known end cuts short is listed. 8, 29: a prohibition that has ended says
    /// since when it began. 9, 11: an open duty whose agreement or `while` ends lapses at the horizon, or revives, or is met later. 13: `unless` for
    /// a keep duty excuses only what is not kept. 15: a breach that lasted to the end of a keep duty is listed as lapsed. 16: a thing that was
    /// gone before. 35: a bearer with an act that is no breach, or with another sentence of the clause, has no finding "met". 39, 43: exceptions to
    /// exceptions of which only one has a sentence. 40: a beneficiary who has left. 44: between provisional application and entry into force. 48: the
    /// sentence of an exception whose base is not live.
    /// The generators leave out what belongs to 2, 5, 12, 17, 19, 21, 23, 24, 25, 28, 32, 34, 41 and 42, where their comments say so.
    /// </remarks>
    private static string? Known(InventedCase example, string key, string[] ours, string[] theirs)
    {
        bool Is(string stem) => key.StartsWith(stem, StringComparison.Ordinal);
        var isInterrupted = example.Header.Any(h => Has(h, "expires", "suspended", "withdrawn", "provisional")) || Has(example.Text, "has power", "while ");
        return (ours, theirs) switch
        {
            ([], [var their]) =>
                (Has(key, "otherwise") || Is("consequence")) && isInterrupted ? "D11"
                : Has(key, "/counter_") && isInterrupted ? "D48"
                : Is("distance") && !Has(their, "Breached") ? "D16"
                : Is("calendar") && isInterrupted ? "D7"
                : Is("silence") && isInterrupted && (Last(their) is "Breached" or "Excused" || Has(key, "otherwise")) ? "D40"
                : !Has(their, "Met", "Breached", "Open", "Excused") ? "D3"
                : Is("quota") && isInterrupted ? "D7"
                : null,
            ([var our], []) =>
                IsLasting(key) && example.Header.Any(h => Has(h, "provisional")) ? "D44"
                : Is("silence") && key.EndsWith("on ", StringComparison.Ordinal) ? "D35"
                : Has(key, "/counter_") ? "D39"
                : Has(key, "/waiver_") && our.StartsWith("Excused", StringComparison.Ordinal) ? "D43"
                : null,
            ([var our], [var their]) when !IsLasting(key) =>
                Has(our, "Suspended", "Lapsed") ? (Last(our) == Last(their) ? "D9" : "D11")
                : Is("dependent") && isInterrupted ? "D7"
                : Is("exit") && our.Replace("Exercised", "Void", StringComparison.Ordinal) == their ? "D1"
                : null,
            ([var our], [var their]) =>
                our == AfterSuspension(their) ? "D3"
                : Last(our) is "Suspended" or "Lapsed" && Last(their) is "Suspended" or "Lapsed" ? "D8"
                : Has(our, "Breached") && Has(their, "Lapsed", "Suspended", "Dormant") ? "D15"
                : Is("silence") && Last(our) == Last(their) && key.EndsWith("on ", StringComparison.Ordinal) ? "D8"
                : !Is("silence") && !Is("quota") && Stretches(our) == Stretches(AfterSuspension(their)) ? "D13"
                : null,
            _ => null,
        };
    }

    private static string Last(string words) => words.Split("; ")[^1].Split(' ')[0];

    private static bool Has(string words, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (words.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string AfterSuspension(string words)
    {
        while (words.StartsWith("Suspended", StringComparison.Ordinal) && words.IndexOf("; ", StringComparison.Ordinal) is > 0 and var end)
        {
            words = words[(end + 2)..];
        }

        return words;
    }

    private static bool IsLasting(string key) =>
        !key.Contains('/', StringComparison.Ordinal) && new[] { "silence", "absence", "ceiling", "distance", "quota" }.Any(s => key.StartsWith(s, StringComparison.Ordinal));

    /// <summary>When it was in order and when not.</summary>
    private static string Stretches(string words)
    {
        List<string> stretches = [];
        foreach (var change in words.Split("; "))
        {
            var isFine = !change.StartsWith("Breached", StringComparison.Ordinal);
            if (stretches.Count == 0 || stretches[^1].StartsWith("fine", StringComparison.Ordinal) != isFine)
            {
                stretches.Add((isFine ? "fine " : "not fine ") + change[(change.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            }
        }

        return string.Join("; ", stretches);
    }

    private static string Listed(string[] findings) => findings.Length == 0 ? "nothing" : string.Join(" | ", findings);

    private static string Key(string path, string? line, ImmutableArray<string> bearers, string? beneficiary, ImmutableArray<string> trigger) =>
        $"{path} [{line}] by {string.Join(", ", bearers.Order(StringComparer.Ordinal))} to {(path.StartsWith("silence", StringComparison.Ordinal) ? null : beneficiary) ?? "-"} on {string.Join(", ", trigger)}";

    private static string Words(DirectFinding finding, DateTimeZone zone) =>
        string.Join("; ", Lasting(finding.Changes.Select(c => ($"{c.State}", ToldFact.Local(c.At, zone)))));

    private static string Words(Finding finding, DateTimeZone zone) =>
        finding.Certainty == Certainty.Certain && finding.State is not null
            ? string.Join("; ", Lasting(finding.Changes.Select(c =>
                ($"{c.State}", ToldFact.Local(c.At.Earliest, zone) + (c.At.IsExact ? string.Empty : ".." + ToldFact.Local(c.At.Latest, zone))))))
            : $"{finding.Certainty}: {string.Join(" or ", finding.States)} because {string.Join(", ", finding.Causes.Select(c => $"{c.Kind} {c.Key} {c.Attribute} {c.Description}"))}";

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
