using NodaTime;

namespace Pacta.Logic.Reference;

/// <summary>What an evaluation asked a history for.</summary>
internal enum ReadOf : byte
{
    /// <summary>The event of an id.</summary>
    Event,

    /// <summary>The thing of an id.</summary>
    Thing,

    /// <summary>Events of a kind.</summary>
    Events,

    /// <summary>Events of a kind by who or what fills a role.</summary>
    EventsWith,
    Counts,
    Things,

    /// <summary>Things of a kind by whose they are.</summary>
    ThingsOf,

    /// <summary>Facts of a kind that name an actor.</summary>
    FactsNaming,

    /// <summary>Whether a name fills any role.</summary>
    Name,
    AllEvents,
    AllThings,

    /// <summary>Where the record begins.</summary>
    Beginning,

    /// <summary>What is found of another clause.</summary>
    Clause,
}

/// <summary>One question to a history. Whatever can change its answer can be told from the key.</summary>
internal readonly record struct ReadKey(ReadOf Of, string A, string B = "", string C = "");

/// <summary>
/// What was read since a mark: questions, the next instant at which the end of the history makes a difference by passing it, and whether any other end
/// makes one.
/// </summary>
internal sealed record ReadsTaken(ReadKey[] Keys, Instant? Next, bool DependsOnEnd)
{
    public static readonly ReadsTaken None = new([], null, false);
}

/// <summary>Questions on which all hangs, with the instants and ends that make a difference to their answers.</summary>
internal sealed class SharedReads
{
    public HashSet<ReadKey> Keys { get; } = [];

    public SortedSet<Instant> Next { get; } = [];

    public bool DependsOnEnd { get; private set; }

    public void Add(ReadsTaken taken)
    {
        Keys.UnionWith(taken.Keys);
        DependsOnEnd |= taken.DependsOnEnd;
        if (taken.Next is { } next)
        {
            Next.Add(next);
        }
    }

    public void Add(SharedReads others)
    {
        Keys.UnionWith(others.Keys);
        Next.UnionWith(others.Next);
        DependsOnEnd |= others.DependsOnEnd;
    }
}

/// <summary>
/// Takes down what an evaluation reads, so that it is known which changes of the history can change what it found. What one evaluation keeps for others
/// keeps its reads as well.
/// </summary>
internal sealed class Reads
{
    private readonly List<ReadKey> _keys = [];

    /// <summary>Where that began which is taken down apart.</summary>
    private int _mark;
    private Instant? _next;
    private bool _dependsOnEnd;

    /// <summary>What everything that is found may hang on, whoever asked for it.</summary>
    public SharedReads ForAll { get; } = new();

    public void Add(ReadKey key)
    {
        if (_keys.Count == _mark || _keys[^1] != key)
        {
            _keys.Add(key);
        }
    }

    public void AddEnd() => _dependsOnEnd = true;

    /// <summary>What was found holds until the history is complete through this instant.</summary>
    public void AddNext(Instant instant) => _next = _next is { } known && known <= instant ? known : instant;

    public void Add(ReadsTaken taken)
    {
        _keys.AddRange(taken.Keys);
        _dependsOnEnd |= taken.DependsOnEnd;
        if (taken.Next is { } next)
        {
            AddNext(next);
        }
    }

    /// <summary>Does something and tells what it read; what was read before is unaffected.</summary>
    /// <param name="isShared">Whether whoever reads now has read it too.</param>
    public (T Result, ReadsTaken Taken) During<T>(Func<T> action, bool isShared)
    {
        var (outer, next, dependsOnEnd) = (_mark, _next, _dependsOnEnd);
        var mark = _keys.Count;
        (_mark, _next, _dependsOnEnd) = (mark, null, false);
        var result = action();
        var taken = new ReadsTaken([.. _keys.Skip(mark).Distinct()], _next, _dependsOnEnd);
        _keys.RemoveRange(mark, _keys.Count - mark);
        (_mark, _next, _dependsOnEnd) = (outer, next, dependsOnEnd);
        if (isShared)
        {
            Add(taken);
        }

        return (result, taken);
    }
}
