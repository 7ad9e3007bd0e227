using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>One line of a report file: its JSON, then the record of the type it names.</summary>
internal static class RecordLine
{
    /// <summary>The first is the default.</summary>
    private static readonly OrderedDictionary<string, Func<Members, ReportRecord>> Types = new(StringComparer.Ordinal)
    {
        ["report"] = ReportLine.Read,
        ["complete"] = OtherLines.ReadComplete,
        ["judgement"] = OtherLines.ReadJudgement,
        ["coverage"] = OtherLines.ReadCoverage,
        ["grade"] = OtherLines.ReadGrade,
        ["count"] = OtherLines.ReadCount,
        ["determination"] = OtherLines.ReadDetermination,
        ["case"] = OtherLines.ReadCase,
        ["track"] = TrackLine.Read,
    };

    /// <summary>The record; null if the line has an error.</summary>
    public static ReportRecord? Read(LineContext line, ReadOnlySpan<byte> utf8)
    {
        var node = LocatedJson.Parse(utf8, out var problem);
        if (node is null)
        {
            line.NotJson(problem ?? new JsonProblem(new ByteSpan(0, 1), null));
            return null;
        }

        if (node.Kind != JsonKind.Object)
        {
            line.NotAnObject(node);
            return null;
        }

        var type = node["type"] is { Kind: JsonKind.Text } named ? named.Text : "report";
        var read = Types.GetValueOrDefault(type);
        var members = new Members(line, node, type switch
        {
            "report" => "A report",
            "complete" => "A statement of completeness",
            "case" => "A step of a case",
            _ => "A " + type,
        });
        if (members.Take("type") is { Kind: not JsonKind.Text } wrong)
        {
            line.WrongType(wrong, "type", "a word", """{"type":"report"}""");
            return null;
        }

        if (read is null)
        {
            line.UnknownWord(node["type"] ?? node, "type", [.. Types.Keys]);
            return null;
        }

        var record = read(members);
        return line.HasErrors ? null : record;
    }
}
