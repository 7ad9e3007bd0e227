using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Monitoring.State;

/// <summary>Writes what was found, and on what it hangs. A text is written once; a step of a derivation once for each unit.</summary>
internal sealed class StateWriter(BinaryWriter to)
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<Derivation, int> _steps = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ReportReference, int> _reports = [];

    /// <summary>What follows belongs to another unit.</summary>
    public void Begin() => _steps.Clear();

    public void Number(int number) => to.Write7BitEncodedInt(number);

    public void Flag(bool flag) => to.Write(flag);

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
        }
        else if (_texts.TryGetValue(text, out var known))
        {
            Number(known + 2);
        }
        else
        {
            _texts.Add(text, _texts.Count);
            Number(1);
            to.Write(text);
        }
    }

    public void Instant(Instant instant)
    {
        var since = instant - NodaConstants.UnixEpoch;
        to.Write(since.Days);
        to.Write(since.NanosecondOfDay);
    }

    public void Instant(Instant? instant)
    {
        Flag(instant is not null);
        if (instant is { } known)
        {
            Instant(known);
        }
    }

    public void Range(InstantRange? range)
    {
        Instant(range?.Earliest);
        if (range is { } known)
        {
            Instant(known.Latest);
        }
    }

    public void List<T>(ImmutableArray<T> list, Action<T> write)
    {
        Number(list.Length);
        foreach (var item in list)
        {
            write(item);
        }
    }

    public void Texts(ImmutableArray<string> texts) => List(texts, Text);

    public void Finding(Finding finding)
    {
        if (!finding.Determinations.IsEmpty || finding.WithLate is not null)
        {
            throw new InvalidOperationException("What is put beside a finding is no part of it.");
        }

        Text(finding.Id);
        Text(finding.Agreement);
        Text(finding.ClausePath);
        Text(finding.ClauseName);
        Text(finding.Reference);
        Texts(finding.Bearers);
        Flag(finding.IsJoint);
        Flag(finding.IsUnattributed);
        Text(finding.Beneficiary);
        Texts(finding.Trigger);
        Text(finding.Line);
        States(finding.States);
        Number((int)finding.Certainty);
        Flag(finding.IsSettled);
        Text(finding.Perspective);
        Range(finding.Opened);
        Range(finding.Due);
        Step(finding.Derivation);
        List(finding.Changes, Change);
        List(finding.Outcomes, Outcome);
        List(finding.Causes, Cause);
        List(finding.Notes, Note);
        Texts(finding.Unverified);
        List(finding.Reports, Report);
        List(finding.ByReading, Under);
        Flag(finding.Resolution.IsExact);
        Number(finding.Resolution.Disputes);
        Number(finding.Resolution.Readings);
        Flag(finding.Resolution.Ways is not null);
        if (finding.Resolution.Ways is { } ways)
        {
            to.Write(ways);
        }

        Flag(finding.AreAuthorsNamed);
        Instant(finding.DoubtfulFrom);
    }

    private void States(ImmutableArray<ClauseState> states) => List(states, s => Number((int)s));

    private void Step(Derivation step)
    {
        if (_steps.TryGetValue(step, out var known))
        {
            Number(known + 1);
            return;
        }

        Number(0);
        Number((int)step.Code);
        Texts(step.Arguments);
        Number((int)step.Truth);
        List(step.Because, Step);
        List(step.Reports, Report);
        Texts(step.Mentions);
        _steps.Add(step, _steps.Count);
    }

    private void Report(ReportReference report)
    {
        if (_reports.TryGetValue(report, out var known))
        {
            Number(known + 1);
            return;
        }

        _reports.Add(report, _reports.Count);
        Number(0);
        Text(report.Id);
        Text(report.Source);
        Text(report.Origin);
    }

    private void Change(StateChange change)
    {
        Number((int)change.State);
        Range(change.At);
        Step(change.Derivation);
    }

    private void Outcome(Outcome outcome)
    {
        List(outcome.If, Choice);
        States(outcome.States);
        Flag(outcome.IsSmallest);
        Number(outcome.OthersAsSmall is { } others ? others + 1 : 0);
    }

    private void Choice(Choice choice)
    {
        Number((int)choice.Kind);
        Text(choice.Key);
        Text(choice.Attribute);
        Text(choice.Subject);
        Text(choice.Value);
        List(choice.Sources, Report);
        Texts(choice.Without);
    }

    private void Cause(Cause cause)
    {
        Number((int)cause.Kind);
        Text(cause.Key);
        Text(cause.Attribute);
        Number((int)cause.Code);
        Texts(cause.Arguments);
        List(cause.Reports, Report);
    }

    public void Note(FindingNote note)
    {
        Number((int)note.Code);
        Texts(note.Arguments);
        Flag(note.Cause is not null);
        if (note.Cause is { } cause)
        {
            Cause(cause);
        }

        List(note.Reports, Report);
    }

    private void Under(FindingUnderReadings under)
    {
        List(under.Readings, r =>
        {
            Text(r.Of);
            Text(r.Name);
            Texts(r.HeldBy);
        });
        Flag(under.IsNotInPlay);
        Flag(under.Finding is not null);
        if (under.Finding is { } finding)
        {
            Finding(finding);
        }
    }
}
