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
    private IEnumerable<InstanceResult> EvaluatePeriods(KeepLine line, CompareCondition counted, CalendarWindow window, InstanceKey key, ImmutableArray<string> trigger)
    {
        var isFloor = counted.Relation is Relation.AtLeast or Relation.MoreThan;
        foreach (var start in PeriodStarts(window.Unit, line.Begin.Earliest, Horizon).ToList())
        {
            var next = _evaluation.PeriodStart(start, window.Unit, -1);
            var last = next - InstantRange.Tick;
            var date = Calendar.DateOf(start);
            var label = window.Unit == LapseUnit.Year ? $"{date.Year}" : window.Unit == LapseUnit.Month ? $"{date.Year:0000}-{date.Month:00}" : $"{date:uuuu-MM-dd}";
            var periodTrigger = trigger.Add(label);
            var periodKey = key with { Trigger = string.Join(',', periodTrigger) };
            if (IsOutOfFocus(periodKey) || IsBeforeRecord(next))
            {
                continue;
            }

            var end = InstantRange.At(Instant.Min(last, Horizon));
            if (isFloor)
            {
                var throughout = start >= line.Begin.Latest ? BindsThroughout(line, start, last) : Judged.False;
                if (throughout.Truth != Truth.False)
                {
                    var floor = Floor(line, periodKey, periodTrigger, start, last, label);
                    yield return throughout.Truth == Truth.True ? floor : floor with
                    {
                        Possible = Possible.If(throughout, () => floor.Possible, () => Possible.State(ClauseState.Dormant, floor.Possible.Why)),
                    };
                }

                continue;
            }

            var count = _evaluation.Evaluate(counted.Left, line.Binding, end);
            if (last >= Horizon || count.Range.High is not 0)
            {
                var begin = InstantRange.At(Instant.Max(start, line.Begin.Earliest));
                var result = Lasting(line, periodKey, periodTrigger, begin, end);
                var binds = result.Possible.States.Any(s => s is not (ClauseState.Lapsed or ClauseState.Suspended or ClauseState.Dormant));
                if (binds || result.Changes.Any(c => c.State == ClauseState.Met))
                {
                    yield return result;
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

    /// <summary>"At least N per period": judged at the close, met as soon as it is reached.</summary>
    private InstanceResult Floor(KeepLine line, InstanceKey key, ImmutableArray<string> trigger, Instant start, Instant last, string label)
    {
        var end = InstantRange.At(Instant.Min(last, Horizon));
        var reached = IsKept(line, end);
        if (reached.Truth != Truth.True && line.Condition is CompareCondition { Left: AggregateTerm counted })
        {
            line.Notes.Add($"reports of {counted.Pattern.Noun.Name} by {line.Bearer.Name} are taken to be complete");
        }

        var period = Derivations.Make(DerivationCode.Period, Truth.True, [], [], [], label);
        var text = line.Condition!.Text;
        var possible = Possible.If(
            reached,
            () => Possible.State(ClauseState.Met, Derivations.Make(DerivationCode.Kept, Truth.True, [period, reached.Why], [], [], text, line.Bearer.Name)),
            () => last < Horizon
                ? Possible.State(ClauseState.Breached, Derivations.Make(DerivationCode.NotKept, Truth.False, [period, reached.Why], [], [], text, line.Bearer.Name))
                : Possible.State(ClauseState.Open, Derivations.Make(DerivationCode.NotDueYet, Truth.Unknown, [period, reached.Why], [], [], text, line.Bearer.Name, string.Empty)));
        var changes = ImmutableArray.Create(new StateChange(ClauseState.Open, InstantRange.At(start), period));
        if (possible.Only is { } only and not ClauseState.Open)
        {
            changes = changes.Add(new StateChange(only, only == ClauseState.Met ? FirstReached(line, start, end.Latest) : InstantRange.At(last + InstantRange.Tick), possible.Why));
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
            [.. line.Notes.Order(StringComparer.Ordinal)],
            InstantRange.At(last + InstantRange.Tick));
    }

    private InstantRange FirstReached(KeepLine line, Instant start, Instant end)
    {
        _evaluation.Explains = false;
        var first = InstantsOf(line, start, end).FirstOrDefault(i => IsKept(line, InstantRange.At(i)).Truth == Truth.True, end);
        _evaluation.Explains = true;
        return InstantRange.At(first);
    }
}
