using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// A lasting duty asks the same aggregate at one instant after another. What an event is does not change with the moment, and what is known of a
/// thing does not change between two observations of it: such rows are found once and kept as long as the same binding is asked about.
/// </summary>
internal sealed partial class Evaluation
{
    /// <summary>So many aggregates have their rows kept at a time.</summary>
    private const int MostKept = 16;

    private Dictionary<ThingTimeline, ThingSpans> Spans => field ??= new(ReferenceEqualityComparer.Instance);
    private Dictionary<AggregateTerm, KeptEvents> EventRows => field ??= new(ReferenceEqualityComparer.Instance);
    private Dictionary<AggregateTerm, KeptThings> ThingRows => field ??= new(ReferenceEqualityComparer.Instance);

    /// <summary>A time is supposed to be another than was reported: nothing kept may be used, and nothing may be kept.</summary>
    private bool _supposes;

    /// <summary>Where it is taken down what is read, rows are not kept from one part of a clause to the next: who reads them would not be known.</summary>
    public void Forget()
    {
        if (Index.Reads is not null)
        {
            EventRows.Clear();
            ThingRows.Clear();
        }
    }

    /// <summary>What an aggregate is over, one row each, without asking whether it lies in the window.</summary>
    private IEnumerable<AggregateRow> RowsAt(AggregateTerm term, Binding binding, InstantRange at)
    {
        Consulted?.All();
        if (!_supposes && term is { Window: not null, Amount: null })
        {
            return EventsOf(term, binding, at);
        }

        if (!_supposes && term is { Window: null, Amount: null } && at.IsExact && KeptThingsOf(term, binding) is { } kept)
        {
            return ThingsAt(term, kept, at);
        }

        return OneRowEach(Matches(term.Pattern, binding, term.Window is null ? at : null)).Select(m => RowOf(term, m, at));
    }

    private IEnumerable<AggregateRow> EventsOf(AggregateTerm term, Binding binding, InstantRange at)
    {
        if (!EventRows.TryGetValue(term, out var kept) || !ReferenceEquals(kept.Binding, binding))
        {
            var (rows, doubts) = Doubting(() => OneRowEach(MatchesOfMany(term.Pattern, binding)).Select(m => RowOf(term, m, at)).ToList());
            kept = new KeptEvents(binding, new BySpan<AggregateRow>(rows, r => SpanOf(r.Match.Entity)), doubts);
            Keep(EventRows, term, kept);
        }

        Doubts.AddRange(kept.Doubts.AsSpan());
        return kept.Rows.Within(EarliestIn(term.Window, at), at.Latest);
    }

    private InstantRange SpanOf(Entity entity) =>
        entity is EventEntity e ? TimeOf(e.Fact).Range : new InstantRange(Instant.MinValue, Instant.MaxValue);

    /// <summary>Whatever is certainly over before it is out of the window; early rather than late.</summary>
    private Instant EarliestIn(Window? window, InstantRange at) => window switch
    {
        CalendarWindow calendar => PeriodStart(at.Earliest, calendar.Unit, 0),
        SlidingWindow { Calendar: true } sliding => PeriodStart(at.Earliest, sliding.Length.Unit, sliding.Length.Amount),
        SlidingWindow { Length.IsElapsed: true } sliding => PeriodStart(at.Earliest, LapseUnit.Day, 2 + (int)Math.Min(400_000L, sliding.Length.Amount / (sliding.Length.Unit switch { LapseUnit.Hour => 24, LapseUnit.Minute => 1_440, _ => 86_400 }))),
        SlidingWindow { Length.Unit: not LapseUnit.WorkingDay } sliding => PeriodStart(PeriodStart(at.Earliest, sliding.Length.Unit, sliding.Length.Amount), LapseUnit.Day, 1),
        _ => Instant.MinValue,
    };

    /// <summary>Null where they depend on the moment in other ways.</summary>
    private KeptThings? KeptThingsOf(AggregateTerm term, Binding binding)
    {
        if (!ThingRows.TryGetValue(term, out var kept) || !ReferenceEquals(kept.Binding, binding))
        {
            var areOwn = binding[term.Pattern.Variable] is null && OwnMoment.Decides(term.Pattern, binding, Agreement);
            kept = new KeptThings(binding, areOwn ? [.. ThingCandidates(term.Pattern, binding).Select(t => new KeptThing(t))] : null);
            Keep(ThingRows, term, kept);
        }

        return kept.Things is null ? null : kept;
    }

    private IEnumerable<AggregateRow> ThingsAt(AggregateTerm term, KeptThings kept, InstantRange at)
    {
        foreach (var thing in kept.Things!)
        {
            if (at.Earliest < thing.From || at.Earliest >= thing.To)
            {
                (thing.From, thing.To) = SpansOf(thing.Thing).Around(at.Earliest);
                var (rows, doubts) = Doubting(() => OneRowEach(MatchesOfThing(term.Pattern, thing.Thing, kept.Binding, at)).Select(m => RowOf(term, m, at)).ToList());
                (thing.Row, thing.Doubts) = (rows.Count == 0 ? null : rows[0], doubts);
            }

            Doubts.AddRange(thing.Doubts.AsSpan());
            if (thing.Row is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Things that a pattern of <see cref="OwnMoment"/> may match at some moment.</summary>
    private IReadOnlyList<ThingTimeline> ThingCandidates(Pattern pattern, Binding binding)
    {
        var noun = pattern.Noun;
        while (noun is DefinedNoun defined)
        {
            noun = MeaningOf(defined.Name).Noun;
        }

        return pattern.Roles.FirstOrDefault(r => r.Preposition == "of")?.Argument is { } owner && EntityOf(owner, binding) is ActorEntity actor
            ? Index.ThingsOf(noun.Name, actor.Name)
            : Index.Things(noun.Name);
    }

    private IEnumerable<Match> MatchesOfThing(Pattern pattern, ThingTimeline thing, Binding binding, InstantRange at)
    {
        if (pattern.Instance is { } only && only != thing.Id)
        {
            return [];
        }

        var with = binding.With(pattern.Variable, new ThingEntity(thing.Id));
        return pattern.Noun is DefinedNoun defined
            ? MatchesOfThing(MeaningOf(defined.Name), thing, Binding.Empty, at).SelectMany(row => FinishDefined(pattern, defined.Name, row, with, at))
            : MatchThing(pattern, thing, with, at, true);
    }

    /// <summary>With the figures that were compared without a result on the way.</summary>
    private (List<AggregateRow> Rows, ImmutableArray<(NumberRange Left, NumberRange Right)> Doubts) Doubting(Func<List<AggregateRow>> find)
    {
        var before = Doubts.Count;
        var rows = find();
        ImmutableArray<(NumberRange Left, NumberRange Right)> doubts = [.. Doubts.Skip(before)];
        Doubts.RemoveRange(before, Doubts.Count - before);
        return (rows, doubts);
    }

    private static void Keep<T>(Dictionary<AggregateTerm, T> all, AggregateTerm term, T rows)
    {
        if (all.Count >= MostKept)
        {
            all.Clear();
        }

        all[term] = rows;
    }

    /// <summary>The instants at which what is known of a thing may change, in order.</summary>
    public IEnumerable<Instant> ChangesOf(string thing) => Index.Thing(thing) is { } timeline ? SpansOf(timeline).Starts : [];

    private ThingSpans SpansOf(ThingTimeline thing)
    {
        if (!Spans.TryGetValue(thing, out var spans))
        {
            var starts = new SortedSet<Instant>();
            foreach (var observation in thing.Observations)
            {
                var range = TimeOf(observation).Range;
                starts.UnionWith([range.Earliest, range.Latest]);
                if (EndOf(observation) is { } end)
                {
                    starts.UnionWith([end.Range.Earliest + InstantRange.Tick, end.Range.Latest + InstantRange.Tick]);
                }
            }

            spans = new ThingSpans(thing, [.. starts]);
            Spans.Add(thing, spans);
        }

        return spans;
    }
}
