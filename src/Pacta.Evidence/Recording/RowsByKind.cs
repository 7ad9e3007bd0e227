using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Recording;

/// <summary>
/// Plain reports by the kinds of events they tell of, with all that an agreement has to know of a kind to pass it over: what is named, and which other events. A kind is
/// gone through once, whatever number of agreements ask.
/// </summary>
internal sealed class RowsByKind
{
    private readonly ImmutableArray<Dated> _records;

    /// <summary>By the numbers of names: in how many claims an event of that name is spoken of; two stands for more.</summary>
    private readonly byte[] _spoken;

    /// <summary>By the numbers of names: the kind of the only row that tells of that event, counted from 1.</summary>
    private readonly int[] _kindOf;

    private readonly Dictionary<int, KindOfRows> _kinds = [];

    /// <summary>Kinds of which something is said in more than a row, with those that it names.</summary>
    private readonly Dictionary<string, HashSet<int>> _named = new(StringComparer.Ordinal);

    public RowsByKind(StandingRecords standing, NumberedNames names)
    {
        (_records, Names) = (standing.Records, names);
        AddEventsOfOthers();
        (_spoken, _kindOf) = (new byte[names.Count], new int[names.Count]);
        CountEvents();
        var disputed = standing.Disputes.Select(d => d.Target.Id).Concat(standing.TakenBack.Select(t => t.Report)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _records.Length; i++)
        {
            if (IsRow(i, out var rows, out var row))
            {
                Add(i, rows, row, disputed.Count > 0 && disputed.Contains(_records[i].Id));
            }
            else
            {
                Others.Add(i);
                AddNamed(_records[i].Record as Report);
            }
        }
    }

    /// <summary>In the order in which they are first told of.</summary>
    public IReadOnlyCollection<KindOfRows> Kinds => _kinds.Values;

    /// <summary>Where among the records those are that are no rows, and rows of events that others speak of, too.</summary>
    public List<int> Others { get; } = [];

    private NumberedNames Names { get; }

    /// <param name="name">The number of its name.</param>
    public bool IsEvent(int name) => name < _spoken.Length && _spoken[name] > 0;

    /// <summary>The kinds that matter where some do: those, and the kinds of what is named by events of kinds that matter.</summary>
    public HashSet<KindOfRows> Reached(Predicate<string> concerns)
    {
        var reached = _kinds.Values.Where(k => concerns(k.Kind)).ToHashSet();
        var next = new Queue<IEnumerable<int>>(reached.Select(k => k.Named).Concat(_named.Where(n => concerns(n.Key)).Select(n => n.Value)));
        while (next.TryDequeue(out var named))
        {
            foreach (var kind in named.Select(n => _kinds[n]).Where(reached.Add))
            {
                next.Enqueue(kind.Named);
                if (_named.TryGetValue(kind.Kind, out var more))
                {
                    next.Enqueue(more);
                }
            }
        }

        return reached;
    }

    private bool IsRow(int record, out ReportRows rows, out int row)
    {
        if (_records[record].Record is Report report && report.IsRow(out var of, out row) && ReferenceEquals(of.Names, Names))
        {
            rows = of;
            return true;
        }

        (rows, row) = (null!, -1);
        return false;
    }

    /// <summary>So that all events have numbers.</summary>
    private void AddEventsOfOthers()
    {
        for (var i = 0; i < _records.Length; i++)
        {
            if (!IsRow(i, out _, out _) && _records[i].Record is Report report)
            {
                foreach (var claim in report.Claims)
                {
                    Names.Add(claim.Event);
                }
            }
        }
    }

    private void CountEvents()
    {
        for (var i = 0; i < _records.Length; i++)
        {
            if (IsRow(i, out var rows, out var row))
            {
                Count(rows[row].Event);
                _kindOf[rows[row].Event] = rows[row].Kind + 1;
            }
            else if (_records[i].Record is Report report)
            {
                foreach (var claim in report.Claims)
                {
                    Count(Names.Find(claim.Event));
                }
            }
        }

        void Count(int name) => _spoken[name] = (byte)Math.Min(2, _spoken[name] + 1);
    }

    private void Add(int record, ReportRows rows, int row, bool isDisputed)
    {
        ref readonly var told = ref rows[row];
        if (!_kinds.TryGetValue(told.Kind, out var kind))
        {
            kind = new KindOfRows(told.Kind, Names[told.Kind]);
            _kinds.Add(told.Kind, kind);
        }

        foreach (var role in rows.RolesOf(row))
        {
            if (_kindOf[role.Name] is > 0 and var named)
            {
                kind.Named.Add(named - 1);
            }
        }

        if (isDisputed || _spoken[told.Event] > 1)
        {
            Others.Add(record);
            return;
        }

        kind.Add(record, rows, row, IsEvent);
    }

    private void AddNamed(Report? report)
    {
        foreach (var claim in report?.Claims ?? [])
        {
            if (!_named.TryGetValue(claim.Kind, out var named))
            {
                named = [];
                _named.Add(claim.Kind, named);
            }

            foreach (var name in claim.Roles.Values.SelectMany(v => v.NamesIn()))
            {
                if (Names.Find(name) is >= 0 and var number && number < _kindOf.Length && _kindOf[number] is > 0 and var kind)
                {
                    named.Add(kind - 1);
                }
            }
        }
    }
}
