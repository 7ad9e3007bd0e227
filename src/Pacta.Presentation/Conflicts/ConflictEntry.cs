using System.Collections.Immutable;

namespace Pacta.Presentation.Conflicts;

/// <summary>One conflict in words.</summary>
/// <param name="Sentence">All of it in one sentence.</param>
/// <param name="Clauses">What each clause says, behind its name.</param>
/// <param name="Situation">The invented facts, line by line.</param>
/// <param name="Attempts">What the party may do, and what is not kept then.</param>
/// <param name="Remarks">Readings, how it can be avoided, for whom else it holds.</param>
/// <param name="Prevails">What people would argue; nothing of it is applied.</param>
internal sealed record ConflictEntry(
    string Title,
    string Sentence,
    ImmutableArray<(string Name, ImmutableArray<string> Lines)> Clauses,
    ImmutableArray<string> Situation,
    ImmutableArray<string> Attempts,
    ImmutableArray<string> Remarks,
    ImmutableArray<string> Prevails);
