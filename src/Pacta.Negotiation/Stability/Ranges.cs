using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Stability;

/// <summary>
/// For each state, between which values its value for a party lies. Two states whose ranges overlap cannot be compared; a range of one value is
/// known, and two states with the same known value are liked equally.
/// </summary>
internal static class Ranges
{
    public static (long[] Low, long[] High) Of(Dispute dispute, Preference? preference, StateSpace space)
    {
        var low = new long[space.States.Length];
        var high = new long[space.States.Length];
        switch (preference)
        {
            case OrderedPreference order:
                for (var state = 0; state < low.Length; state++)
                {
                    (low[state], high[state]) = OfOrder(order, space.States[state]);
                }

                break;
            case RankedPreference ranking:
                // Whoever is not ranked may stand anywhere, above all and below all included; all else equal is the last rank.
                Array.Fill(low, 0);
                Array.Fill(high, ranking.RestEqual ? 0 : 2L * (ranking.Ranks.Length + 1));
                for (var rank = 0; rank < ranking.Ranks.Length; rank++)
                {
                    foreach (var named in ranking.Ranks[rank])
                    {
                        var combination = dispute.States[named].Combination;
                        for (var state = 0; state < low.Length; state++)
                        {
                            if (space.States[state].Contains(combination))
                            {
                                low[state] = high[state] = 2L * (ranking.Ranks.Length - rank);
                            }
                        }
                    }
                }

                break;
            default:
                Array.Fill(high, 1);
                break;
        }

        return (low, high);
    }

    /// <summary>
    /// The most important statement weighs more than all others together. A statement that holds of some combinations of a merged state and not of others is
    /// unknown there. The last digit leaves room for what the statements do not tell apart.
    /// </summary>
    private static (long Low, long High) OfOrder(OrderedPreference order, IReadOnlyList<int> combinations)
    {
        var (low, high) = (0L, 0L);
        foreach (var statement in order.Statements)
        {
            var holds = combinations.Count(statement.Holds);
            low = (low << 1) | (holds == combinations.Count ? 1L : 0L);
            high = (high << 1) | (holds > 0 ? 1L : 0L);
        }

        return (low << 1, (high << 1) | (order.RestEqual ? 0L : 1L));
    }
}
