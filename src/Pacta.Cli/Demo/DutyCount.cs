using System.Collections.Immutable;
using Pacta.Model.Agreements;

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

    private static ImmutableHashSet<string> Bound(Agreement agreement, Clause clause) =>
        [.. clause.Readings.SelectMany(r => Bound(agreement, r.Content.Sentence.Subject))];

    private static IEnumerable<string> Bound(Agreement agreement, Subject subject) => subject.Each is { } each
        ? Bound(agreement, each)
        : subject.Names.SelectMany(n => n is ActorArgument actor ? Members(agreement, actor.Name) : Parties(agreement));

    private static IEnumerable<string> Bound(Agreement agreement, Pattern each) => each.Noun switch
    {
        MemberNoun { Group: not MemberNoun.Parties } member => Members(agreement, member.Group),
        DefinedNoun defined => agreement.Definitions[defined.Name].Readings.SelectMany(r => r.Content.Where is IsOneOfCondition one
            ? one.Actors.SelectMany(a => Members(agreement, a.Name))
                .Concat(one.Nouns.OfType<MemberNoun>().SelectMany(n => Members(agreement, n.Group)))
            : Parties(agreement)),
        _ => Parties(agreement),
    };

    private static IEnumerable<string> Parties(Agreement agreement) => agreement.Parties.SelectMany(p => Members(agreement, p));

    /// <summary>An actor itself; of a group all members, whenever they joined.</summary>
    private static IEnumerable<string> Members(Agreement agreement, string name) =>
        agreement.Vocabulary.Groups.TryGetValue(name, out var group) ? group.Members.SelectMany(m => Members(agreement, m.Member)) : [name];
}
