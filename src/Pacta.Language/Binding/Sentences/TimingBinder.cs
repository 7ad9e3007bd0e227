using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Sentences;

/// <summary>Binds all that a sentence says about time, and asks for a deadline where one is needed.</summary>
internal sealed class TimingBinder(ExpressionBinder binder)
{
    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private readonly HashSet<string> _said = [];
    private readonly Windows _windows = new();

    public Timing Bind(SentenceSyntax sentence)
    {
        var timing = Timing.None;
        foreach (var syntax in sentence.Timings)
        {
            timing = Add(timing, syntax);
            Note(timing, syntax);
        }

        _windows.Check(binder);

        var hasDeadline = sentence.Timings.Any(t => t is NoLaterTiming or WithinTiming or YearlyTiming or EveryTiming);
        // A date among the roles was meant as a time, and has its message.
        if (sentence is { Modal: Modal.Must, Act: Syntax.DoAct act } && !hasDeadline && !act.Pattern.Phrase.Tail.Any(t => t.Argument is MomentArgumentSyntax))
        {
            binder.Report(act, SentenceErrors.NoDeadline(binder.Text(act), sentence.Timings.Length > 0));
        }

        // A prohibition, or what is to be kept, would hold at other times as well, and nobody would notice.
        if (sentence.Modal == Modal.MustNot || (sentence.Modal == Modal.Must && sentence.Act is not Syntax.DoAct))
        {
            foreach (var bound in sentence.Timings.Where(t => t is NoLaterTiming or NoEarlierTiming or WithinTiming or YearlyTiming or EveryTiming))
            {
                binder.Report(bound, SentenceErrors.LastsAndHasADeadline(binder.Text(bound)));
            }
        }

        if (timing.Effective is not null && sentence.Modal != Modal.HasPowerTo)
        {
            binder.Report(sentence.Timings.First(t => t is EffectiveTiming), SentenceErrors.EffectiveNeedsPower());
        }

        return timing;
    }

    private Timing Add(Timing timing, TimingSyntax syntax)
    {
        switch (syntax)
        {
            case NoLaterTiming later:
                Once(syntax, "no later than");
                return timing with { NoLater = binder.BindTime(later.Time) };
            case NoEarlierTiming earlier:
                Once(syntax, "no earlier than");
                return timing with { NoEarlier = binder.BindTime(earlier.Time) };
            case WithinTiming within:
                Once(syntax, "within");
                var anchor = within.Anchor is null ? null : binder.BindTime(within.Anchor);
                if (binder.BindLapse(within.Duration) is not { } length)
                {
                    return timing;
                }

                if (anchor is not null)
                {
                    binder.Scope.All.Names?.NoteTime(binder.Scope, within.Span, new OffsetTime(binder.Text(within), length, within.IsBefore, anchor));
                }

                return timing with { Within = new WithinTime(binder.Text(within), length, within.IsBefore, anchor) };
            case EffectiveTiming effective:
                Once(syntax, "effective");
                return timing with { Effective = binder.BindTime(effective.Time) };
            case YearlyTiming yearly:
                Once(syntax, "every");
                return timing with { Cycle = BindYearly(yearly) };
            case EveryTiming every:
                Once(syntax, "every");
                return binder.BindLapse(every.Duration) is { } lapse && CanRepeat(every, lapse) ? timing with { Cycle = new PeriodicCycle(binder.Text(every), lapse) } : timing;
            case SpanTiming { Limit: var limit }:
                Once(syntax, limit.IsUntil ? "until" : "as from");
                var time = binder.BindTime(limit.Time);
                return limit.IsUntil ? timing with { Until = time } : timing with { From = time };
            default:
                return timing;
        }
    }

    private void Note(Timing timing, TimingSyntax syntax)
    {
        switch (syntax)
        {
            case NoLaterTiming:
                _windows.Ends(syntax, timing.NoLater);
                break;
            case NoEarlierTiming:
                _windows.BeginsBehind(syntax, timing.NoEarlier);
                break;
            case WithinTiming when timing.Within is { } within:
                _windows.Within(syntax, within);
                break;
            case SpanTiming { Limit.IsUntil: true }:
                _windows.Ends(syntax, timing.Until);
                break;
            case SpanTiming:
                _windows.Begins(syntax, timing.From);
                break;
        }
    }

    /// <summary>A duty repeats by days or longer, and by at least one.</summary>
    private bool CanRepeat(EveryTiming every, Lapse lapse)
    {
        if (lapse is { Amount: > 0, IsElapsed: false })
        {
            return true;
        }

        binder.Report(every, TimeErrors.CannotRepeat(binder.Text(every)));
        return false;
    }

    private void Once(TimingSyntax syntax, string what)
    {
        if (!_said.Add(what))
        {
            binder.Report(syntax, TimeErrors.SaidTwice(what));
        }
    }

    /// <summary><c>every year by 15 november</c>; without a day, the year's last. Other periods have no day.</summary>
    private Cycle? BindYearly(YearlyTiming syntax)
    {
        var text = binder.Text(syntax);
        if (syntax.Cycle.IsMissing)
        {
            return null;
        }

        if (syntax.Cycle.Text != "year")
        {
            return BindOtherPeriod(syntax, text);
        }

        if (syntax is not { Day: { } day, Month: { IsMissing: false } month })
        {
            return new YearlyCycle(text, 12, 31);
        }

        var index = Array.IndexOf(MonthNames, month.Text) + 1;
        if (index == 0)
        {
            binder.Report(month, TimeErrors.UnknownMonth(month.Text, Suggestion.For(binder.Scope.File, month, MonthNames)));
            return null;
        }

        if (day.Value >= 1 && day.Value <= DateTime.DaysInMonth(2000, index) && day.Value % 1 == 0)
        {
            return new YearlyCycle(text, index, (int)day.Value);
        }

        binder.Report(day, TimeErrors.NoSuchDayOfMonth(binder.Text(day), month.Text));
        return null;
    }

    private PeriodicCycle? BindOtherPeriod(YearlyTiming syntax, string text)
    {
        if (LapseUnits.Find(syntax.Cycle.Text) is not { } unit)
        {
            binder.Report(syntax.Cycle, TimeErrors.UnknownPeriod(syntax.Cycle.Text, Suggestion.For(binder.Scope.File, syntax.Cycle, ["day", "week", "month", "year"])));
            return null;
        }

        if (syntax.Day is not null)
        {
            binder.Report(syntax, TimeErrors.DayOnlyOfYear(syntax.Cycle.Text));
        }

        return new PeriodicCycle(text, new Lapse(1, unit));
    }
}
