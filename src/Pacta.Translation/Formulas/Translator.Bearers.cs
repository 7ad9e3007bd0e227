using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Logs;
using F = Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Who is bound, and towards whom (docs/semantics.md, 6).
internal sealed partial class Translator
{
    private static readonly Variable BearerVariable = new(Bearer);

    private Subject Subject => _norm.Sentence.Subject;

    /// <summary>The variable of the subject is known before its trigger is matched: whatever binds it there is the bearer.</summary>
    private void NameBearer(Scope scope)
    {
        if (Subject.Each is { } each)
        {
            scope.Set(each.Variable, new Referent(BearerVariable, Sort.Actor, _moment, each.Noun is MemberNoun member && HasGroups(member)));
        }
        else if (Subject is { Together: false, Names: [VariableArgument variable] })
        {
            scope.Set(variable.Variable, new Referent(BearerVariable, Sort.Actor, _moment));
        }
    }

    /// <summary>Those who are bound: one, whom verdicts name; or several together, whom the clause names.</summary>
    private ImmutableArray<F.Term> Bearers(Scope scope) => Subject.Together ? [.. Subject.Names.Select(n => Find(n, scope).Term)] : [BearerVariable];

    private bool HasGroups(MemberNoun member) => member.Group != MemberNoun.Parties && _agreement.Vocabulary.Groups[member.Group].Members.Any(m => IsGroup(m.Member));

    private void AddBearer(Conjunction into, Scope scope)
    {
        if (Subject.Together)
        {
            foreach (var member in Subject.Names.OfType<VariableArgument>().Where(v => _agreement.Parties.Length > 0 && !(_norm.Clause.When is { } when && IsNamedByNoun(when, v.Variable))))
            {
                into.Add(IsParty(Find(member, scope).Term));
            }

            return;
        }

        if (Subject.Each is { } each)
        {
            if (each.Noun is MemberNoun member)
            {
                into.Add(IsListed(member.Group, BearerVariable));
            }

            if (each.Noun is not MemberNoun)
            {
                // Of whom a noun describes, those are bound who are parties or of whom reports speak.
                var named = _book.Use(
                    "named_in_reports", RelationSource.Reports, [("actor", ValueType.Text)],
                    () => _history.Facts.SelectMany(f => f.Names).Where(_agreement.Vocabulary.Actors.ContainsKey).Distinct(StringComparer.Ordinal).Select(n => new LogRow(NodaTime.Instant.MinValue, [Name(n)])),
                    BearerVariable);
                into.Add(new Or(IsParty(BearerVariable), new Once(Interval.Any, named)));
            }

            if (each is not { Noun: MemberNoun, Roles: [], Where: null })
            {
                Match(each, BearerVariable, into, scope);
            }

            Require(!into.Bound.Contains(Bearer), Obstacle.Form, Subject.Text);
            return;
        }

        if (Subject.Names is [VariableArgument variable])
        {
            if (_agreement.Parties.Length > 0 && !(_norm.Clause.When is { } when && IsNamedByNoun(when, variable.Variable)))
            {
                into.Add(IsParty(BearerVariable));
            }

            return;
        }

        into.Add(Either(Subject.Names.SelectMany<Argument, Formula>(n => n switch
        {
            ActorArgument { IsGroup: false } actor => [Equal(BearerVariable, Text(actor.Name))],
            ActorArgument group when !_agreement.Vocabulary.Groups[group.Name].Members.Any(m => IsGroup(m.Member)) => [IsMember(group.Name, BearerVariable)],
            _ => throw NoForm(Subject.Text),
        })));
    }

    /// <summary>Somebody who is no party is bound where a noun of the trigger names him.</summary>
    private static bool IsNamedByNoun(Pattern pattern, string variable) =>
        pattern.Roles.Any(r => r.Argument is PatternArgument p
            && ((p.Pattern.Variable == variable && p.Pattern.Noun is not ActorNoun) || IsNamedByNoun(p.Pattern, variable)))
        || IsRestricted(pattern.Where, variable);

    private static bool IsRestricted(Condition? where, string variable) => where switch
    {
        IsOneOfCondition { Subject: VariableArgument v } => v.Variable == variable,
        AllCondition all => all.Operands.Any(o => IsRestricted(o, variable)),
        NotCondition not => IsRestricted(not.Operand, variable),
        _ => false,
    };

    /// <summary>Whoever, or whatever, fills each <c>each</c> of the sentence.</summary>
    private void AddEaches(IEnumerable<(EachArgument Each, string? Role)> all, Conjunction into, Scope scope)
    {
        foreach (var (each, role) in all.DistinctBy(e => KeyOf(e.Each)))
        {
            var sort = SortOf(each.Pattern.Noun);
            var term = sort == Sort.Thing ? new Variable(Thing) : role == "to" ? new Variable(Toward) : Fresh("each");
            var self = new Referent(term, sort, _moment, each.Pattern.Noun is MemberNoun listed && HasGroups(listed));
            scope.Set(KeyOf(each), self);
            switch (each.Pattern.Noun)
            {
                case MemberNoun member:
                    into.Add(IsListed(member.Group, term));
                    break;
                case var _ when sort == Sort.Thing:
                    into.Add(IsThere(self));
                    break;
                default:
                    break;
            }

            if (each.Pattern is not { Noun: MemberNoun, Roles: [], Where: null })
            {
                Match(each.Pattern, term, into, scope);
            }

            Require(!into.Bound.Contains(term.Name), Obstacle.Form, each.Text);
            if (each.Other)
            {
                into.AddNot(Equal(BearerVariable, term));
            }
        }
    }

    private static IEnumerable<(EachArgument Each, string? Role)> EachesIn(Pattern pattern, bool isTop = true) =>
        pattern.Roles.SelectMany(r => EachesIn(r.Argument, isTop ? r.Preposition : null)).Concat(pattern.Where is { } where ? EachesIn(where) : []);

    private static IEnumerable<(EachArgument Each, string? Role)> EachesIn(Argument? argument, string? role) => argument switch
    {
        EachArgument each => [(each, role)],
        PatternArgument nested => EachesIn(nested.Pattern, isTop: false),
        PlaceArgument place => EachesIn(place.Place),
        _ => [],
    };

    private static IEnumerable<(EachArgument Each, string? Role)> EachesIn(Place place) => place switch
    {
        TerritoryPlace territory => EachesIn(territory.Of, null),
        TablePlace { Parameter: { } parameter } => EachesIn(parameter, null),
        _ => [],
    };

    private static IEnumerable<(EachArgument Each, string? Role)> EachesIn(Condition condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(EachesIn),
        AnyCondition any => any.Operands.SelectMany(EachesIn),
        NotCondition not => EachesIn(not.Operand),
        CompareCondition compare => EachesIn(compare.Left).Concat(EachesIn(compare.Right)),
        RangeCondition range => EachesIn(range.Term),
        AwayCondition away => EachesIn(away.Thing, null).Concat(EachesIn(away.Distance)).Concat(EachesIn(away.From)),
        _ => [],
    };

    private static IEnumerable<(EachArgument Each, string? Role)> EachesIn(Model.Agreements.Term term) => term switch
    {
        AggregateTerm aggregate => EachesIn(aggregate.Pattern, isTop: false),
        ArithmeticTerm arithmetic => EachesIn(arithmetic.Left).Concat(EachesIn(arithmetic.Right)),
        FieldTerm field => EachesIn(field.Of, null),
        TableTerm { Parameter: { } parameter } => EachesIn(parameter, null),
        _ => [],
    };

    /// <summary>Neither <c>unless</c> nor an exception holds; of an exception's own sentence, that the exception does.</summary>
    private void AddConditions(Conjunction into, Scope scope)
    {
        AddWhile(into, scope);
        AddNotExcused(into, scope);
    }

    private void AddWhile(Conjunction into, Scope scope)
    {
        if (_norm.While is { } condition)
        {
            Add(condition, into, scope);
        }

    }

    private void AddNotExcused(Conjunction into, Scope scope)
    {
        if (_norm.Applies is { } applies)
        {
            Add(applies, into, scope);
        }

        foreach (var undone in _norm.Undone)
        {
            AddNot(undone, into, scope, isMissingSo: true);
        }

        if (_norm.Sentence.Unless is { } unless)
        {
            AddNot(unless, into, scope, isMissingSo: true);
        }

        foreach (var exception in _norm.Exceptions.Where(e => _norm.Applies is null || e.Sentence is not null))
        {
            AddNegated(
                sub =>
                {
                    var inner = scope.Copy();
                    Add(exception.If, sub, inner);
                    foreach (var undoing in exception.Exceptions.Where(e => e.Sentence is null))
                    {
                        AddNot(undoing.If, sub, inner, isMissingSo: true);
                    }
                },
                into,
                scope);
        }
    }
}
