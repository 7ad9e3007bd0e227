using System.Collections.Immutable;

namespace Pacta.Translation;

/// <summary>A clause, or an exception, or a line of one, for an independent monitor; or why it is not exported.</summary>
/// <param name="Path">As findings have it.</param>
/// <param name="Line">The words of the line, where the sentence has several.</param>
public sealed record ExportedClause(string Path, string Name, string? Reference, string? Line, string Words, Translated? Translated, NotTranslated? NotTranslated);

/// <summary>The files of a clause.</summary>
/// <param name="Expected">The verdict lines that the findings come to.</param>
/// <param name="Columns">What a verdict names, in order.</param>
/// <param name="Relations">The kinds of events of the log, and where each comes from.</param>
/// <param name="EpochYear">From the beginning of which year, in UTC, time stamps are counted.</param>
/// <param name="IsInNanoseconds">Time stamps are nanoseconds, and seconds otherwise.</param>
public sealed record Translated(
    string Signature,
    string Formula,
    string Log,
    string Expected,
    ImmutableArray<string> Columns,
    ImmutableArray<(string Name, RelationSource Source)> Relations,
    int EpochYear,
    bool IsInNanoseconds);

/// <param name="Detail">The words of the clause that stand in the way; of what is not certain, how many findings of how many.</param>
public sealed record NotTranslated(Obstacle Obstacle, string Detail);
