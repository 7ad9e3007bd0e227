using System.Text.RegularExpressions;
using Pacta.Model.Text;

namespace Pacta.Tests.Docs;

/// <summary>A block of agreement language in the manual, with how it is to be tested.</summary>
/// <param name="Form">What the block is: empty for a whole file, otherwise the word after <c>test:</c>.</param>
/// <param name="Messages">The messages that the manual prints below the block, one a line; null where it must have none.</param>
internal sealed partial record DocBlock(string File, int Line, string Form, string Content, string[]? Messages)
{
    private const string Fence = "```";

    public string Place => $"{File}:{Line}";

    /// <summary>All blocks of a page, in order.</summary>
    public static IEnumerable<DocBlock> In(string file, string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        var marker = Match.Empty;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != Fence + "pacta")
            {
                marker = lines[i].Trim().Length == 0 ? marker : Marker().Match(lines[i]);
                continue;
            }

            var start = i;
            var content = Inside(lines, ref i);
            var messages = marker.Groups["message"].Success ? MessagesBelow(lines, i + 1) : null;
            yield return new DocBlock(file, start + 1, marker.Groups["form"].Value, content, messages);
            marker = Match.Empty;
        }
    }

    /// <summary>The file that the block stands for: itself, or the words of the manual with the block put in its place.</summary>
    public SourceText Source(string preamble)
    {
        var agreement = preamble[..preamble.TrimEnd().LastIndexOf('}')];
        return new SourceText(Place, Form switch
        {
            "" => Content,
            "file" => $"{preamble}\n{Content}",
            "vocabulary" => $"{preamble}\nvocabulary more_words {{\n{Content}}}\n",
            "clauses" => InAgreement(agreement),
            "conditions" => $"{agreement}{Conditions()}}}\n",
            "times" => $"{agreement}{string.Concat(Items().Select(Timed))}}}\n",
            "facts" => $"{agreement}{Facts()}",
            _ => throw new InvalidOperationException($"{Place}: there is no form '{Form}'."),
        });
    }

    /// <summary>What begins at the margin (scenarios, sources) stands behind the agreement.</summary>
    private string InAgreement(string agreement)
    {
        var behind = AtMargin().Match(Content);
        var at = behind.Success ? behind.Index : Content.Length;
        return $"{agreement}\n{Content[..at]}}}\n\n{Content[at..]}";
    }

    private string Conditions() =>
        $$"""
          clause sample {
            when entry e of warship w by A into bay
            A must give notification of e to each other party
              no later than start of e
              unless all of {
                there was exercise x by A
                {{Content}}
              }
          }

        """;

    /// <summary>The clause is there so that the facts are looked at.</summary>
    private string Facts() =>
        $$"""
          clause sample { each party must not open fire in inner_bay until 2030-12-31 }
        }

        scenario "facts" of bay_accord {
        {{Content}}
          expect met sample by cedria on 2030-12-31
        }

        """;

    private static string Timed(string time, int number) =>
        $$"""
          clause sample_{{number}} {
            when exercise x by A in bay
            A must give notification of x to each other party
              {{time}}
          }

        """;

    private IEnumerable<string> Items() => Content.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal));

    private static string Inside(string[] lines, ref int i)
    {
        var start = i + 1;
        do
        {
            i++;
        }
        while (i < lines.Length && lines[i].Trim() != Fence);
        return string.Concat(lines[start..i].Select(l => l + "\n"));
    }

    private static string[] MessagesBelow(string[] lines, int i)
    {
        while (i < lines.Length && lines[i].Trim() != Fence + "text")
        {
            i++;
        }

        return Inside(lines, ref i).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"^\s*<!-- test: (?<form>[a-z]*)(?<message>,? ?message)? -->\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();

    [GeneratedRegex("^[a-z]", RegexOptions.Multiline)]
    private static partial Regex AtMargin();
}
