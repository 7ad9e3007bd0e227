using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>
/// The reference evaluator: docs/semantics.md transcribed. Relational (it joins what was reported), three-valued, over a history that is
/// complete through an instant. It is the specification that faster evaluators are tested against.
/// </summary>
public static class ReferenceEvaluator
{
    /// <summary>
    /// All findings of an agreement over a history, ordered by clause (as written), bearer, beneficiary and opening. The order does not
    /// depend on the order of the reports.
    /// </summary>
    /// <param name="perspective">Takes its readings; null takes none.</param>
    /// <param name="clauses">Only clauses with such a name, or with an exception of such a name; null: all.</param>
    /// <param name="watch">Is told of each comparison that is made on the way; null: nobody wants to know.</param>
    public static ImmutableArray<Finding> Evaluate(
        Agreement agreement, History history, Perspective? perspective = null, IReadOnlySet<string>? clauses = null, Action<Comparison>? watch = null)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);
        var run = new Run(agreement, new HistoryIndex(history, agreement.Vocabulary, agreement.Calendar.Zone) { Watch = watch }, perspective);
        return [.. agreement.Clauses.Where(c => clauses is null || IsNamed(c, clauses)).SelectMany(run.FindingsOf)];
    }

    /// <summary>What was reported and stands in none of the findings about all clauses, in no order.</summary>
    public static ImmutableArray<UnusedFact> NotUsed(
        Agreement agreement, History history, ImmutableArray<Finding> findings, Perspective? perspective = null)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);
        var index = new HistoryIndex(history, agreement.Vocabulary, agreement.Calendar.Zone);
        var world = perspective is null ? World.Open : World.Open with { Readings = perspective.Readings };
        return Unused.Find(agreement, index, new Norms.NormEvaluation(agreement, index, world), findings);
    }

    /// <summary>
    /// The clauses whose findings can differ where only facts of some kinds do, or the reading that is taken of some texts: those that speak of such a
    /// kind, whose words or whose head do, or that depend on a clause which does.
    /// </summary>
    /// <param name="kinds">As facts have them.</param>
    public static ImmutableHashSet<string> ClausesAbout(Agreement agreement, IReadOnlySet<string> kinds, IEnumerable<string> readings)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(kinds);
        var read = readings.ToHashSet(StringComparer.Ordinal);
        return [.. agreement.Clauses.Where(c => Concerns(agreement, c, kinds, read)).Select(c => c.Name)];
    }

    /// <summary>
    /// Does any clause of an agreement, or what decides when it is in force, say anything of events of a kind? If not, facts of that kind stand in no finding, unless
    /// something else that is spoken of names them.
    /// </summary>
    public static Predicate<string> SpeaksOf(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var mentions = new Norms.Mentions(agreement);
        mentions.AddHeader();
        foreach (var clause in agreement.Clauses)
        {
            mentions.Add(clause);
        }

        return mentions.Kinds.Any(Evaluation.IsEventNoun) ? _ => true : new Norms.MentionedKinds(mentions, agreement.Vocabulary).Include;
    }

    private static bool Concerns(Agreement agreement, Clause clause, IReadOnlySet<string> kinds, HashSet<string> readings)
    {
        var mentions = new Norms.Mentions(agreement);
        mentions.AddHeader();
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new List<string> { clause.Name });
        while (next.Count > 0)
        {
            foreach (var name in next.Where(seen.Add).ToList())
            {
                if (agreement.Clauses.FirstOrDefault(c => c.Name == name) is { } other)
                {
                    mentions.Add(other);
                }
            }

            next = [.. mentions.Clauses.Where(c => !seen.Contains(c))];
        }

        return mentions.Readings.Keys.Any(readings.Contains) || seen.Any(readings.Contains)
            || kinds.Any(k => mentions.Kinds.Any(m => m is "activity" or "request" || agreement.Vocabulary.IsA(k, m)));
    }

    internal static bool IsNamed(Clause clause, IReadOnlySet<string> names) =>
        names.Contains(clause.Name) || names.Contains(clause.Path) || clause.Exceptions.Any(e => IsNamed(e, names));

    private static bool IsNamed(ClauseException exception, IReadOnlySet<string> names) =>
        names.Contains(exception.Name) || names.Contains(exception.Path) || exception.Exceptions.Any(e => IsNamed(e, names));
}
