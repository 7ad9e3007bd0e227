using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;

namespace Pacta.Cli.Demo;

/// <summary>
/// Whom the sentences of an agreement bind, counted: only one side, only the other, or both. It counts sentences and says nothing of their weight.
/// </summary>
/// <param name="OwedByName">How many are owed to each other party in particular; the rest to nobody that the sentence names.</param>
internal sealed record DutyCount(
    Agreement Agreement,
    ImmutableArray<Clause> OneOnly,
    ImmutableArray<Clause> OtherOnly,
    ImmutableArray<Clause> Both,
    int OwedByName)
{
    public static DutyCount Of(Agreement agreement, ScriptSide one)
    {
        var duties = agreement.Clauses
            .Where(c => c.Readings.Any(r => r.Content.Sentence.Modality is Modality.Must or Modality.MustNot))
            .Select(c => (Clause: c, Bound: Bound(agreement, c)))
            .ToList();
        return new DutyCount(
            agreement,
            [.. duties.Where(d => d.Bound.All(one.Actors.Contains)).Select(d => d.Clause)],
            [.. duties.Where(d => !d.Bound.Any(one.Actors.Contains)).Select(d => d.Clause)],
            [.. duties.Where(d => d.Bound.Any(one.Actors.Contains) && !d.Bound.All(one.Actors.Contains)).Select(d => d.Clause)],
            duties.Count(d => d.Clause.Readings.Any(r => r.Content.Sentence.Text.Contains("each other party", StringComparison.Ordinal))));
    }

    /// <summary>The articles of clauses, each with how many of its sentences: "4 (4), 7".</summary>
    public static string Articles(ImmutableArray<Clause> clauses) =>
        string.Join(", ", clauses.GroupBy(c => c.Reference ?? c.Name).Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({g.Count()})"));

    /// <summary>Whom it binds; where only a history can tell, any party.</summary>
    private static ImmutableArray<string> Bound(Agreement agreement, Clause clause) =>
        BoundActors.Of(agreement, clause) ?? BoundActors.Parties(agreement);
}
