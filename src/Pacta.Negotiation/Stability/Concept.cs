namespace Pacta.Negotiation.Stability;

/// <summary>
/// What holds a party back from a move that it prefers (Fang, Hipel and Kilgour, Interactive Decision Making, Wiley 1993, chapters 3 and 4). For a state s
/// of a party, over every move to a state s1 that the party prefers to s:
/// </summary>
public enum Concept
{
    /// <summary>Nothing does: there must be no such move.</summary>
    Nash,

    /// <summary>From s1 the others can come, by a legal sequence of any moves, to a state that the party does not prefer to s.</summary>
    GeneralMetarational,

    /// <summary>As before, and from there no move of the party leads to a state that it prefers to s.</summary>
    SymmetricMetarational,

    /// <summary>As the general one, by a legal sequence in which each mover prefers where its move leads to where it moves from.</summary>
    Sequential,
}

public enum Verdict
{
    Stable,
    Unstable,

    /// <summary>It hangs on preferences that are not known.</summary>
    Undetermined,
}
