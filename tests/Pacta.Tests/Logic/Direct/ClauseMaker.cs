using System.Globalization;

namespace Pacta.Tests.Logic.Direct;

/// <summary>Writes clauses in the agreement language, of every form that the direct interpreter covers.</summary>
internal sealed class ClauseMaker(Dice dice)
{
    private int _count;

    /// <summary>Names of duties to do and of prohibitions, which others can refer to.</summary>
    private readonly List<string> _duties = [];

    public string Clause() => Surviving(Sort());

    private string Sort() => dice.Number(0, 14) switch
    {
        0 or 1 => Notice(),
        2 => Reply(),
        3 => Joint(),
        4 => Once(),
        5 => Cyclic(),
        6 or 7 => Ceiling(),
        8 => Distance(),
        9 => Quota(),
        10 => NotHave(),
        11 => NotAct(),
        12 => Power(),
        13 => Triggered(),
        _ => AfterBreach(),
    };

    /// <summary>Perhaps with a line that says what the clause survives.</summary>
    private string Surviving(string clause)
    {
        var end = clause.IndexOf("\n  }", StringComparison.Ordinal);
        return dice.OneIn(3) ? clause.Insert(end, "\n    " + Survives()) : clause;
    }

    /// <summary>A line that says what survives; in the head for all clauses that say nothing.</summary>
    public string Survives() => dice.Number(0, 5) switch
    {
        0 => "survives",
        1 => $"survives for {Lapse()}",
        2 => $"survives withdrawal\n    survives expiry for {Lapse()}",
        3 => $"survives expiry{dice.Maybe(2, () => $" for {Lapse()}")}",
        _ => $"survives withdrawal{dice.Maybe(2, () => $" for {Lapse()}")}",
    };

    /// <summary>What lasts and begins with an event.</summary>
    private string Triggered() => Block(
        Name("sequel", isDuty: dice.OneIn(2)),
        $"when exercise x by A{dice.Maybe(2, () => " in north")}\n" + While() + dice.Of(
            $"A must not open fire in north{dice.Maybe(2, () => dice.Of(" until end of x", $" until {WholeDays()} after x"))}{dice.Maybe(3, () => " unless there was consent by cedria")}",
            "A must not make visit v to each other party until end of x",
            $"A must keep number of guns of A in north at most 1\n  as from {dice.Of("end of x", $"{WholeDays()} after x")}",
            "each party must not hold exercise y in south until end of x".Replace("exercise y", "meeting", StringComparison.Ordinal).Replace(" in south", string.Empty, StringComparison.Ordinal),
            $"each party P must not have tanks in north until {WholeDays()} after x",
            "cedria must keep number of guns of A at most 2")
        + dice.Maybe(4, () => $"\n  otherwise {dice.Of($"cedria must hold meeting within {Lapse()}", "cedria has power to hold meeting")}"));

    private string Name(string stem, bool isDuty = false)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{++_count}");
        if (isDuty)
        {
            _duties.Add(name);
        }

        return name;
    }

    private static string Block(string name, string body) =>
        $"  clause {name} {{\n    {body.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)}\n  }}";

    private static string Exception(string name, string to, string body) =>
        $"\n  exception {name} to {to} {{\n    {body.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)}\n  }}";

    private string Lapse() => dice.Number(0, 6) switch
    {
        0 => $"{dice.Of(1, 12, 24, 48, 72)} hours",
        1 => $"{dice.Number(1, 3)} working days",
        2 => $"{dice.Number(1, 2)} weeks",
        3 => $"{dice.Number(1, 2)} months",
        4 => $"{dice.Of(30, 90)} minutes",
        _ => $"{dice.Of(1, 2, 3, 5, 10, 30)} days",
    };

    private string WholeDays() => dice.Number(0, 3) switch
    {
        0 => $"{dice.Number(1, 3)} working days",
        1 => $"{dice.Number(1, 2)} months",
        _ => $"{dice.Of(1, 2, 3, 5, 10, 30)} days",
    };

    // ------------------------------------------------------------------------------------------------ conditions

    /// <summary>About an exercise x by A.</summary>
    private string AboutExercise(bool canBeAny = true) => dice.Number(0, canBeAny ? 10 : 8) switch
    {
        0 => "x is alert",
        1 => $"troops of x {Comparison()} {dice.Of("5_000", "9_000", "13_000")}",
        2 => $"there was consent by {dice.Of("A", "A", "cedria")}",
        3 => $"there was consent by A during {Lapse()} before x",
        4 => $"tanks of x at least {dice.Of("10", "20")}",
        5 => "A is belligerent",
        6 => $"number of exercises by A per calendar {dice.Of("year", "month")} {Comparison()} {dice.Number(0, 3)}",
        7 => $"duration of x {Comparison()} {dice.Of(1, 24, 72)} hours",
        8 => $"number of tanks of A in north {Comparison()} {dice.Number(0, 4)}",
        9 => $"any of {{\n  {AboutExercise(false)}\n  {AboutExercise(false)}\n}}",
        _ => $"all of {{\n  {AboutExercise(false)}\n  {AboutExercise(false)}\n}}",
    };

    private string Comparison() => dice.Of("at least", "at most", "more than", "less than");

    // ------------------------------------------------------------------------------------------------ duties to do

    private string Notice()
    {
        var hasException = dice.OneIn(3);
        var name = Name("notice", isDuty: true);
        var where = dice.Maybe(3, () => $" where {AboutExercise(false)}");
        var place = dice.Maybe(2, () => dice.Of(" in north", " in north", " outside south"));
        var to = dice.Of("each other party", "each other party", "borland", "each other pact", "cedria");
        var act = $"A must give notification of x to {to}";
        var body = $"when exercise x by A{place}{where}\n"
            + dice.Maybe(5, () => $"while {dice.Of("A is not belligerent", "borland is not belligerent")}\n")
            + $"{act}\n  {ExerciseTiming()}"
            + dice.Maybe(4, () => $"\n  unless {AboutExercise()}")
            + dice.Maybe(4, () => $"\n  otherwise A must give report to {dice.Of("each other party", "cedria")} {AfterBreachTiming()}");
        var text = Block(name, body);
        if (hasException)
        {
            var exception = Name("waiver");
            text += Exception(exception, name, $"if {AboutExercise()}" + dice.Maybe(2, () => $"\n{act} {ExerciseTiming()}"));
            if (dice.OneIn(3))
            {
                text += Exception(Name("counter_waiver"), exception, $"if {AboutExercise()}" + dice.Maybe(2, () => $"\nA must give report to each other party within {Lapse()} after x"));
            }
        }

        return text;
    }

    private string ExerciseTiming() => dice.Number(0, 11) switch
    {
        0 => $"within {Lapse()} after x",
        1 => $"within {Lapse()}",
        2 => "no later than start of x",
        3 => "no later than end of x",
        4 => $"no later than day {dice.Number(1, 3)} after x",
        5 => $"within {Lapse()} before start of x",
        6 => $"no earlier than {WholeDays()} before start of x\n  no later than {dice.Of(1, 2)} days before start of x",
        7 => $"no earlier than x\n  no later than {dice.Of(1, 2)} months after x",
        8 => $"no earlier than {dice.Of(1, 2)} days after x\n  no later than {dice.Of(1, 2)} months after x",
        9 => $"no later than day {dice.Number(1, 3)} before start of x",
        _ => $"no later than {Lapse()} before start of x",
    };

    private string Reply()
    {
        var name = Name("answer", isDuty: true);
        return Block(
            name,
            $"when visit_request r by A to B{dice.Maybe(3, () => " where B is not belligerent")}\n"
            + $"{dice.Of("B must give reply to r", "B must give reply to r", "B must give report to A")}\n  within {Lapse()} after r"
            + dice.Maybe(4, () => $"\n  unless {dice.Of("there was consent by B", $"number of visits to B per calendar year at least {dice.Number(1, 2)}", "A is belligerent")}")
            + dice.Maybe(4, () => $"\n  otherwise B must give report to A {AfterBreachTiming()}"));
    }

    private string AfterBreachTiming() => $"within {Lapse()}";

    private string Joint() => Block(
        Name("meeting", isDuty: true),
        $"when visit_request r by A to B\nA, B together must hold meeting within {Lapse()} after r");

    private string Once()
    {
        var name = Name("beginning", isDuty: true);
        return Block(
            name,
            $"{dice.Of("each party", "aland", "each pact", "aland, borland", "pact together")} must {dice.Of("start withdrawal", "start withdrawal", "give report to cedria")} "
            + dice.Of(
                $"no later than {WholeDays()} after entry_into_force",
                $"no later than day {dice.Number(0, 4)} after entry_into_force",
                $"within {WholeDays()} after entry_into_force",
                "no later than 2020-03-01",
                "no later than 2020-02-29 12:00",
                $"no later than {dice.Number(1, 3)} days after day 2 after entry_into_force",
                $"no earlier than 2020-02-20\n  no later than {dice.Number(1, 3)} months after entry_into_force")
            + dice.Maybe(4, () => "\n  unless there was consent by cedria"));
    }

    private string Cyclic() => Block(
        Name("calendar", isDuty: true),
        $"each {dice.Of("party", "party", "pact")} must give report to {dice.Of("each other party", "cedria")} "
        + dice.Of(
            "every year by 15 november",
            "every year by 29 february",
            "every year by 1 january",
            $"every {dice.Number(1, 3)} months",
            $"every {dice.Number(1, 3)} months as from 2020-01-31",
            $"every {dice.Of(10, 30)} days as from 2020-02-01",
            "every 2 weeks as from 2020-02-15"));

    private string AfterBreach()
    {
        if (_duties.Count == 0)
        {
            return Notice();
        }

        var of = dice.Of([.. _duties]);
        if (dice.OneIn(4))
        {
            return Block(Name("retorsion"), $"when breach b of {of} by A\n{dice.Of("A", "cedria", "each party")} has power to {dice.Of("give report to aland", "hold meeting")}{dice.Maybe(2, () => $"\n  within {Lapse()} after b")}");
        }

        return dice.OneIn(3)
            ? Block(
                Name("dependent", isDuty: true),
                $"when exercise x by A\nA must give report to cedria within {Lapse()} after x\n  unless {of} is {dice.Of("breached", "met", "open")}")
            : Block(
                Name("consequence", isDuty: true),
                $"when breach b of {of} by A\n"
                + dice.Of($"A must give report to cedria within {Lapse()} after b", $"cedria must hold meeting within {Lapse()}", $"A must give report to each other party no later than {WholeDays()} after b"));
    }

    // ------------------------------------------------------------------------------------------------ duties to keep

    private string AsFrom() => dice.Maybe(3, () => dice.Of(
        $"\n  as from {WholeDays()} after entry_into_force",
        "\n  as from 2020-02-20",
        "\n  as from 2020-03-01 12:00",
        $"\n  as from day {dice.Number(1, 3)} after entry_into_force"));

    private string Things() => dice.Of("tanks", "guns", "forces");

    private string Measure(string of) => dice.Of(
        $"number of {Things()} of {of}{dice.Maybe(2, () => dice.Of(" in north", " in south"))}",
        $"number of {Things()} of {of}{dice.Maybe(2, () => dice.Of(" in north", " in south"))}",
        $"total size of {Things()} of {of}",
        $"total tonnage of {Things()} of {of}");

    private string Ceiling()
    {
        var (subject, of) = dice.Of(("each party P", "P"), ("each party P", "P"), ("each pact P", "P"), ("aland", "aland"), ("aland, borland together", "pact"));
        var unless = dice.Maybe(4, () => $"\n  unless {dice.Of("there was consent by cedria", "borland is belligerent", $"number of exercises by aland in any {dice.Of("10 days", "1 months")} more than 1")}");
        var name = Name("ceiling");
        string Line() => Measured(of);
        var body = dice.OneIn(4)
            ? $"{subject} must keep all of {{\n  {string.Join("\n  ", new[] { Line(), Line() }.Distinct(StringComparer.Ordinal))}\n}}{AsFrom()}"
            : dice.OneIn(5)
                ? $"{subject} must keep {dice.Of("any of", "any of", "none of")} {{\n  {string.Join("\n  ", new[] { Line(), Line() }.Distinct(StringComparer.Ordinal))}\n}}{AsFrom()}{unless}"
                : $"{subject} must keep {Line()}{AsFrom()}{unless}";
        var text = Block(name, While() + body + Otherwise());
        if (dice.OneIn(4))
        {
            var relief = Name("relief");
            text += Exception(relief, name, $"if {Relief()}" + dice.Maybe(2, () => "\n" + dice.Of(
                $"{subject} must keep {Line()}",
                $"{(subject.StartsWith("each", StringComparison.Ordinal) ? "P" : subject)} must keep {Line()}{AsFrom()}{Otherwise()}",
                $"aland must give report to {dice.Of("cedria", "each other party")} within {Lapse()}",
                $"{(subject.StartsWith("each", StringComparison.Ordinal) ? "P" : "aland")} must give report to cedria within {Lapse()}")));
            if (dice.OneIn(3))
            {
                text += Exception(Name("counter"), relief, $"if {Relief()}" + dice.Maybe(3, () => "\naland must keep number of guns of aland at most 1"));
            }
        }

        return text;
    }

    private string Relief() => dice.Of("there was consent by cedria", "aland is belligerent", "borland is belligerent", "number of exercises by aland in any 10 days at least 1");

    private string While() => dice.Maybe(5, () => $"while {dice.Of("borland is not belligerent", "aland is belligerent")}\n");

    private string Otherwise() => dice.Maybe(5, () => $"\n  otherwise {dice.Of($"cedria must hold meeting within {Lapse()}", $"cedria must hold meeting within {Lapse()}", "cedria has power to hold meeting")}");

    private string Measured(string of)
    {
        if (dice.OneIn(6))
        {
            return $"number of {dice.Of("exercises", "visits")} by {of} {dice.Of($"in any {Window()}", "in any 2 calendar years", "in any 1 calendar months")} {dice.Of("at least 1", "at least 2", "more than 1")}";
        }

        if (dice.OneIn(4))
        {
            return $"number of {dice.Of("exercises", "visits")} by {of} {dice.Of($"in any {Window()}", "in any 2 calendar years", "at once")} at most {dice.Number(0, 2)}";
        }

        var measure = Measure(of);
        var isNumber = measure.StartsWith("number", StringComparison.Ordinal);
        var isSize = measure.StartsWith("total size", StringComparison.Ordinal);
        var limit = isNumber ? dice.Of("2", "3", "5", "limit") : isSize ? dice.Of("300", "500") : dice.Of("40 t", "60 t");
        return $"{measure} {dice.Of("at most", "at most", "less than", "at least")} {(limit == "limit" ? $"limit_of {of}" : limit)}".Replace("limit_of " + of, of.Length == 1 ? "limit of " + of : "3", StringComparison.Ordinal);
    }

    private string Window() => dice.Of("12 months", "1 months", "10 days", "48 hours", "2 weeks");

    private string Distance() => Block(
        Name("distance"),
        $"each party P must keep each {dice.Of("gun", "force")} g of P\n  {dice.Of("at least", "more than")} {dice.Of("10 km", "reach of g")} away from border{AsFrom()}"
        + dice.Maybe(4, () => "\n  unless there was consent by cedria"));

    private string Quota() => Block(
        Name("quota"),
        $"each party P must keep {dice.Of("number of exercises by P", "number of visits by P", "total inspectors of visits by P")} per calendar {dice.Of("year", "month")} {dice.Of($"at most {dice.Number(1, 3)}", $"at least {dice.Number(1, 3)}", $"is {dice.Number(0, 2)}", $"is {dice.Number(0, 1)} .. {dice.Number(1, 3)}")}{AsFrom()}");

    private string NotHave() => Block(
        Name("absence"),
        While() + $"each {dice.Of("party", "pact")} must {(dice.OneIn(3) ? $"have {dice.Of("guns in north", "forces in north unless there was consent by cedria")}" : "not have " + dice.Of("guns in north", "tanks outside south", "tanks where size of t more than 100".Replace("tanks where", "tank t where", StringComparison.Ordinal), "gun g in north unless g is rotating", "forces in north unless there was consent by cedria")).Replace(" unless", $"{AsFrom()} unless", StringComparison.Ordinal)}{Otherwise()}");

    // ------------------------------------------------------------------------------------------------ prohibitions and powers

    private string NotAct()
    {
        var name = Name("silence", isDuty: true);
        var body = dice.Maybe(5, () => "while borland is not belligerent\n") + dice.Of(
            "each party must not make visit as from 2020-02-20",
            "each party must not open fire in north",
            "each party P must not make visit v to each other party" + dice.Maybe(2, () => $" unless {dice.Of("there was consent by P", "there was consent by P during 2 days before v", "inspectors of v at most 5")}"),
            "each party P must not hold exercise x" + dice.Maybe(2, () => $" unless {dice.Of("x is alert", "troops of x at most 9_000", "P is belligerent")}"),
            "each party P must not make visit to borland",
            "each party must not hold exercise where troops of x more than 9_000".Replace("exercise where", "exercise x where", StringComparison.Ordinal),
            "aland, borland must not hold exercise x in south")
            + dice.Maybe(4, () => $"\n  otherwise cedria must hold meeting within {Lapse()}");
        var text = Block(name, body);
        if (body.Contains("exercise x", StringComparison.Ordinal) && dice.OneIn(3))
        {
            text += Exception(Name("licence"), name, "if x is alert" + dice.Maybe(2, () => $"\ncedria must hold meeting within {Lapse()} after x"));
        }

        return text;
    }

    private string Power() => Block(
        Name("exit"),
        $"each party has power to give {dice.Of("withdrawal_notice", "withdrawal_notice", "suspension_notice")} n{dice.Maybe(3, () => "\n  no earlier than 2020-02-20")}{dice.Of(string.Empty, $"\n  effective {Lapse()} after n", $"\n  effective day {dice.Number(1, 3)} after n")}");
}
