using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Model.Reports;

/// <summary>"Reports of these kinds by this source are complete through": silence up to then means that nothing of the kind happened.</summary>
public sealed record CompletenessRecord(string Id, RecordPlace Place, string Source, ImmutableArray<string> Kinds, Moment Through, Moment? Recorded)
    : ReportRecord;

/// <summary>A report on something the text leaves to judgement (<c>judged "..."</c>).</summary>
public sealed record JudgementRecord(string Id, RecordPlace Place, string Source, string Matter, bool Holds, When Time, Moment? Recorded)
    : ReportRecord;

/// <summary>What a source was able to see. Silence of somebody who could not see is no silence.</summary>
/// <param name="Area">The place, by name.</param>
/// <param name="Period">Throughout, from the first instant to the last.</param>
/// <param name="Means">How: patrols, cameras, satellites; also what limited it.</param>
public sealed record CoverageRecord(string Id, RecordPlace Place, string Source, string Area, When Period, string Means, Moment? Recorded, string? Reference)
    : ReportRecord;

/// <summary>
/// The NATO Admiralty code (AJP-2.1): how reliable a source is, and, apart from that, how credible one report is. Never one number, never averaged.
/// </summary>
/// <param name="Target">The report or the source that is graded.</param>
/// <param name="Reliability">A (completely reliable) to E (unreliable); F: cannot be judged.</param>
/// <param name="Credibility">1 (confirmed by others) to 5 (improbable); 6: cannot be judged.</param>
public sealed record GradeRecord(
    string Id, RecordPlace Place, string Assessor, string Target, char Reliability, char Credibility, string Why, Moment? Recorded, string? Reference)
    : ReportRecord;

/// <summary>
/// How many of a kind there were in a period, as a source counted them. It joins ceilings, quotas and prohibitions as an interval, and is never made
/// into events.
/// </summary>
/// <param name="By">Whose acts they were, where the source says so.</param>
/// <param name="Except">What is in the number although it may not be of the kind, or not of the place.</param>
/// <param name="Includes">Events that are reported by themselves and are in the number.</param>
public sealed record CountRecord(
    string Id, RecordPlace Place, string Source, string Kind, ReportedNumber Number, string? In, ReportedValue? By, When Period,
    ImmutableArray<CountExcept> Except, ImmutableArray<string> Includes, Moment? Recorded, string? Reference)
    : ReportRecord;

/// <summary>Part of a count that is not of what was counted, or may not be.</summary>
/// <param name="What">In the words of the source.</param>
/// <param name="Number">How many of it; null: it does not say, and it may be all of them.</param>
/// <param name="IsMost">It says "most": more than half.</param>
/// <param name="MayCount">It may be of what was counted after all; otherwise it is not.</param>
public sealed record CountExcept(string What, ReportedNumber? Number, bool IsMost, bool MayCount)
{
    /// <summary>The part with how many it was, as it is told inside other words, in every language.</summary>
    public string Told() => IsMost ? Composed.Of("most_of", What)
        : Number is { } number ? Composed.Of("part", Composed.Of(new NumberRange(number.Low, number.High)), What)
        : What;
}

/// <summary>What an authorised body decided. It stands beside what Pacta finds, and never changes it.</summary>
/// <param name="Text">The decision in the words of the body.</param>
/// <param name="About">Which findings it is about; null where it does not say.</param>
/// <param name="Decision">What the body decided, where it says so in one of the words for states.</param>
public sealed record DeterminationRecord(
    string Id, RecordPlace Place, string Body, Moment Date, string Text, string? Dissents, DeterminationSubject? About, ClauseState? Decision, Moment? Recorded, string? Reference)
    : ReportRecord;

/// <summary>What a determination is about: a clause, and where it says so whose conduct and which events.</summary>
/// <param name="Agreement">The name of the agreement; null: whichever has the clause.</param>
/// <param name="Clause">The clause's name, path or article.</param>
/// <param name="By">Whose conduct; empty: whoever is bound.</param>
/// <param name="Events">Which events; empty: any.</param>
public sealed record DeterminationSubject(string? Agreement, string Clause, ImmutableArray<string> By, ImmutableArray<string> Events)
{
    public bool Equals(DeterminationSubject? other) =>
        other is not null && Agreement == other.Agreement && Clause == other.Clause && By.SequenceEqual(other.By) && Events.SequenceEqual(other.Events);

    public override int GetHashCode() => HashCode.Combine(Agreement, Clause, By.Length, Events.Length);
}
