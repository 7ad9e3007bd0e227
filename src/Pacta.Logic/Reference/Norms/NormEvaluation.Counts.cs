using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Counts per calendar period, each period an instance of its own (docs/semantics.md, 8).</summary>
internal sealed partial class NormEvaluation
{
    /// <summary>How often in a calendar period: at least, at most, or both.</summary>
    private sealed record Quota(AggregateTerm Counted, CalendarWindow Window, CompareCondition? Floor, CompareCondition? Ceiling);

    private static Quota? QuotaOf(Condition condition) => condition switch
    {
        CompareCondition { Left: AggregateTerm { Window: CalendarWindow window } counted } compare => compare.Relation switch
        {
            Relation.AtLeast or Relation.MoreThan => new Quota(counted, window, compare, null),
            Relation.Equal => new Quota(counted, window, compare with { Relation = Relation.AtLeast }, compare with { Relation = Relation.AtMost }),
            _ => new Quota(counted, window, null, compare),
        },
        RangeCondition { Term: AggregateTerm { Window: CalendarWindow window } counted } range => new Quota(
            counted, window, new CompareCondition(range.Text, counted, Relation.AtLeast, range.Low), new CompareCondition(range.Text, counted, Relation.AtMost, range.High)),
        _ => null,
    };

    private IEnumerable<InstanceResult> EvaluatePeriods(KeepLine line, Quota quota, InstanceKey key, ImmutableArray<string> trigger)
    {
        var unit = quota.Window.Unit;
        foreach (var start in PeriodStarts(unit, line.Begin.Earliest, _evaluation.LastMoment.Latest).ToList())
        {
            var next = _evaluation.PeriodStart(start, unit, -1);
            var last = next - InstantRange.Tick;
            var date = Calendar.DateOf(start);
            var label = unit == LapseUnit.Year ? $"{date.Year}" : unit == LapseUnit.Month ? $"{date.Year:0000}-{date.Month:00}" : $"{date:uuuu-MM-dd}";
            var periodTrigger = trigger.Add(label);
            var periodKey = key with { Trigger = string.Join(',', periodTrigger) };
            if (IsOutOfFocus(periodKey) || IsBeforeRecord(next))
            {
                continue;
            }

            _evaluation.Await(next);
            var isOver = _evaluation.IsBeforeEnd(last);
            var end = InstantRange.At(Instant.Min(last, _evaluation.LastMoment.Latest));
            if (!isOver)
            {
                _ = InstantsOf(line, end.Latest, end.Latest); // waits for the next of them
            }

            if (quota.Floor is not null)
            {
                var throughout = start >= line.Begin.Latest ? BindsThroughout(line, start, last) : Judged.False;
                if (throughout.Truth != Truth.False)
                {
                    var floor = Floor(line, quota, periodKey, periodTrigger, start, last, label);
                    floor = quota.Ceiling is null ? floor : IfSeen(line, floor, end);
                    yield return throughout.Truth == Truth.True ? floor : floor with
                    {
                        Possible = Possible.If(throughout, () => floor.Possible, () => Possible.State(ClauseState.Dormant, floor.Possible.Why)),
                    };
                }

                continue;
            }

            var count = _evaluation.Evaluate(quota.Counted, line.Binding, end);
            var isListed = !isOver || count.Range.High is not 0;
            if (isListed || _evaluation.CoverageBegins is not null)
            {
                var begin = InstantRange.At(Instant.Max(start, line.Begin.Earliest));
                var result = Lasting(line, periodKey, periodTrigger, begin, end);
                var binds = result.Possible.States.Any(s => s is not (ClauseState.Lapsed or ClauseState.Suspended or ClauseState.Dormant));
                var seen = IfSeen(line, result, end);
                if ((binds || result.Changes.Any(c => c.State == ClauseState.Met)) && (isListed || seen.Possible.Only is null))
                {
                    yield return seen;
                }
            }
        }
    }

    /// <summary>Does the line bind at the beginning of a period and never stop within it, as far as can be foreseen?</summary>
    private Judged BindsThroughout(KeepLine line, Instant start, Instant last)
    {
        var (explains, _) = (_evaluation.Explains, _evaluation.Explains = false);
        var binds = InstantsOf(line, start, last).Aggregate(Binds(line, InstantRange.At(start)), (sum, i) => sum.And(Binds(line, InstantRange.At(i))));
        _evaluation.Explains = explains;
        return binds;
    }

    /// <summary>Was the period over before the record began?</summary>
    private bool IsBeforeRecord(Instant next) => FirstFact is { } first && next <= first;

    /// <summary>
    /// "At least N per period": judged at the close, met as soon as it is reached. "N per period" and "N .. M per period": broken for good as soon
    /// as it is exceeded, otherwise judged at the close.
    /// </summary>
    private InstanceResult Floor(KeepLine line, Quota quota, InstanceKey key, ImmutableArray<string> trigger, Instant start, Instant last, string label)
    {
        var end = InstantRange.At(Instant.Min(last, _evaluation.LastMoment.Latest));
        var minimum = line with { Condition = quota.Floor };
        var maximum = quota.Ceiling is { } ceiling ? line with { Condition = ceiling } : null;
        var reached = IsKept(minimum, end);
        // What was exceeded once stays so.
        var within = maximum is null ? Judged.True : KeptThroughout(maximum, start, end.Latest);
        if (reached.Truth != Truth.True)
        {
            line.Notes.Add(new FindingNote(NoteCode.TakenToBeComplete, quota.Counted.Pattern.Noun.Name, line.Bearer.Name));
        }

        var isClosed = _evaluation.IsBeforeEnd(last);
        var period = Derivations.Make(DerivationCode.Period, Truth.True, [], [], [], label);
        Possible Then(ClauseState state, DerivationCode code, Truth truth, Judged why, params string[] more) =>
            Possible.State(state, Derivations.Make(code, truth, [period, .. WhySurvives(line, end), why.Why], [], [], [line.Condition!.Text, line.Bearer.Name, .. more]));
        var possible = Possible.If(
            within,
            () => maximum is not null && !isClosed ? Then(ClauseState.Open, DerivationCode.NotDueYet, Truth.Unknown, within, string.Empty) : Possible.If(
                reached,
                () => Then(ClauseState.Met, DerivationCode.Kept, Truth.True, reached),
                () => isClosed ? Then(ClauseState.Breached, DerivationCode.NotKept, Truth.False, reached) : Then(ClauseState.Open, DerivationCode.NotDueYet, Truth.Unknown, reached, string.Empty)),
            () => Then(ClauseState.Breached, DerivationCode.NotKept, Truth.False, within));
        var changes = ImmutableArray.Create(new StateChange(ClauseState.Open, InstantRange.At(start), period));
        if (possible.Only is { } only and not ClauseState.Open)
        {
            var at = only == ClauseState.Met && maximum is null ? First(minimum, Truth.True, start, end.Latest)
                : maximum is not null && within.Truth == Truth.False ? First(maximum, Truth.False, start, end.Latest)
                : InstantRange.At(last + InstantRange.Tick);
            changes = changes.Add(new StateChange(only, at, possible.Why));
        }

        return new InstanceResult(
            key,
            [.. line.Bearer.Members.Select(m => m.Name)],
            line.Bearer.IsJoint,
            false,
            line.Beneficiary?.Name,
            trigger,
            null,
            possible,
            InstantRange.At(start),
            InstantRange.At(last),
            changes,
            [.. line.Notes.Order()],
            InstantRange.At(last + InstantRange.Tick));
    }

    /// <summary>Is a line kept at every instant of a period?</summary>
    private Judged KeptThroughout(KeepLine line, Instant start, Instant end)
    {
        var kept = Judged.True;
        foreach (var instant in InstantsOf(line, start, end))
        {
            kept = kept.And(IsKept(line, InstantRange.At(instant)));
            if (kept.Truth == Truth.False)
            {
                break;
            }
        }

        return kept;
    }

    /// <summary>When a line is first kept, or is not: from when it may be so until when it must.</summary>
    private InstantRange First(KeepLine line, Truth kept, Instant start, Instant end)
    {
        Instant? earliest = null;
        _evaluation.Explains = false;
        var latest = end;
        foreach (var instant in InstantsOf(line, start, end))
        {
            var now = IsKept(line, InstantRange.At(instant)).Truth;
            earliest = now == kept.Not() ? null : earliest ?? instant;
            if (now == kept)
            {
                latest = instant;
                break;
            }
        }

        _evaluation.Explains = true;
        return new InstantRange(earliest ?? latest, latest);
    }
}
