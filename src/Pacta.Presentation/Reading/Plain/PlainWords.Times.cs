using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Plain;

internal sealed partial class PlainWords
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public string Time(TimeExpression time) => time switch
    {
        FixedTime => Words(time.Text),
        StartTime start when start.Text.StartsWith("start", StringComparison.Ordinal) => $"the start of {Argument(start.Of, Quantity.One)}",
        StartTime start => Argument(start.Of, Quantity.One),
        EndTime end => $"the end of {Argument(end.Of, Quantity.One)}",
        EntryIntoForceTime => "the entry into force",
        SignatureTime => "the signature",
        FulfilmentTime fulfilment => $"the fulfilment of clause {ClauseName(fulfilment.Clause)} by all whom it binds",
        OffsetTime offset => $"{Lapse(offset.Lapse)} {BeforeOrAfter(offset.Before)} {Time(offset.Origin)}",
        TableOffsetTime { Parameter: { } parameter } offset => $"the {PlainNames.Spaced(offset.Table)} of {Argument(parameter, Quantity.One)} {BeforeOrAfter(offset.Before)} {Time(offset.Origin)}",
        TableOffsetTime offset => $"the {PlainNames.Spaced(offset.Table)} {BeforeOrAfter(offset.Before)} {Time(offset.Origin)}",
        DayTime day => $"day {day.Day} {BeforeOrAfter(day.Before)} {Time(day.Origin)}",
        _ => Quoted(time.Text),
    };

    /// <summary>"on 1997-05-27", "at the signature".</summary>
    private string At(TimeExpression time) => (time is FixedTime or DayTime ? "on " : "at ") + Time(time);

    private static string BeforeOrAfter(bool isBefore) => isBefore ? "before" : "after";

    /// <summary>When a sentence is to be done, by itself: "within 48 hours after r"; empty where it says nothing of that.</summary>
    public string Timing(Sentence sentence, string trigger) => Timing(sentence.Timing, trigger).TrimStart(',', ' ');

    /// <summary>All that a sentence says about when; each begins with a comma and a blank.</summary>
    private string Timing(Timing timing, string trigger)
    {
        var told = string.Empty;
        if (timing.Cycle is { } cycle)
        {
            told += cycle switch
            {
                YearlyCycle yearly => $", every year by {yearly.Day} {Months[yearly.Month - 1]}",
                PeriodicCycle periodic => $", once in every {Lapse(periodic.Length)}",
                _ => $", {Quoted(cycle.Text)}",
            };
        }

        if (timing.Within is { } within)
        {
            told += $", within {Lapse(within.Length)} {BeforeOrAfter(within.Before)} {(within.Anchor is { } anchor ? Time(anchor) : trigger)}";
        }

        told += timing.NoEarlier is { } earliest ? $", no earlier than {Time(earliest)}" : string.Empty;
        told += timing.NoLater is { } latest ? $"{(timing.NoEarlier is null ? "," : " and")} no later than {Time(latest)}" : string.Empty;
        told += timing.Effective is { } effective ? $", with effect {(effective is FixedTime ? "on " : string.Empty)}{Time(effective)}" : string.Empty;
        told += timing.From is { } from ? $", as from {Time(from)}" : string.Empty;
        return told + (timing.Until is { } until ? $", until {Time(until)}" : string.Empty);
    }
}
