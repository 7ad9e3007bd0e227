using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Logs;
using Interval = Pacta.Temporal.Formulas.Interval;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// What is ruled out, and what is to be kept (docs/semantics.md, 8 and 9).
internal sealed partial class Translator
{
    /// <summary>Satisfied at each act that is ruled out.</summary>
    private Formula Prohibition(DoAct act)
    {
        var (into, scope) = Lasting();
        var self = new Variable(Trigger);
        into.Add(Starts(self));
        AddBearer(into, scope);
        AddEaches(EachesIn(act.Pattern), into, scope);
        Match(act.Pattern, self, into, scope);
        AddSame(new Referent(self, Sort.Event, _moment), "by", new Referent(BearerVariable, Sort.Actor, _moment, BearerMayBeGroup), into);
        AddLive(into, [BearerVariable, .. Concerned(act, into, scope)]);
        AddSpan(into);
        AddConditions(into, scope);
        return into.Closed(Columns);
    }

    private (Conjunction Into, Scope Scope) Lasting()
    {
        Require(_norm.Clause.When is not null, Obstacle.LastingTrigger, _norm.Clause.When?.Text ?? string.Empty);
        Require(_norm.Path != _norm.Clause.Path, Obstacle.Form, _norm.Sentence.Text);
        var scope = new Scope();
        NameBearer(scope);
        return (new Conjunction(), scope);
    }

    /// <summary>Satisfied where something stops being kept.</summary>
    private Formula Keeping()
    {
        var kept = _norm.Kept!;
        if (CountPerPeriod(kept) is { } count)
        {
            return Quota(kept, count);
        }

        Require(IsSlidingMinimum(kept), Obstacle.Form, kept.Text);
        var (into, scope) = Lasting();
        AddBearer(into, scope);
        AddEaches(EachesIn(kept), into, scope);
        AddLive(into, Subject.Together ? [] : [BearerVariable]);
        AddSpan(into);
        AddWhile(into, scope);
        var bound = into.Copy();
        AddNotExcused(into, scope);
        AddNot(kept, into, scope);
        // Towards each of several for itself, although a verdict does not name them.
        ImmutableArray<string> each = [.. EachesIn(kept).Select(e => scope.Find(KeyOf(e.Each))).OfType<Referent>().SelectMany(r => FreeVariables.Of(r.Term)).Except(Columns)];
        Formula begins = WhereItBegins(into, bound, Columns.AddRange(each));
        return each.IsEmpty ? begins : new Exists(each, begins);
    }

    /// <summary>Satisfied where somebody begins to have what he must not have.</summary>
    private Formula NotHaving(HaveAct act)
    {
        var (into, scope) = Lasting();
        AddBearer(into, scope);
        AddEaches(EachesIn(act.Pattern), into, scope);
        AddLive(into, BearerVariable);
        AddSpan(into);
        AddWhile(into, scope);
        var bound = into.Copy();
        var thing = Fresh("thing");
        into.Add(IsThere(new Referent(thing, Sort.Thing, _moment)));
        Match(act.Pattern, thing, into, scope);
        if (!act.Pattern.Roles.Any(r => r.Preposition == "of"))
        {
            AddSame(new Referent(thing, Sort.Thing, _moment), "of", new Referent(BearerVariable, Sort.Actor, _moment, BearerMayBeGroup), into);
        }

        AddNotExcused(into, scope);
        return WhereItBegins(into, bound, Columns);
    }

    /// <summary>
    /// Where a stretch begins in which it is not so. Where the sentence rests for a time, what was not kept before is not counted again: only where it was kept in between, while
    /// it bound.
    /// </summary>
    private And WhereItBegins(Conjunction broken, Conjunction bound, ImmutableArray<string> columns)
    {
        var formula = broken.Closed(columns);
        if (_norm.While is null && _agreement.Participations.All(p => p.Until is null) && !IsRejoined())
        {
            return new And(formula, new Not(new Previous(Interval.Any, formula)));
        }

        // A thing that is gone ends it as well, which this does not say.
        Require(FreeVariables.Of(formula).Contains(Thing), Obstacle.Interrupted, _norm.Sentence.Text);
        bound.AddNot(formula);
        RequireSafe(bound);
        var still = new Since(Interval.Any, new Not(bound.Closed(columns)), formula);
        return new And(formula, new Not(new Previous(Interval.Any, still)));
    }

    /// <summary>Somebody belongs to the group that is bound more than once.</summary>
    private bool IsRejoined() => Subject.Each?.Noun is MemberNoun member && (member.Group == MemberNoun.Parties
        ? _agreement.Parties.SelectMany(Flattened)
        : MembersOf(member.Group, Instant.MinValue, Instant.MaxValue, isDeep: false)).GroupBy(s => s.Names[0], StringComparer.Ordinal).Any(g => g.Count() > 1);

    private static bool IsSlidingMinimum(Condition condition) => condition switch
    {
        AnyCondition any => any.Operands.Any(IsSlidingMinimum),
        AllCondition all => all.Operands.Any(IsSlidingMinimum),
        CompareCondition { Relation: Relation.AtLeast or Relation.MoreThan, Left: AggregateTerm { Window: SlidingWindow } } => true,
        _ => false,
    };

    // ------------------------------------------------------------------------------------------------ counts per calendar period

    private static LapseUnit? CountPerPeriod(Condition condition) => condition switch
    {
        CompareCondition { Left: AggregateTerm { Window: CalendarWindow period } } => period.Unit,
        RangeCondition { Term: AggregateTerm { Window: CalendarWindow } } => throw NoForm(condition.Text),
        _ => null,
    };

    private Formula Quota(Condition kept, LapseUnit unit)
    {
        var compare = (CompareCondition)kept;
        var (into, scope) = Lasting();
        var period = new Variable(Period);
        Require(Subject.Together, Obstacle.Joint, Subject.Text);
        Require(_norm.Sentence.Unless is not null || _norm.Exceptions.Length > 0 || compare.Relation == Relation.Equal, Obstacle.Form, kept.Text);
        if (compare.Relation is Relation.AtMost or Relation.LessThan)
        {
            into.Add(_book.UseEverywhere(
                "now_in", RelationSource.Calendar, [("period", ValueType.Text)], at => [Name(NameOf(PeriodStart(_dates.Calendar.DateOf(at), unit), unit))], period));
            AddBearer(into, scope);
            AddEaches(EachesIn(kept), into, scope);
            AddLive(into, BearerVariable);
            AddSpan(into);
            AddConditions(into, scope);
            AddNot(kept, into, scope);
            var formula = into.Closed(Columns);
            return new And(formula, new Not(new Previous(Interval.Any, new Once(Interval.Any, formula))));
        }

        // What was not reached when the period closed. The events of the period leave the count at that very moment: it is asked the moment before.
        Require(_agreement.Participations.Length > 0, Obstacle.Interrupted, kept.Text);
        Require(_norm.Clause.Survival != Survival.None && InForce()[0].To < _history.Through, Obstacle.Interrupted, "survives");
        Require(Notices.Length > 0, Obstacle.MayHaveLeft, "withdrawal_notice, suspension_notice");
        into.Add(_book.Use(
            "period_ends", RelationSource.Calendar, [("period", ValueType.Text)],
            () => Turns(unit).Where(t => t.Next <= _history.Through).Select(t => new LogRow(t.Next, [Name(t.Name)])), period));
        var bound = new Conjunction();
        AddBearer(bound, scope);
        AddEaches(EachesIn(kept), bound, scope);
        AddConditions(bound, scope);
        into.Add(new Previous(Interval.Any, bound.Closed(Columns)));
        into.Add(new Once(Interval.Any, AtAnotherMoment(() =>
        {
            var sub = new Conjunction();
            sub.Add(_book.Use("period_begins", RelationSource.Calendar, [("period", ValueType.Text)], () => Turns(unit).Select(t => new LogRow(t.From, [Name(t.Name)])), period));
            AddBearer(sub, scope.Copy());
            return sub.Closed(Columns);
        })));
        var reached = new Conjunction();
        AddBearer(reached, scope);
        Add(kept, reached, scope);
        into.AddNot(new Previous(Interval.Any, reached.Closed(Known(into, scope))));
        return into.Closed(Columns);
    }

    /// <summary>The periods in which the sentence binds from beginning to end, those before the record left out.</summary>
    private IEnumerable<(string Name, Instant From, Instant Next)> Turns(LapseUnit unit)
    {
        var (calendar, force) = (_dates.Calendar, InForce()[0]);
        var until = _norm.Sentence.Timing.Until is { } u ? _dates.Of(u).To : Instant.MaxValue;
        for (var date = PeriodStart(calendar.DateOf(Beginning), unit); calendar.StartOf(date) <= _history.Through; date = NextPeriod(date, unit, 1))
        {
            var (from, next) = (calendar.StartOf(date), calendar.StartOf(NextPeriod(date, unit, 1)));
            if (from >= Beginning && next > _history.Begins && next - InstantRange.Tick <= force.To && next - InstantRange.Tick <= until)
            {
                yield return (NameOf(date, unit), from, next);
            }
        }
    }
}
