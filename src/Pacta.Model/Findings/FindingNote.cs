using System.Collections.Immutable;

namespace Pacta.Model.Findings;

/// <summary>What is said beside a finding; the words are in Pacta.Presentation. Each names its arguments.</summary>
public enum NoteCode
{
    /// <summary>Reports of a kind by somebody are taken to be complete: the kind, who.</summary>
    TakenToBeComplete,

    /// <summary>Nobody reported what an <c>unless</c> needs: its words.</summary>
    UnlessNotReported,

    /// <summary>Nobody reported what an exception needs: its name, its words.</summary>
    ExceptionNotReported,

    /// <summary>Exceptions apply at once, and each says what binds instead: their names.</summary>
    ExceptionsConflict,

    /// <summary>What the due counts from has not come: see <see cref="FindingNote.Cause"/>.</summary>
    NoDueYet,

    /// <summary>An act came before the time in which it counts: its id, who reported it.</summary>
    TooEarly,

    /// <summary>Somebody denies what no report that stands says: the role or field, the id of what has it, the value, who denies it.</summary>
    DeniesUnsaid,

    /// <summary>Somebody stated that nothing is missing: who.</summary>
    StatedComplete,

    /// <summary>A source that says through when it is complete has not said so of all the time that decides: who, through when, the kind.</summary>
    CompleteOnlyThrough,

    /// <summary>Only some readings of a text lead to such a finding: the text, those readings.</summary>
    OnlyUnderReading,

    /// <summary>Too many ways to resolve what is disputed to look at each.</summary>
    TooManyDisputes,

    /// <summary>Too many combinations of readings: how many are tried.</summary>
    TooManyReadings,
}

/// <summary>A note with its arguments; equal if they are.</summary>
public sealed record FindingNote(NoteCode Code, params ImmutableArray<string> Arguments) : IComparable<FindingNote>
{
    /// <summary>Why no due is known.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The reports that say it, where reports do.</summary>
    public ImmutableArray<Histories.ReportReference> Reports { get; init; } = [];

    public bool Equals(FindingNote? other) =>
        other is not null && Code == other.Code && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan()) && Equals(Cause, other.Cause);

    public override int GetHashCode()
    {
        var hash = HashCode.Combine(Code, Cause);
        foreach (var argument in Arguments)
        {
            hash = HashCode.Combine(hash, argument);
        }

        return hash;
    }

    public int CompareTo(FindingNote? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (Code.CompareTo(other.Code) is not 0 and var byCode)
        {
            return byCode;
        }

        for (var i = 0; i < Math.Min(Arguments.Length, other.Arguments.Length); i++)
        {
            if (string.CompareOrdinal(Arguments[i], other.Arguments[i]) is not 0 and var byArgument)
            {
                return byArgument;
            }
        }

        return Arguments.Length != other.Arguments.Length ? Arguments.Length.CompareTo(other.Arguments.Length)
            : string.CompareOrdinal(Cause?.Key, other.Cause?.Key) is not 0 and var byCause ? byCause
            : string.CompareOrdinal(Cause?.Attribute, other.Cause?.Attribute);
    }
}
