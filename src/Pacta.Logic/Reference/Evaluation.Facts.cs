using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;
using FactAttribute = Pacta.Model.Histories.Attribute<Pacta.Model.Values.Value>;

namespace Pacta.Logic.Reference;

/// <summary>What a role or field holds: every value that is possible in this world, with the causes if that is not just one known value.</summary>
/// <param name="MayDiffer">The true value may be none of the options (it is denied).</param>
internal readonly record struct Held(
    ImmutableArray<Value> Options,
    bool MayDiffer,
    ImmutableHashSet<Cause> Causes,
    ImmutableArray<ReportReference> Reports)
{
    public bool IsMissing => Options.Length == 0;

    /// <summary>What it is not, though nobody says what it is: the value that was denied, in a world that believes the denial.</summary>
    public Value? Denied { get; init; }

    /// <summary>Is it somebody or something of that name?</summary>
    public Judged TestIs(string name) => Options is [NameValue only] && !MayDiffer ? Judgements.Same(only, name)
        : IsMissing && Denied is NameValue or OneOfValue && FactStore.NamesOf(Denied).Contains(name) ? Judged.False : Test(v => Judgements.Same(v, name));

    /// <summary>Is something the case of the value? T if of every option, F if of none.</summary>
    public Judged Test(Func<Value, Judged> test)
    {
        if (IsMissing)
        {
            return Judged.Of(Truth.Unknown, Causes);
        }

        var all = Truth.True;
        var any = Truth.False;
        var causes = Causes;
        foreach (var option in Options)
        {
            var judged = test(option);
            all = all.And(judged.Truth);
            any = any.Or(judged.Truth);
            causes = causes.Union(judged.Causes);
        }

        var truth = all == any && !(MayDiffer && all != Truth.Unknown) ? all : Truth.Unknown;
        return Judged.Of(truth, causes);
    }
}

/// <summary>When a fact happened: all instants and all dates that are possible, and whether the clock was known.</summary>
internal readonly record struct FactTime(InstantRange Range, LocalDate FirstDate, LocalDate LastDate, bool HasClock, ImmutableHashSet<Cause> Causes)
{
    public Point AsPoint() => HasClock ? Point.AtInstant(Range, Causes) : Point.OnDates(FirstDate, LastDate, Causes);
}

/// <summary>A thing at a moment.</summary>
internal readonly record struct ThingView(ThingTimeline Thing, Judged Present, ImmutableArray<Fact> Current, ImmutableArray<Fact> Earlier);

internal sealed partial class Evaluation
{
    /// <summary>Did it happen, in this world?</summary>
    public Judged Occurred(Fact fact) => !fact.IsDenied
        ? Judged.True
        : SideOf(fact.Key, "occurrence") switch
        {
            0 => Judged.True,
            1 => Judged.False,
            _ => Index.MayNotHaveOccurred(fact),
        };

    public FactTime TimeOf(Fact fact)
    {
        if (Times.TryGetValue(fact, out var time))
        {
            return time;
        }

        // To tell the date of an instant takes no longer than to look it up, and there are millions of them.
        if (fact.ExactTime is { } exact)
        {
            return Exactly(exact);
        }

        time = Read(fact, "time", fact.Time);
        Times.Add(fact, time);
        return time;
    }

    private FactTime Exactly(Instant at) => Calendar.DateOf(at) is var date ? new FactTime(InstantRange.At(at), date, date, true, []) : default;

    /// <summary>Evaluates something as if a fact had come at the first instant that is possible, or at the last.</summary>
    public T AsIf<T>(Fact fact, bool isFirst, Func<T> evaluate)
    {
        var time = TimeOf(fact);
        Times[fact] = time with { Range = InstantRange.At(isFirst ? time.Range.Earliest : time.Range.Latest), Causes = [] };
        _supposes = true;
        var result = evaluate();
        _supposes = false;
        Times[fact] = time;
        return result;
    }

    public FactTime? EndOf(Fact fact) => fact.End is { } end ? Read(fact, "end", end) : null;

    private FactTime Read(Fact fact, string attribute, Attribute<When> times)
    {
        var causes = ImmutableHashSet<Cause>.Empty;
        var (first, end) = (0, times.Alternatives.Length);
        if (end > 1)
        {
            if (SideOf(fact.Key, attribute) is { } side)
            {
                (first, end) = (side, side + 1);
            }
            else
            {
                causes = [Causes.Rival(fact, attribute, times)];
            }
        }

        InstantRange? range = null;
        var hasClock = true;
        for (var i = first; i < end; i++)
        {
            var option = times.Alternatives[i];
            var at = option.Value.In(Zone);
            range = range is { } before ? before.Cover(at) : at;
            hasClock &= option.Value.HasClock;
            if (!at.IsExact)
            {
                causes = causes.Add(fact.Form == FactForm.Count ? Causes.CountedWhen(fact, NameTold(fact)) : Causes.Imprecise(fact, attribute, option));
            }
        }

        var covered = range!.Value;
        return new FactTime(covered, Calendar.DateOf(covered.Earliest), Calendar.DateOf(covered.Latest), hasClock, causes);
    }

    /// <summary>What fills a role of an event or a thing, as of a moment.</summary>
    public Held RoleOf(Entity entity, string role, InstantRange at) => HeldBy(entity, role, at, static (f, name) => f.Role(name));

    public Held FieldOf(Entity entity, string field, InstantRange at) => HeldBy(entity, field, at, static (f, name) => f.Field(name));

    private Held HeldBy(Entity entity, string attribute, InstantRange at, Func<Fact, string, FactAttribute?> pick)
    {
        switch (entity)
        {
            case EventEntity e:
                return pick(e.Fact, attribute) is { } found ? Hold(e.Fact, attribute, found) : MissingAttribute(e.Fact.Id, attribute);
            case ThingEntity t when Index.Thing(t.Name) is { } timeline:
                return HeldByThing(View(timeline, at), attribute, pick, IsAboutPlace(attribute) ? StatesPlace : null);
            default:
                return MissingAttribute(entity.Name, attribute);
        }
    }

    private static Held MissingAttribute(string key, string attribute) => new([], false, [Causes.Missing(key, attribute)], []);

    private Held Hold(Fact fact, string attribute, FactAttribute found)
    {
        if (!found.IsDisputed)
        {
            return Values(fact, attribute, [found.Alternatives[0]], false, []);
        }

        var sides = AttributeSides.Of(found);
        if (SideOf(fact.Key, attribute) is { } chosen)
        {
            var side = sides[chosen];
            return side.Value is { } value
                ? Values(fact, attribute, [side.Of with { Value = value }], false, [])
                : MissingAttribute(fact.Id, attribute) with { Denied = side.Of.Value, Reports = side.By };
        }

        Alternative<Value>[] options =
            [.. sides.Where(s => s.Value is not null).Select(s => s.Of with { Value = s.Value! }).DistinctBy(a => a.Value)];
        return Values(fact, attribute, options, sides.Any(s => s.Value is null), [Causes.Rival(fact, attribute, found)]);
    }

    private static Held Values(Fact fact, string attribute, ReadOnlySpan<Alternative<Value>> said, bool mayDiffer, ImmutableHashSet<Cause> causes)
    {
        foreach (var option in said)
        {
            causes = option.Value switch
            {
                NumberValue { Range.IsExact: false } => causes.Add(Causes.Imprecise(fact, attribute, option)),
                OneOfValue => causes.Add(Causes.OneOf(fact, attribute, option)),
                PositionValue or AreaValue or OneOfPositionsValue => causes.Add(Causes.Imprecise(fact, attribute, option)),
                _ => causes,
            };
        }

        return said is [{ Value: OneOfPositionsValue places }] ? new Held([.. places.Positions], mayDiffer, causes, said[0].AssertedBy)
            : said is [var only] ? new Held([only.Value], mayDiffer, causes, only.AssertedBy)
            : new Held([.. said.ToArray().SelectMany(s => s.Value is OneOfPositionsValue any ? any.Positions.As<Value>() : [s.Value])], mayDiffer, causes, [.. said.ToArray().SelectMany(s => s.AssertedBy).Distinct()]);
    }

    // ---- things

    /// <summary>A thing as of a moment: which observations may be the current ones, and whether it is there.</summary>
    public ThingView View(ThingTimeline thing, InstantRange at) => _supposes || !at.IsExact ? ViewAnew(thing, at) : SpansOf(thing).View(at, ViewAnew);

    private ThingView ViewAnew(ThingTimeline thing, InstantRange at)
    {
        var certain = -1;
        for (var i = 0; i < thing.Observations.Count; i++)
        {
            var observation = thing.Observations[i];
            if (TimeOf(observation).Range.Latest <= at.Earliest && Occurred(observation).Truth == Truth.True)
            {
                certain = i;
            }
        }

        var current = new List<Fact>();
        var earlier = new List<Fact>();
        for (var i = 0; i < thing.Observations.Count; i++)
        {
            var observation = thing.Observations[i];
            var start = TimeOf(observation).Range;
            var occurred = Occurred(observation).Truth;
            if (i == certain || start.Earliest > at.Latest || occurred == Truth.False)
            {
                continue;
            }

            var mayFollow = certain < 0 || start.Latest > TimeOf(thing.Observations[certain]).Range.Earliest;
            (mayFollow ? current : earlier).Add(observation);
        }

        var last = certain >= 0 ? thing.Observations[certain] : null;
        var present = last is null ? Judged.False : StillThere(last, at);
        foreach (var observation in current)
        {
            var there = StillThere(observation, at);
            if (there.Truth != present.Truth)
            {
                present = Judged.Of(Truth.Unknown, present.Causes.Union(there.Causes).Union(WhyPossible(observation)));
            }
        }

        if (last is not null)
        {
            current.Add(last);
        }

        earlier.Reverse();
        var view = new ThingView(thing, present, [.. current], [.. earlier]);
        return view with { Present = present.And(CountIsPositive(view)) };
    }

    private Judged StillThere(Fact observation, InstantRange at)
    {
        var end = EndOf(observation);
        var ended = end is { } e ? e.Range.NotAfter(at.Earliest - InstantRange.Tick) : Truth.False;
        if (end is { } range && ended == Truth.False && !(range.Range.Earliest >= at.Latest))
        {
            ended = Truth.Unknown;
        }

        return Judged.Of(ended.Not(), end?.Causes ?? []);
    }

    private ImmutableHashSet<Cause> WhyPossible(Fact observation) =>
        Occurred(observation).Truth == Truth.Unknown
            ? [Causes.Denied(observation)]
            : TimeOf(observation).Causes is { Count: > 0 } causes ? causes : [Causes.Imprecise(observation, "time", observation.Time.Alternatives[0])];

    private Judged CountIsPositive(ThingView view)
    {
        var count = HeldByThing(view, "count", static (f, name) => f.Field(name));
        return count.IsMissing
            ? Judged.True
            : count.Test(v => v is NumberValue { Range: { High: { } high } } && high <= 0 ? Judged.False
                : v is NumberValue { Range: { Low: { } low } } && low > 0 ? Judged.True
                : Judged.Of(Truth.Unknown, count.Causes));
    }

    /// <summary>In, outside of and the position are one attribute: whoever says anew where a thing is takes back all three.</summary>
    private static bool IsAboutPlace(string attribute) => attribute is "outside" or "position" || PlaceRoles.Contains(attribute);

    private static bool StatesPlace(Fact fact) =>
        fact.Roles.Keys.Any(IsAboutPlace) || fact.Fields.ContainsKey("position");

    /// <param name="states">Which observations say something about it, even if it is that there is none; null: those that <paramref name="pick"/> finds.</param>
    private Held HeldByThing(ThingView view, string attribute, Func<Fact, string, FactAttribute?> pick, Func<Fact, bool>? states = null)
    {
        var values = new List<Held>();
        var settled = false;
        var mayBeNone = false;
        var causes = ImmutableHashSet<Cause>.Empty;
        for (var i = 0; i < view.Current.Length; i++)
        {
            var observation = view.Current[i];
            var found = pick(observation, attribute);
            if (found is null && states?.Invoke(observation) != true)
            {
                continue;
            }

            mayBeNone |= found is null;
            if (found is { } held)
            {
                values.Add(Hold(observation, attribute, held));
            }

            if (i < view.Current.Length - 1)
            {
                causes = causes.Union(WhyPossible(observation));
            }
            else
            {
                settled = Occurred(observation).Truth == Truth.True;
            }
        }

        foreach (var observation in view.Earlier)
        {
            if (settled)
            {
                break;
            }

            var found = pick(observation, attribute);
            if (found is { } held)
            {
                values.Add(Hold(observation, attribute, held));
            }

            mayBeNone |= found is null && states?.Invoke(observation) == true;
            settled = found is not null || states?.Invoke(observation) == true;
        }

        if (values.Count == 0)
        {
            return MissingAttribute(view.Thing.Id, attribute);
        }

        var options = values.SelectMany(v => v.Options).Distinct().ToImmutableArray();
        var all = values.Aggregate(options.Length > 1 || mayBeNone ? causes : [], (sum, v) => sum.Union(v.Causes));
        var denied = values is [{ IsMissing: true, Denied: { } not }] && !mayBeNone ? not : null;
        return new Held(options, mayBeNone || values.Exists(v => v.MayDiffer), all, [.. values.SelectMany(v => v.Reports).Distinct().Order()]) { Denied = denied };
    }
}
