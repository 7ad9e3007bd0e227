using System.Collections.Immutable;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Import;

/// <summary>Reads the mapping file of a table.</summary>
internal sealed partial class CsvMappingReader
{
    public const string Example =
        """{"kind":"exercise","id":"{Ref}","event":"{Name}","source":"mfa","time":{"column":"Start","format":"dd.MM.yyyy"},"by":"{State}"}""";

    private readonly LineContext _line;
    private readonly List<(string Name, TextSpan Span)> _columns = [];
    private readonly List<(string Name, TextSpan Span)> _questions = [];

    private CsvMappingReader(LineContext line)
    {
        _line = line;
    }

    /// <param name="isForKobo">The id may then be left out: the export has its own.</param>
    public static CsvMapping? Read(SourceText file, DiagnosticBag diagnostics, bool isForKobo)
    {
        // Half a surrogate pair is no character; the bytes then hold a replacement.
        var utf8 = Encoding.UTF8.GetBytes(file.Content);
        var line = new LineContext(file, 1, 0, utf8, diagnostics);
        var node = LocatedJson.Parse(utf8, out var problem);
        if (node is { Kind: JsonKind.Object })
        {
            var mapping = new CsvMappingReader(line).Mapping(file, new Members(line, node, "A mapping"), isForKobo);
            return line.HasErrors ? null : mapping;
        }

        line.Error(
            "PACTA0603", problem?.Span ?? new ByteSpan(0, Math.Min(1, utf8.Length)),
            problem?.Second is { } twice ? $"\"{twice}\" stands twice in one object" : "This mapping is not a JSON object",
            problem?.Second is null ? "cannot be read from here on" : "already said before", "A mapping is one JSON object.", Example);
        return null;
    }

    private CsvMapping Mapping(SourceText file, Members members, bool isForKobo)
    {
        var id = isForKobo
            ? Optional(members, "id") ?? KoboColumns.NotSaid
            : Required(members, "id", "Every report has an id of its own, made from a column that differs in every row.");
        var happening = Optional(members, "event") ?? id;
        var kind = Required(members, "kind", "Say which kind of the vocabulary the rows are.");
        var mapping = new CsvMapping(file, id, happening, kind, Required(members, "source", "Say who reports."))
        {
            Origin = Optional(members, "origin"),
            Published = Moment(members, "published"),
            Recorded = Moment(members, "recorded"),
            Reference = Optional(members, "reference"),
            Claim = Optional(members, "claim"),
            Polarity = Optional(members, "polarity"),
            Basis = Optional(members, "basis"),
            Time = When(members, "time"),
            End = When(members, "end"),
            Roles = Roles(members),
            Fields = Fields(members),
            SkipIfEmpty = SkipIfEmpty(members),
            OnlyIf = OnlyIf(members),
            Delimiter = Delimiter(members),
            Columns = [.. _columns],
            Questions = [.. _questions],
        };
        members.Finish();
        return mapping;
    }

    private TextSpec Required(Members members, string name, string why) =>
        members.Require(name, why, Example) is { } node ? Text(node, name) : new TextSpec([], null);

    private TextSpec? Optional(Members members, string name) => members.Take(name) is { } node ? Text(node, name) : null;

    /// <summary>A constant, a template with <c>{Column}</c>, or <c>{"column":...,"map":{...}}</c>.</summary>
    private TextSpec Text(JsonNode node, string name)
    {
        if (node.Kind == JsonKind.Text)
        {
            return new TextSpec(Template(node), null);
        }

        if (Members.Of(_line, node, name, $"\"{name}\"", Example) is not { } members)
        {
            return new TextSpec([], null);
        }

        var text = Cell(members, name);
        members.Finish();
        return text;
    }

    private TextSpec Cell(Members members, string name)
    {
        var pieces = members.Require("column", $"Say from which column \"{name}\" comes.", Example) is { } column ? Column(column) : [];
        return new TextSpec(pieces, members.Take("map") is { } map ? Map(map) : null);
    }

    private ImmutableArray<Piece> Column(JsonNode node)
    {
        if (node.Kind != JsonKind.Text)
        {
            _line.WrongType(node, "column", "the name of a column", """{"column":"Start"}""");
            return [];
        }

        _columns.Add((node.Text, _line.SpanOf(node.Span)));
        return [new Piece(node.Text, true)];
    }

    private ImmutableArray<Piece> Template(JsonNode node)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var text = node.Text;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                pieces.Add(new Piece(text[at..], false));
                break;
            }

            if (open > at)
            {
                pieces.Add(new Piece(text[at..open], false));
            }

            var column = text[(open + 1)..close];
            _columns.Add((column, _line.SpanOf(node.Span)));
            pieces.Add(new Piece(column, true));
            at = close + 1;
        }

        return pieces.ToImmutable();
    }

    private ImmutableDictionary<string, string> Map(JsonNode node)
    {
        var map = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (Members.Of(_line, node, "map", "A map", """{"map":{"BLR":"belarus"}}""") is { } members)
        {
            foreach (var member in members.Node.Members)
            {
                if (member.Value.Kind == JsonKind.Text)
                {
                    map[member.Name] = member.Value.Text;
                }
                else
                {
                    _line.WrongType(member.Value, member.Name, "a text", """{"map":{"BLR":"belarus"}}""");
                }
            }
        }

        return map.ToImmutable();
    }

    private ImmutableArray<(string, FieldSpec)> Fields(Members members)
    {
        var fields = ImmutableArray.CreateBuilder<(string, FieldSpec)>();
        foreach (var field in NamedObject(members, "fields"))
        {
            fields.Add((field.Name, Field(field.Value, field.Name)));
        }

        foreach (var distance in NamedObject(members, "distances"))
        {
            fields.Add((ClaimLine.DistancePrefix + distance.Name, Number(distance.Value, distance.Name)));
        }

        const string Point = """{"position":{"lat":"{Lat}","lon":"{Lon}","accuracy_m":1000}}""";
        if (members.Take("position") is { } node && Members.Of(_line, node, "position", "A position", Point) is { } point)
        {
            if (point.Node["geopoint"] is not null)
            {
                fields.Add(("position", Geopoint(point)));
                return fields.ToImmutable();
            }

            const string Why = "A point needs its latitude, its longitude and within how many metres it is right.";
            NumberSpec Part(string name) => point.Require(name, Why, Point) is { } part ? Number(part, name) : new NumberSpec(null, null, null, false, null);
            fields.Add(("position", new PositionSpec(Part("lat"), Part("lon"), Part("accuracy_m"))));
            point.Finish();
        }

        return fields.ToImmutable();
    }

    private GeopointSpec Geopoint(Members point)
    {
        var column = point.Take("geopoint") is { } node ? Column(node) : [];
        var otherwise = point.Take("accuracy_m") is { } accuracy ? Number(accuracy, "accuracy_m") : null;
        point.Finish();
        return new GeopointSpec(new TextSpec(column, null), otherwise);
    }

    private IEnumerable<JsonMember> NamedObject(Members members, string name)
    {
        foreach (var member in Object(members, name))
        {
            ClaimLine.CheckName(_line, member, name);
            yield return member;
        }
    }

    private ImmutableArray<JsonMember> Object(Members members, string name) =>
        members.Take(name) is { } node && Members.Of(_line, node, name, name, Example) is { } inner ? inner.Node.Members : [];

    private FieldSpec Field(JsonNode node, string name)
    {
        if (node.Kind == JsonKind.Truth)
        {
            return new ConstantSpec(new ReportedTruth(node.IsTrue));
        }

        if (node.Kind == JsonKind.Text)
        {
            return new NamesFieldSpec(new NamesSpec([Text(node, name)], false, null));
        }

        switch (node["type"]?.Text)
        {
            case "truth":
                var members = new Members(_line, node, $"\"{name}\"");
                members.Take("type");
                var text = Cell(members, name);
                members.Finish();
                return new TruthSpec(text);
            case "text" or "name":
                return new NamesFieldSpec(Names(node, name));
            case null or "number":
                return Number(node, name);
            default:
                _line.UnknownWord(node["type"] ?? node, "type", ["number", "text", "name", "truth"]);
                return new ConstantSpec(new ReportedTruth(false));
        }
    }

    private NumberSpec Number(JsonNode node, string name)
    {
        if (node.Kind is JsonKind.Number)
        {
            var constant = new TextSpec([new Piece(node.Text, false)], null);
            return new NumberSpec(constant, constant, null, false, null);
        }

        if (node.Kind == JsonKind.Text)
        {
            var template = Text(node, name);
            return new NumberSpec(template, template, null, false, null);
        }

        if (Members.Of(_line, node, name, $"\"{name}\"", """{"troops":{"column":"Troops","unit":"person"}}""") is not { } members)
        {
            return new NumberSpec(null, null, null, false, null);
        }

        members.Take("type");
        var isRange = node["low"] is not null || node["high"] is not null;
        var low = isRange ? Optional(members, "low") : Cell(members, name);
        var high = isRange ? Optional(members, "high") : low;
        var unit = members.Name("unit");
        var thousands = members.Take("thousands") is { Kind: JsonKind.Text } digits ? digits.Text : null;
        var about = members.Take("about");
        if (about is { Kind: not JsonKind.Truth })
        {
            _line.WrongType(about, "about", "true or false", """{"column":"Troops","about":true}""");
        }

        members.Finish();
        return new NumberSpec(low, high, unit, about is { IsTrue: true } && !isRange, thousands);
    }

    private ImmutableArray<string> SkipIfEmpty(Members members)
    {
        if (members.Take("skip_if_empty") is not { } node)
        {
            return [];
        }

        ImmutableArray<JsonNode> names = node.Kind == JsonKind.Array ? node.Items : [node];
        return [.. names.SelectMany(n => Column(n)).Select(p => p.Text)];
    }

    private ImmutableArray<(string, ImmutableArray<string>)> OnlyIf(Members members)
    {
        var conditions = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        foreach (var condition in Object(members, "only_if"))
        {
            Column(new JsonNode(JsonKind.Text, condition.NameSpan, condition.Name, [], []));
            ImmutableArray<JsonNode> values = condition.Value.Kind == JsonKind.Array ? condition.Value.Items : [condition.Value];
            foreach (var wrong in values.Where(v => v.Kind != JsonKind.Text))
            {
                _line.WrongType(wrong, condition.Name, "a text or a list of texts", """{"only_if":{"Status":["agreed","disputed"]}}""");
            }

            conditions.Add((condition.Name, [.. values.Select(v => v.Text)]));
        }

        return conditions.ToImmutable();
    }

    private char? Delimiter(Members members)
    {
        if (members.Text("delimiter") is not { } delimiter)
        {
            return null;
        }

        if (delimiter.Length == 1 && delimiter[0] is not ('"' or '\n' or '\r' or '\0'))
        {
            return delimiter[0];
        }

        _line.WrongType(members.Node["delimiter"] ?? members.Node, "delimiter", "one character", """{"delimiter":";"}""");
        return null;
    }
}
