using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Silence about a place that nobody could see is not compliance (docs/semantics.md, 12, "Coverage").</summary>
internal sealed partial class NormEvaluation
{
    /// <summary>More gaps than this are told by their number.</summary>
    private const int MostGaps = 3;

    /// <summary>What is found of a prohibition of which nothing is reported.</summary>
    private InstanceResult IfSeen(InstanceResult result, DoAct act, Binding binding, InstantRange begin) =>
        IfSeen(result, [act.Pattern], binding, new InstantRange(begin.Latest, _evaluation.LastMoment.Latest), _ => ClauseState.Breached);

    /// <summary>What is found of a ceiling, or of what nobody may have, that is kept as far as anybody reports.</summary>
    private InstanceResult IfSeen(KeepLine line, InstanceResult result, InstantRange end)
    {
        var watched = line.Scope.Sentence.Act is HaveAct have && line.Scope.Sentence.Modality == Modality.MustNot ? [have.Pattern]
            : line.Condition is { } condition && line.Scope.Sentence.Modality != Modality.MustNot ? Bounded(condition).ToImmutableArray()
            : [];
        // A ceiling that was exceeded unseen may be kept again; over a calendar period it stays exceeded.
        return IfSeen(
            result, watched, line.Binding, new InstantRange(result.Opened?.Latest ?? line.Begin.Latest, end.Latest),
            gap => line.IsForGood || gap.Latest >= end.Latest ? ClauseState.Breached : ClauseState.Cured);
    }

    /// <summary>The patterns of which there may not be too many.</summary>
    private static IEnumerable<Pattern> Bounded(Condition condition) => condition switch
    {
        CompareCondition { Left: AggregateTerm { Form: AggregateForm.Number or AggregateForm.Total } term, Relation: Relation.AtMost or Relation.LessThan or Relation.Equal } => [term.Pattern],
        CompareCondition { Right: AggregateTerm { Form: AggregateForm.Number or AggregateForm.Total } term, Relation: Relation.AtLeast or Relation.MoreThan or Relation.Equal } => [term.Pattern],
        RangeCondition { Term: AggregateTerm { Form: AggregateForm.Number or AggregateForm.Total } term } => [term.Pattern],
        NotCondition not => Floored(not.Operand),
        AllCondition all => all.Operands.SelectMany(Bounded),
        AnyCondition any => any.Operands.SelectMany(Bounded),
        _ => [],
    };

    /// <summary>The patterns of which there must be enough: what is not to be so bounds them from above.</summary>
    private static IEnumerable<Pattern> Floored(Condition condition) => condition switch
    {
        CompareCondition { Left: AggregateTerm { Form: AggregateForm.Number or AggregateForm.Total } term, Relation: Relation.AtLeast or Relation.MoreThan } => [term.Pattern],
        NotCondition not => Bounded(not.Operand),
        AllCondition all => all.Operands.SelectMany(Floored),
        AnyCondition any => any.Operands.SelectMany(Floored),
        _ => [],
    };

    private InstanceResult IfSeen(InstanceResult result, ImmutableArray<Pattern> watched, Binding binding, InstantRange span, Func<InstantRange, ClauseState> unseen)
    {
        if (_evaluation.CoverageBegins is not { } covered || result.Possible.Only != ClauseState.Met)
        {
            return result;
        }

        // What is seen goes through the end of the history.
        _evaluation.HangsOnEnd();

        // Of the time before the record nothing is said at all.
        var from = Instant.Max(span.Earliest, Instant.Min(covered, FirstFact ?? covered));
        var possible = result.Possible;
        Instant? doubtful = null;
        foreach (var (kind, place) in watched.SelectMany(p => _evaluation.PlacesIn(p).Select(place => (p.Noun.Name, place))).Distinct())
        {
            if (from > span.Latest)
            {
                break;
            }

            var name = _evaluation.NameOf(place, binding);
            var (gaps, by) = _evaluation.GapsIn(place, binding, new InstantRange(from, span.Latest));
            if (gaps.IsEmpty)
            {
                var seen = Derivations.Make(DerivationCode.Seen, Truth.True, [], by, [], name, Stretch(new InstantRange(from, span.Latest)));
                possible = possible with { Why = possible.Why with { Because = possible.Why.Because.Add(seen) } };
                continue;
            }

            var told = Told(gaps);
            var notSeen = Derivations.Make(DerivationCode.NotSeen, Truth.Unknown, [], by, [], name, told);
            var before = possible;
            possible = Possible.If(
                Judged.Unknown(Causes.NotSeen(kind, name, told, by)),
                () => before,
                () => new Possible(StateSet.Of(gaps.Select(unseen)), [], notSeen));
            doubtful = doubtful is { } earlier ? Instant.Min(earlier, gaps[0].Earliest) : gaps[0].Earliest;
        }

        return doubtful is not { } since
            ? result with { Possible = possible }
            : result with { Possible = possible, Changes = [.. result.Changes.Where(c => c.At.Latest < since)], DoubtfulFrom = since };
    }

    private string Told(ImmutableArray<InstantRange> gaps) => gaps.Length > MostGaps
        ? Composed.Of("more", string.Join(", ", gaps.Take(MostGaps).Select(Stretch)), $"{gaps.Length - MostGaps}")
        : string.Join(", ", gaps.Select(Stretch));

    /// <summary>By its days, in the agreement's time zone; what does not begin or end with a day is told by the day it lies in.</summary>
    private string Stretch(InstantRange stretch)
    {
        var (first, last) = ($"{Calendar.DateOf(stretch.Earliest):uuuu-MM-dd}", $"{Calendar.DateOf(stretch.Latest):uuuu-MM-dd}");
        return first == last ? first : Composed.Of("range", first, last);
    }
}
