using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Certificates.Hiding;

/// <summary>What a slot is about: all slots of one sort are tried together before each is tried by itself.</summary>
internal enum SlotSort
{
    Claim,
    Detail,
    Figure,
    Place,
    Role,
    Recorded,
    Time,
}

/// <summary>Something in a record that can be told less exactly, or not at all.</summary>
/// <param name="Record">The index of the record.</param>
/// <param name="Ways">From the coarsest to the most exact that is not the record as it is.</param>
internal sealed record Slot(SlotSort Sort, int Record, ImmutableArray<Func<ReportRecord, ReportRecord>> Ways)
{
    /// <summary>All that may be told less exactly in one record.</summary>
    public static IEnumerable<Slot> Of(ReportRecord record, int index, DateTimeZone zone)
    {
        if (record.Stated is { } stated)
        {
            yield return new Slot(
                SlotSort.Recorded,
                index,
                [
                    .. record is Report ? new Func<ReportRecord, ReportRecord>[] { r => r is Report report ? report with { Recorded = null, Published = null } : r } : [],
                    .. Finer(stated).Select(p => new Func<ReportRecord, ReportRecord>(r => Recorded(r, Coarse.Of(stated, p, zone)))),
                    r => Recorded(r, stated),
                ]);
        }

        if (record is JudgementRecord judgement)
        {
            yield return new Slot(
                SlotSort.Time, index, [.. Finer(judgement.Time).Select(p => new Func<ReportRecord, ReportRecord>(r => r is JudgementRecord j ? j with { Time = Coarse.Of(judgement.Time, p, zone) } : r))]);
        }

        if (record is CountRecord count)
        {
            yield return new Slot(SlotSort.Detail, index, [r => r is CountRecord c ? c with { Includes = [] } : r]);
            yield return new Slot(SlotSort.Figure, index, [r => r is CountRecord c ? c with { Except = [] } : r]);
            yield return new Slot(
                SlotSort.Time, index, [.. Finer(count.Period).Select(p => new Func<ReportRecord, ReportRecord>(r => r is CountRecord c ? c with { Period = Coarse.Of(count.Period, p, zone) } : r))]);
        }

        if (record is CoverageRecord coverage)
        {
            yield return new Slot(
                SlotSort.Time, index, [.. Finer(coverage.Period).Select(p => new Func<ReportRecord, ReportRecord>(r => r is CoverageRecord c ? c with { Period = Coarse.Of(coverage.Period, p, zone) } : r))]);
        }

        if (record is not Report report)
        {
            yield break;
        }

        if (report.Origin is not null)
        {
            yield return new Slot(SlotSort.Detail, index, [r => r is Report said ? said with { Origin = null } : r]);
        }

        foreach (var claim in report.Claims)
        {
            foreach (var (sort, ways) in Of(claim, zone))
            {
                yield return new Slot(sort, index, [.. ways.Select(way => On(claim.Id, way))]);
            }

            if (report.Claims.Length > 1)
            {
                yield return new Slot(SlotSort.Claim, index, [r => r is Report said ? said with { Claims = [.. said.Claims.Where(c => c.Id != claim.Id)] } : r]);
            }
        }
    }

    private static IEnumerable<(SlotSort Sort, ImmutableArray<Func<Claim, Claim>> Ways)> Of(Claim claim, DateTimeZone zone)
    {
        if (claim.Time is { } time)
        {
            yield return (SlotSort.Time, [.. Finer(time).Select(p => new Func<Claim, Claim>(c => c with { Time = Coarse.Of(time, p, zone) }))]);
        }

        if (claim.End is { } end)
        {
            yield return (SlotSort.Time, [c => c with { End = null }, .. Finer(end).Select(p => new Func<Claim, Claim>(c => c with { End = Coarse.Of(end, p, zone) }))]);
        }

        if (claim.Basis != Basis.Unstated)
        {
            yield return (SlotSort.Detail, [c => c with { Basis = Basis.Unstated }]);
        }

        if (claim.DerivedFrom.Length > 0)
        {
            yield return (SlotSort.Detail, [c => c with { DerivedFrom = [] }]);
        }

        foreach (var (name, _) in claim.Roles)
        {
            yield return (SlotSort.Role, [c => c with { Roles = c.Roles.Remove(name) }]);
        }

        foreach (var (name, value) in claim.Fields)
        {
            yield return value is ReportedArea { Area.Circle: var circle }
                ? (SlotSort.Place, [c => c with { Fields = c.Fields.Remove(name) }, c => c with { Fields = c.Fields.SetItem(name, Coarse.Of(new ReportedPosition(circle.Latitude, circle.Longitude, circle.AccuracyMetres), 1)) }])
                : value is ReportedPosition position
                ? (SlotSort.Place, [c => c with { Fields = c.Fields.Remove(name) }, c => c with { Fields = c.Fields.SetItem(name, Coarse.Of(position, 1)) }, c => c with { Fields = c.Fields.SetItem(name, Coarse.Of(position, 10)) }])
                : (SlotSort.Figure, [c => c with { Fields = c.Fields.Remove(name) }]);
        }
    }

    private static Func<ReportRecord, ReportRecord> On(string claim, Func<Claim, Claim> way) =>
        r => r is Report report ? report with { Claims = [.. report.Claims.Select(c => c.Id == claim ? way(c) : c)] } : r;

    private static ReportRecord Recorded(ReportRecord record, Moment recorded) => record switch
    {
        Report report => report with { Recorded = recorded, Published = null },
        DeterminationRecord determination => determination,
        _ => record.RecordedAt(recorded),
    };

    private static IEnumerable<Precision> Finer(Moment moment) => new[] { Precision.Month, Precision.Day }.Where(p => p > moment.Precision);

    private static IEnumerable<Precision> Finer(When when) => new[] { Precision.Month, Precision.Day }.Where(p => p > when.From.Precision || p > when.To.Precision);
}
