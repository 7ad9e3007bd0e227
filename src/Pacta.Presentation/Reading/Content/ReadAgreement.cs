using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;
using Pacta.Presentation.Reading.Calendar;

namespace Pacta.Presentation.Reading.Content;

/// <summary>An agreement as it is read: what every form of the document says, and nothing of how it looks.</summary>
public sealed record ReadAgreement(
    Agreement Agreement,
    ImmutableArray<ReadChapter> Chapters,
    ImmutableArray<OwedRow> Owed,
    ImmutableArray<DueDate> Dates,
    ImmutableArray<DueAfter> Relative,
    ImmutableArray<ReadTerm> Terms,
    ImmutableArray<IndexEntry> Index);

/// <param name="Parts">The numbers of the parts that it stands in; empty: it stands in none.</param>
/// <param name="Title">Empty where it has none.</param>
public sealed record ReadChapter(ImmutableArray<string> Parts, string Title, ImmutableArray<ReadClause> Clauses);

/// <summary>A clause: its text, and what it says as code and in plain words.</summary>
/// <param name="Trigger">"Whenever ...,"; empty: nothing sets it going.</param>
/// <param name="Code">As it is written in the file, without texts and notes, which are told by themselves.</param>
/// <param name="Counted">How its times and numbers are counted.</param>
/// <param name="Terms">The definitions, tables and groups that it uses, and those that these use.</param>
public sealed record ReadClause(
    Clause Clause,
    string Trigger,
    ImmutableArray<ReadWay> Ways,
    ImmutableArray<ReadException> Exceptions,
    string Code,
    ImmutableArray<Counted> Counted,
    ImmutableArray<ReadTerm> Terms);

/// <summary>What one reading of a clause says; the only one has no name.</summary>
/// <param name="Plain">A sentence each; the first is the clause's own, with the lines below it.</param>
public sealed record ReadWay(string? Name, ImmutableArray<string> HeldBy, ImmutableArray<ReadSentence> Plain);

/// <param name="Below">What it asks for one by one.</param>
public sealed record ReadSentence(string Text, ImmutableArray<string> Below);

/// <summary>An exception: when it holds, what binds instead, and its own exceptions.</summary>
/// <param name="Instead">Empty: nothing binds instead.</param>
public sealed record ReadException(ClauseException Exception, string If, ImmutableArray<ReadSentence> Instead, string Code, ImmutableArray<ReadException> Below);

public enum TermForm
{
    Definition,
    Amount,
    Zone,
    Line,
    Group,
}

/// <summary>A word that clauses use, with what it comes to.</summary>
/// <param name="Of">"of a weapon (w)": what it depends on; empty where it depends on nothing.</param>
public sealed record ReadTerm(string Name, TermForm Form, string Of, string? Reference, Remarks Remarks, ImmutableArray<ReadMeaning> Meanings, ImmutableArray<string> Uses);

/// <param name="Lines">Rows in their order, the first that applies counts; of a define the one pattern; of a group its members.</param>
public sealed record ReadMeaning(string? Reading, ImmutableArray<string> HeldBy, ImmutableArray<string> Lines);

/// <summary>A word with the clauses in which it stands.</summary>
public sealed record IndexEntry(string Word, ImmutableArray<string> Clauses);

/// <summary>A rule of counting that must be known to understand a clause.</summary>
public enum Counted
{
    Elapsed,
    DaysAfter,
    DaysBefore,
    MonthsAndYears,
    WorkingDays,
    NumberedDay,
    Bare,
    Within,
    Yearly,
    Periodic,
    LeadTime,
    EveryMoment,
    EachPeriod,
    Sliding,
    Together,
    EachAct,
    Limits,
}
