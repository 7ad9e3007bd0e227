using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Duties;

/// <summary>
/// The actors for whom the words of an agreement stand, as far as they can be told without a history: <c>each party</c> all parties, a group its
/// members whenever they joined, a define those whom it names. Null: it takes a history to tell.
/// </summary>
public static class BoundActors
{
    /// <summary>Whom a clause binds, in any of its readings.</summary>
    public static ImmutableArray<string>? Of(Agreement agreement, Clause clause)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(clause);
        return All(clause.Readings.Select(r => Of(agreement, r.Content.Sentence.Subject, clause)));
    }

    public static ImmutableArray<string>? Of(Agreement agreement, Subject subject, Clause clause)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(clause);
        return subject.Each is { } each ? Of(agreement, each) : All(subject.Names.Select(n => Of(agreement, n, clause)));
    }

    /// <param name="clause">Its trigger says for whom a variable stands.</param>
    public static ImmutableArray<string>? Of(Agreement agreement, Argument argument, Clause clause)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(clause);
        return argument switch
        {
            ActorArgument actor => Members(agreement, actor.Name),
            VariableArgument { Variable: var variable } when BearerOf(clause, variable) is { } bearer => Of(agreement, bearer),
            VariableArgument variable => OfVariable(agreement, variable.Variable, clause.When),
            PatternArgument { Pattern: var pattern } => Of(agreement, pattern),
            _ => null,
        };
    }

    /// <summary>All actors that match a pattern.</summary>
    public static ImmutableArray<string>? Of(Agreement agreement, Pattern pattern)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(pattern);
        var all = pattern.Noun switch
        {
            MemberNoun { Group: MemberNoun.Parties } => Parties(agreement),
            MemberNoun member => Members(agreement, member.Group),
            DefinedNoun defined when agreement.Definitions.TryGetValue(defined.Name, out var definition) => All(definition.Readings.Select(r => Of(agreement, r.Content))),
            _ => (ImmutableArray<string>?)null,
        };
        return pattern.Where is { } where ? Restricted(agreement, all, where, pattern.Variable) : pattern.Roles.IsEmpty ? all : null;
    }

    /// <summary>The parties one by one; a group among them stands for its members.</summary>
    public static ImmutableArray<string> Parties(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return [.. agreement.Parties.SelectMany(p => Members(agreement, p)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>An actor itself; of a group all members, whenever they joined.</summary>
    public static ImmutableArray<string> Members(Agreement agreement, string name)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return [.. Of(name, []).Distinct(StringComparer.Ordinal)];

        IEnumerable<string> Of(string one, ImmutableHashSet<string> above) =>
            !agreement.Vocabulary.Groups.TryGetValue(one, out var group) ? [one]
            : above.Contains(one) ? []
            : group.Members.SelectMany(m => Of(m.Member, above.Add(one)));
    }

    /// <summary>An exception speaks of the bearer by the letter that the clause gives it: <c>each party P</c>.</summary>
    private static Pattern? BearerOf(Clause clause, string variable) =>
        clause.Readings.Select(r => r.Content.Sentence.Subject.Each).FirstOrDefault(e => e is not null && e.Variable == variable);

    /// <summary>Somebody who is only a variable of the trigger must be a party (docs/semantics.md, 6), unless a noun of the trigger names him.</summary>
    private static ImmutableArray<string>? OfVariable(Agreement agreement, string variable, Pattern? trigger)
    {
        foreach (var role in trigger?.Roles ?? [])
        {
            switch (role.Argument)
            {
                case PatternArgument { Pattern: { Variable: var named } pattern } when named == variable:
                    return Of(agreement, pattern);
                case VariableArgument plain when plain.Variable == variable:
                    return trigger!.Where is { } where ? Restricted(agreement, Parties(agreement), where, variable) : Parties(agreement);
            }
        }

        return trigger is null ? null : Parties(agreement);
    }

    /// <summary>Those of <paramref name="all"/> for whom a condition holds, where it is about who they are; a condition about anything else leaves them all.</summary>
    /// <param name="all">Null: anybody.</param>
    private static ImmutableArray<string>? Restricted(Agreement agreement, ImmutableArray<string>? all, Condition condition, string? variable)
    {
        switch (condition)
        {
            case IsOneOfCondition { Subject: VariableArgument of } one when of.Variable == variable:
                var named = Named(agreement, one);
                return named is null ? null : all is { } some ? [.. some.Intersect(named.Value, StringComparer.Ordinal)] : named;
            case NotCondition { Operand: IsOneOfCondition { Subject: VariableArgument of } not } when of.Variable == variable:
                return all is { } those && Named(agreement, not) is { } without ? [.. those.Except(without, StringComparer.Ordinal)] : null;
            case AllCondition every:
                return every.Operands.Aggregate(all, (left, c) => Restricted(agreement, left, c, variable));
            case AnyCondition any:
                return All(any.Operands.Select(c => Restricted(agreement, all, c, variable)));
            default:
                return Mentions(condition, variable) ? null : all;
        }
    }

    private static ImmutableArray<string>? Named(Agreement agreement, IsOneOfCondition one) => All(
    [
        .. one.Actors.Select(a => (ImmutableArray<string>?)Members(agreement, a.Name)),
        .. one.Nouns.Select(n => Of(agreement, new Pattern(n.Name, n, null, null, [], null))),
    ]);

    /// <summary>A condition that is about the trigger's other things, such as its size, says nothing about who does it.</summary>
    private static bool Mentions(Condition condition, string? variable) => condition switch
    {
        CompareCondition or RangeCondition or FieldIsTrueCondition or TextIsCondition or AwayCondition => false,
        IsOneOfCondition { Subject: VariableArgument of } => of.Variable == variable,
        InPlaceCondition { Subject: VariableArgument of } => of.Variable == variable,
        _ => variable is not null,
    };

    /// <summary>All of several; null if one of them is not known.</summary>
    private static ImmutableArray<string>? All(IEnumerable<ImmutableArray<string>?> several)
    {
        var all = new List<string>();
        foreach (var some in several)
        {
            if (some is not { } known)
            {
                return null;
            }

            all.AddRange(known);
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }
}
