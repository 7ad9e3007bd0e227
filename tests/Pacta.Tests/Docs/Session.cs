using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Docs;

/// <summary>
/// What a page of the manual has its reader do, from top to bottom in one folder: a block under <c>&lt;!-- file: NAME --&gt;</c> is written as that file; a block
/// <c>console</c> holds commands behind <c>$ pacta</c>, each with what is printed, a line <c>...</c> for lines that are left out, and <c>[exit code N]</c> where it is not 0.
/// </summary>
internal sealed partial class Session(string page)
{
    private const string Fence = "```";
    private const string LeftOut = "...";

    private static readonly string[] OptionsWithOutput = ["--output", "-o", "--write-to", "--junit", "--save-state", "--certificate", "--to", "--store"];

    /// <summary>The page with what the commands print now.</summary>
    public string Now { get; private set; } = string.Empty;

    /// <summary>Commands that were run.</summary>
    public int Count { get; private set; }

    /// <summary>Runs all of it.</summary>
    /// <returns>The commands that print something else than the page says, with what they print.</returns>
    public IReadOnlyList<string> Run()
    {
        using var command = new Command { Width = 100 };
        var (wrong, now) = (new List<string>(), new StringBuilder());
        var lines = page.Split('\n');
        string? file = null;
        for (var i = 0; i < lines.Length; i++)
        {
            now.Append(lines[i]).Append('\n');
            file = FileMarker().Match(lines[i]) is { Success: true } marker ? marker.Groups["name"].Value : lines[i].Trim().Length == 0 || lines[i].StartsWith(Fence, StringComparison.Ordinal) ? file : null;
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var isConsole = lines[i] == Fence + "console";
            var content = lines.Skip(i + 1).TakeWhile(l => l != Fence).ToList();
            i += content.Count + 1;
            if (file is not null)
            {
                command.Write(file, string.Concat(content.Select(l => l + "\n")));
                file = null;
            }

            now.Append(isConsole ? RunAll(content, command, wrong) : string.Concat(content.Select(l => l + "\n"))).Append(Fence).Append('\n');
        }

        Now = now.ToString()[..^1];
        return wrong;
    }

    private string RunAll(List<string> content, Command command, List<string> wrong)
    {
        var now = new StringBuilder();
        for (var i = 0; i < content.Count; i++)
        {
            Assert.StartsWith("$ pacta ", content[i], StringComparison.Ordinal);
            var expected = content.Skip(i + 1).TakeWhile(l => !l.StartsWith("$ ", StringComparison.Ordinal)).ToList();
            var actual = Run(content[i]["$ pacta ".Length..], command);
            Count++;
            if (!Fits(expected, actual))
            {
                wrong.Add($"{content[i]}\n{string.Join('\n', actual)}");
                expected = actual;
            }

            now.Append(content[i]).Append('\n').AppendJoin(string.Empty, expected.Select(l => l + "\n"));
            i += content.Skip(i + 1).TakeWhile(l => !l.StartsWith("$ ", StringComparison.Ordinal)).Count();
        }

        return now.ToString();
    }

    /// <summary>What a command prints, line by line, without blanks at the ends.</summary>
    private static List<string> Run(string words, Command command)
    {
        var all = Word().Matches(words).Select(m => m.Groups["text"].Success ? m.Groups["text"].Value : m.Value).ToList();
        var ran = command.Run([.. all.Select((w, i) => IsFile(w, command) || (i == 1 && all[0] == "record") || (i > 0 && OptionsWithOutput.Contains(all[i - 1])) ? "@" + w : w)]);
        var printed = (ran.Output + ran.Errors).TrimEnd('\n');
        List<string> lines = printed.Length == 0 ? [] : [.. printed.Split('\n').Select(l => l.TrimEnd())];
        return ran.ExitCode == 0 ? lines : [.. lines, string.Create(CultureInfo.InvariantCulture, $"[exit code {ran.ExitCode}]")];
    }

    private static bool IsFile(string word, Command command) => word.Length > 0 && !word.StartsWith('-') && Path.Exists(command.PathOf(word));

    private static bool Fits(List<string> expected, List<string> actual)
    {
        if (expected.Count == 0 || actual.Count == 0)
        {
            return expected.Count == actual.Count || (actual.Count == 0 && expected.TrueForAll(e => e == LeftOut));
        }

        return expected[0] == LeftOut
            ? Fits(expected[1..], actual) || Fits(expected, actual[1..])
            : expected[0] == actual[0] && Fits(expected[1..], actual[1..]);
    }

    [GeneratedRegex(@"^<!-- file: (?<name>[^ ]+) -->$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileMarker();

    [GeneratedRegex("\"(?<text>[^\"]*)\"|[^ ]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
