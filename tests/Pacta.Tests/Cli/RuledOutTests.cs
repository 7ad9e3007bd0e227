using Pacta.Cli.Demo;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Tests.Cli;

/// <summary>What the demo counts in the text of agreements: which clauses rule out an act, and whom the sentences bind.</summary>
public sealed class RuledOutTests
{
    [Theory]
    [InlineData("each party must not hold exercise", true)]
    [InlineData("aland must not hold exercise", true)]
    [InlineData("each party must not hold exercise in strip", false)]
    [InlineData("each party must not hold exercise x where troops of x at least 5", false)]
    [InlineData("while judged \"calm\"\n    each party must not hold exercise", false)]
    [InlineData("each party must not hold exercise unless there was fire by aland", false)]
    public void A_clause_rules_out_an_act_as_such_only_without_conditions(string sentence, bool asSuch)
    {
        var found = RuledOut.Of([Compiled($"clause only {{\n    {sentence}\n  }}")], ["exercise"]);

        Assert.Equal(("only", asSuch), (Assert.Single(found).Clause.Name, found[0].AsSuch));
    }

    [Theory]
    [InlineData("each party must not open fire")]
    [InlineData("each party must keep number of guns of parties in strip at most 3")]
    [InlineData("each party may hold exercise")]
    public void Other_clauses_are_not_counted(string sentence) =>
        Assert.Empty(RuledOut.Of([Compiled($"clause elsewhere {{\n    {sentence}\n  }}")], ["exercise"]));

    [Fact]
    public void A_kind_that_a_definition_narrows_is_ruled_out_under_conditions()
    {
        var agreement = Compiled(
            """
            define large_exercise { means exercise x where troops of x at least 5 }
              clause only { each party must not hold large_exercise }
            """);

        Assert.False(Assert.Single(RuledOut.Of([agreement], ["exercise"])).AsSuch);
    }

    [Fact]
    public void Sentences_are_counted_by_whom_they_bind()
    {
        var agreement = Compiled(
            """
            clause of_one at "1" { aland must not hold exercise }
              clause of_the_rest at "2" { borland must not hold exercise }
              clause of_them_too at "2" { borland must not open fire }
              clause of_both at "3" { each party must not open fire }
              clause to_somebody at "4" {
                when exercise x by A
                A must give notification of x to each other party no later than start of x
              }
              clause allowed at "5" { each party may hold exercise }
            """);

        var count = DutyCount.Of(agreement, new ScriptSide("Aland", ["aland"]));

        Assert.Equal(
            ("1", "2 (2)", "3, 4", 1),
            (DutyCount.Articles(count.OneOnly), DutyCount.Articles(count.OtherOnly), DutyCount.Articles(count.Both), count.OwedByName));
    }

    private static Agreement Compiled(string clauses)
    {
        var result = Compiler.Compile([new SourceText("small.pacta", Small.Agreement(clauses))]);
        Assert.Empty(result.Diagnostics.Select(d => d.Headline));
        return Assert.Single(result.Agreements);
    }
}
