using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Direct;

/// <summary>The life of one instance: which state it entered when.</summary>
internal class Track(string path, string? line, Instance instance)
{
    private readonly List<DirectChange> _changes = [];

    public string Path { get; } = path;

    public string? Line { get; } = line;

    public Instance Instance { get; } = instance;

    public ClauseState? State => _changes.Count == 0 ? null : _changes[^1].State;

    public void Enter(ClauseState state, Instant at)
    {
        if (State != state)
        {
            _changes.Add(new DirectChange(state, at));
        }
    }

    public ClauseState? StateAt(Instant at) =>
        _changes.TakeWhile(c => c.At <= at).Select(c => (ClauseState?)c.State).LastOrDefault();

    /// <summary>How often it has entered a state.</summary>
    public int TimesIn(ClauseState state) => _changes.Count(c => c.State == state);

    public bool ChangesAt(Instant at) => _changes.Any(c => c.At == at);

    public DirectFinding Finding() =>
        new(Path, Line, Instance.Bearers, Instance.Beneficiary, Instance.Trigger, _changes[^1].State, [.. _changes]);
}

/// <summary>One way to fill a sentence: who is bound, to whom, by what, and what the variables stand for.</summary>
internal sealed record Instance(ImmutableArray<string> Bearers, string? Beneficiary, ImmutableArray<string> Trigger, Bindings Env)
{
    /// <summary>What tells instances of one line of a clause apart.</summary>
    public string Key => $"{string.Join('+', Bearers)} > {Beneficiary} < {string.Join('+', Trigger)}";
}

/// <summary>A duty to do something in a window: open until performed, or until its due has passed.</summary>
internal sealed class Duty(Norm norm, Instance instance, Instant opening, Instant from, Instant due, Instant? next) : Track(norm.Path, null, instance)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public Norm Norm { get; } = norm;

    public Instant Opening { get; } = opening;

    public Instant Due { get; } = due;

    public bool IsInTime(Instant act) => from <= act && act <= Due;

    /// <summary>Has each of the bearers acted now?</summary>
    public bool IsCompletedBy(Instant act, IEnumerable<string> performers)
    {
        if (act >= from)
        {
            _done.UnionWith(performers);
        }

        return Instance.Bearers.All(_done.Contains);
    }

    /// <summary>A lead time that was missed cannot be given back.</summary>
    public bool HasTime => Due >= Opening;

    /// <summary>Late, and in a cycle before the next period begins.</summary>
    public bool IsCuredBy(Instant act) => HasTime && act > Due && (next is not { } begins || act < begins);
}

/// <summary>A condition to be kept, or a thing not to be had.</summary>
internal sealed class Keeping(Norm norm, string? line, Instance instance) : Track(norm.Path, line, instance)
{
    /// <summary>Since when it has bound without a break, or the record has begun; null while it does not bind.</summary>
    public Instant? Since { get; set; }
}

/// <summary>A count in one calendar period.</summary>
internal sealed class Quota(Norm norm, string? line, Instance instance, LocalDate period, LapseUnit unit, bool isCeiling)
    : Track(norm.Path, line, instance)
{
    public Norm Norm { get; } = norm;

    public LocalDate Period { get; } = period;

    public bool IsCeiling { get; } = isCeiling;

    /// <summary>How much was counted in the period up to a moment.</summary>
    public required Func<Instant, decimal?> Count { get; init; }

    /// <summary>For an exact number, or a range: what must not be exceeded.</summary>
    public Func<Instant, decimal?>? Most { get; init; }

    /// <summary>Is it as the line says, at a moment?</summary>
    public required Func<Instant, bool> Holds { get; init; }

    /// <summary>Something was counted in it.</summary>
    public bool HasCount { get; set; }

    /// <summary>It was live at some time.</summary>
    public bool WasLive { get; set; }

    /// <summary>It was not live throughout.</summary>
    public bool IsBroken { get; set; }

    /// <summary>The last instant of the period.</summary>
    public Instant Last(AgreementCalendar calendar) => calendar.EndOf(calendar.Move(Period, new Lapse(1, unit), 1).PlusDays(-1));
}

/// <summary>Somebody who must not do something, and whether an act of his was found.</summary>
internal sealed class Ban(Norm norm, Instance instance) : Track(norm.Path, null, instance)
{
    public bool HasActs { get; set; }
}
