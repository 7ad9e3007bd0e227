using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Tests.Temporal;

public sealed class FormulaCheckerTests
{
    private static readonly Signature Signature = SignatureReader.Read("pays(string,int) rate(float) seen(int) likes(regexp) open()");

    [Theory]
    [InlineData("seen(x) AND (EXISTS x. seen(x))", "seen(x) AND (EXISTS x~2. seen(x~2))")]
    [InlineData("(EXISTS y. seen(y)) AND (EXISTS y. seen(y))", "(EXISTS y. seen(y)) AND (EXISTS y~2. seen(y~2))")]
    [InlineData("EXISTS x, z, x. seen(x)", "EXISTS x. seen(x)")]
    [InlineData("FORALL z. open()", "open()")]
    [InlineData("x <- SUM x seen(x)", "x <- SUM x~2 seen(x~2)")]
    [InlineData("n <- CNT x; y pays(y,x) AND seen(n)", "n <- CNT x; y (pays(y,x) AND seen(n~2))")]
    [InlineData("EXISTS y. n <- SUM y; y seen(y)", "EXISTS y. n <- SUM y; y seen(y)")]
    [InlineData("seen(x) AND (EXISTS y. n <- SUM y; y seen(y)) AND (EXISTS y. seen(y))", "(seen(x) AND (EXISTS y. n <- SUM y; y seen(y))) AND (EXISTS y~2. seen(y~2))")]
    [InlineData("LET a(x) = seen(x) IN a(x) AND a(y)", "LET a(x~2) = seen(x~2) IN (a(x) AND a(y))")]
    [InlineData("MATCHP[0,5] (EXISTS x. seen(x))? . seen(x)?", "MATCHP[0,5] ((EXISTS x~2. seen(x~2))? .) seen(x)?")]
    public void Bound_names_are_made_different_from_all_others(string written, string renamed) =>
        Assert.Equal(renamed, FormulaPrinter.Print(Check(written).Formula));

    [Theory]
    [InlineData("pays(who,n) AND (EXISTS f. rate(f)) AND A = who", "who,n,A")]
    [InlineData("seen(z) SINCE pays(y,z)", "y,z")]
    [InlineData("seen(a) AND seen(z) UNTIL[0,1] (seen(z) AND (seen(b) SINCE seen(a) AND seen(b)))", "z,a,b")]
    [InlineData("n <- CNT x; y pays(y,x) ", "n,y")]
    [InlineData("MATCHP (seen(b)? . seen(a)?)", "b,a")]
    [InlineData("pays(x,y) AND x MATCHES s2r(z) (w, _) AND seen(y) AND z = x", "x,y,z,w")]
    [InlineData("open()", "")]
    public void Columns_come_as_they_occur_but_the_right_side_of_since_and_until_first(string written, string columns) =>
        Assert.Equal(columns, string.Join(',', Check(written).Columns));

    [Fact]
    public void All_variables_have_a_type()
    {
        var check = Check("pays(who,n) AND m = n + 1 AND (EXISTS f. rate(f)) AND s = i2s(n) AND A = \"x\"");

        Assert.Equal(ValueType.Integer, check.Types["m"]);
        Assert.Equal(ValueType.Text, check.Types["who"]);
        Assert.Equal(ValueType.Text, check.Types["s"]);
        Assert.Equal(ValueType.Float, check.Types["f"]);
        Assert.Equal(6, check.Types.Count);
    }

    [Theory]
    [InlineData("r <- CNT x pays(x,y)", ValueType.Integer)]
    [InlineData("r <- MAX x pays(x,y)", ValueType.Text)]
    [InlineData("r <- SUM y pays(x,y)", ValueType.Integer)]
    [InlineData("r <- SUM x rate(x)", ValueType.Float)]
    [InlineData("r <- AVG y pays(x,y)", ValueType.Float)]
    [InlineData("r <- MED y pays(x,y)", ValueType.Float)]
    [InlineData("tp(r)", ValueType.Integer)]
    [InlineData("EXISTS t. tpts(t,r)", ValueType.Integer)]
    [InlineData("LET ts(x) = rate(x) IN ts(r)", ValueType.Float)]
    [InlineData("LETPAST p(x) = (x = 1.0) OR PREVIOUS p(x) IN p(r)", ValueType.Float)]
    [InlineData("seen(x) AND r = YEAR(x) ", ValueType.Integer)]
    public void The_result_has_the_type_that_its_source_gives(string written, ValueType type) => Assert.Equal(type, Check(written).Types["r"]);

    [Theory]
    [InlineData("sees(x)", "no kind of event named 'sees'", "'seen'")]
    [InlineData("seen(x,y)", "'seen' has 1 argument, but here 2", "'_'")]
    [InlineData("tp(x,y)", "'tp' has 1 argument, but here 2", "'_'")]
    [InlineData("LET a(x) = seen(x) IN a()", "'a' has 1 argument, but here 0", "'_'")]
    [InlineData("seen(x) AND rate(x)", "In rate(x), x is of type int, but float is expected", "i2f")]
    [InlineData("rate(x) AND x = 1", "1 is of type int, but float is expected", "1.0")]
    [InlineData("seen(x) AND x = \"a\"", "\"a\" is of type string, but int is expected", "s2i")]
    [InlineData("rate(x) AND x MOD 2.0 = x", "x is of type float, but int is expected", "f2i")]
    [InlineData("pays(x,y) AND -x = x", "x is of type string, but a number is expected", "s2i")]
    [InlineData("r <- AVG x pays(x,y)", "x is of type string, but", "")]
    [InlineData("pays(x,y) AND x MATCHES \"a\"", "\"a\" is of type string, but regexp is expected", "")]
    [InlineData("x = y", "Nothing says of which type 'x' is", "compare it")]
    [InlineData("r <- SUM z pays(x,y)", "'z' does not occur in what is aggregated", "free there")]
    [InlineData("r <- SUM y; z pays(x,y)", "'z' does not occur in what is aggregated", "free there")]
    [InlineData("x <- SUM y; x pays(x,y)", "'x' is both the result", "name of its own")]
    [InlineData("LET a(x,x) = seen(x) IN a(x,x)", "occurs twice", "name of its own")]
    [InlineData("LET a(x,z) = seen(x) IN a(x,x)", "The parameter 'z' of a(x, z) does not occur", "Leave the parameter out")]
    [InlineData("LET a(x) = pays(y,x) IN a(x)", "'y' is free in the definition of a(x)", "EXISTS y.")]
    [InlineData("LET a(x) = a(x) IN a(x)", "no kind of event named 'a'", "LET")]
    [InlineData("ONCE[5,3] seen(x)", "No distance in time lies in the interval", "smaller number first")]
    [InlineData("ONCE(3,3] seen(x)", "No distance in time lies in the interval", "not included")]
    [InlineData("seen(x) UNTIL seen(x)", "looks ahead without end", "upper end")]
    public void What_does_not_fit_is_told_with_the_part_at_fault(string written, string message, string help)
    {
        var exception = Assert.Throws<FormulaException>(() => Check(written));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(help, exception.Help, StringComparison.Ordinal);
        Assert.NotNull(exception.Subformula);
    }

    private static CheckedFormula Check(string written) => FormulaChecker.Check(FormulaParser.Parse(written), Signature);
}
