using CsCheck;
using Pacta.Language.Printing;
using Pacta.Model.Text;

namespace Pacta.Tests.Language.Parsing;

public sealed class PrinterTests
{
    [Fact]
    public void Reading_what_was_printed_gives_the_same_tree() =>
        GrammarGen.LooseFile.Sample(
            text =>
            {
                var file = Reading.File(text);
                Assert.Equal(SyntaxDump.Of(file), SyntaxDump.Of(Reading.File(Printer.Print(file))));
            },
            iter: 600);

    [Fact]
    public void Printing_what_was_printed_changes_nothing() =>
        GrammarGen.LooseFile.Sample(
            text =>
            {
                var once = Printer.Print(Reading.File(text), new SourceText("test.pacta", text));
                var twice = Printer.Print(Reading.File(once), new SourceText("test.pacta", once));
                Assert.Equal(once, twice);
            },
            iter: 600);

    [Fact]
    public void A_file_is_set_in_by_two_blanks_with_one_item_a_line_and_its_comments()
    {
        const string Written = """
            // head

            agreement   "A"  as aa{   // the first
            status political


            // before the clause
            clause notice at "38" { text en "x"
            when exercise x by A   in zone_a // trigger
            A must give notification of x to each other party
            no later than 42 days before start of x unless there was consent by each other party } // after
            zone  zz { map "a.geojson" }
            // last
            }
            """;
        const string Printed = """
            // head

            agreement "A" as aa {
              // the first
              status    political

              // before the clause
              clause notice at "38" {
                text en "x"
                when exercise x by A in zone_a  // trigger
                A must give notification of x to each other party
                  no later than 42 days before start of x
                  unless there was consent by each other party
              }  // after
              zone zz { map "a.geojson" }
              // last
            }

            """;

        var source = new SourceText("test.pacta", Written);

        Assert.Equal(Printed.ReplaceLineEndings("\n"), Printer.Print(Reading.File(Written), source));
    }

    [Fact]
    public void Without_its_source_a_tree_is_printed_without_comments() =>
        Assert.Equal("actor aland\n\nactor borland\n", Printer.Print(Reading.File("actor aland // one\nactor borland")));
}
