namespace Pacta.Exploration.Illustrating;

/// <summary>How much a search for illustrations may do.</summary>
/// <param name="Facts">The most facts of a history.</param>
/// <param name="Tries">The most histories for one clause, under all readings together.</param>
public sealed record IllustrationLimits(int Facts, int Tries)
{
    public static readonly IllustrationLimits Default = new(3, 4_000);
}
