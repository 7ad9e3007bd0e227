using Pacta.Monitor.Events;
using Pacta.Monitor.State;
using Pacta.Monitor.Values;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Running;

/// <summary>
/// Formulas that are run over one stream of time points. A formula that may skip quiet time points is only looked at when something happens that it speaks of, or
/// when time has passed what it waits for; so a time point costs as much as the formulas it concerns, however many there are.
/// </summary>
internal sealed class Engine
{
    private readonly Dictionary<string, EventStore> _stores = new(StringComparer.Ordinal);
    private readonly List<FormulaPlan> _plans = [];
    private readonly List<FormulaPlan> _due = [];
    private readonly PriorityQueue<FormulaPlan, long> _waiting = new();
    private readonly int _sweepAtLeast;
    private readonly int _together;
    private FormulaPlan[] _always = [];

    /// <summary>The formulas that are looked at when the time point is complete; there is room for all.</summary>
    private FormulaPlan[] _touched = [];
    private int _touchedCount;

    /// <summary>Of a single formula, where events will be looked for.</summary>
    private RowTable[] _prepared = [];
    private int _sweepAt;
    private int _heldFrom = -1;
    private int _heldEvents;
    private long _stamp;

    /// <param name="sweepAtLeast">With fewer texts than this, none is forgotten.</param>
    /// <param name="together">
    /// Time points of the only formula, so many of them or with so many events, are evaluated together: what they will look for in memory that is far away is fetched while
    /// more of them are read.
    /// </param>
    public Engine(Signature signature, int sweepAtLeast, int together)
    {
        _together = together;
        _sweepAt = _sweepAtLeast = sweepAtLeast;
        Signature = signature;
    }

    public Signature Signature { get; }

    /// <summary>With fewer rows than this, an operator does not look for what it can forget.</summary>
    public int PurgeAtLeast => Math.Min(64, _sweepAtLeast + 1);

    /// <summary>For how many time points there is room at first.</summary>
    public int Room => Math.Max(4, PurgeAtLeast);

    public ValueStore Values { get; } = new();

    public IReadOnlyList<FormulaPlan> Plans => _plans;

    /// <summary>The number of the time point whose events are being added.</summary>
    public int Current { get; private set; }

    /// <param name="stores">The events that the formula speaks of.</param>
    public void Add(FormulaPlan plan, IEnumerable<EventStore> stores)
    {
        _plans.Add(plan);
        if (_plans.Count > _touched.Length)
        {
            Array.Resize(ref _touched, Math.Max(4, _touched.Length * 2));
        }

        _prepared = _plans.Count > 1 ? [] : [.. stores.SelectMany(store => store.Prefetches).Select(soon => soon.Table).Distinct()];
        if (!plan.SkipsQuiet)
        {
            _always = [.. _always, plan];
            return;
        }

        foreach (var store in stores)
        {
            store.Readers = [.. store.Readers, plan];
        }
    }

    /// <summary>Where the events of a kind are put; null if no formula asks for them.</summary>
    public EventStore? Find(string kind) => _stores.GetValueOrDefault(kind);

    public EventStore Store(string kind)
    {
        if (!_stores.TryGetValue(kind, out var store))
        {
            store = new EventStore([.. Signature.Find(kind)!.Arguments.Select(Machine.IsText)], Room);
            _stores.Add(kind, store);
        }

        return store;
    }

    /// <summary>Something of this kind happens at the current time point.</summary>
    public void Touch(EventStore store)
    {
        _heldEvents++;
        if (store.TouchedAt == Current)
        {
            return;
        }

        store.TouchedAt = Current;
        foreach (var plan in store.Readers)
        {
            if (plan.TouchedAt != Current)
            {
                plan.TouchedAt = Current;
                _touched[_touchedCount++] = plan;
            }
        }
    }

    /// <summary>All events of the time point were added. Of a single formula some time points may wait: whoever waits for more of them has them decided (<see cref="Decide"/>).</summary>
    public void EndTimePoint(long stamp, IVerdictSink sink)
    {
        if (Values.Texts.Count > _sweepAt)
        {
            Sweep();
        }

        _stamp = stamp;
        foreach (var plan in _always)
        {
            Run(plan, stamp, sink, isPoint: true);
        }

        // What waited comes first, for it is about earlier time points.
        if (_waiting.Count > 0)
        {
            RunDue(stamp, sink);
        }

        foreach (var plan in _touched.AsSpan(0, _touchedCount))
        {
            Run(plan, stamp, sink, isPoint: true);
        }

        _touchedCount = 0;
        Current++;
        if (_heldFrom >= 0 && (_heldEvents >= _together || Current - _heldFrom >= _together))
        {
            Decide(sink);
        }
    }

    private void RunDue(long stamp, IVerdictSink sink)
    {
        while (_waiting.TryPeek(out var plan, out var due) && due < stamp)
        {
            _waiting.Dequeue();
            plan.IsWaiting = false;
            if (plan.TouchedAt != Current)
            {
                _due.Add(plan);
            }
        }

        foreach (var plan in _due)
        {
            Run(plan, stamp, sink, isPoint: false);
        }

        _due.Clear();
    }

    /// <summary>Evaluates what waits to be evaluated together with more, of which it is not known when it comes.</summary>
    public void Decide(IVerdictSink sink)
    {
        if (_heldFrom >= 0)
        {
            foreach (var table in _prepared)
            {
                table.PrepareRows();
            }

            _plans[0].Points.Known = _stamp;
            Evaluate(_plans[0], sink);
        }
    }

    private void Run(FormulaPlan plan, long stamp, IVerdictSink sink, bool isPoint)
    {
        plan.Points.Known = stamp;
        if (isPoint)
        {
            if (plan.Points.IsFull)
            {
                plan.Forget();
            }

            plan.Points.Add(stamp, Current);
            if (_plans.Count == 1)
            {
                _heldFrom = _heldFrom < 0 ? Current : _heldFrom;
                return;
            }
        }

        Evaluate(plan, sink);
    }

    private void Evaluate(FormulaPlan plan, IVerdictSink sink)
    {
        (_heldFrom, _heldEvents) = (-1, 0);
        plan.Evaluate(sink);
        if (plan.SkipsQuiet && !plan.IsWaiting && plan.Due is var due and < long.MaxValue)
        {
            plan.IsWaiting = true;
            _waiting.Enqueue(plan, due);
        }
    }

    /// <summary>Forgets the texts that no state holds any more.</summary>
    private void Sweep()
    {
        var texts = Values.Texts;
        texts.ClearMarks();
        foreach (var store in _stores.Values)
        {
            store.Mark(texts);
        }

        foreach (var plan in _plans)
        {
            plan.Mark(texts);
        }

        texts.Sweep();
        _sweepAt = Math.Max(_sweepAtLeast, texts.Count * 2);
    }
}
