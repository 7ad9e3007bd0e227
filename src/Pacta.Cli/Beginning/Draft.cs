using System.Collections.Immutable;
using NodaTime;

namespace Pacta.Cli.Beginning;

/// <summary>A name in the agreement language, and what it stands for in words.</summary>
internal sealed record DraftName(string Name, string Words);

/// <summary>An agreement as somebody described it by answers.</summary>
/// <param name="EntryIntoForce">Null: not yet.</param>
/// <param name="Reporters">Who reports on it besides the parties.</param>
/// <param name="Language">Of the texts of its articles.</param>
internal sealed record Draft(
    string Title,
    string Standing,
    ImmutableArray<DraftName> Parties,
    LocalDate? Signed,
    LocalDate? EntryIntoForce,
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
