using Pacta.Monitor;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Reference;
using Pacta.Temporal.Typing;

namespace Pacta.Tests.Monitor;

/// <summary>What the notation means where it is from, in places where one might think otherwise: read off the grammar and the evaluation of MonPoly.</summary>
public sealed class OtherMonitorTests
{
    private const string Kinds = "q(int) q2(int) b(int,int) r(float) s(string) A() B()";

    private const string Some = "@0 q(1) q(2) q2(2) b(1,1) b(1,2) A() @3 q(2) b(2,1) r(1.5) @4 q2(1) B() @5 q(2) @9 q(1) A()";

    [Theory]
    [InlineData("c <- CNT x; ONCE q(x)", "c <- CNT x ONCE q(x)")]
    [InlineData("c <- CNT x; (q(x) AND q2(x))", "c <- CNT x (q(x) AND q2(x))")]
    [InlineData("m <- MAX x; , y b(x,y)", "m <- MAX x; y b(x,y)")]
    [InlineData("LET q(x,y) = b(x,y) IN q(x,y) AND q(x)", "b(x,y) AND q(x)")]
    [InlineData("LET k(x) = q(x) IN LET k(x,y) = b(x,y) IN k(x,y) AND k(y)", "b(x,y) AND q(y)")]
    [InlineData("LET q(x,y) = b(x,y) AND q(x) IN q(x,y)", "b(x,y) AND q(x)")]
    [InlineData("q(_x)", "EXISTS x. q(x)")]
    [InlineData("q(_x) AND q2(_x)", "(EXISTS x. q(x)) AND (EXISTS x. q2(x))")]
    [InlineData("b(_x,y) AND q(y)", "(EXISTS x. b(x,y)) AND q(y)")]
    [InlineData("b(_x,_x)", "EXISTS x. b(x,x)")]
    [InlineData("EXISTS _. q(_)", "EXISTS x. q(x)")]
    [InlineData("q(x) AND NOT \"a\\\"b\" = \"a\"", "q(x)")]
    [InlineData("q(x) AND NOT \"a\\\\\" = \"a\"", "q(x)")]
    [InlineData("q(x) AND NOT s(\"a\\\")", "q(x)")]
    public void One_is_written_for_the_other(string one, string other)
    {
        var lines = Run.Lines(Kinds, other, Some);

        Assert.NotEmpty(lines);
        Assert.Equal(lines, Run.Lines(Kinds, one, Some));
    }

    [Theory]
    [InlineData("m <- MIN x r(x)", "@0 (time point 0): (inf)", "@3 (time point 1): (1.5)")]
    [InlineData("m <- MAX x r(x)", "@0 (time point 0): (-inf)", "@3 (time point 1): (1.5)")]
    [InlineData("m <- SUM x r(x)", "@0 (time point 0): (0)", "@3 (time point 1): (1.5)")]
    [InlineData("m <- MAX x q(x)", "@0 (time point 0): (2)", "@3 (time point 1): (2)")]
    [InlineData("(_ <- CNT x; y b(x,y)) AND y = 2", "@0 (time point 0): (1,2)")]
    public void Over_nothing_there_is_a_default(string formula, params string[] first) => Assert.Equal(first, Run.Lines(Kinds, formula, Some)[..first.Length]);

    /// <summary>Read otherwise, it would hold at all three first time points.</summary>
    [Fact]
    public void On_its_left_a_choice_takes_one_part_only() => Assert.Equal(
        ["@1 (time point 0): true"],
        Run.Lines(Kinds, "|>[0,4] NOT B()? A()? B()? + . B()?", "@1 A() @1 B() @2 B() @4 A() B() @5 A() @6 A()")[..1]);

    /// <summary>It is looked ahead for values that are to be asked of, so verdicts come later than they could; at the end all are there.</summary>
    [Theory]
    [InlineData("q(x) AND (A() SINCE[0,5] NOT q2(x))")]
    [InlineData("q(x) AND (A() UNTIL[0,5] NOT q2(x))")]
    [InlineData("q(x) AND NOT (B() SINCE[0,5] NOT q2(x))")]
    [InlineData("q(x) AND ONCE[0,5] (A() AND NOT q2(x))")]
    [InlineData("q(x) AND EVENTUALLY[0,5] (A() AND NOT q2(x))")]
    [InlineData("q(x) AND PREV (B() AND NOT q2(x))")]
    [InlineData("q(x) AND NEXT[0,4] (B() OR NOT q2(x))")]
    [InlineData("b(x,y) AND (B() SINCE[0,5] NOT q2(x))")]
    [InlineData("(q2(x) AND ONCE[1,4] NOT q(x)) UNTIL[0,5] q(x)")]
    [InlineData("(q2(x) AND EVENTUALLY[1,4] NOT q(x)) UNTIL[0,5] q(x)")]
    public void What_it_is_joined_with_says_of_which_values_it_is_asked(string formula)
    {
        var kinds = SignatureReader.Read(Kinds);
        var known = FormulaChecker.Check(FormulaParser.Parse(formula), kinds);
        var reference = FormulaEvaluator.Evaluate(known, LogReader.Read(Some + " @100", kinds)).Where(verdict => verdict.TimePoint < 5)
            .Select(verdict => VerdictFormat.Line(verdict.Stamp, verdict.TimePoint, verdict.Rows)).OfType<string>().ToList();
        string[] lines = [.. Run.Lines(known, kinds, Some + " @100", new MonitorSettings()).Where(line => !line.StartsWith("@100", StringComparison.Ordinal))];

        Assert.NotEmpty(lines);
        Assert.Equal(reference, lines);
    }

    /// <summary>What was tried in vain is not spoken of.</summary>
    [Theory]
    [InlineData("q(x) AND (B() SINCE NOT q2(x))", "NOT q2(x)")]
    [InlineData("q(x) AND (B() SINCE[0,5] NOT b(x,y))", "NOT b(x,y)")]
    public void What_cannot_be_monitored_is_told_as_it_was_written(string formula, string part)
    {
        var refused = Assert.Throws<NotMonitorableException>(() => Run.Monitor(Kinds, formula));

        Assert.Equal(part, FormulaPrinter.Print(refused.Subformula));
        Assert.DoesNotContain("EVENTUALLY", refused.Message + refused.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p(regexp)", "p(x)", "@1 p(abc)", "@1 (time point 0): (r\"abc\")")]
    [InlineData("(* a (* b *) c *) p(int)", "p(x)", "@1 p(1)", "@1 (time point 0): (1)")]
    [InlineData("p(int)", "p(x) AND ts(t) AND tp(i)", "@5 ts(1) p(7) tp(8) tpts(1,2)", "@5 (time point 0): (7,5,0)")]
    [InlineData("p(int) ts(int)", "p(x) AND ts(x)", "@5 ts(7) p(7) p(5)", "@5 (time point 0): (7)")]
    [InlineData("Str(string)", "EXISTS x. Str(x) AND y = s2i(x)", "@3 Str(\"-42\") Str(\"0.5\") Str(\"+1.1\")", "@3 (time point 0): (-42) (0)")]
    [InlineData("Str(string)", "EXISTS x. Str(x) AND y = s2f(x)", "@3 Str(\"-42\") Str(\"0.5\") Str(\"+1.1\") Str(\"x\")", "@3 (time point 0): (-42) (0) (0.5) (1.1)")]
    [InlineData("Float(float)", "EXISTS x. Float(x) AND y = f2s(x)", "@2 Float(-42) Float(0.5)", "@2 (time point 0): (\"-42.\") (\"0.5\")")]
    public void Values_are_written_as_there(string kinds, string formula, string log, string line) => Assert.Equal([line], Run.Lines(kinds, formula, log));

    [Fact]
    public void What_no_definition_and_no_event_has_is_told_with_what_there_is() =>
        Assert.Contains("'q' has 1 argument, but here 3", Assert.Throws<FormulaException>(() => Run.Lines(Kinds, "LET q(x,y) = b(x,y) IN q(x,y,x)", Some)).Message, StringComparison.Ordinal);

    /// <summary>Each definition is used twice: asked for by each use, they would be asked for a billion times.</summary>
    [Theory]
    [InlineData("{0}(x) AND {0}(x)")]
    [InlineData("{0}(x) AND {1}(x)")]
    [InlineData("{0}(x) AND NOT PREV {1}(x)")]
    public void What_is_defined_is_found_once_for_all_that_use_it(string body)
    {
        var formula = string.Concat(Enumerable.Range(2, 40).Select(i => $"LET a{i}(x) = {string.Format(System.Globalization.CultureInfo.InvariantCulture, body, $"a{i - 1}", $"a{i - 2}")} IN "));

        Assert.Equal("@0 (time point 0): (1) (2)", Run.MonitorLines(Kinds, $"LET a0(x) = q(x) IN LET a1(x) = q(x) IN {formula} a41(x)", string.Concat(Enumerable.Range(0, 200).Select(i => $"@{i} q(1) q(2) ")))[0]);
    }
}
