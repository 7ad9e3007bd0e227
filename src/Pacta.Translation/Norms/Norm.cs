using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Translation.Norms;

/// <summary>What one formula is about: the sentence of a clause or of an exception, or one line of it.</summary>
/// <param name="Path">As findings have it.</param>
/// <param name="Line">The line's own words, where the sentence has several.</param>
/// <param name="Applies">Of an exception: what must be so for its sentence to bind.</param>
/// <param name="Undone">Of an exception: what must not be so.</param>
internal sealed record Norm(
    Clause Clause,
    string Path,
    string Name,
    string? Reference,
    string? Line,
    Sentence Sentence,
    Condition? While,
    ImmutableArray<ClauseException> Exceptions,
    Condition? Applies,
    ImmutableArray<Condition> Undone)
{
    /// <summary>Of an exception: what it is made to is a duty to do.</summary>
    public bool IsToDuty { get; init; }

    /// <summary>What is to be kept: the line, or the only one.</summary>
    public Condition? Kept => (Sentence.Act as KeepAct)?.Lines.First(l => Line is null || l.Text == Line);
}
