using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Recording;

/// <summary>The plain reports of events of one kind of which nobody else speaks, and what they name.</summary>
/// <param name="name">The number of its name.</param>
internal sealed class KindOfRows(int name, string kind)
{
    /// <summary>Of roles with more names than this it is not known which.</summary>
    private const int MostNames = 4_096;

    private readonly NamesInRole?[] _roles = new NamesInRole?[ReportRow.Prepositions.Length];
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private long _first = long.MaxValue;
    private (ReportRows? Rows, int Source) _last = (null, -1);
    private FactsOfKind? _facts;

    /// <summary>The number of its name.</summary>
    public int Name => name;

    public string Kind => kind;

    /// <summary>Where among the records they are, in order.</summary>
    public List<int> Records { get; } = [];

    /// <summary>The kinds of the events that any event of this kind names, by the numbers of their names.</summary>
    public HashSet<int> Named { get; } = [];

    /// <summary>By the number of its name, and whether it holds a truth.</summary>
    public HashSet<(int Field, bool IsTruth)> Fields { get; } = [];

    /// <summary>The days on which any of them was of which no more is told, by the seconds of their midnights in UTC.</summary>
    public HashSet<long> Days { get; } = [];

    /// <summary>Who reports them.</summary>
    public IReadOnlySet<string> Sources => _sources;

    /// <summary>The roles that any of them has.</summary>
    public IEnumerable<(int Preposition, NamesInRole Names)> Roles => _roles.Select((names, i) => (i, names!)).Where(r => r.Item2 is not null);

    public void Add(int record, ReportRows rows, int row, Predicate<int> isEvent)
    {
        ref readonly var told = ref rows[row];
        Records.Add(record);
        if (told.IsDay)
        {
            Days.Add(told.TimeSeconds);
        }
        else
        {
            _first = Math.Min(_first, told.TimeSeconds);
        }

        if (_last != (rows, told.Source))
        {
            _last = (rows, told.Source);
            _sources.Add(rows.Names[told.Source]);
        }

        foreach (var field in rows.FieldsOf(row))
        {
            Fields.Add((field.Field, field.IsTruth));
        }

        foreach (var role in rows.RolesOf(row))
        {
            (_roles[role.Preposition] ??= new NamesInRole()).Add(role.Name, record, isEvent(role.Name));
        }
    }

    /// <summary>As facts that agreements share: they are told of, and nothing else is asked of them.</summary>
    /// <param name="records">Those that <see cref="Records"/> speaks of.</param>
    /// <param name="rowsOf">Has rows read again, as an agreement does that understands them.</param>
    public FactsOfKind Facts(ImmutableArray<Dated> records, Func<ReportRows, FactRows> rowsOf) => _facts ??= FactsIn([.. Records.Select(r => RowOf(records[r]))], rowsOf);

    /// <summary>Whoever holds on to it holds on to rows, and not to records.</summary>
    private FactsOfKind FactsIn(ImmutableArray<(ReportRows Rows, int Row)> all, Func<ReportRows, FactRows> rowsOf)
    {
        return new FactsOfKind(
            Kind, all.Length, _first == long.MaxValue ? null : Instant.FromUnixTimeSeconds(_first), Days.Count == 0 ? null : ReportRow.DayOf(Days.Min()), FactAt, IsInRole);

        Fact FactAt(int i) => new(rowsOf(all[i].Rows), all[i].Row);

        bool IsInRole(string filler) => all[0].Rows.Names.Find(filler) is >= 0 and var number && Roles.Any(r => r.Names.Has(number));
    }

    private static (ReportRows Rows, int Row) RowOf(Dated dated) =>
        ((Report)dated.Record).IsRow(out var rows, out var row) ? (rows, row) : throw new InvalidOperationException($"{dated.Id} is no row.");

    /// <summary>The names that fill one role, by their numbers.</summary>
    internal sealed class NamesInRole
    {
        private readonly Dictionary<int, int> _all = [];
        private readonly Dictionary<int, int> _noEvents = [];
        private HashSet<int>? _more;

        /// <summary>Each with the first record that has it; null: there are too many.</summary>
        public IReadOnlyDictionary<int, int>? All => _more is null ? _all : null;

        /// <summary>Those of which nobody speaks as an event; null: there are too many.</summary>
        public IReadOnlyDictionary<int, int>? NoEvents => _noEvents.Count <= MostNames ? _noEvents : null;

        public bool Has(int name) => _all.ContainsKey(name) || _more?.Contains(name) == true;

        public void Add(int name, int record, bool isEvent)
        {
            if (_all.Count < MostNames)
            {
                _all.TryAdd(name, record);
            }
            else if (!_all.ContainsKey(name))
            {
                (_more ??= []).Add(name);
            }

            if (!isEvent && _noEvents.Count <= MostNames)
            {
                _noEvents.TryAdd(name, record);
            }
        }
    }
}
