using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Duties;

/// <summary>Whom the words of a sentence stand for: <c>each party P</c> each party, a group its members, a variable whoever it may be.</summary>
internal sealed class Names(Agreement agreement)
{
    public IEnumerable<Somebody> Bearers(Subject subject, Clause clause) => subject.Each is { } each
        ? Each(each)
        : subject.Names.SelectMany(n => BoundActors.Of(agreement, n, clause) is { } known ? known.Select(Somebody.Actor) : [InRole(n, clause)]);

    /// <summary>Whom a clause binds, in all readings: actors where they are named, else the role in the trigger.</summary>
    public ImmutableArray<Somebody> Bound(Clause clause) =>
    [
        .. clause.Readings
            .Select(r => r.Content.Sentence.Subject)
            .SelectMany(s => s.Each is { } each
                ? Each(each)
                : s.Names.SelectMany(n => n is not VariableArgument && BoundActors.Of(agreement, n, clause) is { } known ? known.Select(Somebody.Actor) : [InRole(n, clause)]))
            .Distinct()
            .OrderBy(s => s.Order, StringComparer.Ordinal),
    ];

    /// <summary>
    /// To whom an act is owed: what fills its <c>to</c>, against whom it is not to be done, or whose territory is to be stayed away from; all where it
    /// has none. Nobody owes himself.
    /// </summary>
    public IEnumerable<Somebody> Beneficiaries(Act act, Somebody bearer, Clause clause)
    {
        var to = act switch
        {
            DoAct toDo => toDo.Pattern.Roles.Where(r => r.Preposition is "to" or "against").SelectMany(r => To(r.Argument, bearer, clause)),
            KeepAct keep => keep.Lines.OfType<AwayCondition>().Select(a => a.From).OfType<TerritoryPlace>().SelectMany(t => To(t.Of, bearer, clause)),
            _ => [],
        };
        return to.DefaultIfEmpty(Somebody.Everybody).Where(t => t != bearer).Distinct();
    }

    private IEnumerable<Somebody> To(Argument argument, Somebody bearer, Clause clause) => argument switch
    {
        EachArgument each => Each(each.Pattern).Where(n => !each.Other || n != bearer),
        ActorArgument actor => BoundActors.Members(agreement, actor.Name).Select(Somebody.Actor),
        PatternArgument { Pattern: { Noun: KindNoun { Form: KindForm.Event }, Roles: var roles } pattern } => [Author(roles, pattern.Noun.Name)],
        PatternArgument { Pattern: var pattern } => Each(pattern),
        _ => [InRole(argument, clause)],
    };

    private IEnumerable<Somebody> Each(Pattern pattern) => BoundActors.Of(agreement, pattern) is { } known
        ? known.Select(Somebody.Actor)
        : [new Somebody(SomebodyForm.Noun, pattern.Noun is MemberNoun member ? member.Group : pattern.Noun.Name)];

    /// <summary>Where the trigger has a variable: the actor it names there, else the role. What is given to an event is owed to its author.</summary>
    private Somebody InRole(Argument argument, Clause clause)
    {
        if (argument is not VariableArgument { Variable: var variable } || clause.When is not { } trigger)
        {
            return new Somebody(SomebodyForm.Noun, argument.Text);
        }

        if (trigger.Variable == variable)
        {
            return Author(trigger.Roles, trigger.Noun.Name);
        }

        foreach (var role in trigger.Roles)
        {
            if (role.Argument is VariableArgument plain && plain.Variable == variable)
            {
                return new Somebody(SomebodyForm.Role, trigger.Noun.Name, role.Preposition);
            }

            if (role.Argument is PatternArgument { Pattern: { Variable: { } named } pattern } && named == variable)
            {
                return pattern.Noun is KindNoun { Form: KindForm.Event } ? Author(pattern.Roles, pattern.Noun.Name) : new Somebody(SomebodyForm.Role, trigger.Noun.Name, role.Preposition);
            }
        }

        return new Somebody(SomebodyForm.Noun, argument.Text);
    }

    private static Somebody Author(IEnumerable<RoleArgument> roles, string noun) =>
        roles.FirstOrDefault(r => r.Preposition == "by")?.Argument is ActorArgument { IsGroup: false } actor ? Somebody.Actor(actor.Name) : new Somebody(SomebodyForm.Role, noun, "by");
}
