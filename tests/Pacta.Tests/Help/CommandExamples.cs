using System.Text.RegularExpressions;
using Pacta.Tests.Cli;
using Pacta.Tests.Reports;

namespace Pacta.Tests.Help;

/// <summary>
/// Commands as pages show them, run where the files of <see cref="HelpFolder"/> are. Options stand behind the commands that know such; anything else is a part of a file: rows of a
/// table, of codings, of a mapping, a formula, its signature or its log, lines of a negotiation, of a dispute, of criticisms, answers to questions, or a report to be recorded.
/// </summary>
internal static partial class CommandExamples
{
    private static readonly string[] Commands = ["pacta check grey_line.pacta --reports grey_line.jsonl", "pacta agreement-between first.jsonl second.jsonl", "pacta agreement-between severity.csv"];

    private const string Import = "pacta import csv part.csv --mapping mapping.json";

    private const string Monitor = "pacta mfotl --sig part.sig --formula part.mfotl --log part.log";

    public static IEnumerable<string[]> CodesOf(string example) => example.StartsWith("pacta ", StringComparison.Ordinal) ? [Run(example)]
        : example.StartsWith("--", StringComparison.Ordinal) ? Commands.Select(c => Run($"{c} {example}"))
        : Parts(example).Select(p => Run(p.Command, p.Files));

    private static IEnumerable<(string Command, (string Name, byte[] Content)[] Files)> Parts(string lines)
    {
        yield return (Import, [File("part.csv", $"Date,Place,Side\n{lines}\n")]);
        yield return (Import, [File("part.csv", "Date,Place,Side\n2021-10-13,area,aland\n"), File("mapping.json", HelpFolder.MappingWith(time: lines))]);
        yield return (Import, [File("part.csv", "Date,Place,Side\n2021-10-13,area,aland\n"), File("mapping.json", HelpFolder.MappingWith(reference: lines))]);
        yield return (Import, [File("part.csv", "Date,Place,Point\n2021-10-13,area,48.02 37.80 0 0\n"), File("mapping.json", HelpFolder.MappingWith(point: lines))]);
        yield return ("pacta import xlsx part.xlsx --mapping mapping.json", [("part.xlsx", Sheet(lines))]);
        yield return ("pacta agreement-between part.csv", [File("part.csv", $"{lines}\n")]);
        yield return ("pacta agreement-between part.csv", [File("part.csv", $"unit,coder,value\n{lines}\n")]);
        yield return (Monitor, Monitored(formula: lines));
        yield return (Monitor, Monitored(signature: lines));
        yield return (Monitor, Monitored(log: lines));
        yield return ("pacta packages part.pacta --without cedria", [File("part.pacta", HelpFolder.Negotiation(lines))]);
        yield return ("pacta stability part.pacta", [File("part.pacta", HelpFolder.Dispute(lines))]);
        yield return ("pacta one-text version_1.pacta version_2.pacta --criticisms part.pacta", [File("part.pacta", $"criticisms of memorandum {{\n  {lines}\n}}\n")]);
        yield return ("pacta new draft.pacta --answers part.txt", [File("part.txt", $"{lines}\n")]);
        yield return ("pacta new draft.pacta --answers part.json", [File("part.json", $"{lines}\n")]);
        yield return ("pacta record reports.db --reports part.jsonl", [File("part.jsonl", lines)]);
    }

    private static (string, byte[]) File(string name, string content) => (name, System.Text.Encoding.UTF8.GetBytes(content));

    private static (string, byte[])[] Monitored(string formula = "exercise(p,n) AND n >= 9000", string signature = "exercise(party:string, troops:int)\nnotified(party:string)", string log = "@10 exercise(\"aland\",9500)") =>
        [File("part.mfotl", formula), File("part.sig", signature), File("part.log", log)];

    /// <summary>A sheet whose second row has the lines as the place; what begins with # is no text but an error.</summary>
    private static byte[] Sheet(string cell) => Workbooks.Of(
        $"""<row r="1">{Text("A1", "Date")}{Text("B1", "Place")}</row><row r="2">{Text("A2", "2021-10-13")}{(cell.StartsWith('#') ? $"<c r=\"B2\" t=\"e\"><v>{cell}</v></c>" : Text("B2", cell))}</row>""");

    private static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    private static string[] Run(string line, params (string Name, byte[] Content)[] files)
    {
        using var command = HelpFolder.Open();
        foreach (var (name, content) in files)
        {
            command.Write(name, content);
        }

        var ran = command.RunWithInput(command.Read(Command.Reports), [.. Words(line).Skip(1)]);
        return [.. Code().Matches(ran.Errors + ran.Output).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The words of a command line as a shell would part them; what is a file is one of the folder.</summary>
    private static IEnumerable<string> Words(string line) => Word().Matches(line)
        .Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value)
        .Select(w => FileName().IsMatch(w) || w == "agreements" ? "@" + w : w);

    [GeneratedRegex(@"\[(PACTA\d{4})\]")]
    private static partial Regex Code();

    [GeneratedRegex("\"([^\"]*)\"|[^ \n]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\w/.]+\.(pacta|txt|jsonl|json|csv|CSV|xlsx|xls|db|state|sig|mfotl|log)$")]
    private static partial Regex FileName();
}
