namespace Pacta.Exploration.Conflicting;

/// <summary>How much a search for conflicts may do.</summary>
/// <param name="Facts">The most facts of a situation.</param>
/// <param name="Acts">The most acts that a party adds for one instance of a duty.</param>
/// <param name="Tries">The most histories for one set of clauses and one party, under each way to judge what is left to judgement.</param>
/// <param name="Completions">The most ways to go on from one situation.</param>
public sealed record ConflictLimits(int Facts, int Acts, int Tries, int Completions)
{
    public static readonly ConflictLimits Default = new(2, 2, 6_000, 2_500);
}
