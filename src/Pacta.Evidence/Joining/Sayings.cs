using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>
/// What reports say, where none rests on another and nothing is counted (<see cref="SortedRecords.IsPlain"/>). Nearly all have one claim, which asserts an event of which nobody else speaks: it becomes a
/// fact at once. Where somebody does speak of it, it is read again as a statement, and joined with the others. What comes of it is what the passes over all
/// statements make.
/// </summary>
internal sealed class Sayings
{
    private readonly StandingRecords _standing;
    private readonly Vocabulary _vocabulary;
    private readonly DateTimeZone _zone;

    /// <summary>What the first claim of each record came to: a <see cref="Fact"/> or a <see cref="Statement"/>. Null: nothing.</summary>
    private readonly object?[] _said;

    /// <summary>What else records say, by their places, and then what comes from taking back what others said.</summary>
    private readonly List<(int Record, Statement Said)> _more = [];

    /// <summary>The numbers of all that denies.</summary>
    private readonly List<int> _denials = [];

    private ClaimChecker? _again;

    /// <param name="checker">Understands what is no row.</param>
    /// <param name="rowChecker">Says which rows are understood as they are.</param>
    /// <param name="met">Is told which record is being understood.</param>
    private Sayings(StandingRecords standing, Vocabulary vocabulary, DateTimeZone zone, ClaimChecker checker, RowChecker rowChecker, NamesMet met, NumberedNames names)
    {
        (_standing, _vocabulary, _zone) = (standing, vocabulary, zone);
        _said = new object?[standing.Records.Length];
        var rowsOf = RowsOf(vocabulary, zone);
        FactRows? last = null;
        for (var i = 0; i < _said.Length; i++)
        {
            var dated = standing.Records[i];
            met.Record = i;
            if (dated.Record is Report plain && plain.IsRow(out var rows, out var row) && ReferenceEquals(rows.Names, names)
                && (standing.TakenBack.Count == 0 || !standing.TakenBack.Contains((plain.Id, plain.Id)))
                && rowChecker.IsUnderstood(rows, row))
            {
                last = ReferenceEquals(last?.Rows, rows) ? last : rowsOf(rows);
                _said[i] = new Fact(last, row);
            }
            else if (dated.Record is Report { Claims: [{ Polarity: Polarity.Asserts } claim] } report
                && (standing.TakenBack.Count == 0 || !standing.TakenBack.Contains((report.Id, claim.Id))))
            {
                _said[i] = checker.ReadPlain(dated, report, claim);
            }
            else if (dated.Record is Report)
            {
                Add(i, checker.Check(dated, standing));
            }
        }

        foreach (var denial in Disputes.Of(standing, ByReports()))
        {
            _denials.Add(_said.Length + _more.Count);
            _more.Add((int.MaxValue, denial));
        }

        Happenings = new Happenings(Count, names, i => i >= _said.Length ? names.Add(_more[i - _said.Length].Said.Event) : _said[i] switch
        {
            Fact fact => fact.IsRow(out var of, out var row) ? of.Rows[row].Event : names.Add(fact.Id),
            Statement statement => names.Add(statement.Event),
            _ => -1,
        });
    }

    /// <summary>By the places of the records, and behind them what else is said.</summary>
    public Happenings Happenings { get; }

    private int Count => _said.Length + _more.Count;

    /// <param name="checker">Says which rows are understood as they are.</param>
    /// <param name="names">Of the input.</param>
    /// <param name="met">Takes down what they name.</param>
    public static Sayings Of(
        StandingRecords standing, Vocabulary vocabulary, DateTimeZone zone, RowChecker checker, NumberedNames names, NamesMet met, DiagnosticBag diagnostics) =>
        new(standing, vocabulary, zone, new ClaimChecker(vocabulary, zone, diagnostics, standing.Records.Length, met), checker, met, names);

    /// <summary>All of it as statements, for whoever weighs it. It does not hold on to what was made of them here.</summary>
    public Lazy<List<Statement>> Statements()
    {
        return Of(_standing, _vocabulary, _zone);

        static Lazy<List<Statement>> Of(StandingRecords standing, Vocabulary vocabulary, DateTimeZone zone) =>
            new(() => Disputes.Add(new ClaimChecker(vocabulary, zone, new DiagnosticBag(), standing.Records.Length).Check(standing), standing));
    }

    /// <summary>What some records state, in their order; null: one of them was not understood, or makes several claims.</summary>
    public List<Statement>? Of(IReadOnlyCollection<int> records)
    {
        var statements = new List<Statement>();
        foreach (var record in records)
        {
            if (_said[record] is null || ((Report)_standing.Records[record].Record).Claims.Length > 1)
            {
                return null;
            }

            statements.Add(StatementOf(record));
        }

        return statements;
    }

    /// <summary>All statements about events of which something is denied, in the order of the records.</summary>
    public List<Statement> Denied() => About(_denials);

    /// <summary>What those say who are not accepted, and all that is stated of the same events, in the order of the records.</summary>
    public List<Statement> AboutWhatOthersSay(Predicate<string> isAccepted)
    {
        var accepted = new Dictionary<string, bool>(StringComparer.Ordinal);
        var last = (Source: -1, IsAccepted: false); // of the rows, whose sources are numbers; it is mostly the same as of the one before
        var others = new List<int>();
        for (var i = 0; i < _said.Length; i++)
        {
            if (_said[i] is Fact fact && fact.IsRow(out var of, out var row))
            {
                var source = of.Rows[row].Source;
                last = source == last.Source ? last : (source, Accepts(of.Names[source]));
                if (!last.IsAccepted)
                {
                    others.Add(i);
                }
            }
            else if (_said[i] is not null && !Accepts(_standing.Records[i].Record.Speaker!))
            {
                others.Add(i);
            }
        }

        for (var i = 0; i < _more.Count; i++)
        {
            if (!Accepts(_more[i].Said.By.Source))
            {
                others.Add(_said.Length + i);
            }
        }

        return About(others);

        bool Accepts(string source)
        {
            if (!accepted.TryGetValue(source, out var does))
            {
                does = isAccepted(source);
                accepted.Add(source, does);
            }

            return does;
        }
    }

    /// <summary>The rows of each file as facts: whoever asks for more than a row has the report of its line understood as any other. It holds on to nothing else.</summary>
    public static Func<ReportRows, FactRows> RowsOf(Vocabulary vocabulary, DateTimeZone zone)
    {
        var all = new Dictionary<ReportRows, FactRows>(ReferenceEqualityComparer.Instance);
        return rows =>
        {
            if (!all.TryGetValue(rows, out var known))
            {
                var checker = new ClaimChecker(vocabulary, zone, new DiagnosticBag());
                known = new FactRows(rows, row =>
                {
                    var report = rows.WholeOf(row);
                    var recorded = rows[row].Recorded;
                    lock (checker)
                    {
                        return (Fact)checker.ReadPlain(new Dated(report, recorded, recorded), report, report.Claims[0])!;
                    }
                });
                all.Add(rows, known);
            }

            return known;
        };
    }

    public ListedFacts Join(DiagnosticBag diagnostics)
    {
        var (facts, groups) = (new List<Fact>(_said.Length), new List<List<Statement>>());
        for (int i = 0, count = Count; i < count; i++)
        {
            if ((i < _said.Length && _said[i] is null) || !Happenings.IsFirst(i))
            {
                continue;
            }

            if (Happenings.IsAlone(i) && i < _said.Length && _said[i] is Fact fact)
            {
                facts.Add(fact);
                continue;
            }

            List<Statement> group = [.. Happenings.From(i).Select(StatementOf)];
            CanonicalOrder.Sort(group);
            groups.Add(group);
        }

        if (_more.Count > 0)
        {
            groups.Sort((a, b) => CanonicalOrder.Compare(a[0], b[0]));
        }

        foreach (var group in groups)
        {
            if (group is [var only])
            {
                FactJoiner.AddAlone(facts, only, diagnostics);
            }
            else
            {
                FactJoiner.AddGroup(facts, group, _vocabulary, diagnostics);
            }
        }

        return ListedFacts.InAnyOrder([.. facts], CanonicalOrder.Sorted);
    }

    private void Add(int record, List<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (!statements[i].Asserts)
            {
                _denials.Add(i == 0 ? record : _said.Length + _more.Count);
            }

            if (i == 0)
            {
                _said[record] = statements[0];
            }
            else
            {
                _more.Add((record, statements[i]));
            }
        }
    }

    /// <summary>The statements of those reports that somebody disputes.</summary>
    private ILookup<string, Statement> ByReports()
    {
        var disputed = _standing.Disputes.Select(d => d.Target.Id).ToHashSet(StringComparer.Ordinal);
        return (disputed.Count == 0 ? [] : Enumerable.Range(0, _said.Length).Where(i => _said[i] is not null && disputed.Contains(_standing.Records[i].Id)).Select(StatementOf))
            .Concat(_more.Where(m => disputed.Contains(m.Said.By.Id)).Select(m => m.Said))
            .ToList()
            .ToLookup(s => s.By.Id, StringComparer.Ordinal);
    }

    /// <summary>All statements about the events that some of what is said is about.</summary>
    private List<Statement> About(IEnumerable<int> some) =>
    [
        .. some.Select(EventOf).Distinct(StringComparer.Ordinal)
            .SelectMany(e => Happenings.From(Happenings.FirstOf(e)))
            .OrderBy(i => i < _said.Length ? i : _more[i - _said.Length].Record)
            .ThenBy(i => i)
            .Select(StatementOf),
    ];

    private string EventOf(int number) => number < _said.Length && _said[number] is Fact fact ? fact.Id : StatementOf(number).Event;

    private Statement StatementOf(int number)
    {
        if (number >= _said.Length)
        {
            return _more[number - _said.Length].Said;
        }

        if (_said[number] is Statement statement)
        {
            return statement;
        }

        _again ??= new ClaimChecker(_vocabulary, _zone, new DiagnosticBag());
        var report = (Report)_standing.Records[number].Record;
        return _again.Again(_standing.Records[number], report, report.Claims[0]);
    }
}
