using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Model.Agreements;

namespace Pacta.Model.Places;

/// <summary>
/// All places that an agreement draws, in the order of their names: zones, lines and territories, one for each reading, each actor that a condition names and each row. What
/// cannot be drawn without knowing more (a place that is known by its name only, one cut by such a place) is left out.
/// </summary>
public static class DrawnPlaces
{
    private static readonly ConditionalWeakTable<Agreement, StrongBox<ImmutableArray<DrawnPlace>>> Known = [];

    public static ImmutableArray<DrawnPlace> Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return Known.GetValue(agreement, a => new StrongBox<ImmutableArray<DrawnPlace>>(OfAnew(a))).Value;
    }

    private static ImmutableArray<DrawnPlace> OfAnew(Agreement agreement)
    {
        var drawer = new PlaceDrawer(agreement);
        return [.. agreement.Tables.Values.Where(t => t.Form != TableForm.Amount).SelectMany(t => Of(agreement, t, drawer)).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>Whose maps an agreement draws its places from, and of when; each once, in the order of their texts.</summary>
    public static ImmutableArray<string> MapsOf(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return
        [
            .. agreement.Tables.Values.Where(t => t.Form != TableForm.Amount)
                .SelectMany(t => t.Readings).SelectMany(r => r.Content).SelectMany(r => r.Values).OfType<DrawnRow>()
                .Select(d => d.Drawing?.Attribution).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<DrawnPlace> Of(Agreement agreement, Table table, PlaceDrawer drawer)
    {
        foreach (var reading in table.Readings)
        {
            foreach (var (name, actor) in Cases(agreement, table))
            {
                foreach (var row in reading.Content)
                {
                    if (Holds(row.If, actor) is not { } holds || !holds.Truth)
                    {
                        continue;
                    }

                    if (drawer.For(actor).Draw(row) is { } drawn)
                    {
                        yield return new DrawnPlace(
                            name, reading.Name, reading.HeldBy, holds.Condition, (row.From as FixedTime)?.Moment, (row.Until as FixedTime)?.Moment,
                            drawn.Zone, drawn.Lines, drawn.Points, drawn.Accuracy, drawn.Attributions)
                        {
                            Row = row,
                        };
                    }

                    if (holds.Condition is null && row.From is null && row.Until is null)
                    {
                        // Rows behind one that always applies never do.
                        break;
                    }
                }
            }
        }
    }

    /// <summary>A table for actors is drawn for each party; any other once.</summary>
    private static IEnumerable<(string Name, string? Actor)> Cases(Agreement agreement, Table table) => table.Parameter switch
    {
        null => [(table.Name, null)],
        { Noun: ActorNoun or MemberNoun } => agreement.Parties.SelectMany(p => Members(agreement, p)).Distinct(StringComparer.Ordinal).Select(p => ($"{table.Name} of {p}", (string?)p)),
        _ => [(table.Name, null)],
    };

    private static IEnumerable<string> Members(Agreement agreement, string party) => agreement.Vocabulary.Groups.TryGetValue(party, out var group)
        ? group.Members.SelectMany(m => Members(agreement, m.Member))
        : [party];

    /// <summary>Is the condition about the actor alone, and does it hold of it? What it says of anything else is kept in its words.</summary>
    private static (bool Truth, string? Condition)? Holds(Condition? condition, string? actor) => condition switch
    {
        null => (true, null),
        IsOneOfCondition { Subject: VariableArgument, Nouns: [], Actors: var actors } when actor is not null && actors.All(a => !a.IsGroup) => (actors.Any(a => a.Name == actor), null),
        _ => (true, condition.Text),
    };
}
