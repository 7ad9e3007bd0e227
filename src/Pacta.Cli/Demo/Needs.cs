using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Cli.Demo;

/// <summary>What a report would have to state so that a duty to keep something away, or a prohibition, can be checked.</summary>
internal static class Needs
{
    public static ImmutableArray<string> Of(Clause clause) => [.. clause.Readings.SelectMany(r => Of(r.Content)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(Rule rule)
    {
        if (rule.While is JudgedCondition judged)
        {
            yield return $"whether it is “{judged.Matter}”";
        }

        foreach (var need in rule.Sentence.Act switch
        {
            KeepAct keep => keep.Lines.OfType<AwayCondition>().SelectMany(Of),
            HaveAct have => Of(have.Pattern),
            DoAct toDo => Of(toDo.Pattern),
            _ => [],
        })
        {
            yield return need;
        }
    }

    private static IEnumerable<string> Of(AwayCondition away) =>
        (away.Distance is FieldTerm field ? [field.Field.Name] : Enumerable.Empty<string>())
            .Append(away.From is TerritoryPlace ? "distance from territory" : $"distance from {away.From.Text}");

    private static IEnumerable<string> Of(Pattern pattern) => pattern.Roles.Any(r => r.Argument is PlaceArgument) ? ["place"] : [];
}
