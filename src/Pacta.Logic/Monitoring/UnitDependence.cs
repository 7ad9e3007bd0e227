using System.Collections.Immutable;
using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Screening;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>
/// On which facts hangs what an event opens, where that can be told from the words of the clause: the event itself, those that it names, and the acts that name it.
/// </summary>
/// <param name="Named">The roles in which the event names others that matter, each with the kinds of those others; no kinds: it may be any.</param>
/// <param name="Acts">The kinds of act by which the duty is met, each with a role that names the event.</param>
internal sealed record UnitDependence(ImmutableArray<(string Role, ImmutableArray<string> Kinds)> Named, ImmutableArray<(string Kind, string Role)> Acts)
{
    /// <returns>Null: it takes more to know.</returns>
    public static UnitDependence? Of(Agreement agreement, Clause clause)
    {
        if (!NormEvaluation.MayBePlain(clause) || clause.Exceptions.Length > 0
            || clause.When is not { Variable: { } own, Noun: KindNoun { Form: KindForm.Event } or DefinedNoun } when
            || !OwnFacts.Decide(when with { Roles = [] }, agreement))
        {
            return null;
        }

        var named = new List<(string Role, ImmutableArray<string> Kinds)>();
        foreach (var role in when.Roles)
        {
            switch (role.Argument)
            {
                case VariableArgument or ActorArgument { IsGroup: false }:
                    break;
                case PatternArgument { Pattern: { Noun: KindNoun { Form: KindForm.Event } or DefinedNoun } pattern } when OwnFacts.Decide(pattern, agreement):
                    var kinds = new SortedSet<string>(StringComparer.Ordinal);
                    named.Add((role.Preposition, ClausePlan.TryAddKinds(agreement, pattern.Noun, kinds) && !kinds.Any(Evaluation.IsEventNoun) ? [.. kinds] : []));
                    break;
                default:
                    return null;
            }
        }

        var acts = new List<(string Kind, string Role)>();
        foreach (var sentence in clause.Readings.Select(r => r.Content.Sentence))
        {
            if (ActsOf(sentence, own, agreement) is not { } some)
            {
                return null;
            }

            acts.AddRange(some);
        }

        return new UnitDependence([.. named], [.. acts.Distinct()]);
    }

    /// <summary>The events that open the clause of which something else may be found where facts differ; null: it may be any of them.</summary>
    /// <param name="kinds">The kinds of those events.</param>
    /// <param name="touched">The ids of the facts that differ.</param>
    /// <param name="before">The facts as they were.</param>
    /// <param name="after">As they are.</param>
    public HashSet<string>? Affected(ImmutableArray<string> kinds, IReadOnlySet<string> touched, FactStore before, FactStore after)
    {
        var affected = new HashSet<string>(touched, StringComparer.Ordinal);
        foreach (var (role, kindsOfNamed) in Named)
        {
            // What names one now and did not before is touched itself.
            var named = kindsOfNamed.IsEmpty ? touched : touched.Where(id => IsOneOf(kindsOfNamed, id, before) || IsOneOf(kindsOfNamed, id, after)).ToHashSet(StringComparer.Ordinal);
            affected.UnionWith(named.Count == 0 ? [] : kinds.SelectMany(k => before.Events(k, role, named)).Select(f => f.Key));
        }

        foreach (var store in new[] { before, after })
        {
            foreach (var id in touched)
            {
                var fact = store.Event(id);
                if (fact is { Form: not FactForm.Event } || store.Thing(id) is not null)
                {
                    return null;
                }

                foreach (var (_, role) in Acts.Where(a => fact is not null && store.Ancestry(fact.Kind).Contains(a.Kind)))
                {
                    if (RoleIndex.IsOpen(fact!, role))
                    {
                        return null;
                    }

                    affected.UnionWith(fact!.Roles[role].Alternatives.SelectMany(a => FactStore.NamesOf(a.Value)));
                }
            }
        }

        return affected;
    }

    private static bool IsOneOf(ImmutableArray<string> kinds, string id, FactStore store) => store.Event(id) is { } fact && store.Ancestry(fact.Kind).Any(k => kinds.Contains(k));

    /// <remarks>What is judged does not differ where facts do.</remarks>
    private static IEnumerable<(string Kind, string Role)>? ActsOf(Sentence sentence, string own, Agreement agreement) =>
        sentence is
        {
            Unless: null or JudgedCondition,
            Otherwise: null,
            Subject: { Each: null, Together: false, Names: [VariableArgument or ActorArgument { IsGroup: false }] },
            Act: DoAct { Pattern: { Noun: KindNoun { Form: KindForm.Event } or DefinedNoun } pattern },
        }
        && OwnFacts.Decide(pattern with { Roles = [] }, agreement)
        && pattern.Roles.All(r => r.Argument is VariableArgument or ActorArgument { IsGroup: false })
        && new[] { sentence.Timing.NoLater, sentence.Timing.NoEarlier, sentence.Timing.Within?.Anchor, sentence.Timing.From, sentence.Timing.Until }.All(IsOfEvents)
        && pattern.Roles.FirstOrDefault(r => r.Argument is VariableArgument variable && variable.Variable == own) is { } role
        && new SortedSet<string>(StringComparer.Ordinal) is var kinds
        && ClausePlan.TryAddKinds(agreement, pattern.Noun, kinds)
        && !kinds.Any(Evaluation.IsEventNoun)
            ? kinds.Select(k => (k, role.Preposition))
            : null;

    /// <summary>Is a time the same always, or that of an event that is bound?</summary>
    private static bool IsOfEvents(TimeExpression? time) => time switch
    {
        null or FixedTime or EntryIntoForceTime or SignatureTime => true,
        StartTime { Of: VariableArgument } or EndTime { Of: VariableArgument } => true,
        OffsetTime offset => IsOfEvents(offset.Origin),
        _ => false,
    };
}
