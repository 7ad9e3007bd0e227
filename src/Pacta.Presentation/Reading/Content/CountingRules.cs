using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Presentation.Reading.Content;

/// <summary>Which rules of counting a clause makes use of (docs/semantics.md, 3 and 7 to 9).</summary>
internal static class CountingRules
{
    public static ImmutableArray<Counted> Of(Clause clause)
    {
        var rules = new SortedSet<Counted>();
        foreach (var sentence in clause.Readings.Select(r => r.Content.Sentence).Concat(clause.Exceptions.SelectMany(Sentences)))
        {
            for (var at = sentence; at is not null; at = at.Otherwise)
            {
                Add(at, rules);
            }
        }

        return [.. rules];
    }

    private static IEnumerable<Sentence> Sentences(ClauseException exception) =>
        (exception.Sentence is { } sentence ? [sentence] : Enumerable.Empty<Sentence>()).Concat(exception.Exceptions.SelectMany(Sentences));

    private static void Add(Sentence sentence, SortedSet<Counted> rules)
    {
        var timing = sentence.Timing;
        foreach (var time in new[] { timing.NoLater, timing.NoEarlier, timing.From, timing.Until, timing.Effective, timing.Within?.Anchor }.OfType<TimeExpression>())
        {
            Add(time, rules);
        }

        if (timing.NoLater is StartTime or EndTime || timing.NoEarlier is StartTime or EndTime || timing.Within is { Before: true, Anchor: StartTime or EndTime })
        {
            rules.Add(Counted.Bare);
        }

        if (timing.NoLater is OffsetTime { Before: true } or TableOffsetTime { Before: true } or DayTime { Before: true })
        {
            rules.Add(Counted.LeadTime);
        }

        if (timing.Within is { } within)
        {
            Add(within.Length, within.Before, rules);
            rules.Add(Counted.Within);
        }

        switch (timing.Cycle)
        {
            case YearlyCycle:
                rules.Add(Counted.Yearly);
                break;
            case PeriodicCycle:
                rules.Add(Counted.Periodic);
                break;
        }

        if (sentence.Subject.Together)
        {
            rules.Add(Counted.Together);
        }

        Add(sentence, sentence.Act, rules);
    }

    private static void Add(Sentence sentence, Act act, SortedSet<Counted> rules)
    {
        switch (act)
        {
            case KeepAct keep:
                foreach (var line in keep.Lines)
                {
                    Add(line, rules);
                }

                break;
            case HaveAct:
                rules.Add(Counted.EveryMoment);
                break;
            case DoAct when sentence.Modality == Modality.MustNot:
                rules.Add(Counted.EachAct);
                break;
        }
    }

    private static void Add(Condition line, SortedSet<Counted> rules)
    {
        var windows = Windows(line).ToList();
        rules.Add(windows.Exists(w => w is CalendarWindow) ? Counted.EachPeriod : windows.Exists(w => w is SlidingWindow) ? Counted.Sliding : Counted.EveryMoment);
        if (line is CompareCondition)
        {
            rules.Add(Counted.Limits);
        }
    }

    private static IEnumerable<Window?> Windows(Condition condition) => condition switch
    {
        CompareCondition compare => Windows(compare.Left).Concat(Windows(compare.Right)),
        RangeCondition range => Windows(range.Term),
        NotCondition not => Windows(not.Operand),
        AllCondition all => all.Operands.SelectMany(Windows),
        AnyCondition any => any.Operands.SelectMany(Windows),
        _ => [],
    };

    private static IEnumerable<Window?> Windows(Term term) => term switch
    {
        AggregateTerm aggregate => [aggregate.Window],
        ArithmeticTerm both => Windows(both.Left).Concat(Windows(both.Right)),
        RoundedTerm rounded => Windows(rounded.Term),
        _ => [],
    };

    private static void Add(TimeExpression time, SortedSet<Counted> rules)
    {
        switch (time)
        {
            case OffsetTime offset:
                Add(offset.Lapse, offset.Before, rules);
                Add(offset.Origin, rules);
                break;
            case TableOffsetTime offset:
                rules.Add(offset.Before ? Counted.DaysBefore : Counted.DaysAfter);
                Add(offset.Origin, rules);
                break;
            case DayTime day:
                rules.Add(Counted.NumberedDay);
                Add(day.Origin, rules);
                break;
        }
    }

    private static void Add(Lapse lapse, bool isBefore, SortedSet<Counted> rules)
    {
        rules.Add(lapse.IsElapsed ? Counted.Elapsed : isBefore ? Counted.DaysBefore : Counted.DaysAfter);
        if (lapse.Unit == LapseUnit.WorkingDay)
        {
            rules.Add(Counted.WorkingDays);
        }

        if (lapse.Unit is LapseUnit.Month or LapseUnit.Year)
        {
            rules.Add(Counted.MonthsAndYears);
        }
    }
}
