using System.Text;
using Pacta.Presentation.Help;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Help;

/// <summary>
/// <c>docs/messages.md</c> is made of the pages of <c>pacta help</c>. To write it anew, run the tests with the environment variable PACTA_ACCEPT set to 1.
/// </summary>
public sealed class MessagesPageTests
{
    private const string Head = """
        # Every message

        What each message means, with an example that gets it and the same one mended. `pacta help PACTA0207` shows one of them on the screen. This page is made of the same texts by a test,
        and further tests see to it that each wrong example gets its message, and no other, where the right one gets none.

        The lines of an agreement stand where they may: a condition in an exception, a sentence in a clause, a clause in an agreement that uses a few invented words. Of a report an example
        may show only the members that matter. Commands are run where the files that they name are.


        """;

    private static readonly (string Hundred, string Title)[] Chapters =
    [
        ("01", "How lines are written"),
        ("02", "Names, and what they stand for"),
        ("03", "Times, numbers and maps; negotiations, versions of one text, disputes"),
        ("04", "Scenarios, sources and perspectives"),
        ("05", "Reports"),
        ("06", "Imported tables, and codings"),
        ("07", "Temporal formulas"),
        ("09", "Commands and files"),
        ("10", "What pacta lint tells"),
    ];

    private static readonly string Path = System.IO.Path.Combine(Golden.Root(), "docs", "messages.md");

    [Fact]
    public void The_page_of_the_manual_has_all_messages_as_pacta_help_shows_them() => Golden.EqualFile(Path, Page());

    [Fact]
    public void Every_code_has_its_section_in_one_chapter() =>
        Assert.Equal(HelpPages.Codes, Page().Split('\n').Where(l => l.StartsWith("### ", StringComparison.Ordinal)).Select(l => l[4..13]));

    private static string Page()
    {
        var text = new StringBuilder(Head);
        text.AppendJoin(" · ", Chapters.Select(c => $"[{c.Title}](#{Anchor(c.Title)})")).Append('\n');
        foreach (var (hundred, title) in Chapters)
        {
            text.Append("\n## ").Append(title).Append('\n');
            foreach (var page in HelpPages.Codes.Where(c => c[5..7] == hundred).Select(HelpPages.Find).OfType<HelpPage>())
            {
                text.Append("\n### ").Append(page.Code).Append(": ").Append(page.Title).Append("\n\n").Append(page.Means).Append('\n');
                Block(text, "Wrong:", page.Wrong);
                Block(text, "Right:", page.Right);
            }
        }

        return text.ToString();
    }

    private static void Block(StringBuilder text, string title, string lines) => text.Append('\n').Append(title).Append("\n\n```text\n").Append(lines).Append("\n```\n");

    private static string Anchor(string title) => string.Concat(title.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')).Replace(' ', '-');
}
