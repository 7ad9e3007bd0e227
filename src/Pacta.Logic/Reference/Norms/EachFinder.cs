using System.Runtime.CompilerServices;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Finds the <c>each</c> phrases of a sentence, in the order in which they are written; each one once.</summary>
internal static class EachFinder
{
    private static readonly ConditionalWeakTable<Sentence, IReadOnlyList<EachArgument>> Known = [];

    public static IReadOnlyList<EachArgument> In(Sentence sentence) => Known.GetValue(sentence, Find);

    private static IReadOnlyList<EachArgument> Find(Sentence sentence)
    {
        var found = new List<EachArgument>();
        switch (sentence.Act)
        {
            case DoAct act:
                Visit(act.Pattern, found);
                break;
            case HaveAct have:
                Visit(have.Pattern, found);
                break;
            case KeepAct keep:
                foreach (var line in keep.Lines)
                {
                    Visit(line, found);
                }

                break;
        }

        return [.. found.DistinctBy(Evaluation.EachKey)];
    }

    private static void Visit(Pattern pattern, List<EachArgument> found)
    {
        foreach (var role in pattern.Roles)
        {
            Visit(role.Argument, found);
        }

        if (pattern.Where is { } where)
        {
            Visit(where, found);
        }
    }

    private static void Visit(Argument? argument, List<EachArgument> found)
    {
        switch (argument)
        {
            case EachArgument each:
                found.Add(each);
                break;
            case PatternArgument pattern:
                Visit(pattern.Pattern, found);
                break;
            case PlaceArgument place:
                Visit(place.Place, found);
                break;
        }
    }

    private static void Visit(Place place, List<EachArgument> found)
    {
        switch (place)
        {
            case TerritoryPlace territory:
                Visit(territory.Of, found);
                break;
            case CoastPlace coast:
                Visit(coast.Of, found);
                break;
            case BorderPlace border:
                Visit(border.Of, found);
                if (border.With is { } with)
                {
                    Visit(with, found);
                }

                break;
            case TablePlace { Parameter: { } parameter }:
                Visit(parameter, found);
                break;
        }
    }

    private static void Visit(Condition condition, List<EachArgument> found)
    {
        switch (condition)
        {
            case AllCondition all:
                All(all.Operands, found);
                break;
            case AnyCondition any:
                All(any.Operands, found);
                break;
            case NotCondition not:
                Visit(not.Operand, found);
                break;
            case AwayCondition away:
                Visit(away.Thing, found);
                Visit(away.Distance, found);
                Visit(away.From, found);
                break;
            case CompareCondition compare:
                Visit(compare.Left, found);
                Visit(compare.Right, found);
                break;
            case InPlaceCondition place:
                Visit(place.Subject, found);
                Visit(place.Place, found);
                break;
            case IsOneOfCondition isOneOf:
                Visit(isOneOf.Subject, found);
                break;
        }
    }

    private static void All(IEnumerable<Condition> conditions, List<EachArgument> found)
    {
        foreach (var condition in conditions)
        {
            Visit(condition, found);
        }
    }

    private static void Visit(Term term, List<EachArgument> found)
    {
        switch (term)
        {
            case FieldTerm field:
                Visit(field.Of, found);
                break;
            case TableTerm { Parameter: { } parameter }:
                Visit(parameter, found);
                break;
            case AggregateTerm aggregate:
                Visit(aggregate.Pattern, found);
                break;
            case ArithmeticTerm arithmetic:
                Visit(arithmetic.Left, found);
                Visit(arithmetic.Right, found);
                break;
            case RoundedTerm rounded:
                Visit(rounded.Term, found);
                break;
            case AtTimeTerm atTime:
                Visit(atTime.Term, found);
                break;
        }
    }
}
