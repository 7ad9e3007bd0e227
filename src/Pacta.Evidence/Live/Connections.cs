using Pacta.Evidence.Recording;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Live;

/// <summary>
/// Which records can decide over each other: one cites the other or a claim of it, also when the cited one comes later, or both have the same id. Such records
/// make a component. Records about the same event are found by that event, and make no component: a report about a hundred things would else make one of all reports
/// about any of them. Nothing is ever removed, so that components only grow together.
/// </summary>
internal sealed class Connections
{
    private readonly List<Dated> _records = [];

    /// <summary>The way to the root; of a root the complement of how many it has.</summary>
    private readonly List<int> _parents = [];

    /// <summary>The members of a component, in a ring.</summary>
    private readonly List<int> _next = [];

    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Chains _byClaim = new();
    private readonly Chains _citing = new();
    private readonly Chains _events = new();
    private readonly Chains _counted = new();
    private readonly Dictionary<int, string> _counts = [];
    private List<int> _absorbed = [];

    public int Count => _records.Count;

    public Dated this[int index] => _records[index];

    /// <summary>Ids of events that any report speaks of, also one that does not count.</summary>
    public Chains Events => _events;

    /// <param name="count">Of a count: what it counts.</param>
    public int Add(Dated dated, string? count)
    {
        var index = _records.Count;
        _records.Add(dated);
        _parents.Add(~1);
        _next.Add(index);
        if (!_byId.TryAdd(dated.Id, index))
        {
            Join(index, _byId[dated.Id]);
        }

        JoinAll(index, _citing.Of(dated.Id));
        if (count is not null)
        {
            _counted.Add(count, index);
            _counts.Add(index, count);
        }

        if (dated.Record is not Report report)
        {
            return index;
        }

        foreach (var claim in report.Claims)
        {
            _events.Add(claim.Event, index);
            if (claim.Id == report.Id)
            {
                continue;
            }

            JoinAll(index, _citing.Of(claim.Id));
            if (!IsNamedAfter(claim.Id, report.Id))
            {
                _byClaim.Add(claim.Id, index);
            }
        }

        foreach (var cited in Cited(report))
        {
            _citing.Add(cited, index);
            JoinAll(index, _byClaim.Of(cited));
            Join(index, cited);
            for (var at = cited.IndexOf('#'); at >= 0; at = cited.IndexOf('#', at + 1))
            {
                Join(index, cited[..at]);
            }
        }

        return index;
    }

    /// <summary>What a report cites in any way.</summary>
    public static IEnumerable<string> Cited(Report report)
    {
        foreach (var id in report.Retracts)
        {
            yield return id;
        }

        if (report.Supersedes is { } superseded)
        {
            yield return superseded;
        }

        foreach (var claim in report.Claims)
        {
            foreach (var id in claim.DerivedFrom)
            {
                yield return id;
            }
        }
    }

    /// <summary>One of the records with an id: all of them are in one component.</summary>
    public int? ById(string id) => _byId.TryGetValue(id, out var index) ? index : null;

    /// <summary>The component of a record.</summary>
    public int RootOf(int index)
    {
        var root = index;
        while (_parents[root] >= 0)
        {
            root = _parents[root];
        }

        while (_parents[index] >= 0)
        {
            (index, _parents[index]) = (_parents[index], root);
        }

        return root;
    }

    public bool IsAlone(int root) => _next[root] == root;

    public IEnumerable<int> Members(int root)
    {
        var at = root;
        do
        {
            yield return at;
            at = _next[at];
        }
        while (at != root);
    }

    /// <summary>Records that speak of an event, or count what a name of counts says.</summary>
    public IEnumerable<int> About(string name) => _counts.Count == 0 ? _events.Of(name) : _events.Of(name).Concat(_counted.Of(name));

    /// <summary>What a record speaks of.</summary>
    public IEnumerable<string> EventsOf(int index) =>
        _records[index].Record is Report report ? report.Claims.Select(c => c.Event) : _counts.TryGetValue(index, out var count) ? [count] : [];

    /// <summary>Components that have become part of others since it was last asked.</summary>
    public List<int> TakeAbsorbed()
    {
        var absorbed = _absorbed;
        _absorbed = [];
        return absorbed;
    }

    /// <summary>Claims without an id of their own are named after their report: what cites one finds the report by it, and no index is needed.</summary>
    private static bool IsNamedAfter(string claim, string report) =>
        claim.Length > report.Length && claim[report.Length] == '#' && claim.StartsWith(report, StringComparison.Ordinal);

    private void Join(int index, string id)
    {
        if (_byId.TryGetValue(id, out var other))
        {
            Join(index, other);
        }
    }

    private void JoinAll(int index, IEnumerable<int> others)
    {
        foreach (var other in others)
        {
            Join(index, other);
        }
    }

    private void Join(int one, int other)
    {
        (one, other) = (RootOf(one), RootOf(other));
        if (one == other)
        {
            return;
        }

        if (~_parents[one] < ~_parents[other])
        {
            (one, other) = (other, one);
        }

        _parents[one] = ~(~_parents[one] + ~_parents[other]);
        _parents[other] = one;
        (_next[one], _next[other]) = (_next[other], _next[one]);
        _absorbed.Add(other);
    }
}
