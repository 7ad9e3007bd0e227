using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>Ids, names, and who fills a role.</summary>
internal static class Names
{
    /// <summary>Longer ones are text, or an accident: nobody can read them in a table.</summary>
    public const int Longest = 200;

    public static bool IsTooLong(string text) => text.Length > Longest && text.EnumerateRunes().Count() > Longest;

    /// <summary>One or more characters, none of them a control character, without blanks at the ends.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.Any(c => c < ' ' || c == '\u007f');

    public static string? One(LineContext line, JsonNode node, string member)
    {
        if (node.Kind != JsonKind.Text)
        {
            line.WrongType(node, member, "a name in double quotes", $"{{\"{member}\":\"north_wind\"}}");
            return null;
        }

        if (!IsName(node.Text))
        {
            line.NotAName(node, member);
            return null;
        }

        if (IsTooLong(node.Text))
        {
            line.NameTooLong(node, member);
            return null;
        }

        return node.Text;
    }

    public static ImmutableArray<string> List(LineContext line, JsonNode node, string member)
    {
        if (node.Kind != JsonKind.Array || node.Items.Length == 0)
        {
            line.WrongType(node, member, "a list of names", $"{{\"{member}\":[\"r1\",\"r2\"]}}");
            return [];
        }

        return [.. node.Items.Select(item => One(line, item, member)).OfType<string>()];
    }

    /// <summary>A name, or a list of them.</summary>
    public static ImmutableArray<string> OneOrList(LineContext line, JsonNode node, string member) =>
        node.Kind == JsonKind.Array ? List(line, node, member) : One(line, node, member) is { } name ? [name] : [];

    /// <summary>A name, names together <c>["a","b"]</c>, or one of several <c>{"one_of":["a","b"]}</c>.</summary>
    public static ReportedValue? Role(LineContext line, JsonNode node, string member)
    {
        switch (node.Kind)
        {
            case JsonKind.Text:
                return One(line, node, member) is { } name ? new ReportedText(name) : null;
            case JsonKind.Array:
                return new ReportedNames(List(line, node, member), false);
            case JsonKind.Object when node["one_of"] is not null:
                return OneOf(new Members(line, node, $"\"{member}\""));
            default:
                line.WrongType(node, member, "a name, a list of names, or {\"one_of\":[...]}", $"{{\"{member}\":{{\"one_of\":[\"aland\",\"borland\"]}}}}");
                return null;
        }
    }

    public static ReportedNames OneOf(Members members)
    {
        var names = members.NameList("one_of");
        members.Finish();
        return new ReportedNames(names, true);
    }
}
