using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;

namespace Pacta.Tests.Temporal;

/// <summary>What formulas are read as; shown by printing them, since the printer shows with parentheses what belongs together.</summary>
public sealed class FormulaParserTests
{
    [Theory]
    [InlineData("paid(x) AND due(x) OR late(x)", "(paid(x) AND due(x)) OR late(x)")]
    [InlineData("paid(x) OR due(x) AND late(x)", "paid(x) OR (due(x) AND late(x))")]
    [InlineData("paid(x) AND ONCE due(x) OR late(x)", "paid(x) AND (ONCE[0,*) (due(x) OR late(x)))")]
    [InlineData("ONCE[0,2] paid(x) AND due(x)", "ONCE[0,2] (paid(x) AND due(x))")]
    [InlineData("paid(x) AND ONCE due(x) SINCE late(x)", "(paid(x) AND (ONCE[0,*) due(x))) SINCE[0,*) late(x)")]
    [InlineData("NOT paid(x) AND due(x)", "(NOT paid(x)) AND due(x)")]
    [InlineData("paid(x) SINCE due(x) UNTIL[0,3] late(x)", "paid(x) SINCE[0,*) (due(x) UNTIL[0,3] late(x))")]
    [InlineData("paid(x) IMPLIES due(x) IMPLIES late(x)", "paid(x) IMPLIES (due(x) IMPLIES late(x))")]
    [InlineData("paid(x) OR due(x) OR late(x)", "(paid(x) OR due(x)) OR late(x)")]
    [InlineData("paid(x) AND due(x) AND late(x)", "(paid(x) AND due(x)) AND late(x)")]
    [InlineData("paid(x) EQUIV due(x) EQUIV late(x)", "(paid(x) EQUIV due(x)) EQUIV late(x)")]
    [InlineData("EXISTS x, y. owes(x,y) AND due(x)", "EXISTS x, y. (owes(x,y) AND due(x))")]
    [InlineData("n <- CNT x; y owes(x,y) AND due(x) OR late(y)", "n <- CNT x; y ((owes(x,y) AND due(x)) OR late(y))")]
    [InlineData("LET a(x) = due(x) AND late(x) IN a(x) OR paid(x)", "LET a(x) = (due(x) AND late(x)) IN (a(x) OR paid(x))")]
    [InlineData("PREV paid(x)", "PREVIOUS[0,*) paid(x)")]
    [InlineData("SOMETIMES[1,2] paid(x)", "EVENTUALLY[1,2] paid(x)")]
    [InlineData("PAST_ALWAYS paid(x)", "HISTORICALLY[0,*) paid(x)")]
    public void Operators_bind_as_their_precedence_says(string written, string read) => Assert.Equal(read, Printed(written));

    [Theory]
    [InlineData("x > 3", "3 < x")]
    [InlineData("x >= y", "y <= x")]
    [InlineData("x - 1 - y = 2 * 3 + z", "(x - 1) - y = (2 * 3) + z")]
    [InlineData("-x * y = 1", "(-x) * y = 1")]
    [InlineData("x -1 = y", "x - 1 = y")]
    [InlineData("x MOD 2 + 1 = 0", "x MOD (2 + 1) = 0")]
    [InlineData("(x + 1) * 2 = y", "(x + 1) * 2 = y")]
    [InlineData("((x)) = 1 AND (((due(x))))", "x = 1 AND due(x)")]
    [InlineData("f2i(i2f(x) / 2.5) = 1", "f2i(i2f(x) / 2.5) = 1")]
    [InlineData("x = 1.", "x = 1.0")]
    [InlineData("ONCE (0,5] paid(x)", "ONCE(0,5] paid(x)")]
    [InlineData("ONCE (0 = 1)", "ONCE[0,*) 0 = 1")]
    [InlineData("ONCE[1d,2h) paid(x) ", "ONCE[86400,7200) paid(x)")]
    [InlineData("ONCE[1m,30s] paid(x) ", "ONCE[60,30] paid(x)")]
    public void Terms_and_intervals_are_read(string written, string read) => Assert.Equal(read, Printed(written));

    [Theory]
    [InlineData("MATCHF[0,3] paid(x) AND due(x)", "(MATCHF[0,3] paid(x)? .) AND due(x)")]
    [InlineData("MATCHP[0,3] paid(x)", "MATCHP[0,3] . paid(x)?")]
    [InlineData("<| paid(x)? . + due(x)? .*", "MATCHP[0,*) paid(x)? (. + (due(x)? .*))")]
    [InlineData("<| (paid(x)? .) + due(x)? .*", "MATCHP[0,*) (paid(x)? .) + (due(x)? .*)")]
    [InlineData("▷ [0,3] (paid(x) AND due(x)) .", "MATCHF[0,3] ((paid(x) AND due(x))? .) .")]
    [InlineData("FORWARD (paid(x)? . late(x)?)*", "MATCHF[0,*) ((paid(x)? .) late(x)?)*")]
    [InlineData("|> ((x) = 1)? .", "MATCHF[0,*) (x = 1)? .")]
    [InlineData("◁ NOT ONCE paid(x) OR due(x)", "MATCHP[0,*) . (NOT ONCE[0,*) (paid(x) OR due(x)))?")]
    public void Temporal_regular_expressions_are_read(string written, string read) => Assert.Equal(read, Printed(written));

    [Fact]
    public void A_formula_alone_makes_a_step_forwards_after_it_and_backwards_before_it()
    {
        var atom = new Atom("paid", []);

        Assert.Equal(new FutureMatch(Interval.Any, new Sequence(new Test(atom), new AnyStep())).ToString(), FormulaParser.Parse("MATCHF paid()").ToString());
        Assert.Equal(new PastMatch(Interval.Any, new Sequence(new AnyStep(), new Test(atom))).ToString(), FormulaParser.Parse("MATCHP paid()").ToString());
    }

    [Fact]
    public void An_underscore_is_a_variable_of_its_own_quantified_around_its_event()
    {
        Assert.Equal("(EXISTS _2. owes(_2,x)) AND (EXISTS _3, _4. owes(_3,_4))", Printed("owes(_,x) AND owes(_,_)", "AND _1 = 2"));

        static string Printed(string written, string other) =>
            FormulaPrinter.Print(((And)FormulaParser.Parse($"{written} {other}")).Left);
    }

    [Theory]
    [InlineData("name = \"a\\.b\"", "a\\.b")]
    [InlineData("name = 'say \"yes\"'", "say \"yes\"")]
    [InlineData("name = \"\"", "")]
    [InlineData("name = \"# no (* remark *)\" # a remark", "# no (* remark *)")]
    public void Texts_keep_what_is_between_their_quotes(string written, string text) =>
        Assert.Equal(new Constant(new TextValue(text)), ((Comparison)FormulaParser.Parse(written)).Right);

    [Fact]
    public void Names_have_signs_of_their_own_and_numbers_have_no_bound()
    {
        Assert.Equal(new Variable("a-b/c:d'e"), ((Comparison)FormulaParser.Parse("a-b/c:d'e = 1")).Left);
        Assert.Equal("x = 123456789012345678901234567890", Printed("x = 123456789012345678901234567890"));
    }

    [Theory]
    [InlineData("", 1, 1, "the end of the formula")]
    [InlineData("paid(x) AND", 1, 12, "the end of the formula")]
    [InlineData("paid(x)\n  )", 2, 3, "The formula should end here, but there is ')'")]
    [InlineData("(paid(x)", 1, 9, "The parenthesis of line 1, column 1 is not closed")]
    [InlineData("x + 1", 1, 1, "only a term")]
    [InlineData("x <-1", 1, 5, "'<-' begins an aggregation")]
    [InlineData("EXISTS. paid(x)", 1, 7, "A variable behind EXISTS")]
    [InlineData("x = \"abc", 1, 5, "This text does not end")]
    [InlineData("(* a", 1, 1, "This comment does not end")]
    [InlineData("é(x)", 1, 1, "'é' is not used")]
    [InlineData("ONCE[-1,2] paid(x)", 1, 6, "cannot be negative")]
    [InlineData("ONCE[0,3y] paid(x)", 1, 8, "'y' is no unit of time")]
    [InlineData("ONCE[0,99999999999999999999] paid(x)", 1, 8, "too large")]
    [InlineData("x MATCHES r\"\\(a\"", 1, 11, "is no pattern")]
    [InlineData("MATCHF[0,1] (paid(x) due(x) AND late(x))", 1, 29, "is not closed")]
    [InlineData("paid(x AND y)", 1, 8, "',' is expected between arguments")]
    public void Mistakes_are_told_with_their_place_and_something_right(string written, int line, int column, string message)
    {
        var exception = Assert.Throws<NotationException>(() => FormulaParser.Parse(written));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (exception.Line, exception.Column));
        Assert.NotNull(exception.Help);
        var example = exception.Example!;
        Assert.NotNull(FormulaParser.Parse(example.StartsWith("(*", StringComparison.Ordinal) ? example + "paid(x)" : example));
    }

    [Fact]
    public void Deep_nesting_is_refused_in_whatever_way_it_is_deep()
    {
        string[] deep =
        [
            new string('(', 100_000) + "x",
            string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "paid()",
            string.Join(" AND ", Enumerable.Repeat("paid()", 100_000)),
            "x = " + string.Join(" + ", Enumerable.Repeat("1", 100_000)),
            "x = " + string.Concat(Enumerable.Repeat(" -", 100_000)) + " 1",
            "MATCHF " + new string('(', 100_000) + ".",
            "MATCHF " + string.Concat(Enumerable.Repeat(". ", 100_000)),
            "MATCHF ." + new string('*', 100_000),
        ];

        Assert.All(deep, text => Assert.Contains("nested more than 500 deep", Assert.Throws<NotationException>(() => FormulaParser.Parse(text)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_formula_nothing_but_a_message_comes_of_it()
    {
        const string Whole = "LET a(x) = n <- CNT y; x owes(x,y) IN EXISTS x. (a(x) SINCE[0,3d) MATCHP(1,2] paid(x)? . + .* (x MATCHES r\"a\" (_, y) )) OR f2i(1.5) <= -2 MOD 3";
        Assert.NotNull(FormulaParser.Parse(Whole));
        for (var from = 0; from < Whole.Length; from++)
        {
            for (var length = 1; from + length <= Whole.Length; length += 3)
            {
                try
                {
                    FormulaParser.Parse(Whole.Remove(from, length));
                }
                catch (NotationException exception)
                {
                    Assert.NotEmpty(exception.Message);
                }
            }
        }
    }

    private static string Printed(string written)
    {
        var printed = FormulaPrinter.Print(FormulaParser.Parse(written));
        Assert.Equal(printed, FormulaPrinter.Print(FormulaParser.Parse(printed)));
        return printed;
    }
}
