using System.Collections.Immutable;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>
/// How a clause comes apart into units that are evaluated by themselves: by the events that open it, by the acts that it rules out or gives the power to, or
/// by bearers. What does not come of a single event or bearer is one more unit.
/// </summary>
/// <param name="Kinds">Each event of these kinds is a unit, descendants included.</param>
/// <param name="IsOfAllEvents">Each event of whatever kind is one.</param>
/// <param name="SeesCounts">So is each count of the kinds.</param>
/// <param name="Bearers">Each of them is a unit.</param>
/// <param name="HasRest">Whether there is a unit for all the rest.</param>
internal sealed record ClausePlan(
    Clause Clause, ImmutableArray<string> Kinds, bool IsOfAllEvents, bool SeesCounts, ImmutableArray<string> Bearers, bool HasRest)
{
    public static ClausePlan Of(Agreement agreement, Clause clause, bool isReadInOneWay)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        var whole = new ClausePlan(clause, [], false, false, [], true);
        if (clause.Status.Disputed)
        {
            return whole;
        }

        if (clause.When is { } when)
        {
            return TryAddKinds(agreement, when.Noun, kinds) ? ByEvents(clause, kinds, seesCounts: false, hasRest: false) : whole;
        }

        var acts = clause.Readings.Select(r => r.Content.Sentence).Where(s => s is { Act: DoAct, Modality: Modality.MustNot or Modality.Power }).ToList();
        if (acts.Count > 0)
        {
            return acts.TrueForAll(s => TryAddKinds(agreement, ((DoAct)s.Act).Pattern.Noun, kinds))
                ? ByEvents(clause, kinds, acts.Exists(s => s.Modality == Modality.MustNot), hasRest: true)
                : whole;
        }

        return isReadInOneWay && BearersOf(agreement, clause) is { Length: > 0 } bearers ? whole with { Bearers = bearers, HasRest = false } : whole;
    }

    /// <summary>The events and counts of which each is a unit, each once.</summary>
    public IEnumerable<Fact> Roots(FactStore store)
    {
        if (IsOfAllEvents)
        {
            return store.AllEvents.Concat(SeesCounts ? Kinds.SelectMany(store.Counts).Distinct() : []);
        }

        var events = Kinds.SelectMany(store.Events);
        var all = SeesCounts ? events.Concat(Kinds.SelectMany(store.Counts)) : events;
        return Kinds.Length > 1 ? all.Distinct() : all;
    }

    /// <summary>The same in the order in which they became known.</summary>
    public Fact[] RootsAsKnown(FactStore store) =>
        !IsOfAllEvents && !SeesCounts && Kinds is [var only] ? store.EventsAsKnown(only) : Ordered.AsKnown([.. Roots(store)]);

    /// <summary>Is a fact one of its units?</summary>
    public bool IsRoot(Fact fact, FactStore store) => fact.Form switch
    {
        FactForm.Thing => false,
        FactForm.Count when !SeesCounts => false,
        FactForm.State when IsOfAllEvents => ReferenceEquals(store.Event(fact.Id), fact),
        FactForm.Event when IsOfAllEvents => true,
        _ => store.Ancestry(fact.Kind).Any(k => Kinds.Contains(k)),
    };

    private static ClausePlan ByEvents(Clause clause, SortedSet<string> kinds, bool seesCounts, bool hasRest)
    {
        var isOfAllEvents = kinds.Contains("activity") || kinds.Contains("request");
        return new ClausePlan(clause, [.. kinds], isOfAllEvents, seesCounts, [], hasRest);
    }

    /// <summary>The kinds of event behind a noun, by all its readings; false where it may stand for something else.</summary>
    internal static bool TryAddKinds(Agreement agreement, Noun noun, SortedSet<string> kinds) => noun switch
    {
        KindNoun { Form: KindForm.Event } kind => kinds.Add(kind.Name) || true,
        DefinedNoun defined => agreement.Definitions[defined.Name].Readings.All(r => TryAddKinds(agreement, r.Content.Noun, kinds)),
        _ => false,
    };

    /// <summary>Of a lasting duty of several, each bound by himself: their names; none where it takes the history to know them.</summary>
    private static ImmutableArray<string> BearersOf(Agreement agreement, Clause clause)
    {
        var sentence = clause.Readings[0].Content.Sentence;
        if (sentence.Act is DoAct || sentence.Subject.Together || HasSentence(clause.Exceptions))
        {
            return [];
        }

        return sentence.Subject switch
        {
            { Each.Noun: MemberNoun { Group: MemberNoun.Parties } } => [.. agreement.Parties.SelectMany(p => Actors(agreement, p)).Distinct(StringComparer.Ordinal)],
            { Each: null, Names: { Length: > 1 } names } when names.All(n => n is ActorArgument { IsGroup: false }) =>
                [.. names.Cast<ActorArgument>().Select(a => a.Name).Distinct(StringComparer.Ordinal)],
            _ => [],
        };
    }

    private static bool HasSentence(ImmutableArray<ClauseException> exceptions) => exceptions.Any(e => e.Sentence is not null || HasSentence(e.Exceptions));

    private static IEnumerable<string> Actors(Agreement agreement, string name) =>
        agreement.Vocabulary.Groups.TryGetValue(name, out var group) ? group.Members.SelectMany(m => Actors(agreement, m.Member)) : [name];
}
