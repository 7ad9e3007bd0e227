using System.Collections.Immutable;

namespace Pacta.Model.Negotiations;

/// <summary>
/// What is talked about, as a mediator declares it: issues with their options, what cannot be had together, and each party's interests. Nothing in it is
/// checked against reports.
/// </summary>
/// <param name="Parties">In the order of the text; a party whose interests are not declared is among them.</param>
/// <param name="Issues">Each with one option at least. A package takes one option of each.</param>
/// <param name="Exclusions">Options that cannot be had together.</param>
/// <param name="Interests">At most one for each party, in the order of the text.</param>
public sealed record Talks(
    string Name,
    string Title,
    ImmutableArray<TalkParty> Parties,
    ImmutableArray<Issue> Issues,
    ImmutableArray<Combination> Exclusions,
    ImmutableArray<Interests> Interests)
{
    /// <summary>Null where the party's interests are not declared: they are then unknown.</summary>
    public Interests? Of(string party) => Interests.FirstOrDefault(i => i.Party == party);
}

public sealed record TalkParty(string Name, string FullName);

public sealed record Issue(string Name, string Title, ImmutableArray<Option> Options);

public sealed record Option(string Name, string Title);

/// <summary>An option by its place: the issue's in <see cref="Talks.Issues"/>, its own in <see cref="Issue.Options"/>.</summary>
public readonly record struct Choice(int Issue, int Option);

/// <summary>One option or several of different issues, in the order of the issues.</summary>
/// <param name="Text">As written.</param>
public sealed record Combination(ImmutableArray<Choice> Choices, string Text);

/// <summary>What a party's interests are taken to be. Every option has a worth: one that is not declared is an error, never zero.</summary>
/// <param name="Worth">By issue and option.</param>
/// <param name="Together">What combinations add to the sum of the worths, or take from it.</param>
/// <param name="RedLines">What the party never accepts.</param>
/// <param name="Alternative">What it has without any package; null: not declared, hence unknown.</param>
public sealed record Interests(
    string Party,
    ImmutableArray<ImmutableArray<decimal>> Worth,
    ImmutableArray<Synergy> Together,
    ImmutableArray<Combination> RedLines,
    Alternative? Alternative);

/// <param name="Adds">Below zero for what the combination costs.</param>
public sealed record Synergy(Combination Combination, decimal Adds);

public sealed record Alternative(decimal Worth, string? Words);
