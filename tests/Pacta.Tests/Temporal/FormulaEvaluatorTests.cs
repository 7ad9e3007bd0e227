using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Reference;
using Pacta.Temporal.Typing;

namespace Pacta.Tests.Temporal;

/// <summary>The meaning of each operator, by hand.</summary>
public sealed class FormulaEvaluatorTests
{
    private const string Kinds = "p(int) q(int) r(int,int) s(string) f(float) a() b()";

    /// <summary>Verdicts are written one after the other, each as its rows; a dash for none, a question mark for what is not decided.</summary>
    [Theory]
    // Events, joins, comparisons
    [InlineData("p(x)", "@1 p(2)(1)(2) @2 q(1)", "(1) (2) | -")]
    [InlineData("r(x,x)", "@1 r(1,1)(1,2)", "(1)")]
    [InlineData("r(x,1)", "@1 r(1,1)(1,2)(3,1)", "(1) (3)")]
    [InlineData("r(x, x + 1)", "@1 r(1,1)(1,2)(3,4)", "(1) (3)")]
    [InlineData("r(x,_)", "@1 r(1,1)(1,2)(3,1)", "(1) (3)")]
    [InlineData("a()", "@1 a @2 b", "true | -")]
    [InlineData("TRUE", "@1", "true")]
    [InlineData("FALSE", "@1", "-")]
    [InlineData("p(x) AND q(x)", "@1 p(1)(2) q(2)(3)", "(2)")]
    [InlineData("x < 3 AND NOT q(x) AND p(x)", "@1 p(1)(2)(3) q(2)", "(1)")]
    [InlineData("y = x + 1 AND p(x)", "@1 p(1)(2)", "(2,1) (3,2)")]
    [InlineData("p(x) OR q(x)", "@1 p(1) q(2)(1)", "(1) (2)")]
    [InlineData("p(x) AND (q(y) OR x = y)", "@1 p(1) q(2)", "(1,1) (1,2)")]
    [InlineData("p(x) AND x / 0 = 1", "@1 p(1)", "-")]
    [InlineData("p(x) AND NOT x / 0 = 1", "@1 p(1)", "(1)")]
    [InlineData("p(x) AND NOT 1 <= 1 / x", "@1 p(0)(1)(2)", "(0) (2)")]
    [InlineData("s(x) AND \"an\" SUBSTRING x", "@1 s(aland) s(borland) s(cedria)", "(\"aland\") (\"borland\")")]
    [InlineData("s(x) AND x MATCHES r\"^\\(.*\\)l\\(and\\)?\" (y, _)", "@1 s(aland) s(elva) s(cedria)", "(\"aland\",\"a\") (\"elva\",\"e\")")]
    [InlineData("s(x) AND x MATCHES r\"^\\(.*\\)l\\(and\\)?\" (_, y)", "@1 s(aland) s(elva)", "(\"aland\",\"and\")")]
    // Connectives
    [InlineData("NOT a()", "@1 a @2 b", "- | true")]
    [InlineData("a() IMPLIES b()", "@1 a @2 a b @3", "- | true | true")]
    [InlineData("a() EQUIV b()", "@1 a @2 a b @3", "- | true | true")]
    [InlineData("p(x) AND (q(x) IMPLIES a())", "@1 p(1)(2) q(1) @2 p(1) q(1) a", "(2) | (1)")]
    [InlineData("NOT (p(x) IMPLIES q(x))", "@1 p(1)(2) q(1)", "(2)")]
    [InlineData("NOT (NOT p(x) OR q(x))", "@1 p(1)(2) q(1)", "(2)")]
    [InlineData("EXISTS x. r(x,y)", "@1 r(1,2)(2,2)(1,3)", "(2) (3)")]
    [InlineData("FORALL x. p(x) IMPLIES q(x)", "@1 p(1) q(1)(2) @2 p(1)(2) q(1) @3", "true | - | true")]
    [InlineData("q(y) AND (FORALL x. r(x,y) IMPLIES p(x))", "@1 q(1)(2)(3) r(5,1)(6,1)(5,2) p(5)", "(2) (3)")]
    // Back
    [InlineData("PREVIOUS p(x)", "@1 p(1) @3 p(2) @9", "- | (1) | (2)")]
    [InlineData("PREVIOUS[0,3] p(x)", "@1 p(1) @3 p(2) @9", "- | (1) | -")]
    [InlineData("ONCE[2,4) p(x)", "@1 p(1) @2 p(2) @3 @4 @5", "- | - | (1) | (1) (2) | (2)")]
    [InlineData("ONCE(0,1) p(x)", "@1 p(1) @2", "- | -")]
    [InlineData("ONCE[0,0] p(x)", "@1 p(1) @1 p(2) @2", "(1) | (1) (2) | -")]
    [InlineData("HISTORICALLY[0,2] a()", "@1 a @2 a @3 b @6 a", "true | true | - | true")]
    [InlineData("HISTORICALLY[5,9] a()", "@1 b @2 b", "true | true")]
    [InlineData("p(x) SINCE q(x)", "@1 q(1)(2) @2 p(1) q(3) @3 p(3)(1)(2)", "(1) (2) | (1) (3) | (1) (3)")]
    [InlineData("p(x) SINCE[1,2] q(x)", "@1 q(1) @2 p(1) @3 p(1) @4 p(1)", "- | (1) | (1) | -")]
    [InlineData("NOT p(x) SINCE q(x)", "@1 q(1)(2) @2 p(1) @3", "(1) (2) | (2) | (2)")]
    // Ahead; what is not decided yet
    [InlineData("NEXT p(x)", "@1 p(1) @3 p(2)", "(2) | ?")]
    [InlineData("NEXT[0,1] p(x)", "@1 p(1) @3 p(2)", "- | ?")]
    [InlineData("EVENTUALLY[1,2] p(x)", "@1 p(1) @2 p(2) @3 p(3) @4 p(4) @5", "(2) (3) | (3) (4) | ? | ? | ?")]
    [InlineData("EVENTUALLY[0,1] p(x)", "@1 p(1) @2 p(2) @2 p(3)", "? | ? | ?")]
    [InlineData("ALWAYS[0,1] a()", "@1 a @2 a @3 b @9", "true | - | - | ?")]
    [InlineData("p(x) UNTIL[0,2] q(x)", "@1 p(1)(2) q(3) @2 p(1) q(2) @3 q(1)(4) @9", "(1) (2) (3) | (1) (2) | (1) (4) | ?")]
    [InlineData("EVENTUALLY[0,1] NEXT p(x)", "@1 p(1) @2 p(2) @3 p(3) @4 p(4)", "(2) (3) | (3) (4) | ? | ?")]
    [InlineData("PREVIOUS NEXT p(x)", "@1 p(1) @2 p(2) @3 p(3)", "- | (2) | (3)")]
    [InlineData("ONCE[0,*) NEXT a()", "@1 @2 a", "true | ?")]
    // The time point itself
    [InlineData("tp(i)", "@7 @7 @9", "(0) | (1) | (2)")]
    [InlineData("ts(t) AND a()", "@7 a @8", "(7) | -")]
    [InlineData("tpts(i,t)", "@7 @8", "(0,7) | (1,8)")]
    // Aggregations
    [InlineData("n <- CNT x r(x,y)", "@1 r(1,1)(1,2)(1,2)(2,2) @2", "(3) | (0)")]
    [InlineData("n <- CNT x; y r(x,y)", "@1 r(1,1)(1,2)(2,2) @2", "(1,1) (2,2) | -")]
    [InlineData("n <- SUM x; y r(x,y)", "@1 r(1,1)(1,2)(2,2)", "(1,1) (3,2)")]
    [InlineData("n <- SUM x r(x,_)", "@1 r(5,1)(5,2)", "(5)")]
    [InlineData("n <- AVG x p(x)", "@1 p(1)(2) @2", "(1.5) | (0)")]
    [InlineData("n <- MED x p(x)", "@1 p(9)(1)(2) @2 p(9)(1)(2)(4) @3", "(2) | (3) | (0)")]
    [InlineData("n <- MIN x p(x)", "@1 p(9)(-1) @2", "(-1) | (0)")]
    [InlineData("n <- MAX x s(x)", "@1 s(a)(b) @2", "(\"b\") | (\"\")")]
    [InlineData("n <- SUM x f(x)", "@1 f(0.5)(0.25)", "(0.75)")]
    [InlineData("n <- CNT x p(x) AND 2 < x", "@1 p(1)(3)(4)", "(2)")]
    [InlineData("p(n) AND (n <- CNT x q(x))", "@1 p(1)(2) q(5)(6)", "(2)")]
    [InlineData("n <- SUM x EXISTS i. ONCE[0,1] (p(x) AND tp(i))", "@1 p(2) @2 p(2) @3 p(3)", "(2) | (2) | (5)")]
    [InlineData("n <- CNT i ONCE[0,1] (p(x) AND tp(i))", "@1 p(2) @2 p(2) @3 p(3)", "(1) | (2) | (2)")]
    // Definitions
    [InlineData("LET d(x) = p(x) AND q(x) IN ONCE d(z)", "@1 p(1) q(1) @2 p(2)", "(1) | (1)")]
    [InlineData("LET d(y,x) = r(x,y) IN d(x,y)", "@1 r(1,2)", "(2,1)")]
    [InlineData("LET p(x) = q(x) IN p(x)", "@1 p(1) q(2)", "(2)")]
    [InlineData("LET p(x) = q(x) IN LET q(x) = p(x) IN q(x) AND p(x)", "@1 p(1) q(2)", "(2)")]
    [InlineData("LET small(x) = x < 3 IN p(x) AND small(x + 1)", "@1 p(1)(2)", "(1)")]
    [InlineData("LETPAST all(x) = p(x) OR PREVIOUS all(x) IN all(x)", "@1 p(1) @2 p(2) @3", "(1) | (1) (2) | (1) (2)")]
    [InlineData("LETPAST n(x) = (x = 0 AND NOT PREVIOUS TRUE) OR (EXISTS y. PREVIOUS n(y) AND x = y + 1) IN n(x)", "@1 @2 @3", "(0) | (1) | (2)")]
    [InlineData("LETPAST d(x) = p(x) OR d(x) IN d(x)", "@1 p(1) @2", "(1) | -")]
    [InlineData("LETPAST path(x,y) = r(x,y) OR (EXISTS z. (PREVIOUS path(x,z)) AND r(z,y)) OR PREVIOUS path(x,y) IN path(1,y)", "@1 r(1,2) @2 r(2,3) @3 r(5,6)", "(2) | (2) (3) | (2) (3)")]
    // Temporal regular expressions
    [InlineData("MATCHP (p(x)? . q(x)?)", "@1 p(1)(2) @2 q(1)(3) p(3) @3 q(3)", "- | (1) | (3)")]
    [InlineData("MATCHP[2,2] (a()? .*)", "@1 a @2 @3 @5", "- | - | true | -")]
    [InlineData("MATCHP (a()? (. b()?)*)", "@1 a @2 b @3 b @4 @5 b", "true | true | true | - | -")]
    [InlineData("MATCHP (NOT p(x)? . q(x)?)", "@1 p(1) @2 q(1)(2) @3", "- | (2) | -")]
    [InlineData("MATCHP ((p(x)? .)* q(x)?)", "@1 p(1) q(2) @2 q(1)", "(2) | (1)")]
    [InlineData("MATCHP[0,0] (a()? + b()?)", "@1 a @2 b @3", "true | true | -")]
    [InlineData("MATCHP[1,9] b()", "@1 @2 b @3", "- | true | -")]
    [InlineData("MATCHF[1,3] (a() a() b()?)", "@1 a @2 a @3 b @4 @5 @6 @7", "true | - | - | ? | ? | ? | ?")]
    [InlineData("MATCHF[0,1] (p(x)? . . q(x)?)", "@1 p(1)(2) @1 @2 q(1) @3 @4", "(1) | - | - | ? | ?")]
    [InlineData("MATCHF[0,1] (NEXT a())?", "@1 @2 a @3", "true | ? | ?")]
    [InlineData("MATCHF[0,1] ((NEXT a())? .*)", "@1 @2 a @3 @4", "true | - | ? | ?")]
    public void A_formula_means_what_it_says(string formula, string log, string verdicts) => Assert.Equal(verdicts, Verdicts(formula, log));

    [Theory]
    [InlineData("p(x) OR q(y)", "p(x) OR q(y)")]
    [InlineData("NOT p(x)", "NOT p(x)")]
    [InlineData("p(x) AND x < y", "x < y")]
    [InlineData("EXISTS x. NOT p(x)", "NOT p(x)")]
    [InlineData("x = 1 AND NOT (EXISTS y. y < 3)", "y < 3")]
    [InlineData("p(x) SINCE a()", "p(x) SINCE[0,*) a()")]
    [InlineData("MATCHP (p(x)?)*", "MATCHP[0,*) p(x)?*")]
    [InlineData("LET d(x) = x < 3 IN d(x)", "x < 3")]
    [InlineData("LETPAST d(x) = PREVIOUS d(x) OR NOT p(x) IN d(x)", "NOT p(x)")]
    [InlineData("p(x) AND r(y + 1, x)", "r(y + 1,x)")]
    [InlineData("HISTORICALLY p(x)", "NOT p(x)")]
    public void What_has_no_finite_answer_is_refused_with_the_part_at_fault(string formula, string part)
    {
        var exception = Assert.Throws<FormulaException>(() => Verdicts(formula, "@1 p(1)"));

        Assert.Contains("Nothing gives values", exception.Message, StringComparison.Ordinal);
        Assert.Contains(part, FormulaPrinter.Print(exception.Subformula!).Replace("~2", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_in_name_means_an_event_where_the_signature_declares_it()
    {
        var signature = SignatureReader.Read("tp(string)");
        var check = FormulaChecker.Check(FormulaParser.Parse("tp(x)"), signature);

        Assert.Equal([new TextValue("aland")], FormulaEvaluator.Evaluate(check, LogReader.Read("@3 tp(aland)", signature))[0].Rows[0]);
    }

    [Fact]
    public void A_long_trace_does_not_exhaust_the_stack()
    {
        var log = string.Concat(Enumerable.Range(0, 2000).Select(i => $"@{i} "));

        Assert.EndsWith("| (1999)", Verdicts("LETPAST n(x) = (x = 0 AND NOT PREVIOUS TRUE) OR (EXISTS y. PREVIOUS n(y) AND x = y + 1) IN n(x)", log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(480, "NOT ", "a()", "", "true | -")]
    [InlineData(480, "ONCE ", "a()", "", "true | true")]
    [InlineData(480, "EVENTUALLY[0,0] ", "a()", "", "true | ?")]
    [InlineData(240, "a() OR (", "b()", ")", "true | true")]
    [InlineData(240, "TRUE EQUIV (", "a()", ")", "true | -")]
    [InlineData(120, "MATCHP[0,0] (", "a()", ")?", "true | -")]
    [InlineData(480, "LET d() = a() IN ", "d()", "", "true | -")]
    public void A_formula_as_deep_as_it_may_be_does_not_exhaust_the_stack(int times, string before, string inmost, string after, string verdicts) =>
        Assert.Equal(verdicts, Verdicts(string.Concat(Enumerable.Repeat(before, times)) + inmost + string.Concat(Enumerable.Repeat(after, times)), "@1 a @2 b"));

    [Fact]
    public void Lines_are_printed_as_monitors_print_them()
    {
        var rows = Evaluate("r(x,y)", "@5 r(3,4)(1,2)")[0].Rows;

        Assert.Equal("@5 (time point 0): (1,2) (3,4)", VerdictFormat.Line(5, 0, rows));
        Assert.Equal("@5 (time point 0): ((1,2),(3,4))", VerdictFormat.VerboseLine(5, 0, 2, rows));
        Assert.Null(VerdictFormat.Line(5, 0, []));
        Assert.Equal("@5 (time point 0): ()", VerdictFormat.VerboseLine(5, 0, 2, []));
        Assert.Equal("@5 (time point 7): true", VerdictFormat.Line(5, 7, [[]]));
        Assert.Equal("@5 (time point 7): true", VerdictFormat.VerboseLine(5, 7, 0, [[]]));
        Assert.Equal("@5 (time point 7): false", VerdictFormat.VerboseLine(5, 7, 0, []));
        Assert.Equal(["1.5", "\"a\"", "r\"a*\"", "true"], new Value[] { new FloatValue(1.5), new TextValue("a"), new PatternValue("a*"), new BooleanValue(true) }.Select(VerdictFormat.Of));
    }

    private static Verdict[] Evaluate(string formula, string log)
    {
        var signature = SignatureReader.Read(Kinds);
        var check = FormulaChecker.Check(FormulaParser.Parse(formula), signature);
        return [.. FormulaEvaluator.Evaluate(check, LogReader.Read(log, signature))];
    }

    private static string Verdicts(string formula, string log) => string.Join(" | ", Evaluate(formula, log).Select(verdict =>
        !verdict.IsDecided ? "?"
        : VerdictFormat.Line(verdict.Stamp, verdict.TimePoint, verdict.Rows) is { } line ? line[(line.IndexOf("): ", StringComparison.Ordinal) + 3)..]
        : "-"));
}
