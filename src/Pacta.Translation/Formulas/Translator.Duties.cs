using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Logs;
using Pacta.Translation.Times;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Duties to do (docs/semantics.md, 7): satisfied at the opening, where nothing is done in time.
internal sealed partial class Translator
{
    /// <summary>A time in which something is to be done.</summary>
    /// <param name="Key">The trigger's id, the period's name, or the clause's.</param>
    private sealed record Due(string Key, Instant Opens, Instant From, Instant To);

    private Formula Duty(DoAct act)
    {
        // The duty of an exception to something that lasts opens whenever the exception begins to hold.
        Require(_norm.Path != _norm.Clause.Path && (_norm.Applies is null || !_norm.IsToDuty), Obstacle.Form, _norm.Sentence.Text);
        var scope = new Scope();
        var into = new Conjunction();
        NameBearer(scope);
        var (key, windows) = Opening(into, scope);
        AddBearer(into, scope);
        AddEaches(EachesIn(act.Pattern).Select(e => SortOf(e.Each.Pattern.Noun) == Sort.Thing ? throw NoForm(e.Each.Text) : e), into, scope);
        var isCycle = _norm.Sentence.Timing.Cycle is not null;
        Require(isCycle && _agreement.Participations.Length > 0, Obstacle.Interrupted, _norm.Sentence.Text);
        F.Term[] concerned = [.. Bearers(scope), .. Concerned(act, into, scope)];
        if (isCycle)
        {
            Require(Notices.Length > 0, Obstacle.MayHaveLeft, "withdrawal_notice, suspension_notice");
            Require(_norm.Clause.Survival != Survival.None, Obstacle.Interrupted, "survives");
        }
        else
        {
            AddLive(into, concerned);
        }

        AddConditions(into, scope);
        Require(windows.All(w => w.To == Instant.MaxValue) && (windows.Length > 0 || IsWithoutDue), Obstacle.NoDue, _norm.Sentence.Text);
        Require(_norm.While is not null && windows.Any(w => w.To > w.Opens), Obstacle.Form, _norm.While?.Text ?? string.Empty);
        AddNotDone(act, key, windows, into, scope, concerned);
        return into.Closed(Columns);
    }

    private static readonly ImmutableArray<string> Columns = [Bearer, Period, Thing, Toward, Trigger];

    private bool IsWithoutDue => _norm.Sentence.Timing is { NoLater: null, Within: null, Cycle: null };

    /// <summary>Towards whom: a suspension between two rests what one owes to the other.</summary>
    private IEnumerable<F.Term> Concerned(DoAct act, Conjunction into, Scope scope) => act.Pattern.Roles.FirstOrDefault(r => r.Preposition == "to")?.Argument switch
    {
        EachArgument each when scope.Find(KeyOf(each)) is { Sort: Sort.Actor } to => [to.Term],
        VariableArgument variable when scope.Find(variable.Variable) is { Sort: Sort.Actor } to => [to.Term],
        ActorArgument { IsGroup: false } actor => [Text(actor.Name)],
        // What is given to a request is owed to its author; only a suspension or somebody's leaving asks whose it is.
        VariableArgument variable when scope.Find(variable.Variable) is { Sort: Sort.Event } request && (Notices.Length > 0 || _agreement.Participations.Length > 0) => [AuthorOf(request, into)],
        _ => [],
    };

    private Variable AuthorOf(Referent request, Conjunction into)
    {
        Require(_history.Events.Any(e => NamesIn(e, "by").Count() > 1), Obstacle.Interrupted, _norm.Sentence.Text);
        var author = Fresh("author");
        into.Add(Role(request, "by", author));
        return author;
    }

    private (F.Term Key, ImmutableArray<Due> Windows) Opening(Conjunction into, Scope scope)
    {
        var timing = _norm.Sentence.Timing;
        if (_norm.Clause.When is { } when)
        {
            Require(SortOf(when.Noun) != Sort.Event, Obstacle.Form, when.Text);
            var trigger = new Variable(Trigger);
            into.Add(Starts(trigger));
            Match(when, trigger, into, scope);
            var kind = KindOf(when.Noun);
            return (trigger,
            [
                .. _history.Events
                    .Where(e => e.At <= _history.Through && (kind is null || IsA(e.Kind, kind.Name)))
                    .Select(e => WindowOf(e.Id, e.At, _dates.Of(e), a => a is VariableArgument v && v.Variable == when.Variable ? e : null)),
            ]);
        }

        if (timing.Cycle is { } cycle)
        {
            var period = new Variable(Period);
            ImmutableArray<Due> periods = [.. Periods(cycle)];
            into.Add(_book.Use("period_begins", RelationSource.Calendar, [("period", ValueType.Text)], () => periods.Select(p => new LogRow(p.Opens, [Name(p.Key)])), period));
            return (period, periods);
        }

        var opens = Beginning;
        into.Add(_book.Use("clause_begins", RelationSource.Text, [("clause", ValueType.Text)], () => opens <= _history.Through ? [new LogRow(opens, [Name(_norm.Name)])] : [], Text(_norm.Name)));
        return (Text(_norm.Name), opens <= _history.Through ? [WindowOf(_norm.Name, opens, _dates.Of(opens), _ => null)] : []);
    }

    private Instant Beginning => _norm.Sentence.Timing.From is { } from ? Instant.Max(Began, _dates.Of(from).From) : Began;

    private Due WindowOf(string key, Instant opens, Stamp opening, Func<Argument, ToldFact?> anchor)
    {
        var timing = _norm.Sentence.Timing;
        var (from, to) = (Instant.MinValue, Instant.MaxValue);
        if (timing.Within is { } within)
        {
            var origin = within.Anchor is { } time ? _dates.Of(time, anchor) : opening;
            var moved = _dates.Moved(origin, within.Length, within.Before);
            (from, to) = within.Before ? (moved.From, origin.To) : (origin.From, moved.To);
        }

        if (timing.NoLater is { } last)
        {
            to = Instant.Min(to, _dates.Of(last, anchor).To);
        }

        if (timing.NoEarlier is { } first)
        {
            from = Instant.Max(from, _dates.Of(first, anchor).From);
        }

        return new Due(key, opens, from, to);
    }

    private IEnumerable<Due> Periods(Cycle cycle)
    {
        var (calendar, beginning, force) = (_dates.Calendar, Beginning, InForce()[0]);
        bool Counts(Instant from, Instant to, Instant next) =>
            Instant.Max(from, beginning) <= _history.Through && to >= beginning && next > _history.Begins && force.From <= to && to <= force.To;
        if (cycle is YearlyCycle yearly)
        {
            for (var year = calendar.DateOf(Began).Year; calendar.StartOf(new LocalDate(year, 1, 1)) <= _history.Through; year++)
            {
                var day = Math.Min(yearly.Day, CalendarSystem.Iso.GetDaysInMonth(year, yearly.Month));
                var (from, to) = (calendar.StartOf(new LocalDate(year, 1, 1)), calendar.EndOf(new LocalDate(year, yearly.Month, day)));
                if (Counts(from, to, calendar.StartOf(new LocalDate(year + 1, 1, 1))))
                {
                    yield return new Due(NameOf(new LocalDate(year, 1, 1), LapseUnit.Year), Instant.Max(from, beginning), from, to);
                }
            }

            yield break;
        }

        var start = _norm.Sentence.Timing.From ?? _agreement.EntryIntoForce ?? throw NoForm(cycle.Text);
        var length = ((PeriodicCycle)cycle).Length;
        var origin = _dates.Of(start).From;
        Instant Boundary(int k) => k == 0 ? origin : calendar.FirstInstant(origin, length with { Amount = length.Amount * k }, back: false);
        for (var k = 0; Boundary(k) <= _history.Through; k++)
        {
            var (from, next) = (Boundary(k), Boundary(k + 1));
            if (Counts(from, next - InstantRange.Tick, next) && force.From <= from)
            {
                yield return new Due(NameOf(calendar.DateOf(from), LapseUnit.Day), Instant.Max(from, beginning), from, next - InstantRange.Tick);
            }
        }
    }

    /// <summary>The due has passed, and no act that matches lies in the window.</summary>
    private void AddNotDone(DoAct act, F.Term key, ImmutableArray<Due> windows, Conjunction into, Scope scope, F.Term[] concerned)
    {
        var horizon = new Interval(0, false, Horizon(windows) * _book.PerSecond, false);
        var (from, due) = (new Variable("first_second"), new Variable("too_late"));
        var window = _book.Use(
            "window", RelationSource.Calendar, [("of", ValueType.Text), ("first_second", ValueType.Integer), ("too_late", ValueType.Integer)],
            () => windows.Where(w => w.To < Instant.MaxValue).Select(w => new LogRow(w.Opens,
            [
                Name(w.Key),
                _book.Stamp(w.From == Instant.MinValue ? _book.StampOf(_book.Epoch) : _book.StampOf(w.From)),
                _book.Stamp(_book.StampAfter(w.To)),
            ])), key, from, due);
        var passes = _book.Use(
            "window_is_over", RelationSource.Calendar, [("of", ValueType.Text)],
            () => windows.Where(w => w.To < _history.Through).Select(w => new LogRow(Instant.Max(w.Opens, _book.After(w.To)), [Name(w.Key)])), key);
        into.Add(window);
        into.Add(new Eventually(horizon, passes));
        AddBindsThrough(due, horizon, into, concerned);
        var keep = Known(into, scope);
        var (first, last) = (Fresh("act_first"), Fresh("act_last"));
        var inTime = new Conjunction();
        foreach (var bearer in Bearers(scope))
        {
            inTime.Add(InTime(bearer));
        }

        into.AddNot(inTime.All());

        Formula InTime(F.Term bearer)
        {
            var done = AtAnotherMoment(() =>
            {
                var (sub, inner, self) = (new Conjunction(), scope.Copy(), Fresh("act"));
                sub.Add(Starts(self));
                Match(act.Pattern, self, sub, inner);
                AddSame(new Referent(self, Sort.Event, _moment), "by", new Referent(bearer, Sort.Actor, _moment, BearerMayBeGroup), sub);
                sub.Add(Times(self, first, last));
                Require(!sub.IsSafe, Obstacle.Form, act.Text);
                return sub.Closed(keep.Add(first.Name).Add(last.Name));
            });
            List<Formula> when = [];
            if (windows.Any(w => w.From < w.Opens) || windows.IsEmpty)
            {
                when.Add(new Once(Interval.Any, done));
            }

            if (windows.Any(w => w.To >= w.Opens) || windows.IsEmpty)
            {
                when.Add(new Eventually(horizon, done));
            }

            var one = new Conjunction();
            one.Add(window);
            one.Add(Either(when));
            one.Add(Less(first, due));
            one.Add(LessOrEqual(from, last));
            return one.Closed(keep.Remove(from.Name).Remove(due.Name));
        }
    }

    private bool BearerMayBeGroup => Subject.Each?.Noun is MemberNoun member && HasGroups(member);

    /// <summary>What was due before there was an agreement does not bind, and what stops binding before it is due lapses.</summary>
    private void AddBindsThrough(Variable due, Interval horizon, Conjunction into, F.Term[] concerned)
    {
        var (from, to) = InForce()[0];
        if (from != Instant.MinValue)
        {
            into.Add(Less(Seconds(_book.StampOf(from)), due));
        }

        if (to != Instant.MaxValue)
        {
            into.Add(LessOrEqual(due, Seconds(_book.StampAfter(to))));
        }

        foreach (var who in concerned)
        {
            if (Notices.Length > 0)
            {
                AddNegated(
                    whole =>
                    {
                        var moment = Fresh("second");
                        whole.Add(new Eventually(horizon, Leaves(who, moment)));
                        whole.Add(Less(moment, due));
                    },
                    into);
            }

            if (_agreement.Participations.Length == 0)
            {
                continue;
            }

            var second = Fresh("second");
            var leaves = _book.Use(
                "goes_away", RelationSource.Text, [("actor", ValueType.Text), ("second", ValueType.Integer)],
                () => Away().Where(s => s.From <= _history.Through && s.From > Instant.MinValue).Select(s => new LogRow(s.From, [Name(s.Names[0]), _book.Stamp(_book.StampOf(s.From))])),
                who, second);
            AddNegated(
                whole =>
                {
                    whole.Add(new Eventually(horizon, leaves));
                    whole.Add(Less(second, due));
                },
                into);
        }
    }

    /// <summary>How far ahead a formula must look, in seconds: whole days that cover every due. The dues themselves are arguments in the log.</summary>
    private long Horizon(ImmutableArray<Due> windows)
    {
        const long Day = 86_400;
        if (_norm.Sentence.Timing is { NoLater: null, Within: { Before: false, Anchor: null or StartTime, Length: var length } })
        {
            return length.Unit switch
            {
                _ when length.IsElapsed => SecondsIn(length) + Day,
                LapseUnit.Day => (length.Amount + 2) * Day,
                LapseUnit.Week => ((length.Amount * 7L) + 2) * Day,
                LapseUnit.Month => ((length.Amount * 31L) + 2) * Day,
                LapseUnit.Year => ((length.Amount * 366L) + 2) * Day,
                _ => Furthest(),
            };
        }

        return Furthest();

        long Furthest() => windows
            .Where(w => w.To < Instant.MaxValue && w.To >= w.Opens)
            .Select(w => ((_book.StampAfter(w.To) - _book.StampOf(w.Opens)) / _book.PerSecond / Day * Day) + Day)
            .DefaultIfEmpty(0)
            .Max();
    }
}
