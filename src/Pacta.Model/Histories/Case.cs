using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Model.Histories;

/// <summary>What is on record about one incident: how far it has come, and what each of those who are accused replied. Nothing that is found rests on it.</summary>
/// <param name="Stage">That of the latest step; null where there are only replies.</param>
/// <param name="Steps">In the order of their dates.</param>
/// <param name="Replies">One for each of those who are accused, in the order of their names: who did not reply has a place too.</param>
public sealed record Case(
    string Id, CaseStage? Stage, ImmutableArray<CaseStep> Steps, ImmutableArray<string> Events, ImmutableArray<CaseReply> Replies);

/// <summary>A step that somebody took.</summary>
public sealed record CaseStep(CaseStage Stage, Moment Date, string By, string? Text, string RecordId, string? Reference);

/// <summary>The place for the reply of somebody who is accused.</summary>
/// <param name="Said">What was replied, in the order of dates; empty: no reply is on record.</param>
public sealed record CaseReply(string Accused, ImmutableArray<CaseAnswer> Said);

/// <summary>A reply, in the words of who replies.</summary>
public sealed record CaseAnswer(Moment Date, string Text, string RecordId, string? Reference);
