using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using F = Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Conditions at one moment (docs/semantics.md, 4).
internal sealed partial class Translator
{
    private void Add(Condition condition, Conjunction into, Scope scope)
    {
        switch (condition)
        {
            case AllCondition all:
                for (var i = 0; i < all.Operands.Length; i++)
                {
                    if (all.Operands[i] is ThereCondition { Pattern.Variable: { } found } there)
                    {
                        // What is asked of the event that was found is told at its own moment.
                        Condition[] about = [.. all.Operands.Skip(i + 1).TakeWhile(o => IsFieldOf(o, found))];
                        AddThere(there, into, scope, about);
                        i += about.Length;
                    }
                    else
                    {
                        Add(all.Operands[i], into, scope);
                    }
                }

                break;
            case AnyCondition any:
                AddAny([.. any.Operands.Select(o => (Action<Conjunction>)(sub => Add(o, sub, scope.Copy())))], into, scope);
                break;
            case NotCondition not:
                AddNot(not.Operand, into, scope);
                break;
            case CompareCondition compare:
                AddCompare(compare.Left, compare.Relation, compare.Right, into, scope);
                break;
            case RangeCondition range:
                AddCompare(range.Term, Relation.AtLeast, range.Low, into, scope);
                AddCompare(range.Term, Relation.AtMost, range.High, into, scope);
                break;
            case AwayCondition away:
                AddAway(away, away.From, Find(away.Thing, scope), into, scope);
                break;
            case IsOneOfCondition isOne:
                AddIsOneOf(isOne, Find(isOne.Subject, scope), into);
                break;
            case FieldIsTrueCondition field:
                into.Add(FieldOf(Find(field.Of, scope), field.Field.Name, Text("yes"), ValueType.Text));
                break;
            case TextIsCondition { Term: FieldTerm field } text:
                into.Add(Either(text.Texts.Select(t => FieldOf(Find(field.Of, scope), field.Field.Name, Text(t.ToLowerInvariant()), ValueType.Text))));
                break;
            case StateCondition { On: null } state:
                into.Add(IsInState(state.State, Fillers(state, scope)));
                break;
            case InPlaceCondition { Subject: { } subject, PlaceField: null } inPlace when Find(subject, scope) is { Sort: not Sort.Actor } placed:
                if (inPlace.Outside)
                {
                    AddNegated(sub => AddIn(placed, "in", inPlace.Place, sub, scope.Copy()), into, scope);
                }
                else
                {
                    AddIn(placed, "in", inPlace.Place, into, scope);
                }

                break;
            case ThereCondition there:
                AddThere(there, into, scope);
                break;
            case JudgedCondition judged:
                throw new ObstacleException(Obstacle.Judged, judged.Matter);
            case ClauseStateCondition:
                throw new ObstacleException(Obstacle.OtherClause, condition.Text);
            default:
                throw NoForm(condition.Text);
        }
    }

    /// <summary>
    /// The condition is not so: what is not so must be known. With <paramref name="isMissingSo"/>, it is not found to be so, which it also is not where nobody reported it: an
    /// exception whose facts nobody asserts does not apply.
    /// </summary>
    private void AddNot(Condition condition, Conjunction into, Scope scope, bool isMissingSo = false)
    {
        switch (condition)
        {
            case NotCondition not when !isMissingSo:
                Add(not.Operand, into, scope);
                break;
            case AnyCondition any:
                foreach (var operand in any.Operands)
                {
                    AddNot(operand, into, scope, isMissingSo);
                }

                break;
            case AllCondition all when !all.Operands.Any(o => o is ThereCondition):
                AddAny([.. all.Operands.Select(o => (Action<Conjunction>)(sub => AddNot(o, sub, scope.Copy(), isMissingSo)))], into, scope);
                break;
            case CompareCondition { Left: AggregateTerm, Relation: Relation.AtMost or Relation.LessThan } compare when TableIn(compare.Right) is null:
                AddCompare(compare.Left, Opposite(compare.Relation), compare.Right, into, scope);
                break;
            case CompareCondition { Left: not AggregateTerm, Relation: not Relation.Equal } compare when !isMissingSo && TableIn(compare.Right) is null:
                AddCompare(compare.Left, Opposite(compare.Relation), compare.Right, into, scope);
                break;
            case FieldIsTrueCondition field when !isMissingSo:
                into.Add(FieldOf(Find(field.Of, scope), field.Field.Name, Text("no"), ValueType.Text));
                break;
            case TextIsCondition { Term: FieldTerm field } when !isMissingSo:
                into.Add(FieldOf(Find(field.Of, scope), field.Field.Name, Fresh("text"), ValueType.Text));
                AddNegated(sub => Add(condition, sub, scope.Copy()), into, scope);
                break;
            default:
                AddNegated(sub => Add(condition, sub, scope.Copy()), into, scope);
                break;
        }
    }

    private static Relation Opposite(Relation relation) => relation switch
    {
        Relation.AtLeast => Relation.LessThan,
        Relation.AtMost => Relation.MoreThan,
        Relation.MoreThan => Relation.AtMost,
        _ => Relation.AtLeast,
    };

    private void AddNegated(Action<Conjunction> make, Conjunction into, Scope? scope = null)
    {
        var keep = Known(into, scope);
        var alone = Alone(make);
        if (alone is { IsEmpty: true })
        {
            into.Add(new F.Truth(false));
            return;
        }

        if (alone is not { IsSafe: true })
        {
            alone = into.Copy();
            make(alone);
            RequireSafe(alone);
        }

        into.AddNot(alone.Closed(keep));
    }

    /// <summary>By itself, without what is around it; null where something in it needs that.</summary>
    private static Conjunction? Alone(Action<Conjunction> make)
    {
        var alone = new Conjunction();
        try
        {
            make(alone);
            return alone;
        }
        catch (UnsafeException)
        {
            return null;
        }
    }

    private static void RequireSafe(Conjunction whole)
    {
        if (!whole.IsSafe)
        {
            throw new UnsafeException();
        }
    }

    private static ImmutableHashSet<string> Known(Conjunction into, Scope? scope) =>
        [.. into.IsEmpty ? [] : FreeVariables.Of(into.All()), .. scope?.Variables ?? []];

    /// <summary>One of several holds. Both sides of OR must have the same free variables: where they have not, what is around them is repeated in each.</summary>
    private static void AddAny(ImmutableArray<Action<Conjunction>> ways, Conjunction into, Scope scope)
    {
        var keep = Known(into, scope);
        List<Conjunction?> apart = [.. ways.Select(Alone)];
        if (apart.Exists(a => a is { IsEmpty: true }))
        {
            return; // holds anyway
        }

        if (apart.TrueForAll(a => a is { IsSafe: true }))
        {
            var closed = apart.ConvertAll(a => a!.Closed(keep));
            if (closed.Select(f => string.Join(' ', FreeVariables.Of(f).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).Count() == 1)
            {
                into.Add(Either(closed));
                return;
            }
        }

        var around = into.IsEmpty ? [] : FreeVariables.Of(into.All());
        var repeated = ways.Select(way =>
        {
            var whole = into.Copy();
            way(whole);
            RequireSafe(whole);
            if (FreeVariables.Of(whole.All()).Any(v => keep.Contains(v) && !around.Contains(v)))
            {
                throw new UnsafeException(); // what they speak of in common is not around them here
            }

            return whole.Closed(around);
        });
        into.Replace(Either([.. repeated]));
    }

    private void AddIsOneOf(IsOneOfCondition condition, Referent subject, Conjunction into)
    {
        List<Formula> ways = [];
        foreach (var actor in condition.Actors)
        {
            ways.Add(Equal(subject.Term, Text(actor.Name)));
            if (actor.IsGroup)
            {
                ways.Add(IsMember(actor.Name, subject.Term));
            }
        }

        foreach (var noun in condition.Nouns)
        {
            var way = new Conjunction();
            MatchNoun(noun, subject, way);
            ways.Add(way.IsEmpty ? throw NoForm(condition.Text) : way.Closed(FreeVariables.Of(subject.Term)));
        }

        Require(subject.Term is Constant, Obstacle.Form, condition.Text);
        into.Add(Either(ways));
    }
}
