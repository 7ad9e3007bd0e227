using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Model.Negotiations;

/// <summary>What parties said of the versions of one text, as whoever holds the pen wrote it down.</summary>
/// <param name="Agreement">The name that all versions have.</param>
public sealed record Criticisms(string Agreement, ImmutableArray<Criticism> All, ImmutableArray<Satisfaction> Satisfied, Origin Origin)
{
    /// <summary>What was said of several sheets, together.</summary>
    public Criticisms With(Criticisms other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { All = All.AddRange(other.All), Satisfied = Satisfied.AddRange(other.Satisfied) };
    }
}

/// <param name="Version">Counted from 1.</param>
/// <param name="Clause">Its name or article in that version; null: of the whole text, or of what is missing in it.</param>
public sealed record Criticism(string Id, string Party, int Version, string? Clause, string Words, Origin Origin);

/// <summary>Its author says that a version meets the criticism.</summary>
public sealed record Satisfaction(string Criticism, string Party, int Version, Origin Origin);
