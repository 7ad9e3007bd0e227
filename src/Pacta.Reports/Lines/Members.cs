using System.Collections.Immutable;
using Pacta.Model.Time;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>The members of one object, taken one by one; what nobody took is an error in the end.</summary>
/// <param name="what">The object in a sentence: "A report", "A position".</param>
internal sealed class Members(LineContext line, JsonNode node, string what)
{
    /// <summary>Lists that are done with: every object of every line needs one for a moment.</summary>
    [ThreadStatic]
    private static Stack<List<string>>? _lists;

    /// <summary>As asked for, some of them twice.</summary>
    private List<string>? _known = (_lists ??= new()).TryPop(out var list) ? list : new List<string>(48);

    public LineContext Line => line;

    public JsonNode Node => node;

    public string What => what;

    public bool Has(string name) => node[name] is not null;

    public JsonNode? Take(string name)
    {
        _known!.Add(name);
        return node[name];
    }

    public JsonNode? Require(string name, string why, string example)
    {
        var value = Take(name);
        if (value is null)
        {
            line.Missing(node, what, name, why, example);
        }

        return value;
    }

    public string? Name(string name) => Take(name) is { } value ? Names.One(line, value, name) : null;

    public string RequiredName(string name, string why, string example) =>
        Require(name, why, example) is { } value ? Names.One(line, value, name) ?? string.Empty : string.Empty;

    /// <summary>Text of any kind, but not empty.</summary>
    public string? Text(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value.Kind != JsonKind.Text)
        {
            line.WrongType(value, name, "a text", $"{{\"{name}\":\"...\"}}");
            return null;
        }

        if (value.Text.Length == 0)
        {
            line.NotAName(value, name);
        }

        return value.Text;
    }

    public ImmutableArray<string> NameList(string name) => Take(name) is { } value ? Names.List(line, value, name) : [];

    public Moment? Moment(string name) => Take(name) is { } value ? Times.Moment(line, value, name) : null;

    /// <summary>A word out of a fixed few; the first of them if nothing is said.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words, T otherwise)
    {
        if (Take(name) is not { } value)
        {
            return otherwise;
        }

        if (value.Kind != JsonKind.Text)
        {
            line.WrongType(value, name, "a word", $"{{\"{name}\":\"{words.Keys.First()}\"}}");
            return otherwise;
        }

        if (words.TryGetValue(value.Text, out var found))
        {
            return found;
        }

        line.UnknownWord(value, name, [.. words.Keys]);
        return otherwise;
    }

    /// <summary>Whatever was not taken is an error: a typo would otherwise lose data. Nothing is taken afterwards.</summary>
    public void Finish()
    {
        foreach (var member in node.Members)
        {
            if (!_known!.Contains(member.Name))
            {
                line.UnknownMember(member, what, [.. _known.Distinct(StringComparer.Ordinal)]);
            }
        }

        _known!.Clear();
        (_lists ??= new()).Push(_known);
        _known = null;
    }

    /// <summary>The members of a value that must be an object; null, and an error, if it is none.</summary>
    public static Members? Of(LineContext line, JsonNode node, string member, string what, string example)
    {
        if (node.Kind == JsonKind.Object)
        {
            return new Members(line, node, what);
        }

        line.WrongType(node, member, "an object {...}", example);
        return null;
    }
}
