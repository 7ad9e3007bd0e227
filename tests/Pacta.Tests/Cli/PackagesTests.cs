using System.Text.Json;
using System.Xml.Linq;

namespace Pacta.Tests.Cli;

/// <summary>The packages of a negotiation, as a mediator gets them.</summary>
public sealed class PackagesTests
{
    internal const string Talks = """
        actor aland, borland, cedria

        negotiation "Talks on the bay (invented)" as bay_talks {
          parties aland, borland
          issue zone_width "Width of the zone" { option narrow "10 km", middle "25 km", wide "50 km" }
          issue notice "Notice of exercises" { option days_21 "21 days", days_42 "42 days" }
          excludes wide with days_42
          interests of aland {
            worth of zone_width is narrow 0, middle 30, wide 60
            worth of notice is days_21 0, days_42 40.5
            together middle with days_42 costs 0.25
            red line narrow with days_21
            alternative 35 "things stay as they are"
          }
          interests of borland {
            worth of zone_width is narrow 50, middle 35, wide 0
            worth of notice is days_21 30, days_42 10
            alternative 30
          }
        }
        """;

    [Fact]
    public void Each_part_is_told_with_its_reasons()
    {
        using var command = With(Talks);

        var output = command.Run("packages", "@talks.pacta").Output;

        Assert.Contains("6 packages. A package takes one option of each issue; there are 2 issues.", output, StringComparison.Ordinal);
        Assert.Contains("1 of them cannot be had: options exclude each other.", output, StringComparison.Ordinal);
        Assert.Contains("Of the 5 that can be had, 3 cross no red line", output, StringComparison.Ordinal);
        Assert.Contains("2        narrow      days_42  40.5 (+5.5)     60 (+30)", output, StringComparison.Ordinal);
        Assert.Contains("package 1 (narrow, days_21): red line of aland: narrow with days_21; for aland worth 0, less than its alternative (35)", output, StringComparison.Ordinal);
        Assert.Contains("cannot be had together: wide with days_42", output, StringComparison.Ordinal);
        Assert.Contains("for aland, middle with days_42 together cost 0.25", output, StringComparison.Ordinal);
        Assert.Contains("35: things stay as they are", output, StringComparison.Ordinal);
    }

    /// <summary>Gains: package 2 (5.5, 30), 4 (35.25, 15), 5 (25, 0). Products 165, 528.75, 0; shares of the best gains 35.25 and 30: least 0.156, 0.5, 0.</summary>
    [Fact]
    public void Each_best_package_stands_beside_the_sense_in_which_it_is_best()
    {
        using var command = With(Talks);

        string[] lines = [.. command.Run("packages", "@talks.pacta").Output.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

        Assert.Contains("Nash product 528.75 4", lines);
        Assert.Contains("egalitarian 15 4", lines);
        Assert.Contains("Kalai–Smorodinsky 0.5 of the best gain (50%) 4", lines);
        Assert.Contains("utilitarian 115.25 4", lines);
    }

    [Fact]
    public void A_best_package_that_is_not_efficient_is_told_with_the_one_that_is_better()
    {
        using var command = With("""
            actor aland, borland
            negotiation "Talks" as talks {
              parties aland, borland
              issue share { option first, second }
              interests of aland { worth of share is first 1, second 1
                alternative 0 }
              interests of borland { worth of share is first 1, second 2
                alternative 0 }
            }
            """);

        var output = command.Run("packages", "@talks.pacta").Output;

        Assert.Contains("egalitarian: package 1 is not efficient. Package 2 is better for borland and worse for nobody.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Interests_that_are_not_declared_are_never_taken_for_zero()
    {
        using var command = With(Talks.Replace("parties aland, borland", "parties aland, borland, cedria", StringComparison.Ordinal));

        var refused = command.Run("packages", "@talks.pacta");
        var told = command.Run("packages", "@talks.pacta", "--without", "cedria");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("PACTA0942", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("The interests of cedria are not declared.", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("cedria is left out: its interests are not declared", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_that_is_not_declared_excludes_nothing_and_leaves_gains_unknown()
    {
        using var command = With(Talks.Replace("    alternative 30\n", "", StringComparison.Ordinal));

        var output = command.Run("packages", "@talks.pacta").Output;

        Assert.Contains("The alternative of borland is not declared.", output, StringComparison.Ordinal);
        Assert.Contains("not computed: the alternative of borland is not declared", output, StringComparison.Ordinal);
        Assert.Matches("utilitarian +115.25 +4", output);
        Assert.DoesNotContain("alternative of borland (", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_left_the_demands_are_named_that_leave_nothing()
    {
        using var command = With(Talks.Replace("alternative 30", "alternative 61", StringComparison.Ordinal));

        var output = command.Run("packages", "@talks.pacta").Output;

        Assert.Contains("No package is left", output, StringComparison.Ordinal);
        Assert.Contains("- alternative of aland (35); alternative of borland (61)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Talks)]
    [InlineData("nothing")]
    [InlineData("many")]
    public void What_is_written_for_machines_fits_its_schema(string talks)
    {
        using var command = With(talks switch
        {
            "nothing" => Talks.Replace("alternative 30", "alternative 61", StringComparison.Ordinal),
            "many" => Many(issues: 21),
            _ => talks,
        });

        var output = command.Run("packages", "@talks.pacta", "--format", "json").Output;

        Assert.True(command.FitsSchema(output, "packages"));
        Assert.False(command.FitsSchema(output.Replace("\"efficient_points\"", "\"points\"", StringComparison.Ordinal), "packages"));
    }

    /// <summary>2^21 packages: with 1 for each yes to one and for each no to the other, every sum is efficient, and each has many packages.</summary>
    [Fact]
    public void More_than_a_million_packages_are_merged_and_that_is_said()
    {
        using var command = With(Many(issues: 21));

        var output = command.Run("packages", "@talks.pacta").Output;
        using var json = JsonDocument.Parse(command.Run("packages", "@talks.pacta", "--format", "json").Output);

        Assert.Contains("2,097,152 packages", output, StringComparison.Ordinal);
        Assert.Contains("More than the 1,000,000 that are looked at one by one. They were merged issue by issue", output, StringComparison.Ordinal);
        Assert.Equal("merge", json.RootElement.GetProperty("search").GetProperty("method").GetString());
        Assert.Equal(22, json.RootElement.GetProperty("efficient_points").GetInt32());
        Assert.Equal("352716", json.RootElement.GetProperty("efficient")[10].GetProperty("count").GetString());
        Assert.Equal("110", json.RootElement.GetProperty("optima")[0].GetProperty("value").GetString());
    }

    [Fact]
    public void A_list_is_cut_where_asked_and_says_so()
    {
        using var command = With(Talks);

        var output = command.Run("packages", "@talks.pacta", "--list", "1").Output;

        Assert.Contains("The first 1 of 2 are listed; --list lists more.", output, StringComparison.Ordinal);
        Assert.Contains("The first 1 are listed; --list lists more.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_the_table_says_all_of_a_package()
    {
        using var command = With(Talks);

        var rows = command.Run("packages", "@talks.pacta", "--format", "csv").Output.Split('\n');

        Assert.Equal("package,zone_width,notice,worth_aland,worth_borland,efficient,left,best,crosses_red_line_of,worse_than_alternative_of", rows[0]);
        Assert.Equal("1,narrow,days_21,0,80,no,no,,aland,aland", rows[1]);
        Assert.Equal("4,middle,days_42,70.25,45,yes,yes,nash_product egalitarian egalitarian_refined kalai_smorodinsky kalai_smorodinsky_refined utilitarian,,", rows[4]);
    }

    [Theory]
    [InlineData("en", "Options and what they are worth")]
    [InlineData("fr", "Les options et ce qu’elles valent")]
    public void A_page_is_one_well_formed_file_without_script(string language, string title)
    {
        using var command = With(Talks);

        var page = XDocument.Parse(command.Run("packages", "@talks.pacta", "--format", "html", "--language", language).Output["<!DOCTYPE html>\n".Length..]);

        Assert.Empty(page.Descendants("script"));
        Assert.Contains(page.Descendants("h2"), h => h.Value == title);
        Assert.Equal(language, page.Root!.Attribute("lang")!.Value);
        Assert.Contains(page.Descendants("code"), c => c.Value == $"pacta packages talks.pacta --language {language}");
    }

    [Theory]
    [InlineData("PACTA0940", "--negotiation", "bay_talk")]
    [InlineData("PACTA0941", "--without", "borlant")]
    [InlineData("PACTA0943", "--without", "aland", "--without", "borland")]
    [InlineData("PACTA0901", "--list", "0")]
    public void What_is_asked_for_wrongly_is_told(string code, params string[] options)
    {
        using var command = With(Talks);

        var ran = command.Run(["packages", "@talks.pacta", .. options]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PACTA0940", "actor aland")]
    [InlineData("PACTA0944", "narrow 0.00000000000000001, middle 30, wide 60")]
    public void Files_that_cannot_be_used_are_told(string code, string text)
    {
        using var command = With(text.StartsWith("actor", StringComparison.Ordinal) ? text : Talks.Replace("narrow 0, middle 30, wide 60", text, StringComparison.Ordinal));

        var ran = command.Run("packages", "@talks.pacta");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
    }

    /// <summary>Interests are told to a mediator in confidence.</summary>
    [Fact]
    public void What_is_public_of_an_agreement_holds_no_interests()
    {
        var hidden = Pacta.Language.Printing.Redaction.Of([new Pacta.Model.Text.SourceText("talks.pacta", Talks)]);

        Assert.DoesNotContain("things stay as they are", hidden[0], StringComparison.Ordinal);
        Assert.DoesNotContain("worth", hidden[0], StringComparison.Ordinal);
        Assert.Contains("actor aland", hidden[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_negotiation_is_looked_at_for_mistakes()
    {
        using var command = With(Talks);

        Assert.Contains("Talks on the bay (invented): 2 issues, interests of 2 parties of 2\n", command.Run("check", "@talks.pacta").Output, StringComparison.Ordinal);
    }

    private static Command With(string talks) => new Command { Width = 160 }.Write("talks.pacta", talks);

    private static string Many(int issues)
    {
        var all = Enumerable.Range(0, issues).ToList();
        return $$"""
            actor aland, borland
            negotiation "Talks" as talks {
              parties aland, borland
            {{string.Join('\n', all.Select(i => $"  issue issue_{i} {{ option yes, not_at_all }}"))}}
              interests of aland {
            {{string.Join('\n', all.Select(i => $"    worth of issue_{i} is yes 1, not_at_all 0"))}}
                alternative 0
              }
              interests of borland {
            {{string.Join('\n', all.Select(i => $"    worth of issue_{i} is yes 0, not_at_all 1"))}}
                alternative 0
              }
            }
            """;
    }
}
