using System.Text.Json;
using System.Xml.Linq;

namespace Pacta.Tests.Cli;

/// <summary><c>pacta read</c>: an agreement back as a document.</summary>
public sealed class ReadTests
{
    [Fact]
    public void The_example_on_a_screen()
    {
        using var command = Command.WithDemo();

        Golden.Equal("read.txt", command.Run("read", "@" + Command.Agreement).Output);
    }

    [Fact]
    public void The_example_as_a_page()
    {
        using var command = Command.WithDemo();

        Golden.Equal("read.html", command.Run("read", "@" + Command.Agreement, "--format", "html").Output);
    }

    [Fact]
    public void A_disputed_promise_a_proposal_and_readings_as_markdown()
    {
        using var command = new Command();
        command.Write("rich.pacta", File.ReadAllText(Path.Combine(Golden.Root(), "tests", "Pacta.BrowserTests", "rich.pacta")));

        Golden.Equal("read.md", command.Run("read", "@rich.pacta", "--format", "markdown").Output);
    }

    [Fact]
    public void The_labels_speak_the_language_that_is_asked_for_and_the_sentences_say_that_they_are_english()
    {
        using var command = Command.WithDemo();

        var page = XDocument.Parse(command.Run("read", "@" + Command.Agreement, "--format", "html", "--language", "fr").Output.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));

        Assert.Equal("fr", page.Root!.Attribute("lang")?.Value);
        Assert.Contains("Les clauses", page.Descendants("h2").Select(h => h.Value));
        Assert.All(page.Descendants("p").Where(p => p.Attribute("class")?.Value == "said"), p => Assert.Equal("en", p.Attribute("lang")?.Value));
        Assert.Contains(page.Descendants("p"), p => p.Attribute("class")?.Value == "said");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("json")]
    public void The_same_files_give_the_same_bytes(string form)
    {
        using var command = Command.WithDemo();
        command.Run("read", "@" + Command.Agreement, "--format", form, "--output", "@one");
        command.Run("read", "@" + Command.Agreement, "--format", form, "--output", "@two");

        Assert.NotEmpty(File.ReadAllBytes(command.PathOf("one")));
        Assert.Equal(File.ReadAllBytes(command.PathOf("one")), File.ReadAllBytes(command.PathOf("two")));
    }

    [Fact]
    public void Json_has_each_clause_with_its_code_and_its_sentences()
    {
        using var command = Command.WithDemo();
        var output = command.Run("read", "@" + Command.Agreement, "--format", "json").Output;
        using var json = JsonDocument.Parse(output);

        Assert.True(command.FitsSchema(output, "reading"));
        var agreement = Assert.Single(json.RootElement.GetProperty("agreements").EnumerateArray());

        Assert.Equal("urn:pacta:schema:reading:1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("grey_line", agreement.GetProperty("name").GetString());
        Assert.All(agreement.GetProperty("clauses").EnumerateArray(), c =>
        {
            Assert.StartsWith($"clause {c.GetProperty("name").GetString()}", c.GetProperty("code").GetString(), StringComparison.Ordinal);
            Assert.All(c.GetProperty("readings").EnumerateArray(), r => Assert.NotEmpty(r.GetProperty("plain").EnumerateArray()));
        });
    }

    [Fact]
    public void Json_of_readings_exceptions_and_disputed_promises_fits_its_schema()
    {
        using var command = new Command();
        command.Write("rich.pacta", File.ReadAllText(Path.Combine(Golden.Root(), "tests", "Pacta.BrowserTests", "rich.pacta")));
        var library = Path.Combine(Golden.Root(), "agreements");

        Assert.True(command.FitsSchema(command.Run("read", "@rich.pacta", "--format", "json").Output, "reading"));
        Assert.True(command.FitsSchema(
            command.Run("read", Path.Combine(library, "vienna-document-2011", "vienna-document.pacta"), Path.Combine(library, "vocabulary", "military.pacta"), "--format", "json").Output, "reading"));
    }

    [Fact]
    public void What_is_short_has_the_sentences_and_the_marks_and_no_code()
    {
        using var command = Command.WithDemo();

        var whole = command.Run("read", "@" + Command.Agreement, "--format", "markdown").Output;
        var shortly = command.Run("read", "@" + Command.Agreement, "--format", "markdown", "--short").Output;

        Assert.Contains("```", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("```", shortly, StringComparison.Ordinal);
        Assert.DoesNotContain("## Scenarios", shortly, StringComparison.Ordinal);
        Assert.All(whole.Split('\n').Where(l => l.Contains(" must ", StringComparison.Ordinal) && l.EndsWith('.') && !l.StartsWith(' ') && !l.StartsWith('-')), l => Assert.Contains(l, shortly, StringComparison.Ordinal));
        Assert.Contains("**Not verified against the text: the 20 tanks.**", shortly, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_is_told_in_the_conditional_from_its_head_to_its_calendar()
    {
        using var command = Command.WithDemo();
        command.Write("proposal.pacta", command.Read(Command.Agreement).Replace("political", "proposal", StringComparison.Ordinal));

        var told = command.Run("read", "@proposal.pacta", "--short").Output.Unwrapped();

        Assert.Contains("A proposal: nobody is bound by it", told, StringComparison.Ordinal);
        Assert.Contains("Who would owe what to whom", told, StringComparison.Ordinal);
        Assert.Contains("would begin to bind", told, StringComparison.Ordinal);
        Assert.Contains("What would be due after something has happened", told, StringComparison.Ordinal);
        Assert.All([" must ", "is due", "begins to bind", "Who owes"], word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_agreements_one_can_be_asked_for()
    {
        using var command = new Command();
        command.Write("two.pacta", """
            vocabulary words {
              actor aland, borland
              event hold meeting (meetings) by actor
            }
            agreement "First accord (invented)" as first_accord {
              status legal
              enters into force 2021-01-01
              time zone "UTC"
              parties aland, borland
              use words
              clause one at "1" { aland must hold meeting no later than 2021-12-31 }
            }
            agreement "Second accord (invented)" as second_accord {
              status political
              enters into force 2021-01-01
              time zone "UTC"
              parties aland, borland
              use words
              clause two at "2" { borland must not hold meeting }
            }
            """);

        var both = command.Run("read", "@two.pacta").Output;
        var second = command.Run("read", "@two.pacta", "--agreement", "second_accord").Output;
        var wrong = command.Run("read", "@two.pacta", "--agreement", "secnd_accord");

        Assert.StartsWith("2 agreements\n", both, StringComparison.Ordinal);
        Assert.Contains("Aland must hold a meeting, no later than 2021-12-31.", both.Unwrapped(), StringComparison.Ordinal);
        Assert.StartsWith("Second accord (invented)\n", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Aland must hold", second, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("PACTA0970", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean “second_accord”?", wrong.Errors, StringComparison.Ordinal);
    }
}
