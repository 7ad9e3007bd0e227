using Pacta.Exploration;
using Pacta.Exploration.Conflicting;
using Pacta.Negotiation.Conflicts;

namespace Pacta.Tests.Exploration;

/// <summary>Conflicts of norms of the kinds that books tell of, each beside a near miss that is none.</summary>
public sealed class ConflictTests
{
    private const string Answer = "clause answer { when question r by A to B\n B must give reply to r within 48 hours }\n";

    [Theory]
    [InlineData("answer forbidden", Answer + "clause silence { each party must not give reply }", ConflictKind.DutyAgainstProhibition, "answer silence", "question")]
    [InlineData("a more general act forbidden", "clause drill { when question r by A to B\n B must hold landing within 10 days }\n clause calm { each party must not hold exercise }", ConflictKind.DutyAgainstProhibition, "drill calm", "question")]
    [InlineData("overlapping zones", "clause drill { when question r by A to B\n B must hold exercise in far_north within 10 days }\n clause calm { each party must not hold exercise in north }", ConflictKind.DutyAgainstProhibition, "drill calm", "question")]
    [InlineData("overlapping times", "clause drill { when question r by A to B\n B must hold exercise within 10 days }\n clause calm { when question r by A to B\n B must not hold exercise until 20 days after r }", ConflictKind.DutyAgainstProhibition, "drill calm", "question")]
    [InlineData("times that two questions make overlap", "clause drill { when question r by A to B\n B must hold exercise within 20 days }\n clause calm { when question r by A to B\n B must not hold exercise until 10 days after r }", ConflictKind.DutyAgainstProhibition, "drill calm", "question question")]
    [InlineData("floor over ceiling", "clause floor { aland must keep number of tanks of aland at least 75 }\n clause ceiling { aland must keep number of tanks of aland at most 70 }", ConflictKind.Bounds, "floor ceiling", "")]
    [InlineData("floor and ban", "clause floor { aland must keep number of tanks of aland at least 1 }\n clause ban { aland must not have tanks }", ConflictKind.DutyAgainstProhibition, "floor ban", "")]
    [InlineData("total and number of the kind above", "clause floor { aland must keep number of tanks of aland at least 10 }\n clause ceiling { aland must keep number of forces of aland at most 9 }", ConflictKind.Bounds, "floor ceiling", "")]
    [InlineData("ratio", "clause ratio { aland must keep number of tanks of aland at least 2 * number of tanks of borland }\n clause ceiling { aland must keep number of tanks of aland at most 70 }", ConflictKind.Bounds, "ratio ceiling", "tank")]
    [InlineData("places of what is kept", "clause here { aland must keep number of tanks of aland outside north at most 0 }\n clause some { aland must keep number of tanks of aland at least 5 }\n clause nowhere { aland must not have tanks in north }", ConflictKind.DutyAgainstProhibition, "here some nowhere", "")]
    [InlineData("notice asked for and too early", "clause notice { when exercise x by A\n A must give notification of x to each other party no later than start of x }\n clause quiet { each party must not give notification }", ConflictKind.DutyAgainstProhibition, "notice quiet", "exercise")]
    [InlineData("after a breach", "clause calm { each party must not open fire }\n clause sequel { when breach b of calm by A\n A must give report within 24 hours after b }\n clause quiet { aland must not give report }", ConflictKind.DutyAgainstProhibition, "sequel quiet", "fire")]
    [InlineData("a ceiling below a floor in one clause", "clause both { each party P must keep all of {\n number of tanks of P at most 10\n number of tanks of P at least 20\n } }", ConflictKind.CannotBeMet, "both", "")]
    [InlineData("two acts of which one is allowed", "clause early { aland must hold exercise no later than 2024-03-31 }\n clause late { aland must hold exercise no earlier than 2024-09-01 no later than 2024-12-01 }\n clause once { each party P must keep number of exercises by P per calendar year at most 1 }", ConflictKind.Duties, "early late once", "")]
    [InlineData("two questions of which one may be answered", "clause answer { when question q by B to A\n A must give reply to q within 24 hours after q }\n clause seldom { each party P must keep number of replies by P in any 1 month at most 1 }", ConflictKind.Duties, "answer seldom", "question question")]
    [InlineData("every year, and not in the first", "clause yearly { aland must give report every year by 15 november }\n clause silent { aland must not give report until 2024-12-31 }", ConflictKind.DutyAgainstProhibition, "yearly silent", "")]
    [InlineData("each thing", "clause remove { each party P must make removal of each tank of P no later than 2024-12-31 }\n clause stay { aland must not make removal }", ConflictKind.DutyAgainstProhibition, "remove stay", "tank")]
    [InlineData("a floor of a year over its ceiling", "clause floor { aland must keep number of reports by aland per calendar year at least 3 }\n clause ceiling { aland must keep number of reports by aland per calendar year at most 2 }", ConflictKind.Bounds, "floor ceiling", "")]
    [InlineData("due before it binds", "clause early { aland must give report no later than 30 days before entry_into_force }", ConflictKind.NeverBinds, "early", "")]
    [InlineData("due on a day before it binds", "clause early { aland must give report no later than 2023-06-30 }", ConflictKind.NeverBinds, "early", "")]
    [InlineData("due before anybody can know", "clause foresight { when question q by B to A\n A must give report no later than 7 days before start of q }", ConflictKind.DueBeforeKnown, "foresight", "question")]
    public void What_cannot_all_be_kept_is_found_with_its_clauses_and_its_situation(string what, string clauses, ConflictKind kind, string names, string situation)
    {
        var found = Drafts.Conflicts(clauses);

        var conflict = Drafts.Only(found.Conflicts, "aland");
        Assert.True(conflict.Kind == kind, what);
        Assert.Equal(names.Split(' ').Order(StringComparer.Ordinal), Drafts.Names(conflict).Order(StringComparer.Ordinal));
        Assert.Equal(situation, string.Join(' ', conflict.Situation.Facts.Select(f => f.Kind)));
        Assert.All(conflict.Attempts, a => Assert.NotEmpty(a.NotKept));
    }

    [Theory]
    [InlineData("another act", Answer + "clause quiet { each party must not give report }")]
    [InlineData("disjoint zones", "clause drill { when question r by A to B\n B must hold exercise in south within 10 days }\n clause calm { each party must not hold exercise in north }")]
    [InlineData("room beside the zone", "clause drill { when question r by A to B\n B must hold exercise in north within 10 days }\n clause calm { each party must not hold exercise in far_north }")]
    [InlineData("disjoint times", "clause drill { when question r by A to B\n B must hold exercise within 20 days }\n clause calm { when question r by A to B\n B must not hold exercise until 5 days after r }")]
    [InlineData("the special act forbidden", "clause drill { when question r by A to B\n B must hold exercise within 10 days }\n clause calm { each party must not hold landing }")]
    [InlineData("an exception resolves it", Answer + "clause silence { each party must not give reply unless there was question }")]
    [InlineData("two ceilings: the lower decides", "clause higher { aland must keep number of tanks of aland at most 75 }\n clause lower { aland must keep number of tanks of aland at most 70 }")]
    [InlineData("floor and ceiling with room", "clause floor { aland must keep number of tanks of aland at least 70 }\n clause ceiling { aland must keep number of tanks of aland at most 75 }")]
    [InlineData("the same number", "clause floor { aland must keep number of tanks of aland at least 70 }\n clause ceiling { aland must keep number of tanks of aland at most 70 }")]
    [InlineData("somebody else is bound", "clause floor { aland must keep number of tanks of aland at least 75 }\n clause ceiling { borland must keep number of tanks of borland at most 70 }")]
    [InlineData("a role that is left open", "clause yearly { aland must give notification to borland every year }")]
    [InlineData("an act before a date whose kind has a role that is left open", "clause once { aland must make removal no later than 2024-12-31 }")]
    [InlineData("a right that begins when a ban ends", "clause may_drill { aland may hold exercise as from 2025-01-01 }\n clause calm { aland must not hold exercise until 2024-12-31 }")]
    [InlineData("a right that ends when a ban begins", "clause may_drill { aland may hold exercise until 2024-06-30 }\n clause calm { aland must not hold exercise as from 2024-07-01 }")]
    [InlineData("once, and at most once a year", "clause once { aland must hold exercise within 30 days after entry_into_force }\n clause seldom { each party P must keep number of exercises by P per calendar year at most 1 }")]
    [InlineData("twelve a year and one a month", "clause floor { each party P must keep number of reports by P per calendar year at least 12 }\n clause ceiling { each party P must keep number of reports by P per calendar month at most 1 }")]
    [InlineData("a sum over a year and a limit of each", "clause floor { each party P must keep total troops of exercises by P per calendar year at least 1_000 person }\n clause small { each party must not hold exercise x where troops of x more than 400 person }")]
    [InlineData("each thing, of which there may be none", "clause remove { each party P must make removal of each tank of P no later than 2024-12-31 }")]
    [InlineData("every month", "clause monthly { aland must give report every month }")]
    [InlineData("an activity that is announced", "clause observers { when exercise x by A\n borland must give report no later than 1 day before start of x }")]
    public void A_near_miss_is_no_conflict(string what, string clauses)
    {
        var found = Drafts.Conflicts(clauses);

        Assert.True(found.Conflicts.IsEmpty, $"{what}: {string.Join("; ", found.Conflicts.Select(c => string.Join(' ', Drafts.Names(c))))}");
        Assert.NotEqual(0, found.Bound.Clauses);
    }

    [Fact]
    public void Many_small_things_may_reach_a_sum_that_one_may_not() => Assert.Empty(Drafts.Conflicts(
        "clause floor { aland must keep total tonnage of vessels of aland in north at least 1_000 t }\n clause small { each party must not have vessel v in north where tonnage of v more than 100 t }",
        ConflictLimits.Default).Conflicts);

    [Fact]
    public void Doing_nothing_and_doing_it_are_shown_with_what_each_leaves_unkept()
    {
        var conflict = Drafts.Only(Drafts.Conflicts(Answer + "clause silence { each party must not give reply }").Conflicts, "aland");

        Assert.Equal([("", "answer"), ("reply", "silence")], conflict.Attempts.Select(a => (string.Join(' ', a.Added.Select(f => f.Kind)), string.Join(' ', a.NotKept.Select(c => c.Clause.Name)))));
        Assert.Empty(conflict.OwnActs);
    }

    [Fact]
    public void A_conflict_that_a_party_makes_itself_says_so()
    {
        var conflict = Drafts.Only(Drafts.Conflicts("clause notice { when exercise x by A\n A must give notification of x to each other party no later than start of x }\n clause quiet { each party must not give notification }").Conflicts, "aland");

        var own = Assert.Single(conflict.OwnActs);
        Assert.Equal("exercise", own.Kind);
    }

    [Fact]
    public void A_permission_against_a_prohibition_is_an_act_that_the_one_allows_and_the_other_forbids()
    {
        var conflict = Drafts.Only(Drafts.Conflicts("clause may_drill { aland may hold exercise }\n clause calm { each party must not hold exercise x in north where troops of x at least 5_000 }").Conflicts, "aland");

        Assert.Equal(ConflictKind.PermissionAgainstProhibition, conflict.Kind);
        Assert.Equal(["may_drill", "calm"], Drafts.Names(conflict));
        Assert.True(conflict.Act is { Kind: "exercise" } act && Conflict.IsBy(act, "aland") && act.Role("in").Any(z => z is "far_north" or "near_north"));
    }

    [Theory]
    [InlineData("clause may_drill { aland may hold exercise }\n clause calm { borland must not hold exercise }")]
    [InlineData("clause may_drill { aland may give report }\n clause calm { each party must not hold exercise }")]
    public void What_one_allows_and_another_does_not_forbid_is_no_conflict(string clauses) => Assert.Empty(Drafts.Conflicts(clauses).Conflicts);

    [Fact]
    public void A_right_that_waits_for_what_another_clause_forbids_cannot_be_used()
    {
        var conflict = Assert.Single(Drafts.Conflicts("clause becoming { when admission a of aland by borland\n aland may deposit accession to borland }\n clause closed { borland must not make admission }").Conflicts);

        Assert.Equal(ConflictKind.UnusableRight, conflict.Kind);
        Assert.Equal(["becoming", "closed"], Drafts.Names(conflict));
        Assert.Equal(["accession", "admission"], conflict.Situation.Facts.Select(f => f.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_right_that_one_way_is_left_to_is_not_told()
    {
        Assert.Empty(Drafts.Conflicts("clause becoming { when admission a of aland by borland\n aland may deposit accession to borland }\n clause closed { borland must not make admission unless there was consent by borland }").Conflicts);
    }

    [Fact]
    public void Two_deadlines_that_one_act_cannot_keep_and_two_can_are_told_apart_from_conflicts()
    {
        var found = Drafts.Conflicts("clause soon { when exercise x by A\n A must give report no later than 10 days after x }\n clause late { when exercise x by A\n A must give report no earlier than 20 days after x no later than 30 days after x }");

        Assert.Empty(found.Conflicts);
        var pair = Drafts.Only(found.Separate, "aland");
        Assert.Equal(["soon", "late"], Drafts.Names(pair));
        Assert.Equal(["exercise"], pair.Situation.Facts.Select(f => f.Kind));
    }

    [Theory]
    [InlineData("no later than 25 days after x")]
    [InlineData("no later than 21 days after x")]
    public void Deadlines_that_leave_a_day_for_both_are_not_told(string first)
    {
        var found = Drafts.Conflicts($"clause soon {{ when exercise x by A\n A must give report {first} }}\n clause late {{ when exercise x by A\n A must give report no earlier than 20 days after x no later than 30 days after x }}");

        Assert.Empty(found.Separate);
        Assert.Empty(found.Conflicts);
    }

    [Fact]
    public void A_duty_that_no_act_can_keep_is_told_alone()
    {
        var conflict = Drafts.Only(Drafts.Conflicts("clause odd { aland must keep all of { number of tanks of aland at least 5\n number of tanks of aland at most 3 } }\n").Conflicts, "aland");

        Assert.Equal(ConflictKind.CannotBeMet, conflict.Kind);
        Assert.Equal(["odd"], Drafts.Names(conflict));
    }

    [Fact]
    public void A_conflict_under_one_reading_names_it()
    {
        var conflict = Drafts.Only(
            Drafts.Conflicts("define drill_act { reading wide by borland { means exercise x }\n reading narrow by aland { means exercise x where troops of x at least 5_000 } }\n clause drill { when question r by A to B\n B must hold exercise within 10 days }\n clause calm { each party must not hold drill_act }").Conflicts, "aland");

        Assert.Equal(["drill_act wide borland"], conflict.Readings.Select(r => $"{r.Of} {r.Name} {string.Join(' ', r.HeldBy)}"));
    }

    [Fact]
    public void Between_two_texts_the_later_one_is_named_and_nothing_is_decided()
    {
        var old = Drafts.Draft(Answer, "old_text", "status legal\n  signed 2001-05-01\n  enters into force 2001-06-01");
        var young = Drafts.Draft("clause silence { each party must not give reply }", "young_text", "status political\n  signed 2011-05-01\n  enters into force 2011-06-01");

        var conflict = Drafts.Only(ConflictExploration.Of([old, young]).Conflicts, "aland");

        Assert.Equal(["old_text", "young_text"], conflict.Clauses.Select(c => c.Text.Name));
        var later = Assert.Single(conflict.Prevails, p => p.Rule == PrevalenceRule.Later);
        Assert.Equal("young_text", later.For!.Text.Name);
        Assert.Contains(conflict.Prevails, p => p.Rule == PrevalenceRule.Standing);
    }
}
