using System.Xml.Linq;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Reading;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Words;

namespace Pacta.Tests.ReadBack;

/// <summary>Whatever an agreement says stays text: it opens no element, ends no cell, and turns no line around that is not its own.</summary>
public sealed class HostileTextTests
{
    private const string RightToLeftOverride = "\u202E";

    private static readonly ReadAgreement Hostile = AgreementReader.Read(Readable.Of($$"""
        part "<b>" "# Part | one" {
          define loud (louds) { means gun g where mark of g is "<i>|*" }
          clause quiet at "1 | <script>alert(1)</script>" {
            text en "<script>alert(1)</script> | ![x](http://x) & _a_ `b` # {{RightToLeftOverride}}turned"
            note "- not a list <img src=x>"
            unverified "**bold** | [link](http://x)"
            each party must not have louds
          }
        }
        """));

    [Fact]
    public void A_page_has_the_texts_and_no_element_of_theirs()
    {
        using var html = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteHtml(html, [Hostile], new MadeOf("0", "pacta read", []), Speech.Default);

        var page = XDocument.Parse(html.ToString().Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "i" or "img" or "b");
        Assert.Contains("<script>alert(1)</script> | ![x](http://x) & _a_ `b` # \uFFFDturned", page.Descendants("blockquote").Single().Value, StringComparison.Ordinal);
        Assert.All(page.Descendants("blockquote").Elements("p"), p => Assert.Equal("auto", p.Attribute("dir")?.Value));
    }

    [Fact]
    public void Markdown_has_the_texts_with_every_sign_escaped()
    {
        var markdown = Markdown();
        var outside = string.Join('\n', Outside(markdown));

        Assert.DoesNotContain("<", outside.Replace("<br>", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("> &lt;script&gt;alert(1)&lt;/script&gt; \\| !\\[x\\](http://x) &amp; \\_a\\_ \\`b\\` # \uFFFDturned\n", outside, StringComparison.Ordinal);
        Assert.Contains("\\*\\*bold\\*\\* \\| \\[link\\](http://x)", outside, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^- not a list", outside);
    }

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head()
    {
        var lines = Markdown().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 && lines[i].StartsWith("| ", StringComparison.Ordinal) && lines[i - 1].StartsWith('|'))
            {
                Assert.Equal(Bars(lines[i - 1]), Bars(lines[i]));
            }
        }

        Assert.Contains(lines, l => l.StartsWith("| --- |", StringComparison.Ordinal) || l.StartsWith("| --- | --- |", StringComparison.Ordinal));

        static int Bars(string line) => line.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(c => c == '|');
    }

    [Fact]
    public void What_turns_the_direction_of_writing_is_in_no_form()
    {
        using var text = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteText(text, [Hostile], Speech.Default, Pacta.Presentation.Text.Screen.Of(80, hasColour: false));
        using var docx = new MemoryStream();
        AgreementPages.WriteDocx(docx, [Hostile], Speech.Default);

        Assert.All([text.ToString(), Markdown(), System.Text.Encoding.UTF8.GetString(docx.ToArray())], form => Assert.DoesNotContain(RightToLeftOverride, form, StringComparison.Ordinal));
    }

    private static string Markdown()
    {
        using var markdown = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteMarkdown(markdown, [Hostile], Speech.Default);
        return markdown.ToString();
    }

    /// <summary>The lines that are no code.</summary>
    private static IEnumerable<string> Outside(string markdown)
    {
        var isCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode)
            {
                yield return line;
            }
        }
    }
}
