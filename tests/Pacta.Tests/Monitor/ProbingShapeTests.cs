namespace Pacta.Tests.Monitor;

/// <summary>Shapes on which asking state by key goes wrong if it is done naively. Each is also run in the general way and by the reference.</summary>
public sealed class ProbingShapeTests
{
    private const string Signature = "p(int)\nq(int)\nr(int,int)\nalarm()\nn(int,int)";

    [Fact]
    public void What_once_was_and_then_was_not_is_asked_as_a_whole() =>
        Assert.Equal(
            ["@3 (time point 2): (1)"],
            Run.Lines(Signature, "q(x) AND ONCE (p(x) AND NOT ONCE q(x))", "@1 p(1)\n@2 q(2) p(2)\n@3 q(1)(2)"));

    [Fact]
    public void A_left_side_that_must_hold_ends_all_keys_at_each_point_where_it_does_not() =>
        Assert.Equal(
            ["@1 (time point 0): (1,7) (2,7)", "@2 (time point 1): (1,7)"],
            Run.Lines(Signature, "p(x) SINCE r(x,y)", "@1 r(1,7)(2,7)\n@2 p(1)\n@3\n@4 p(1)(2)"));

    [Fact]
    public void A_left_side_that_must_not_hold_ends_only_the_keys_it_names() =>
        Assert.Equal(
            ["@1 (time point 0): (1,7) (2,8)", "@2 (time point 1): (2,8)", "@3 (time point 2): (2,8)"],
            Run.Lines(Signature, "(NOT p(x)) SINCE r(x,y)", "@1 r(1,7)(2,8)\n@2 p(1)\n@3"));

    [Fact]
    public void For_all_is_asked_over_what_is_there_and_holds_over_nothing() =>
        Assert.Equal(
            ["@1 (time point 0): (1)", "@3 (time point 2): (1)"],
            Run.Lines(Signature, "p(x) AND FORALL y. r(x,y) IMPLIES q(y)", "@1 p(1)\n@2 p(1) r(1,5)(1,6) q(5)\n@3 p(1) r(1,5) q(5)"));

    [Theory]
    [InlineData("MIN", "@1 (time point 0): (2)", "@3 (time point 1): (2)", "@4 (time point 2): (5)", "@9 (time point 3): (0)")]
    [InlineData("AVG", "@1 (time point 0): (2)", "@3 (time point 1): (3.5)", "@4 (time point 2): (5)", "@9 (time point 3): (0)")]
    [InlineData("SUM", "@1 (time point 0): (2)", "@3 (time point 1): (7)", "@4 (time point 2): (5)", "@9 (time point 3): (0)")]
    [InlineData("MED", "@1 (time point 0): (2)", "@3 (time point 1): (3.5)", "@4 (time point 2): (5)", "@9 (time point 3): (0)")]
    public void An_aggregate_changes_when_something_leaves_the_window_though_nothing_happens(string op, params string[] expected) =>
        Assert.Equal(expected, Run.Lines(Signature, $"m <- {op} x ONCE[0,2] p(x)", "@1 p(2)\n@3 p(5)\n@4\n@9"));

    [Fact]
    public void At_least_so_many_in_a_window_ends_when_one_leaves_it() =>
        Assert.Equal(
            ["@2 (time point 1): (2,1)", "@3 (time point 2): (2,1)"],
            Run.Lines(Signature, "(c <- CNT i; x ONCE[0,2] n(x,i)) AND c >= 2 AND p(x)", "@1 n(1,10) p(1)\n@2 n(1,11) p(1)\n@3 p(1)\n@4 p(1)"));

    [Fact]
    public void What_once_was_holds_at_each_point_after_it() =>
        Assert.Equal(
            ["@1 (time point 0): (1)", "@2 (time point 1): (1)", "@3 (time point 2): (1) (2)"],
            Run.Lines(Signature, "ONCE p(x)", "@1 p(1)\n@2\n@3 p(2)"));

    [Fact]
    public void What_will_be_may_have_been_awaited_before()
    {
        Assert.Equal(
            ["@3 (time point 2): (1)"],
            Run.Lines(Signature, "alarm() AND ONCE[0,5] (p(x) AND EVENTUALLY[0,1] q(x))", "@1 p(1)(2)\n@2 q(1)\n@3 alarm\n@4 q(2)\n@20"));
    }

    [Fact]
    public void Both_sides_of_until_are_read_ahead_and_the_left_one_only_before_the_end() =>
        Assert.Equal(
            ["@1 (time point 0): (3)", "@2 (time point 1): (3)", "@3 (time point 2): (1) (2) (3)"],
            Run.Lines(Signature, "(NOT q(x)) UNTIL[0,3] p(x)", "@1\n@2 q(1)(2)\n@3 q(1) p(1)(2)(3)\n@20"));

    [Fact]
    public void The_point_before_is_asked_by_key_too() =>
        Assert.Equal(
            ["@2 (time point 1): (5)", "@9 (time point 4): (1)"],
            Run.Lines("closed(int)\ndeclared(int,int)", "closed(s) AND NOT PREV((NOT closed(s)) SINCE EXISTS p. declared(p,s))", "@1 declared(7,1)\n@2 closed(5)\n@3 declared(7,2)\n@4 closed(1)\n@9 closed(1)(2)"));

    [Fact]
    public void Time_points_of_the_same_second_stay_apart() =>
        Assert.Equal(
            ["@1 (time point 1): (1)"],
            Run.Lines(Signature, "q(x) AND ONCE[0,0] p(x)", "@1 q(1)\n@1 p(1) q(1)\n@2 q(1)"));

    [Fact]
    public void Many_events_at_one_point_are_looked_up()
    {
        var log = "@1" + string.Concat(Enumerable.Range(0, 200).Select(i => $" p({i}) r({i},{i + 1})"));

        Assert.Equal(
            "@1 (time point 0): " + string.Join(' ', Enumerable.Range(0, 199).Select(i => $"({i},{i + 1})")),
            Run.Lines(Signature, "p(x) AND r(x,y) AND p(y)", log)[0]);
    }

    [Fact]
    public void A_definition_that_is_a_state_is_asked_by_key_and_not_written_down()
    {
        const string formula = "LET seen(x) = ONCE p(x) IN q(x) AND NOT seen(x)";

        Assert.Equal(["@2 (time point 1): (2)"], Run.Lines(Signature, formula, "@1 p(1)\n@2 q(1)(2)"));
        Assert.Contains("probe ONCE or SINCE by key", Run.Monitor(Signature, formula).DescribePlan(), StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_that_are_used_twice_are_not_kept_twice_as_often_with_each_step()
    {
        var formula = "LET s0(x) = ONCE p(x) IN " + string.Concat(Enumerable.Range(1, 20).Select(i => $"LET s{i}(x) = (ONCE[0,1] s{i - 1}(x)) OR (ONCE[0,4] s{i - 1}(x)) IN ")) + "q(x) AND s20(x)";

        Assert.Equal(["@2 (time point 1): (1)"], Run.Lines(Signature, formula, "@1 p(1)\n@2 q(1)(2)"));
    }

    [Fact]
    public void A_definition_that_only_chooses_is_put_in_its_place() =>
        Assert.Equal(["@1 (time point 0): (12)"], Run.MonitorLines(Signature, "LET big(x) = x > 10 IN p(z) AND big(z)", "@1 p(3)(12)"));

    [Fact]
    public void Equivalences_within_equivalences_are_asked_once_each()
    {
        var formula = string.Concat(Enumerable.Range(0, 40).Select(i => $"p({i}) EQUIV (")) + "q(1)" + new string(')', 40);

        Assert.Equal(["@1 (time point 0): true"], Run.MonitorLines(Signature, formula, "@1 q(1)\n@2 p(3) q(1)"));
    }

    [Fact]
    public void A_definition_may_speak_of_itself_in_the_past() =>
        Assert.Equal(
            ["@1 (time point 0): (1)", "@2 (time point 1): (1) (2)", "@3 (time point 2): (1) (2) (3)"],
            Run.Lines(Signature, "LETPAST reached(x) = p(x) OR (EXISTS y. (PREV reached(y)) AND r(y,x)) OR PREV reached(x) IN reached(x)", "@1 p(1)\n@2 r(1,2)\n@3 r(2,3)(9,4)"));

    [Fact]
    public void A_definition_that_speaks_of_itself_reads_what_it_wrote_though_it_writes_more()
    {
        var log = string.Concat(Enumerable.Range(0, 40).Select(i => $"@{i} p({i})\n"));

        var lines = Run.Lines(Signature, "LETPAST reached(x) = p(x) OR PREV reached(x) IN reached(x)", log);

        Assert.Equal("@39 (time point 39): " + string.Join(' ', Enumerable.Range(0, 40).Select(i => $"({i})")), lines[^1]);
    }

    [Theory]
    [InlineData("LETPAST reached(x) = p(x) OR reached(x) IN reached(x)")]
    [InlineData("LETPAST reached(x) = p(x) OR ONCE reached(x) IN reached(x)")]
    [InlineData("LETPAST reached(x) = p(x) OR PREV (EVENTUALLY[0,3] reached(x)) IN reached(x)")]
    public void A_definition_that_speaks_of_itself_at_the_same_point_or_later_is_refused(string formula) =>
        Assert.Contains("speaks of itself", Assert.Throws<Pacta.Monitor.NotMonitorableException>(() => Run.Monitor(Signature, formula)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_held_throughout_a_window_is_asked_of_what_happens_now()
    {
        const string formula = "q(x) AND HISTORICALLY[0,2] p(x)";

        Assert.Equal(["@3 (time point 2): (1)"], Run.Lines(Signature, formula, "@1 p(1)(2)\n@2 p(1)\n@3 p(1)(2) q(1)(2)(3)\n@4 q(1)"));
        Assert.Contains("gap in the runs by key (x)", Run.Monitor(Signature, formula).DescribePlan(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_will_hold_throughout_a_window_is_asked_of_what_happens_now() =>
        Assert.Equal(
            ["@1 (time point 0): (1)", "@9 (time point 3): (3)"],
            Run.Lines(Signature, "q(x) AND ALWAYS[1,2] p(x)", "@1 q(1)(2)\n@2 p(1)(2)\n@3 p(1)\n@9 q(3)\n@20\n@30"));

    [Fact]
    public void An_expression_is_matched_step_by_step_and_ahead() =>
        Assert.Equal(
            ["@3 (time point 2): (1)"],
            Run.Lines(Signature, "q(x) AND (MATCHP[0,*) (p(x)? . ((NOT alarm())? .)* q(x)?))", "@1 p(1)\n@2 p(2)\n@3 q(1)\n@4 alarm()\n@5 q(2)"));
}
