using NodaTime;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>When the record begins.</summary>
internal sealed partial class FactStore
{
    private Beginning FindBeginning()
    {
        Instant? first = History.Aside.IsEmpty ? null : History.Aside.Min(a => a.First(_zone));
        var rival = new List<Fact>();
        foreach (var fact in _factsByKey.Values)
        {
            Take(fact);
        }

        // Of rows by the million the number of the time is enough.
        var earliest = long.MaxValue;
        foreach (var fact in _facts)
        {
            if (!fact.IsRow(out var of, out var row) || !ReferenceEquals(of.Names, RowNames))
            {
                continue;
            }

            ref readonly var its = ref of.Rows[row];
            if (its.IsDay)
            {
                Take(fact);
            }
            else
            {
                earliest = Math.Min(earliest, its.TimeSeconds);
            }
        }

        if (earliest < long.MaxValue)
        {
            Earlier(Instant.FromUnixTimeSeconds(earliest));
        }

        rival.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new Beginning(first, rival);

        void Take(Fact fact)
        {
            if (fact.ExactTime is { } exact)
            {
                Earlier(exact);
            }
            else if (fact.Time.Alternatives is [var only])
            {
                Earlier(only.Value.In(_zone).Earliest);
            }
            else
            {
                rival.Add(fact);
            }
        }

        void Earlier(Instant at) => first = first is { } known && known <= at ? known : at;
    }

    /// <param name="Undisputed">The earliest instant of what is not disputed; null: there is none.</param>
    /// <param name="Rival">Of which several times are reported.</param>
    private sealed record Beginning(Instant? Undisputed, List<Fact> Rival);
}
