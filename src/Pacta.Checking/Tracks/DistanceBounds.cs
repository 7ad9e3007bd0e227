using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Checking.Tracks;

/// <summary>With how many metres an agreement compares distances from its places: <c>at least 15 km away from front</c>, <c>distance from w to front more than 5 km</c>.</summary>
internal static class DistanceBounds
{
    /// <summary>By table, the least first. Only numbers: what a distance is compared with otherwise is not known beforehand.</summary>
    public static Dictionary<string, ImmutableSortedSet<decimal>> Of(Agreement agreement)
    {
        var bounds = new Dictionary<string, ImmutableSortedSet<decimal>>(StringComparer.Ordinal);
        foreach (var part in agreement.Clauses.Concat<object>(agreement.Definitions.Values).Concat(agreement.Tables.Values).SelectMany(AgreementTree.All))
        {
            switch (part)
            {
                case AwayCondition away:
                    Add(away.From, away.Distance);
                    break;
                case CompareCondition { Left: DistanceTerm left } compare:
                    Add(left.To, compare.Right);
                    break;
                case CompareCondition { Right: DistanceTerm right } compare:
                    Add(right.To, compare.Left);
                    break;
                case RangeCondition { Term: DistanceTerm of } range:
                    Add(of.To, range.Low);
                    Add(of.To, range.High);
                    break;
            }
        }

        return bounds;

        void Add(Place place, Term bound)
        {
            if (place is TablePlace { Table: var table } && bound is NumberTerm { Range: { IsExact: true, Low: > 0 and var metres } })
            {
                AddTo(table, metres, 0);
            }
        }

        // A line that a table chooses goes by the name of the line that it chooses.
        void AddTo(string table, decimal metres, int depth)
        {
            bounds[table] = bounds.GetValueOrDefault(table, []).Add(metres);
            foreach (var chosen in agreement.Tables[table].Readings.SelectMany(r => r.Content).SelectMany(r => r.Values).OfType<PlaceRow>().Select(r => r.Place).OfType<TablePlace>())
            {
                if (depth < 8)
                {
                    AddTo(chosen.Table, metres, depth + 1);
                }
            }
        }
    }
}
