using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>
/// The spans between the instants at which anything is reported to begin or end of a thing: within one, what is known of the thing is the same
/// (docs/semantics.md, 2). Each is looked at once.
/// </summary>
/// <param name="starts">The first instants of the spans, sorted; before the first there is one more.</param>
internal sealed class ThingSpans(ThingTimeline thing, Instant[] starts)
{
    private readonly ThingView?[] _views = new ThingView?[starts.Length + 1];

    public IReadOnlyList<Instant> Starts => starts;

    public ThingView View(InstantRange at, Func<ThingTimeline, InstantRange, ThingView> look)
    {
        ref var view = ref _views[IndexOf(at.Earliest)];
        view ??= look(thing, at);
        return view.Value;
    }

    /// <summary>The span that holds an instant: its first instant, and the first one after it.</summary>
    public (Instant From, Instant To) Around(Instant at)
    {
        var index = IndexOf(at);
        return (index == 0 ? Instant.MinValue : starts[index - 1], index == starts.Length ? Instant.MaxValue : starts[index]);
    }

    private int IndexOf(Instant at)
    {
        var found = Array.BinarySearch(starts, at);
        return found >= 0 ? found + 1 : ~found;
    }
}
