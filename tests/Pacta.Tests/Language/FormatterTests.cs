using CsCheck;
using Pacta.Language.Formatting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Tests.Agreements;
using Pacta.Tests.Language.Parsing;

namespace Pacta.Tests.Language;

/// <summary>The canonical layout, and that nothing is lost by it.</summary>
public sealed class FormatterTests
{
    [Fact]
    public void Whatever_can_be_read_is_laid_out_and_stays_so() => GrammarGen.LooseFile.Sample(
        text =>
        {
            var once = Format(text);
            Assert.Equal(once, Format(once));
            Assert.Equal(SyntaxDump.Of(Reading.File(text)), SyntaxDump.Of(Reading.File(once)));
        },
        iter: 600);

    [Fact]
    public void The_library_is_laid_out()
    {
        string[] folders = [Library.Folder, Path.Combine(Library.Folder, "..", "src", "Pacta.Cli", "Demo")];
        foreach (var file in folders.SelectMany(f => Directory.EnumerateFiles(f, "*.pacta", SearchOption.AllDirectories)))
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            Assert.True(Format(text) == text, $"{file} is not laid out: pacta format agreements src/Pacta.Cli/Demo");
        }
    }

    [Fact]
    public void What_belongs_under_each_other_stands_under_each_other()
    {
        const string Loose = """
            agreement "A" as aa {
            status political
            enters into force 2024-01-01
            time zone "UTC"
            parties aland, borland
            group guards { aland as from 2020-01-01
            borland_forces as from 2021-01-01 until 2022-01-01
            cedria }
            amount width of weapon w at "2" { 140 km if w is smerch
            2 km if w is mortar   // the smaller one
            // all others
            0.5 km otherwise
            }
            clause calm at "1" { when exercise x by A where any of { troops of x at least 9000
            tanks of x more than 250
            x is alert }
            A must give notification of x to each other party no later than 42 days before start of x
            otherwise A must give reply to x within 2 days after x }
            }
            """;
        const string LaidOut = """
            agreement "A" as aa {
              status    political
              enters into force 2024-01-01
              time zone "UTC"
              parties   aland, borland
              group guards {
                aland           as from 2020-01-01
                borland_forces  as from 2021-01-01 until 2022-01-01
                cedria
              }
              amount width of weapon w at "2" {
                140 km  if w is smerch
                2 km    if w is mortar  // the smaller one
                // all others
                0.5 km  otherwise
              }
              clause calm at "1" {
                when exercise x by A where any of {
                  troops of x  at least 9_000
                  tanks of x   more than 250
                  x is alert
                }
                A must give notification of x to each other party
                  no later than 42 days before start of x
                  otherwise A must give reply to x within 2 days after x
              }
            }

            """;

        Assert.Equal(LaidOut.ReplaceLineEndings("\n"), Format(Loose));
    }

    [Fact]
    public void The_line_ends_of_the_file_stay() => Assert.Equal("actor aland\r\nactor borland\r\n", Format("actor   aland\r\nactor borland"));

    [Fact]
    public void What_has_mistakes_is_left_alone()
    {
        var bag = new DiagnosticBag();

        Assert.Null(Formatter.Format(new SourceText("test.pacta", "agreement \"A\" as aa {\n  clause calm { A must }\n}\n"), bag));
        Assert.True(bag.HasErrors);
    }

    private static string Format(string text)
    {
        var bag = new DiagnosticBag();
        var laidOut = Formatter.Format(new SourceText("test.pacta", text), bag);
        Assert.True(laidOut is not null, string.Join('\n', bag.Items.Select(d => d.Headline)) + "\n" + text);
        return laidOut;
    }
}
