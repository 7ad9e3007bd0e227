using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using OffsetTime = Pacta.Model.Agreements.OffsetTime;

namespace Pacta.Logic.Reference;

/// <summary>Times that sentences name (docs/semantics.md, 3).</summary>
internal sealed partial class Evaluation
{
    public Point Evaluate(TimeExpression time, Binding binding)
    {
        switch (time)
        {
            case FixedTime moment:
                return Text.Of(moment).Point;
            case EntryIntoForceTime:
                return Agreement.EntryIntoForce is { } entry
                    ? Evaluate(entry, binding).Bare()
                    : Point.NotKnown(Causes.Missing(Agreement.Name, "entry into force"));
            case SignatureTime:
                return Agreement.Signed is { } signed
                    ? Text.PointOf(signed).Bare()
                    : Point.NotKnown(Causes.Missing(Agreement.Name, "signature"));
            case StartTime { Of: var of }:
                return StartOf(EntityOf(of, binding)).Bare();
            case EndTime { Of: var of }:
                return EndOf(EntityOf(of, binding)).Bare();
            case FulfilmentTime { Clause: var clause }:
                return (Norms?.FulfilmentOf(clause) ?? Point.Unknown).Bare();
            case OffsetTime offset:
                return Offset(Evaluate(offset.Origin, binding), offset.Lapse, offset.Before);
            case TableOffsetTime offset:
                return TableOffset(offset, binding);
            case DayTime day:
                var sign = day.Before ? -day.Day : day.Day;
                var start = Evaluate(day.Origin, binding);
                return start.IsUnknown ? start
                    : start.IsOpenEnded ? Point.NotBefore(Calendar.StartOf(start.Dates(Calendar).First.PlusDays(sign)), start.Causes)
                    : Point.OnDates(start.Dates(Calendar).First.PlusDays(sign), start.Dates(Calendar).Last.PlusDays(sign), start.Causes);
            default:
                throw new InvalidOperationException($"no rule for the time {time.GetType().Name}");
        }
    }

    public Point Offset(Point origin, Lapse lapse, bool before)
    {
        if (origin.IsUnknown)
        {
            return origin;
        }

        if (origin.IsOpenEnded)
        {
            return Point.NotBefore(Calendar.FirstInstant(origin.Instants!.Value.Earliest, lapse, before), origin.Causes);
        }

        if (lapse.IsElapsed)
        {
            var extent = origin.Extent(Calendar);
            return Point.AtInstant(
                new InstantRange(
                    Calendar.LastInstant(extent.Earliest, lapse, before),
                    Calendar.LastInstant(extent.Latest, lapse, before)),
                origin.Causes);
        }

        var (first, last) = origin.Dates(Calendar);
        var sign = before ? -1 : 1;
        return Point.OnDates(Calendar.Move(first, lapse, sign), Calendar.Move(last, lapse, sign), origin.Causes, !before);
    }

    /// <summary>Is a fact's time at or before a deadline? Bounds without a lapse compare dates where a clock is missing.</summary>
    public Judged NotAfter(FactTime time, Point deadline)
    {
        var causes = time.Causes.Union(deadline.Causes);
        if (deadline is { IsBare: true, HasClock: true, IsUnknown: false } && !time.HasClock)
        {
            var (first, last) = deadline.Dates(Calendar);
            return Judged.Of(CompareDates(time.FirstDate, time.LastDate, first, last), causes);
        }

        return Judged.Of(time.Range.NotAfter(deadline.AsDeadline(Calendar)), causes);
    }

    public Judged NotBefore(FactTime time, Point beginning)
    {
        var causes = time.Causes.Union(beginning.Causes);
        if (beginning is { IsBare: true, HasClock: true, IsUnknown: false } && !time.HasClock)
        {
            var (first, last) = beginning.Dates(Calendar);
            return Judged.Of(CompareDates(first, last, time.FirstDate, time.LastDate), causes);
        }

        return Judged.Of(time.Range.NotBefore(beginning.AsBeginning(Calendar)), causes);
    }

    public Judged HappenedBy(FactTime time, Instant bound) => Judged.Of(time.Range.NotAfter(bound), time.Causes);

    private Point StartOf(Entity? entity) => entity switch
    {
        EventEntity e => TimeOf(e.Fact).AsPoint(),
        BreachEntity b => Point.AtInstant(b.At, []),
        ThingEntity t when Index.Thing(t.Name) is { Observations.Count: > 0 } thing => TimeOf(thing.Observations[0]).AsPoint(),
        _ => Point.NotKnown(Causes.Missing(entity?.Name ?? "?", "start")),
    };

    private Point EndOf(Entity? entity) => entity switch
    {
        EventEntity e when EndOf(e.Fact) is { } end => end.AsPoint(),
        _ => Point.NotKnown(Causes.Missing(entity is EventEntity f ? f.Fact.Id : entity?.Name ?? "?", "end")),
    };

    private Point TableOffset(TableOffsetTime offset, Binding binding)
    {
        var origin = Evaluate(offset.Origin, binding);
        var rows = RowsOf(offset.Table, offset.Parameter, binding, origin.Extent(Calendar));
        Point? covered = null;
        foreach (var row in rows.Rows)
        {
            if (row.Row.Values is [LapseRow lapse])
            {
                var point = Offset(origin, lapse.Lapse, offset.Before);
                covered = covered is { } before ? Cover(before, point) : point;
            }
        }

        return covered is { } && rows.MayHaveNone
            ? Point.NotBefore(covered.Value.AsDeadline(Calendar).Earliest, covered.Value.Causes.Union(rows.Causes))
            : covered is { } result
            ? rows.Rows.Length > 1 ? WithCauses(result, rows.Causes) : result
            : Point.NotKnown(Causes.Missing(offset.Table, "row that applies"));
    }

    private Point Cover(Point a, Point b)
    {
        var causes = a.Causes.Union(b.Causes);
        if (a.HasClock || b.HasClock)
        {
            return Point.AtInstant(a.AsDeadline(Calendar).Cover(b.AsDeadline(Calendar)), causes);
        }

        return Point.OnDates(LocalDate.Min(a.FirstDate, b.FirstDate), LocalDate.Max(a.LastDate, b.LastDate), causes, a.CountsWholeDays);
    }

    private static Point WithCauses(Point point, ImmutableHashSet<Cause> causes) => point.HasClock
        ? Point.AtInstant(point.Instants!.Value, point.Causes.Union(causes))
        : Point.OnDates(point.FirstDate, point.LastDate, point.Causes.Union(causes), point.CountsWholeDays);

    private static Truth CompareDates(LocalDate first, LocalDate last, LocalDate boundFirst, LocalDate boundLast) =>
        last <= boundFirst ? Truth.True : first > boundLast ? Truth.False : Truth.Unknown;
}
