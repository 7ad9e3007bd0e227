using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Pacta.Presentation.Phrases;

namespace Pacta.Tests.Cli;

/// <summary>Findings as one page for a browser and for paper.</summary>
public sealed partial class HtmlTests
{
    private static readonly string[] Accusing = ["breached", "violat", "not honoured", "guilt", "coupable"];

    public static TheoryData<string, string> Speeches
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var language in Phrasebook.Languages)
            {
                foreach (var mandate in new[] { "observe", "assess", "attribute", "determine" })
                {
                    all.Add(language, mandate);
                }
            }

            return all;
        }
    }

    [Fact]
    public void The_page_of_the_demo()
    {
        using var command = Command.WithDemo();

        Golden.Equal("check.html", command.Check("--format", "html").Output);
    }

    [Theory]
    [MemberData(nameof(Speeches))]
    public void A_page_is_well_formed_and_whole_and_accuses_nobody(string language, string mandate)
    {
        using var command = Command.WithDemo();
        var output = command.Check("--format", "html", "--all", "--language", language, "--mandate", mandate).Output;
        var page = Read(output);

        Assert.Empty(Faults(page));
        Assert.Equal(language, page.Root?.Attribute("lang")?.Value);
        Assert.DoesNotContain(Accusing, a => output.Contains(a, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(FromElsewhere(), output);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_in_whatever_order_the_reports_stand()
    {
        using var command = Command.WithDemo();
        var first = command.Check("--format", "html").Output;
        var lines = command.Read(Command.Reports).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Array.Reverse(lines);
        command.Write(Command.Reports, string.Join('\n', lines));

        Assert.Equal(first, command.Check("--format", "html").Output);
    }

    [Fact]
    public void A_page_says_nothing_that_the_book_of_phrases_does_not_hold()
    {
        using var command = Command.WithDemo();
        var french = Phrasebook.Of("fr")!;
        var english = Phrasebook.English.Keys
            .Where(k => Phrasebook.English.Template(k) != french.Template(k))
            .Select(k => Phrasebook.English.Template(k).Split('{', '[')[0].Trim())
            .Where(t => t.Length > 9 && t.Contains(' ', StringComparison.Ordinal) && !command.Read(Command.Agreement).Contains(t, StringComparison.Ordinal))
            .ToList();
        var page = Read(command.Check("--format", "html", "--language", "fr").Output);

        var said = page.Descendants().Where(e => e.Name.LocalName is not ("style" or "blockquote" or "pre")).Nodes().OfType<XText>().Select(t => t.Value).ToList();

        Assert.NotEmpty(said);
        Assert.DoesNotContain(english, e => said.Exists(s => s.Contains(e, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_report_or_an_agreement_says_cannot_become_markup()
    {
        using var command = Small.Command(
            Small.Agreement("clause quiet at \"<b>4</b>\" { text en \"No <script>alert(1)</script> & 'fire'.\"\n unverified \"<i>all</i>\"\n each party must not open fire in strip }")
                .Replace("Small accord", "Small <img src=x onerror=y> accord", StringComparison.Ordinal),
            """{"id":"<r1>","source":"mission","recorded":"2024-02-01","event":"\"><svg onload=1>","kind":"fire","time":"2024-02-01","by":"aland","in":"strip"}""");

        var page = Read(command.Findings("html").Output);

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "img" or "b" or "i");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Empty(Faults(page));
        Assert.Contains(page.Descendants("blockquote"), b => b.Value.Contains("No <script>alert(1)</script> & 'fire'.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_merely_kept_is_counted_and_listed_only_on_demand()
    {
        using var command = Command.WithDemo();

        var folded = Read(command.Check("--format", "html").Output);
        var whole = Read(command.Check("--format", "html", "--all").Output);

        Assert.Equal((6, 8), (folded.Descendants("article").Count(), whole.Descendants("article").Count()));
        Assert.Contains("2 findings about what was merely kept are counted", folded.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("merely kept", whole.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_findings_the_derivations_are_closed_and_the_timeline_has_one_row()
    {
        using var command = Command.WithDemo();
        command.Write(Command.Reports, string.Join('\n', Enumerable.Range(0, 60).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"r{{i}}","source":"mission","recorded":"2024-07-01","event":"f{{i}}","kind":"fire","time":"2024-06-{{(i % 28) + 1:00}}","by":"aland","in":"buffer_zone"}"""))));

        var page = Read(command.Check("--format", "html").Output);

        Assert.Equal(60, page.Descendants("article").Count());
        Assert.Empty(page.Descendants("article").Descendants("details").Attributes("open"));
        Assert.Contains(page.Descendants("text"), t => t.Value == "60 findings: not consistent");
        Assert.Contains(page.Descendants("table"), t => t.Value.Contains("2024-06-01 to 2024-06-28: not consistent", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_contested_tells_each_choice_and_what_is_not_verified_stands_beside_the_verdict()
    {
        using var command = Command.WithDemo();
        var page = Read(command.Check("--format", "html").Output);

        Assert.Equal(
            ["not consistent with 4 if fire shots_12 happened (as mission says)", "not in play if fire shots_12 did not happen (as borland_mod says)"],
            page.Descendants("ul").First(u => ClassOf(u) == "outcomes").Elements().Select(e => e.Value));
        Assert.Contains(page.Descendants("dd"), d => ClassOf(d) == "verdict" && d.Value.Contains("not consistent for a time", StringComparison.Ordinal) && d.Value.Contains("the 20 tanks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_disputed_commitment_has_claims_and_no_bars()
    {
        using var command = Small.Command(
            Small.Words + """
            agreement "Assurances (invented)" as assurances {
              status   oral disputed
              time zone "UTC"
              parties  aland, borland
              use      words
              clause restraint at "1" { claimed by borland "said in May"
                denied by aland
                aland must not hold exercise }
            }
            """,
            """{"id":"r1","source":"mission","recorded":"2024-02-01","event":"x1","kind":"exercise","time":"2024-02-01","by":"aland","fields":{"troops":9500}}""");

        var page = Read(command.Findings("html").Output);

        Assert.Empty(Faults(page));
        Assert.Empty(page.Descendants("rect"));
        Assert.Contains("borland claims it: “said in May”.", page.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("consistent", page.Descendants("article").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_began_at_another_time_under_another_reading_is_drawn_from_when_the_first_reading_has_it()
    {
        using var command = Small.Command(
            Small.Agreement(
                """
                group club {
                  aland as from 2024-06-01
                }
                clause free at "1" {
                  reading everyone by aland { each party must not have guns in strip }
                  reading members by borland { each club C must not have guns in strip }
                }
                """),
            """{"id":"r1","source":"mission","recorded":"2024-03-01","event":"g1","kind":"gun","time":"2024-03-01","of":"aland","in":"strip"}""",
            """{"id":"r2","source":"mission","recorded":"2024-08-01","event":"g2","kind":"gun","time":"2024-08-01","of":"borland","outside":"strip"}""");

        var page = Read(command.Findings("html").Output);

        // The treaty is in force, and the clause binds one of the readings' bearers, from January on; no reading has it broken before March.
        Assert.Contains("2024-03-01 to 2024-06-01: not consistent", page.Descendants("table").Single(t => ClassOf(t) == "times").Descendants("li").Select(l => l.Value));
        var drawing = page.Descendants("svg").Single(s => ClassOf(s) == "drawing");
        var bar = drawing.Elements("rect").Single(r => ClassOf(r) == "bar b-not_consistent");
        var unsure = drawing.Elements("path").Where(p => ClassOf(p) == "unsure").Select(p => p.Attribute("d")!.Value).Single(d => d.StartsWith($"M{bar.Attribute("x")!.Value} ", StringComparison.Ordinal));
        Assert.True(X(unsure.Split('H')[1]) < X(bar.Attribute("x")!.Value) + X(bar.Attribute("width")!.Value), unsure);

        static double X(string number) => double.Parse(number, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_page_is_no_answer_to_a_look_for_mistakes()
    {
        using var command = Command.WithDemo();

        Assert.Equal(2, command.Run("check", "@" + Command.Agreement, "--format", "html").ExitCode);
    }

    private static XDocument Read(string page)
    {
        using var text = new StringReader(page);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    private static string? ClassOf(XElement element) => element.Attribute("class")?.Value;

    /// <summary>Links to nowhere, names given twice, levels of headings left out.</summary>
    private static IEnumerable<string> Faults(XDocument page)
    {
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        foreach (var twice in ids.GroupBy(i => i).Where(g => g.Count() > 1))
        {
            yield return $"id {twice.Key} twice";
        }

        var targets = page.Descendants().Attributes("href").Select(a => a.Value[1..])
            .Concat(page.Descendants().Attributes("fill").Select(a => a.Value["url(#".Length..^1]))
            .Concat(page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')));
        foreach (var target in targets.Except(ids))
        {
            yield return $"nothing is called {target}";
        }

        var level = 0;
        foreach (var heading in page.Descendants().Where(e => e.Name.LocalName is ['h', >= '1' and <= '6']))
        {
            var next = heading.Name.LocalName[1] - '0';
            if (next > level + 1)
            {
                yield return $"heading {next} under {level}: {heading.Value}";
            }

            level = next;
        }
    }

    /// <summary>What would make a browser ask for something.</summary>
    [GeneratedRegex(@"https?:|\bsrc\s*=|@import|@font-face|<script|<link|<iframe|url\((?!#)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex FromElsewhere();
}
