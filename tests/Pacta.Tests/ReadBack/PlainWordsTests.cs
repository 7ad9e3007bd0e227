using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Plain;

namespace Pacta.Tests.ReadBack;

/// <summary>What clauses are in plain words: each part of a sentence, and how it binds.</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData(
        "when exercise x by A in bay where troops of x at least 9_000\n A must give notification of x to each other party no later than 42 days before start of x",
        "Whenever a party (A) holds an exercise (x) in bay, where the troops of x are at least 9,000 persons, A must give a notification of x to each other party, no later than 42 days before the start of x.")]
    [InlineData("when request_for_talks r by A to B\n B must give reply to r within 48 hours after r", "Whenever somebody (A) sends a request for talks (r) to a party (B), B must give reply to r, within 48 hours after r.")]
    [InlineData("when request_for_talks r by A to B\n B must give reply to r within 2 days", "Whenever somebody (A) sends a request for talks (r) to a party (B), B must give reply to r, within 2 days after r.")]
    [InlineData("each party must give calendar to each other party every year by 15 november", "Each party must give a calendar to each other party, every year by 15 November.")]
    [InlineData("each party must give calendar to commission every 6 months as from 2021-07-01 until 2025-06-30", "Each party must give a calendar to Joint Commission, once in every 6 months, as from 2021-07-01, until 2025-06-30.")]
    [InlineData("aland, borland together must hold meeting no earlier than day 1 after signature no later than 5 working days after entry_into_force", "Republic of Aland and Borland together must hold a meeting, no earlier than day 1 after the signature and no later than 5 working days after the entry into force.")]
    [InlineData("aland, borland must hold meeting no later than 2021-12-31", "Republic of Aland and Borland, each for itself, must hold a meeting, no later than 2021-12-31.")]
    [InlineData("aland, borland must hold meeting within 30 days", "Republic of Aland and Borland, each for itself, must hold a meeting, within 30 days after the clause begins to bind.")]
    [InlineData("each party P must keep number of tanks of P in bay at most 1_300", "Each party (P) must see to it that at every moment the number of tanks of P in bay is at most 1,300.")]
    [InlineData("each party P must keep number of exercises by P per calendar year at most 3", "Each party (P) must see to it that the number of exercises by P in each calendar year is at most 3.")]
    [InlineData("each party P must keep number of exercises by P in any 12 months at most 4", "Each party (P) must see to it that the number of exercises by P in any 12 months is at most 4.")]
    [InlineData("each party P must keep number of exercises by P at once at most 1", "Each party (P) must see to it that at every moment the number of exercises by P going on at once is at most 1.")]
    [InlineData("coastal_states together must keep total size of forces of coastal_states in bay at most 2 / 3 * 30_000", "The coastal states together must see to it that at every moment the total size of forces of the coastal states in bay is at most 2/3 of 30,000.")]
    [InlineData("each party P must keep each gun w of P more than 15 km away from border as from 2021-03-01", "Each party (P) must keep each gun (w) of P more than 15 km away from border at every moment, as from 2021-03-01.")]
    [InlineData("each party must not have guns in bay unless there was exercise by aland", "Each party must not have, at any moment, any gun in bay, unless there was an exercise by Republic of Aland.")]
    [InlineData("each party P must not open fire f against B unless there was fire g by B against P during 2 hours before f", "Each party (P) must not open fire (f) against somebody (B), unless there was a fire (g) by B against P in the 2 hours before f.")]
    [InlineData("each belligerent P must not hold exercise outside bay", "Each belligerent (P) must not hold any exercise outside bay.")]
    [InlineData("each riverside R must not hold exercise in territory of coastal_state", "Each member of the group riverside (R) must not hold any exercise in the territory of any of the coastal states.")]
    [InlineData("each party has power to give withdrawal_notice n to each other party effective 6 months after n", "Each party has the power to give a withdrawal notice (n) to each other party, with effect 6 months after n.")]
    [InlineData("while aland is not belligerent and judged \"the present environment\"\n each party must not hold exercise", "As long as Republic of Aland is not a belligerent and it is judged to be so: “the present environment”, each party must not hold any exercise.")]
    [InlineData("aland must not hold exercise otherwise commission must hold meeting within 3 days", "Republic of Aland must not hold any exercise. Failing that, Joint Commission must hold a meeting, within 3 days after that.")]
    [InlineData("each party must not hold exercise x where none of { x is alert\n troops of x is 500 .. 700 }", "Each party must not hold any exercise (x), where none of these holds: (a) x is alert; (b) the troops of x are from 500 persons to 700 persons (both included).")]
    [InlineData("each party must not have asset g where any of { g is not any of gun, tank\n g is in bay and g is tank }", "Each party must not have, at any moment, any asset (g), where at least one of these holds: (1) g is none of these: a gun, a tank; (2) g is in bay and g is a tank.")]
    public void A_sentence_says_who_what_and_by_when(string sentence, string expected)
    {
        Assert.Equal(expected, Readable.Plain($"clause cl at \"1\" {{\n{sentence}\n}}"));
    }

    [Theory]
    [InlineData("must hold meeting no later than 2021-12-31", "would have to hold a meeting")]
    [InlineData("must not hold exercise", "would be bound not to hold any exercise")]
    [InlineData("has power to give withdrawal_notice", "would have the power to give withdrawal notice")]
    [InlineData("may hold exercise", "would be allowed to hold an exercise")]
    public void A_proposal_is_never_told_as_bound(string sentence, string expected)
    {
        var plain = Readable.Plain($"clause cl at \"1\" {{ aland {sentence} }}", "status proposal");

        Assert.Contains(expected, plain, StringComparison.Ordinal);
        Assert.DoesNotContain(" must", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_commitment_that_is_denied_it_is_told_what_it_is_said_to_be()
    {
        var plain = Readable.Plain("clause cl at \"1\" {\nclaimed by borland \"in May\"\ndenied by aland\naland must not hold exercise\n}", "status oral disputed");

        Assert.Equal("Republic of Aland is said to be bound not to hold any exercise.", plain);
    }

    [Fact]
    public void Whoever_only_the_trigger_names_is_bound_if_it_is_a_party()
    {
        var clause = AgreementReader.Read(Readable.Of("""
            clause cl at "1" {
              when exercise x by A in bay
              reading host { borland must give notification of x to commission within 2 days after x }
              reading author { A must give notification of x to commission within 2 days after x }
            }
            """)).Chapters[0].Clauses[0];

        Assert.Equal("Whenever somebody (A) holds an exercise (x) in bay, A (if it is a party) must give a notification of x to Joint Commission, within 2 days after x.", clause.Ways[1].Plain[0].Text);
    }

    [Fact]
    public void A_clause_that_hangs_on_another_accuses_nobody()
    {
        var plain = Readable.Plain("""
            clause quiet at "1" { each party must not open fire }
            clause meeting_after at "2" {
              when breach b of quiet by A
              commission must hold meeting within 24 hours after b
            }
            """);

        Assert.Equal("Whenever clause 1 (quiet) is not kept by somebody (A) (b), Joint Commission must hold a meeting, within 24 hours after b.", plain);
    }

    [Fact]
    public void Exceptions_say_what_they_take_away_and_what_binds_instead()
    {
        var clause = AgreementReader.Read(Readable.Of("""
            clause notice at "1" {
              when exercise x by A in bay
              A must give notification of x to commission no later than 42 days before start of x
            }
            exception alert to notice at "2" {
              if x is alert
              A must give notification of x to commission no later than start of x
            }
            exception huge to alert at "3" { if troops of x more than 50_000 }
            """)).Chapters[0].Clauses[0];

        var alert = Assert.Single(clause.Exceptions);
        Assert.Equal("x is alert", alert.If);
        Assert.Equal("A must give a notification of x to Joint Commission, no later than the start of x.", Assert.Single(alert.Instead).Text);
        var huge = Assert.Single(alert.Below);
        Assert.Equal("the troops of x are more than 50,000 persons", huge.If);
        Assert.Empty(huge.Instead);
    }

    [Fact]
    public void The_words_of_a_clause_come_with_it_also_those_behind_them()
    {
        var clause = AgreementReader.Read(Readable.Of("""
            define large (larges) at "1" { means exercise x where troops of x at least threshold }
            amount threshold at "2" {
              reading low { 9_000 person }
              reading high by borland { 13_000 person }
            }
            amount unused { 7 }
            clause cl at "3" { each party must not hold large in bay }
            """)).Chapters[0].Clauses[0];

        Assert.Equal(["large", "bay", "threshold"], clause.Terms.Select(t => t.Name));
        Assert.Equal("an exercise (x), where the troops of x are at least the threshold", Assert.Single(Assert.Single(clause.Terms[0].Meanings).Lines));
        Assert.Equal(["low: 9,000 persons", "high: 13,000 persons"], clause.Terms[2].Meanings.Select(m => $"{m.Reading}: {m.Lines[0]}"));
        Assert.Equal("borland", Assert.Single(clause.Terms[2].Meanings[1].HeldBy));
    }

    [Theory]
    [InlineData("exercises_over_40_000", "exercises over 40,000")]
    [InlineData("over_1_500_000", "over 1,500,000")]
    [InlineData("contact_line_2014_09_19", "contact line 2014-09-19")]
    [InlineData("mt_12", "mt 12")]
    [InlineData("gun_152", "gun 152")]
    [InlineData("first_10", "first 10")]
    public void Numbers_and_dates_in_names_are_written_as_such(string name, string expected) => Assert.Equal(expected, PlainNames.Spaced(name));
}
