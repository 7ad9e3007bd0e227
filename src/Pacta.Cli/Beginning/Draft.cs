using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Pacta.Cli.Beginning;

/// <summary>A name in the agreement language, and what it stands for in words.</summary>
internal sealed record DraftName(string Name, string Words);

/// <summary>A day of the head, and perhaps the time of it.</summary>
internal sealed record DraftDay(LocalDate Date, LocalTime? Clock)
{
    public override string ToString() => LocalDatePattern.Iso.Format(Date) + (Clock is { } clock ? " " + Pattern.Format(clock) : string.Empty);

    private static LocalTimePattern Pattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Null where it is neither a day nor a day with its time.</summary>
    public static DraftDay? In(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || LocalDatePattern.Iso.Parse(parts[0]) is not { Success: true, Value: { Year: >= 1500 and <= 2900 } date })
        {
            return null;
        }

        return parts.Length == 1 ? new DraftDay(date, null) : Pattern.Parse(parts[1]) is { Success: true, Value: var clock } ? new DraftDay(date, clock) : null;
    }

    public bool IsBefore(DraftDay other) => Date < other.Date || (Date == other.Date && Clock is { } clock && other.Clock is { } later && clock < later);
}

/// <summary>An agreement as somebody described it by answers.</summary>
/// <param name="EntryIntoForce">Null: not yet.</param>
/// <param name="Reporters">Who reports on it besides the parties.</param>
/// <param name="Language">Of the texts of its articles.</param>
internal sealed record Draft(
    string Title,
    string Standing,
    ImmutableArray<DraftName> Parties,
    DraftDay? Signed,
    DraftDay? EntryIntoForce,
    string TimeZone,
    ImmutableArray<DraftName> Reporters,
    string Language,
    ImmutableArray<DraftClause> Clauses);

/// <param name="Name">Of the clause.</param>
/// <param name="Article">Null: it has no number.</param>
/// <param name="Text">The words of the article; null: they were not given.</param>
internal abstract record DraftClause(string Name, string? Article, string? Text);

/// <summary>A notice before an act.</summary>
/// <param name="Troops">From how many; null: every act.</param>
internal sealed record NoticeClause(string Name, string? Article, string? Text, string Act, string Verb, int? Troops, int Days) : DraftClause(Name, Article, Text);

/// <summary>No more than so many things, perhaps in a zone.</summary>
/// <param name="Bound">The number of the party that it binds, from 0; null: each.</param>
internal sealed record CeilingClause(string Name, string? Article, string? Text, int? Bound, string Thing, int Number, string? Zone) : DraftClause(Name, Article, Text);

/// <summary>No such things within a distance of a line.</summary>
/// <param name="Zone">The name of the band on both sides of the line.</param>
internal sealed record NearLineClause(string Name, string? Article, string? Text, int? Bound, string Thing, int Kilometres, string Line, string Zone) : DraftClause(Name, Article, Text);

/// <summary>A report each year by a day.</summary>
internal sealed record YearlyClause(string Name, string? Article, string? Text, int? Bound, string Document, int Day, int Month) : DraftClause(Name, Article, Text);

/// <summary>An answer within a time after a request.</summary>
internal sealed record AnswerClause(string Name, string? Article, string? Text, string Request, string Answer, int Length, bool IsHours) : DraftClause(Name, Article, Text);
