using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Model.Negotiations;

/// <summary>
/// A dispute as the graph model for conflict resolution sees it: parties that hold options, combinations of options that are possible, and what
/// each party would rather see. Options are numbered over all parties, in the order in which they are declared; a combination is a number whose bit
/// <c>i</c> says that option <c>i</c> is taken.
/// </summary>
/// <param name="Cites">Where the facts are from.</param>
/// <param name="Impossible">No combination of which one of these holds can come about.</param>
/// <param name="Irreversible">No move leads from where one of these holds to where it does not.</param>
/// <param name="Merged">Combinations of which one of these holds are one state.</param>
public sealed record Dispute(
    string Name,
    string Title,
    ImmutableArray<string> Cites,
    ImmutableArray<DisputeParty> Parties,
    ImmutableArray<DisputeOption> Options,
    ImmutableArray<Statement> Impossible,
    ImmutableArray<Statement> Irreversible,
    ImmutableArray<Statement> Merged,
    ImmutableArray<NamedState> States,
    SourceText File,
    TextSpan Span)
{
    /// <summary>More options than this are an error: there would be more than a million combinations.</summary>
    public const int MostOptions = 20;
}

/// <param name="Preference">Null: nothing is known of it.</param>
public sealed record DisputeParty(string Name, string FullName, Preference? Preference);

/// <param name="Party">Whose option it is: its place among the parties.</param>
/// <param name="Words">What the party does that takes it, such as "delay the clean-up"; null: nothing but its name is known.</param>
public sealed record DisputeOption(string Name, int Party, string? Words);

/// <summary>A name for the state to which a combination belongs.</summary>
public sealed record NamedState(string Name, string? Words, int Combination);

/// <summary>Something that holds of a combination of options or does not.</summary>
/// <param name="Text">As it was written.</param>
public abstract record Statement(string Text)
{
    public abstract bool Holds(int combination);
}

public sealed record Taken(string Text, int Option) : Statement(Text)
{
    public override bool Holds(int combination) => (combination >> Option & 1) == 1;
}

public sealed record NotStatement(string Text, Statement Inner) : Statement(Text)
{
    public override bool Holds(int combination) => !Inner.Holds(combination);
}

public sealed record AllStatement(string Text, ImmutableArray<Statement> Items) : Statement(Text)
{
    public override bool Holds(int combination) => Items.All(i => i.Holds(combination));
}

public sealed record AnyStatement(string Text, ImmutableArray<Statement> Items) : Statement(Text)
{
    public override bool Holds(int combination) => Items.Any(i => i.Holds(combination));
}

/// <summary>What a party would rather see. What it does not say is unknown, and no sign that the party does not care.</summary>
/// <param name="RestEqual">It is said of all that nothing else tells apart that the party likes it equally.</param>
public abstract record Preference(bool RestEqual);

/// <summary>Statements, the most important first: of two combinations the party prefers that of which the first holds that does not hold of both.</summary>
public sealed record OrderedPreference(ImmutableArray<Statement> Statements, bool RestEqual) : Preference(RestEqual)
{
    public const int MostStatements = 60;
}

/// <summary>States, the most preferred first; those in one rank are liked equally.</summary>
/// <param name="Ranks">By their places among the named states.</param>
public sealed record RankedPreference(ImmutableArray<ImmutableArray<int>> Ranks, bool RestEqual) : Preference(RestEqual);
