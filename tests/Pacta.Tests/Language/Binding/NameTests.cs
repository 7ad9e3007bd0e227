using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using static Pacta.Tests.Language.Binding.Bound;

namespace Pacta.Tests.Language.Binding;

public sealed class NameTests
{
    [Fact]
    public void A_vocabulary_of_one_file_can_be_used_in_another_in_any_order()
    {
        var agreement = Text("clause test { each party must not have tanks in area }").Replace(Basics, "", StringComparison.Ordinal);

        Assert.Single(Compile(agreement, Basics).Agreements);
    }

    [Fact]
    public void A_noun_of_another_agreement_of_the_file_comes_with_all_it_needs()
    {
        var text = Text("""
              amount heavy at "1" { 9_000 t }
              define heavy_ship (heavy_ships) at "2" { means warship w where tonnage of w at least heavy }
            """) + """

            agreement "Later treaty" as later {
              status proposal
              time zone "UTC"
              parties aland, borland
              use basics
              clause test { each party must not have heavy_ships }
            }
            """;

        var later = Compile(text).Agreements[1];

        Assert.Contains("heavy_ship", later.Definitions.Keys);
        Assert.Contains("heavy", later.Tables.Keys);
    }

    [Fact]
    public void Kinds_have_the_roles_and_fields_of_their_parents()
    {
        var gun = Agreement("").Vocabulary.Kinds["gun"];

        Assert.Equal(["of", "in"], gun.Roles.Select(r => r.Preposition));
        Assert.Equal(new Field("calibre", FieldType.Quantity, "m"), gun.Fields["calibre"]);
        Assert.Equal("weapon", gun.Parent);
    }

    [Fact]
    public void A_state_shares_its_variables_with_the_events_that_begin_and_end_it()
    {
        var state = Agreement("").Vocabulary.States["member"];

        Assert.Equal(["S", "N"], state.RoleVariables);
        Assert.Equal("S", Is<VariableArgument>(Role(state.Begins, "by")).Variable);
        Assert.Null(state.Ends);
    }

    [Fact]
    public void Members_of_a_group_are_dated()
    {
        var members = Agreement("").Vocabulary.Groups["northern"].Members;

        Assert.Equal(["aland", "borland"], members.Select(m => m.Member));
        Assert.Equal("2000-06", Is<FixedTime>(members[0].Until).Moment.ToString());
        Assert.Null(members[1].From);
    }

    [Fact]
    public void Sources_standards_and_perspectives_of_all_files_are_one_vocabulary()
    {
        var vocabulary = Compile(Text("""
            define show at "2" {
              reading small { means exercise x where troops of x at least 10 }
              reading large { means exercise x where troops of x at least 1_000 }
            }
            """), """
            source courier is media of aland "The Aland Courier"
            standard strict {
              needs 2 origins
              reliability c or better
              credibility 3 or better
              admission suffices
              denial counts by party, monitor
            }
            perspective neutral {
              accepts monitor, media
              standard strict
              takes small of show
            }
            """).Vocabulary;

        Assert.Equal(new Source("courier", SourceKind.Media, "aland", "The Aland Courier"), vocabulary.Sources["courier"]);
        var standard = vocabulary.Standards["strict"];
        Assert.Equal((2, 'C', 3, true), (standard.Origins, standard.Reliability, standard.Credibility, standard.AdmissionSuffices));
        Assert.Equal([SourceKind.Party, SourceKind.Monitor], standard.DenialCounts);
        Assert.Equal("small", vocabulary.Perspectives["neutral"].Readings["show"]);
    }

    [Fact]
    public void A_file_with_a_broken_sentence_silences_questions_of_meaning()
    {
        var result = Compiler.Compile([new SourceText("a.pacta", "vocabulary { }"), new SourceText("b.pacta", Text("clause test { each party must not have dragons }"))]);

        Assert.All(result.Diagnostics, d => Assert.StartsWith("PACTA01", d.Code, StringComparison.Ordinal));
        Assert.NotEmpty(result.Diagnostics);
    }

    [Theory]
    [InlineData("exercize", "exercise")]
    [InlineData("exrecise", "exercise")]
    [InlineData("exercises", "exercise")]
    [InlineData("manoeuvre", null)]
    [InlineData("wr", "war")]
    [InlineData("xx", null)]
    public void A_misspelt_name_is_at_most_two_slips_away(string written, string? meant) =>
        Assert.Equal(meant, DidYouMean.Nearest(written, ["notification", "exercise", "war"]));
}
