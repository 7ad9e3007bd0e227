using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>Counts: how many of a kind there were, with what is in the number and may not belong there.</summary>
internal static partial class OtherLines
{
    /// <summary>"Most of them" is more than half.</summary>
    public const string Most = "most";

    private const string CountExample =
        """{"type":"count","id":"n1","source":"smm","kind":"fire","number":22,"in":"zone_of_application","period":{"from":"2021-09-01","to":"2021-09-30"}}""";

    private const string ExceptExample = """{"except":[{"what":"training outside the zone","number":"most"}]}""";

    public static CountRecord ReadCount(Members members)
    {
        var (id, source) = Head(members, CountExample);
        var kind = members.RequiredName("kind", "Say what was counted.", CountExample);
        var number = members.Require("number", "Say how many.", CountExample) is { } counted ? Values.Count(members.Line, counted, "number") : null;
        var place = members.Name("in");
        var by = members.Take("by") is { } who ? Names.Role(members.Line, who, "by") : null;
        var period = Period(members, "Say from when to when it was counted.", CountExample);
        var except = members.Take("except") is { } parts ? Parts(members.Line, parts) : [];
        var includes = members.NameList("includes");
        var (recorded, reference) = Foot(members);
        return new CountRecord(
            id, members.Line.Place, source, kind, number ?? new ReportedNumber(0, null, null, false), place, by, period, except, includes, recorded, reference);
    }

    /// <summary>A text, of which nobody says how many it was; or a list of what and how many.</summary>
    private static ImmutableArray<CountExcept> Parts(LineContext line, JsonNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.Text when node.Text.Length > 0:
                return [new CountExcept(node.Text, null, false, false)];
            case JsonKind.Array when node.Items.Length > 0:
                return [.. node.Items.Select(item => Part(line, item)).OfType<CountExcept>()];
            default:
                line.WrongType(node, "except", "a text, or a list of what is in the number and how many", ExceptExample);
                return [];
        }
    }

    private static CountExcept? Part(LineContext line, JsonNode node)
    {
        if (Members.Of(line, node, "except", "A part of a count", ExceptExample) is not { } members)
        {
            return null;
        }

        members.Require("what", "Say what is in the number.", ExceptExample);
        var what = members.Text("what") ?? string.Empty;
        var stated = members.Take("number");
        var isMost = stated is { Kind: JsonKind.Text, Text: Most };
        var number = stated is null || isMost ? null : Values.Count(line, stated, "number");
        var mayCount = members.Take("may_count");
        if (mayCount is { Kind: not JsonKind.Truth })
        {
            line.WrongType(mayCount, "may_count", "true or false", ExceptExample);
        }

        members.Finish();
        return new CountExcept(what, number, isMost, mayCount is { IsTrue: true });
    }
}
