using Pacta.Monitor.Events;
using Pacta.Monitor.Values;
using Pacta.Temporal.Formulas;

namespace Pacta.Monitor.Running;

/// <summary>Formulas that are run over one stream of time points.</summary>
internal sealed class Engine
{
    private readonly Dictionary<string, EventStore> _stores = new(StringComparer.Ordinal);
    private FormulaPlan[] _plans = [];
    private readonly int _sweepAtLeast;
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

    public ValueStore Values { get; } = new();

    public TimePoints Points { get; } = new();

    public IReadOnlyList<FormulaPlan> Plans => _plans;

    /// <summary>The number of the time point whose events are being added.</summary>
    public int Current => Points.Last + 1;

    public void Add(FormulaPlan plan) => _plans = [.. _plans, plan];

    /// <summary>Where the events of a kind are put; null if no formula asks for them.</summary>
    public EventStore? Find(string kind) => _stores.GetValueOrDefault(kind);

    public EventStore Store(string kind)
    {
        if (!_stores.TryGetValue(kind, out var store))
        {
            store = new EventStore([.. Signature.Find(kind)!.Arguments.Select(Machine.IsText)]);
            _stores.Add(kind, store);
        }

        return store;
    }

    /// <summary>All events of the time point were added.</summary>
    public void EndTimePoint(long stamp, IVerdictSink sink)
    {
        if (Points.IsFull)
        {
            Forget();
        }

        if (Values.Texts.Count > _sweepAt)
        {
            Sweep();
        }

        Points.Add(stamp);
        foreach (var plan in _plans)
        {
            plan.Evaluate(sink);
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

    private void Forget()
    {
        var needed = Points.Last;
        foreach (var plan in _plans)
        {
            needed = Math.Min(needed, plan.Stage.Needed());
        }

        Points.ForgetBefore(needed - 1);
    }
}
