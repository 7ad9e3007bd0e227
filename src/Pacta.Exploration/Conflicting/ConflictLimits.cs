namespace Pacta.Exploration.Conflicting;

/// <summary>How much a search for conflicts may do.</summary>
/// <param name="Facts">The most facts of a situation.</param>
/// <param name="Acts">The most acts that a party adds for one instance of a duty.</param>
/// <param name="Tries">The most histories for one set of clauses and one party, under each way to judge what is left to judgement.</param>
/// <param name="Completions">The most ways to go on from one situation.</param>
public sealed record ConflictLimits(int Facts, int Acts, int Tries, int Completions)
{
    public static readonly ConflictLimits Default = new(2, 2, 600, 300);

    /// <param name="facts">The most facts of a situation.</param>
    /// <param name="tries">The most histories for one set of clauses and one party.</param>
    public static ConflictLimits Of(int facts, int tries) => Default with { Facts = facts, Tries = tries, Completions = Math.Max(Default.Completions, tries * 2 / 5) };

    /// <summary>What is left over for the sets that one round did not finish, in histories, shared among them.</summary>
    private const int Reserve = 6_000;

    /// <summary>A set takes no more of it than this.</summary>
    private const int MostForOne = 6_000;

    /// <summary>For a second round over so many sets that the first one did not finish; null: there are too many for each to get more than it had.</summary>
    public ConflictLimits? Further(int sets)
    {
        var each = Math.Min(MostForOne, Reserve / Math.Max(1, sets));
        return each <= 2 * Tries ? null : this with { Tries = each, Completions = Math.Max(Completions, each * 2 / 5) };
    }
}
