using System.Collections.Immutable;

namespace Pacta.Negotiation.Subjects;

/// <summary>By which rule something that is encoded counts for a subject.</summary>
public enum SubjectRule
{
    /// <summary>The draft says what a word means.</summary>
    Defines,

    /// <summary>The draft names a zone or a line of its own.</summary>
    Draws,

    /// <summary>The head says from when it is in force.</summary>
    EntersIntoForce,

    /// <summary>The head says until when.</summary>
    Expires,

    /// <summary>Somebody must do or have what the subject is about.</summary>
    Must,

    /// <summary>Somebody must not do something.</summary>
    MustNot,

    /// <summary>Somebody may do what the subject is about.</summary>
    May,

    /// <summary>Somebody has power to do it.</summary>
    Power,

    /// <summary>Somebody must keep a figure, a distance or a state; the number of what the subject is about, which is then told.</summary>
    Keeps,

    /// <summary>Something follows from what the subject is about: a request that must be answered.</summary>
    Follows,

    /// <summary>A power that takes effect later, or to give a notice that ends or rests the agreement.</summary>
    Leaves,

    /// <summary>The clause goes on after the end.</summary>
    Survives,
}

/// <summary>Something encoded that is about a subject.</summary>
/// <param name="Where">The clause by article and name, the word that is defined, the zone, or the line of the head.</param>
/// <param name="What">What is done or had, in the words of the draft: <c>make inspection</c>; empty where the rule says it all.</param>
public sealed record Encoded(string Where, SubjectRule Rule, string What);

/// <summary>The text of an article that speaks of a subject which nothing encodes.</summary>
/// <param name="Word">The word that was found.</param>
public sealed record Mention(string Where, string? Language, string Word);

/// <summary>Whether an agreement says anything about a subject, and where.</summary>
/// <param name="Encoded">What is encoded; empty: no rule is about it.</param>
/// <param name="Mentions">Where nothing is encoded: texts that speak of it. A text that only mentions a subject settles nothing that Pacta can check.</param>
public sealed record Coverage(Subject Subject, ImmutableArray<Encoded> Encoded, ImmutableArray<Mention> Mentions)
{
    /// <summary>Clauses, definitions, tables or lines of the head, each once.</summary>
    public ImmutableArray<string> Where => [.. Encoded.Select(e => e.Where).Distinct(StringComparer.Ordinal)];

    public bool IsAbsent => Encoded.IsEmpty;

    /// <summary>Only a text speaks of it.</summary>
    public bool IsOnlyText => IsAbsent && Mentions.Length > 0;
}
