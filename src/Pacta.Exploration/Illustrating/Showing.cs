using System.Collections.Immutable;
using Pacta.Exploration.Conflicting;
using Pacta.Logic.Reference;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Illustrating;

/// <summary>Something that a history is to show.</summary>
/// <param name="State">What is found; null of bounds, where it hangs on them.</param>
/// <param name="Holds">Of bounds: how the comparison comes out.</param>
internal sealed record Goal(IllustrationKind Kind, string Name, string About, ClauseState? State, bool Holds);

/// <summary>What one history shows of one clause and one party.</summary>
/// <param name="Found">Findings about the party, and nobody else's.</param>
internal sealed record Showing(InventedHistory History, ImmutableArray<Finding> Found, IReadOnlySet<Comparison> Comparisons)
{
    /// <summary>Histories with the same key lead to the same states by the same comparisons: one of them is followed.</summary>
    public string Key { get; } = string.Join(
        '\n',
        Found.Select(f => $"{f.ClausePath} {string.Join('+', f.States)} {string.Join('>', f.Changes.Select(c => c.State))}").Order(StringComparer.Ordinal)
            .Concat(Comparisons.Select(c => $"{c}").Order(StringComparer.Ordinal)));

    /// <param name="bounds">The comparisons that are asked about, with what each stands in.</param>
    public IEnumerable<Goal> Goals(IReadOnlyDictionary<string, string> bounds, Member member)
    {
        foreach (var finding in Found.Where(f => f.Certainty == Certainty.Certain && !f.ClausePath.Contains("/otherwise", StringComparison.Ordinal)))
        {
            yield return new Goal(IllustrationKind.State, finding.ClauseName, finding.State == ClauseState.Excused ? ExceptionOf(finding, member) : string.Empty, finding.State, false);
            if (finding is { State: ClauseState.Met, Due: { } due } && Acts(finding, member).Any(f => IsAtTheLast(f, due, member.Agreement.Calendar)))
            {
                yield return new Goal(IllustrationKind.LastMoment, finding.ClauseName, string.Empty, ClauseState.Met, true);
            }

            if (finding is { State: ClauseState.Breached or ClauseState.Cured, Due: { } missed } && Acts(finding, member).Any(f => f.At > missed.Latest))
            {
                yield return new Goal(IllustrationKind.TooLate, finding.ClauseName, string.Empty, finding.State, false);
            }
        }

        if (!Found.All(f => f.Certainty == Certainty.Certain))
        {
            yield break;
        }

        foreach (var comparison in Comparisons.Where(c => c.Truth != Model.Truth.Unknown && bounds.ContainsKey(c.Text)))
        {
            yield return new Goal(comparison.IsOn ? IllustrationKind.OnBound : IllustrationKind.BesideBound, bounds[comparison.Text], comparison.Text, null, comparison.Truth == Model.Truth.True);
        }
    }

    /// <summary>What follows for the party by the clause or exception; null: nothing, it is not in play.</summary>
    public ClauseState? StateOf(string name) => Found.FirstOrDefault(f => f.ClauseName == name && f.Certainty == Certainty.Certain)?.State;

    /// <summary>The exception that excuses; empty: what stands behind <c>unless</c>.</summary>
    private static string ExceptionOf(Finding finding, Member member)
    {
        var mentioned = Mentions(finding.Derivation).ToHashSet(StringComparer.Ordinal);
        return member.Clause.Exceptions.FirstOrDefault(e => mentioned.Contains(e.Name))?.Name ?? string.Empty;
    }

    private static IEnumerable<string> Mentions(Derivation derivation) => derivation.Mentions.Concat(derivation.Because.SelectMany(Mentions));

    /// <summary>On the day on which it is due; where it is due by the clock, just then.</summary>
    private static bool IsAtTheLast(InventedFact fact, InstantRange due, AgreementCalendar calendar)
    {
        var day = calendar.DateOf(due.Latest);
        return due.Latest == calendar.EndOf(day) ? fact.At <= due.Latest && calendar.DateOf(fact.At) == day : fact.At == due.Latest;
    }

    /// <summary>Facts of the kinds by which it is performed, apart from what opened it.</summary>
    private IEnumerable<InventedFact> Acts(Finding finding, Member member) => History.Facts.Where(f =>
        !finding.Trigger.Contains(f.Id) && member.Acts.Any(a => member.Agreement.Vocabulary.IsA(f.Kind, a)));
}
