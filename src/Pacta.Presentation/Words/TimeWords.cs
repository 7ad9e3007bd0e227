using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>
/// Instants as an agreement's calendar shows them: the local date, with the clock only where one is known. A range that covers whole days is
/// told by its dates; a due at the end of a day by that day.
/// </summary>
public sealed class TimeWords(AgreementCalendar calendar, Phrasebook phrases)
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 3000;

    public AgreementCalendar Calendar { get; } = calendar;

    /// <summary>
    /// What the due of a finding is. Nobody owes the use of a power: its time is that from which it takes effect, and used by somebody who lacks the
    /// power it takes none. Null: there is none.
    /// </summary>
    public string? WordForDue(Finding finding)
    {
        if (!HasDue(finding))
        {
            return null;
        }

        var isProposal = finding.Status.Standing == Standing.Proposal;
        return StateWords.IsOfPower(finding)
            ? phrases.Say(isProposal ? "time.from.proposal" : finding.State == ClauseState.Exercised ? "time.from" : "time.from.unsure")
            : phrases.Say(isProposal ? "time.due.proposal" : "time.due");
    }

    /// <summary>Is there a due, or a time from which a power takes effect?</summary>
    public static bool HasDue(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Due is not null && (!StateWords.IsOfPower(finding) || finding.States.Contains(ClauseState.Exercised));
    }

    public string Of(InstantRange range)
    {
        if (!IsKnown(range))
        {
            return phrases.Say("time.unknown");
        }

        if (!IsKnown(range.Latest))
        {
            return phrases.Say("time.or_later", Of(InstantRange.At(range.Earliest)));
        }

        if (!IsKnown(range.Earliest))
        {
            return phrases.Say("time.or_earlier", Of(InstantRange.At(range.Latest)));
        }

        var (first, last) = (Calendar.DateOf(range.Earliest), Calendar.DateOf(range.Latest));

        if (range.IsExact)
        {
            return IsEdge(range.Earliest, first) ? Date(first) : Clock(range.Earliest);
        }

        if (IsEdge(range.Earliest, first) && IsEdge(range.Latest, last))
        {
            return first == last ? Date(first) : phrases.Say("time.range", Date(first), Date(last));
        }

        return phrases.Say("time.range", Clock(range.Earliest), Clock(range.Latest));
    }

    /// <summary>As <see cref="Of"/>, for what happens at one time within a range: it must not read as what lasts.</summary>
    public string OfMoment(InstantRange range) => IsWithin(range) ? phrases.Say("time.within", Of(range)) : Of(range);

    /// <summary>"on 2021-09-10", "on one day from 2021-09-10 to 2021-09-12".</summary>
    public string On(InstantRange range) => phrases.Say(IsWithin(range) ? "table.on_within" : "table.on", Of(range));

    /// <summary>Is a range told by two days?</summary>
    private bool IsWithin(InstantRange range) =>
        IsKnown(range.Earliest) && IsKnown(range.Latest) && Calendar.DateOf(range.Earliest) != Calendar.DateOf(range.Latest);

    /// <summary>
    /// A reported time, or two with dots between, in the agreement's time zone. Rival times come with who reports them, which stays beside each:
    /// "2024-02-01 (mission) or 2024-02-20 (courier, staff)".
    /// </summary>
    public string Reported(string reported)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return new ValueWords(phrases).Of(Composed.Or((Composed.PartsOf(reported, Composed.Either) ?? [reported]).Select(rival =>
            Composed.PartsOf(rival, Composed.Said) is [var time, var by] ? Composed.Of(Composed.Said, OneReported(time), by) : OneReported(rival))));
    }

    private string OneReported(string reported)
    {
        var moments = reported.Split("..").Select(t => MomentText.Parse(t, out _)).ToList();
        return moments is [{ } from, ..] && moments[^1] is { } to
            ? OfMoment(new InstantRange(from.In(Calendar.Zone).Earliest, to.In(Calendar.Zone).Latest))
            : reported;
    }

    /// <summary>Is one of the ends of a range known?</summary>
    public bool IsKnown(InstantRange range) => IsKnown(range.Earliest) || IsKnown(range.Latest);

    /// <summary>Instants far outside of the years that reports can name stand for "not known".</summary>
    public bool IsKnown(Instant instant) => Calendar.DateOf(instant).Year is >= EarliestYear and <= LatestYear;

    /// <summary>The end of a history: the last tick of a day is 24:00 of it.</summary>
    public string EndOf(Instant instant)
    {
        var date = Calendar.DateOf(instant);
        return instant == Calendar.EndOf(date) ? Date(date) + " 24:00" : Clock(instant);
    }

    /// <summary>The local date of an instant, for those who sort and filter.</summary>
    public string LocalDate(Instant instant) => Date(Calendar.DateOf(instant));

    private bool IsEdge(Instant instant, LocalDate date) => instant == Calendar.StartOf(date) || instant == Calendar.EndOf(date);

    private string Clock(Instant instant)
    {
        var local = instant.InZone(Calendar.Zone).LocalDateTime;
        if (instant == Calendar.EndOf(local.Date))
        {
            return Date(local.Date) + " 24:00";
        }

        var pattern = local.Second == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss";
        return local.ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
