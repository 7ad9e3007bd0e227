using NodaTime;
using Pacta.Logic.Reference.Screening;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>The instants at which a lasting duty can change (docs/semantics.md, 8).</summary>
internal sealed partial class NormEvaluation
{
    private Dictionary<Pattern, bool> DecidedByOwn => field ??= new(ReferenceEqualityComparer.Instance);

    /// <summary>Every instant, in order, at which the truth of the line may change.</summary>
    private IEnumerable<Instant> InstantsOf(KeepLine line, Instant begin, Instant end)
    {
        _evaluation.Consulted?.All();
        var actor = line.Bearer.Members is [ActorEntity only] ? only.Name : null;
        var mentions = new Mentions(_agreement, actor is null ? null : line.Scope.Sentence.Subject.Each?.Variable);
        if (line.Condition is { } condition)
        {
            mentions.Add(condition);
            mentions.Add(line.Scope.Sentence.Unless);
            mentions.Add(line.Scope.Sentence.Subject.Each);
        }
        else
        {
            mentions.Add(line.Scope.Sentence with { Otherwise = null });
        }

        mentions.Add(line.Scope.While);
        foreach (var exception in line.Scope.Exceptions.Concat(line.Scope.Under.Select(u => u.Exception)))
        {
            mentions.Add(exception);
        }

        var instants = new SortedSet<Instant> { begin, end };
        var own = OwnThing(line);
        foreach (var kind in mentions.Kinds)
        {
            var isOwn = line.Scope.Sentence.Act is HaveAct { Pattern.Noun: KindNoun noun } && noun.Name == kind && mentions.Kinds.Count == 1;
            var naming = actor is not null && (isOwn || !mentions.UnanchoredKinds.Contains(kind)) ? actor : null;
            foreach (var fact in (own is not null ? own.Observations : MayMatter(line, kind, naming)).Concat(_evaluation.Index.Counts(kind)))
            {
                AddEnds(instants, mentions, _evaluation.TimeOf(fact).Range, false);
                if (_evaluation.EndOf(fact) is { } over)
                {
                    AddEnds(instants, mentions, over.Range, true);
                }
            }
        }

        foreach (var clause in mentions.Clauses)
        {
            instants.UnionWith(ResultsOf(clause).SelectMany(r => r.Changes).SelectMany(c => new[] { c.At.Earliest, c.At.Latest }));
        }

        instants.UnionWith(_evaluation.LivenessBoundaries());
        instants.UnionWith(DatedBoundaries(mentions, line));
        instants.UnionWith(mentions.CalendarUnits.SelectMany(u => PeriodStarts(u, begin, end)));
        foreach (var length in line.Floors.Where(w => !w.Calendar).Select(w => w.Length).Distinct())
        {
            instants.UnionWith(instants.Append(FirstFact ?? begin).Select(i => Calendar.LastInstant(i, length, false) + InstantRange.Tick).ToList());
        }

        if (end == _evaluation.LastMoment.Latest)
        {
            AwaitNext(instants, mentions, end);
        }

        return instants.Where(i => i >= begin && i <= end);
    }

    /// <summary>What is reported of a kind.</summary>
    /// <param name="naming">Only what names this actor, or leaves open whose or by whom it is; null: all.</param>
    private IEnumerable<Fact> ReportedOf(string kind, string? naming) => naming is not null
        ? _evaluation.Index.FactsNaming(kind, naming)
        : _evaluation.Index.Things(kind).SelectMany(t => t.Observations)
            .Concat(Evaluation.IsEventNoun(kind) ? _evaluation.Index.AllEvents : _evaluation.Index.Events(kind));

    /// <summary>As <see cref="ReportedOf"/>; where it asks for a number of what a defined noun means, and for nothing else that is reported, without what that certainly does not mean.</summary>
    private IEnumerable<Fact> MayMatter(KeepLine line, string kind, string? naming)
    {
        if (!_evaluation.Index.Glances
            || line is not
            {
                Condition: CompareCondition { Left: AggregateTerm { Amount: null, Pattern: { Noun: DefinedNoun noun } pattern }, Right: NumberTerm },
                Scope: { While: null, Exceptions.IsEmpty: true, Under.IsEmpty: true, Sentence: { Unless: null, Subject.Each: null or { Noun: MemberNoun, Roles.IsEmpty: true, Where: null } } },
            }
            || !Decides(pattern))
        {
            return ReportedOf(kind, naming);
        }

        if (_evaluation.MayMean(noun.Name, kind) is not { } meant)
        {
            return ReportedOf(kind, naming).Where(f => !_evaluation.IsCertainlyNot(noun.Name, f));
        }

        return naming is not null
            ? meant.Naming(naming).Concat(_evaluation.Index.ThingsOf(kind, naming).SelectMany(t => t.Observations))
            : meant.All.Concat(_evaluation.Index.Things(kind).SelectMany(t => t.Observations));

        bool Decides(Pattern counted)
        {
            if (!DecidedByOwn.TryGetValue(counted, out var decides))
            {
                decides = OwnFacts.Decide(counted, _agreement);
                DecidedByOwn.Add(counted, decides);
            }

            return decides;
        }
    }

    /// <summary>Of what only changes at these instants: it holds until the first of them after the end of the history.</summary>
    private void AwaitNext(SortedSet<Instant> instants, Mentions mentions, Instant end)
    {
        if (end < Instant.MaxValue && instants.GetViewBetween(end + InstantRange.Tick, Instant.MaxValue) is { Count: > 0 } later)
        {
            _evaluation.Await(later.Min);
        }

        foreach (var unit in mentions.CalendarUnits)
        {
            _evaluation.Await(_evaluation.PeriodStart(end, unit, -1));
        }
    }

    /// <summary>
    /// For <c>keep each weapon w ... away from ...</c>: only the weapon itself can change the answer, if the distance asked of it depends on
    /// nothing else that is reported.
    /// </summary>
    private ThingTimeline? OwnThing(KeepLine line)
    {
        if (line.Condition is not AwayCondition { Thing: EachArgument each } away || line.Scope.While is not null || !line.Scope.Exceptions.IsEmpty || !line.Scope.Under.IsEmpty
            || line.Scope.Sentence.Unless is not null || line.Binding[Evaluation.EachKey(each)] is not ThingEntity thing)
        {
            return null;
        }

        var distance = new Mentions(_agreement);
        distance.Add(away with { Thing = new VariableArgument(string.Empty, string.Empty), From = new VariablePlace(string.Empty, string.Empty) });
        return distance.Kinds.Count == 0 ? _evaluation.Index.Thing(thing.Name) : null;
    }

    private void AddEnds(SortedSet<Instant> instants, Mentions mentions, InstantRange range, bool isEnd)
    {
        instants.Add(range.Earliest);
        instants.Add(range.Latest);
        if (isEnd)
        {
            instants.Add(range.Earliest + InstantRange.Tick);
            instants.Add(range.Latest + InstantRange.Tick);
        }

        foreach (var lapse in mentions.Lapses)
        {
            foreach (var edge in new[] { range.Earliest, range.Latest })
            {
                instants.Add(Calendar.FirstInstant(edge, lapse, false));
                instants.Add(Calendar.LastInstant(edge, lapse, false) + InstantRange.Tick);
                instants.Add(Calendar.LastInstant(edge, lapse, false));
            }
        }
    }

    private IEnumerable<Instant> DatedBoundaries(Mentions mentions, KeepLine line)
    {
        var spans = _agreement.Vocabulary.Groups.Values.SelectMany(g => g.Members).Select(m => (m.From, m.Until))
            .Concat(_agreement.Tables.Values.SelectMany(t => t.Readings).SelectMany(r => r.Content).Select(r => (r.From, r.Until)))
            .Append((line.Scope.Sentence.Timing.From, line.Scope.Sentence.Timing.Until))
            .Concat(line.Scope.Under.Select(u => (u.Timing.From, u.Timing.Until)))
            .Distinct();
        foreach (var (from, until) in spans)
        {
            if (from is not null && _evaluation.Evaluate(from, line.Binding).AsBeginning(Calendar) is var start)
            {
                yield return start.Earliest;
                yield return start.Latest;
            }

            if (until is not null && _evaluation.Evaluate(until, line.Binding).AsDeadline(Calendar) is var stop)
            {
                yield return stop.Earliest + InstantRange.Tick;
                yield return stop.Latest + InstantRange.Tick;
            }
        }

        foreach (var judgement in _evaluation.Index.History.Judgements)
        {
            yield return judgement.Time.In(Calendar.Zone).Earliest;
            yield return judgement.Time.In(Calendar.Zone).Latest;
        }
    }

    private IEnumerable<Instant> PeriodStarts(LapseUnit unit, Instant begin, Instant end)
    {
        for (var start = _evaluation.PeriodStart(begin, unit, 0); start <= end; start = _evaluation.PeriodStart(start, unit, -1))
        {
            yield return start;
        }
    }
}
