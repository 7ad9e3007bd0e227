using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Content;

/// <summary>
/// What the words mean that the clauses of an agreement use: defines, tables, groups, kinds, states, the parties, and other clauses. Each
/// is one piece under what uses it, told within that word; one that is met again inside itself is only named.
/// </summary>
internal sealed class Meanings(Agreement agreement)
{
    private readonly Dictionary<(string Sort, string Name), Piece> _known = [];
    private readonly List<(string Sort, string Name)> _open = [];

    /// <summary>How far out something inside what is being read led back to; what hangs on that is not kept.</summary>
    private int _backTo = int.MaxValue;

    public IEnumerable<Piece> Define(string name) => Of("define", name, WithinForm.Word, () =>
    {
        if (!agreement.Definitions.TryGetValue(name, out var definition))
        {
            return ([], name);
        }

        return (Readings(definition.Readings, p => new PieceReader(this).Pattern(p, "means", Aspect.Meaning, "means"), p => PieceReader.Words(p.Text)), Texts(definition.Readings, p => p.Text));
    });

    /// <summary>Does a table say something, so that its name is only a label?</summary>
    public bool IsTold(string table) => agreement.Tables.TryGetValue(table, out var known) && known.Readings.All(r => !r.Content.IsEmpty);

    public IEnumerable<Piece> Table(string name) => Of("table", name, WithinForm.Word, () =>
    {
        if (!agreement.Tables.TryGetValue(name, out var table))
        {
            return ([], name);
        }

        // A place without a map answers by its name; the name of an amount says nothing. That of a place stands with what uses it.
        return (
            Readings(table.Readings, rows => RowsOf(table, rows), RowText),
            Texts(table.Readings, RowText));

        static string RowText(ImmutableArray<Row> rows) => string.Join("; ", rows.Select(r => r.Text));
    });

    public IEnumerable<Piece> Group(string name) => Of("group", name, WithinForm.Word, () =>
    {
        if (!agreement.Vocabulary.Groups.TryGetValue(name, out var group))
        {
            return ([], name);
        }

        var reader = new PieceReader(this);
        ImmutableArray<Piece> members =
        [
            .. group.Members.Select(m => new Piece(string.Empty, Aspect.Meaning, "member " + m.Member, Told(m),
            [
                .. m.From is { } from ? (Piece[])[reader.Time(from, "from")] : [],
                .. m.Until is { } until ? (Piece[])[reader.Time(until, "until")] : [],
                .. agreement.Vocabulary.Groups.ContainsKey(m.Member) ? Group(m.Member) : [],
            ])),
        ];
        var text = string.Join(", ", group.Members.Select(Told));
        return ([new Piece("members", Aspect.Meaning, "members", text, members) { IsSet = true }], text);
    });

    public IEnumerable<Piece> Parties() => Of("party", MemberNoun.Parties, WithinForm.Word, () =>
    {
        ImmutableArray<Piece> parties =
        [
            .. agreement.Parties.Select(p => new Piece(string.Empty, Aspect.Meaning, "actor " + p, p, agreement.Vocabulary.Groups.ContainsKey(p) ? [.. Group(p)] : [])),
        ];
        var text = string.Join(", ", agreement.Parties);
        return ([new Piece("parties", Aspect.Meaning, string.Join('|', agreement.Parties.Order(StringComparer.Ordinal)), text, parties) { IsSet = true }], text);
    });

    public IEnumerable<Piece> Kind(string name) => Of("kind", name, WithinForm.Word, () =>
    {
        var vocabulary = agreement.Vocabulary;
        if (vocabulary.States.TryGetValue(name, out var state))
        {
            var reader = new PieceReader(this);
            return ([reader.Pattern(state.Begins, "begins", Aspect.Meaning, "begins"), .. state.Ends is { } ends ? (Piece[])[reader.Pattern(ends, "ends", Aspect.Meaning, "ends")] : []], name);
        }

        if (!vocabulary.Kinds.TryGetValue(name, out var kind))
        {
            return ([], name);
        }

        var roles = string.Join(' ', kind.Roles.Select(r => $"{r.Preposition} {r.Noun}"));
        var fields = string.Join(", ", kind.Fields.Values.Select(f => $"{f.Name} {(f.Dimension.Length > 0 ? f.Dimension : f.Type.ToString().ToLowerInvariant())}"));
        var text = $"{(kind.Parent is { } parent ? $"is {parent} " : string.Empty)}{roles}{(fields.Length > 0 ? " with " + fields : string.Empty)}{(vocabulary.OpenKinds.Contains(name) ? ", open" : string.Empty)}";
        return ([Piece.Leaf("kind", Aspect.Meaning, text, text), .. kind.Parent is { } above ? Kind(above) : []], text);
    });

    /// <summary>Another clause: what it says counts, not its name.</summary>
    public IEnumerable<Piece> Clause(string name) => Of("clause", name, WithinForm.Clause, () =>
        agreement.Clauses.FirstOrDefault(c => c.Name == name) is { } clause
            ? ([.. ClauseContent.Parts(clause, agreement, this)], name)
            : ([Piece.Leaf("name", Aspect.Condition, name, name)], name));

    private IEnumerable<Piece> Of(string sort, string name, WithinForm form, Func<(ImmutableArray<Piece> Parts, string Text)> read)
    {
        var key = (sort, name);
        if (_known.TryGetValue(key, out var known))
        {
            return [known];
        }

        if (_open.IndexOf(key) is >= 0 and var at)
        {
            _backTo = Math.Min(_backTo, at);
            return [Piece.Leaf("meaning", Aspect.Meaning, $"{sort} again", name)];
        }

        var (outer, depth) = (_backTo, _open.Count);
        _backTo = int.MaxValue;
        _open.Add(key);
        var (parts, text) = read();
        _open.RemoveAt(depth);
        var isWhole = _backTo >= depth;
        _backTo = Math.Min(outer, isWhole ? int.MaxValue : _backTo);

        // Where nothing stands behind a word, it is its name.
        var piece = new Piece("meaning", Aspect.Meaning, parts.IsEmpty ? $"{sort} {name}" : sort, PieceReader.Words(text), parts) { Within = new Within(form, name) };
        if (isWhole)
        {
            _known.Add(key, piece);
        }

        return [piece];
    }

    private static ImmutableArray<Piece> Readings<T>(ImmutableArray<Reading<T>> readings, Func<T, Piece> read, Func<T, string> text) =>
    [
        .. readings.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => r.Name is { } name
            ? new Piece("reading " + name, Aspect.Reading, "reading", $"{name}: {PieceReader.Words(text(r.Content))}", [read(r.Content), ClauseContent.Holders(r.HeldBy)]) { Within = new Within(WithinForm.Reading, name) }
            : read(r.Content)),
    ];

    private static string Texts<T>(ImmutableArray<Reading<T>> readings, Func<T, string> text) =>
        string.Join(" / ", readings.Select(r => PieceReader.Words(text(r.Content))));

    private Piece RowsOf(Table table, ImmutableArray<Row> rows)
    {
        var reader = new PieceReader(this);
        var parameter = table.Parameter is { } of ? (Piece[])[reader.Pattern(of, "parameter", Aspect.Meaning, "parameter")] : [];
        return new Piece(
            "rows",
            Aspect.Meaning,
            $"rows {rows.Length}",
            string.Join("; ", rows.Select(r => PieceReader.Words(r.Text))),
            [.. parameter, .. rows.Select((r, i) => RowOf(r, i, reader))]);
    }

    private static Piece RowOf(Row row, int number, PieceReader reader) => new(
        $"row {number}",
        Aspect.Meaning,
        "row",
        PieceReader.Words(row.Text),
        [
            new Piece("values", Aspect.Meaning, $"values {row.Values.Length}", PieceReader.Words(row.Text), [.. row.Values.Select((v, i) => ValueOf(v, $"value {i}", reader))]),
            .. row.Within is { } within ? (Piece[])[reader.Place(within, "within")] : [],
            .. row.ButNot is { } not ? (Piece[])[reader.Place(not, "but not")] : [],
            .. row.If is { } condition ? (Piece[])[reader.Condition(condition, "if", Aspect.Condition)] : [],
            .. row.From is { } from ? (Piece[])[reader.Time(from, "from")] : [],
            .. row.Until is { } until ? (Piece[])[reader.Time(until, "until")] : [],
        ]);

    private static Piece ValueOf(RowValue value, string slot, PieceReader reader)
    {
        var text = PieceReader.Words(value.Text);
        return value switch
        {
            TermRow term => reader.Term(term.Term, slot),
            LapseRow lapse => Piece.Leaf(slot, Aspect.Time, PieceReader.Length(lapse.Lapse), lapse.Lapse.ToString()),
            PlaceRow place => reader.Place(place.Place, slot),
            DrawnRow drawn => Piece.Leaf(slot, Aspect.Place, drawn.Drawing is { } drawing ? Drawn(drawing) : drawn.Content, text),
            BandRow band => new Piece(slot, Aspect.Place, band.Side switch { BandSide.Left => "band left", BandSide.Right => "band right", _ => "band" }, text,
            [
                Piece.Leaf("width", Aspect.Number, band.Metres.ToString("0.######", CultureInfo.InvariantCulture), text),
                reader.Place(band.From, "from"),
            ]),
            BetweenRow between => new Piece(slot, Aspect.Place, "between", text, [reader.Place(between.First, "first"), reader.Place(between.Second, "second")]),
            _ => Piece.Leaf(slot, Aspect.Meaning, text, text),
        };
    }

    /// <summary>Two drawings with the same text are the same place.</summary>
    private static string Drawn(Drawing drawing) =>
        string.Join('|', drawing.Corners.Select(ring => string.Join(' ', ring.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Latitude:R},{c.Longitude:R}")))));

    private static string Told(Membership member) =>
        member.Member
        + (member.From is { } from ? " as from " + PieceReader.Words(from.Text) : string.Empty)
        + (member.Until is { } until ? " until " + PieceReader.Words(until.Text) : string.Empty);
}
