using Pacta.Monitor.Events;
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
    private readonly List<FormulaPlan> _touched = [];
    private readonly List<FormulaPlan> _due = [];
    private readonly PriorityQueue<FormulaPlan, long> _waiting = new();
    private readonly int _sweepAtLeast;
    private FormulaPlan[] _always = [];
    private int _sweepAt;

    /// <param name="sweepAtLeast">With fewer texts than this, none is forgotten.</param>
    public Engine(Signature signature, int sweepAtLeast)
    {
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
                _touched.Add(plan);
            }
        }
    }

    /// <summary>All events of the time point were added.</summary>
    public void EndTimePoint(long stamp, IVerdictSink sink)
    {
        if (Values.Texts.Count > _sweepAt)
        {
            Sweep();
        }

        foreach (var plan in _always)
        {
            Run(plan, stamp, sink, isPoint: true);
        }

        // What waited comes first, for it is about earlier time points.
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
            Wait(plan);
        }

        _due.Clear();
        foreach (var plan in _touched)
        {
            Run(plan, stamp, sink, isPoint: true);
            Wait(plan);
        }

        _touched.Clear();
        Current++;
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
        }

        plan.Evaluate(sink);
    }

    private void Wait(FormulaPlan plan)
    {
        if (!plan.IsWaiting && plan.Due is var due and < long.MaxValue)
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
