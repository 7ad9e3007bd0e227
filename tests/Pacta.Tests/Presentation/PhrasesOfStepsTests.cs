using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Words;

namespace Pacta.Tests.Presentation;

/// <summary>The words of steps, as sentences and in trees: in each language, of what is proposed, and for whoever only observes.</summary>
public sealed class PhrasesOfStepsTests
{
    private static readonly AgreementCalendar Utc = new(DateTimeZone.Utc, []);

    [Fact]
    public void Every_kind_of_step_has_a_name_of_its_own_in_each_language()
    {
        foreach (var key in Enum.GetValues<DerivationCode>().Select(c => "tree." + Names.Snake(c.ToString())))
        {
            Assert.All(Phrasebook.Languages, l => Assert.True(Phrasebook.Of(l)!.Has(key), $"{key} in {l}"));
        }

        var words = new StepWords(new Speech(Phrasebook.Of("fr")!, Mandate.Assess), new TimeWords(Utc, Phrasebook.Of("fr")!));
        Assert.Equal(["non fait", "valeur du champ"], new[] { DerivationCode.NotPerformed, DerivationCode.FieldValue }.Select(words.NameOf));
    }

    [Theory]
    [InlineData(Standing.Legal)]
    [InlineData(Standing.Political)]
    [InlineData(Standing.Proposal)]
    public void Whoever_observes_compares_nothing_with_a_clause(Standing standing)
    {
        string[] comparing = ["consistent", "rules out", "rule out", "ruled out", "holds", "does not hold", "applies", "apply", "It could be", "compared with", "too near", "far enough", "counts", "not kept", "did in time"];
        var words = new StepWords(new Speech(Phrasebook.English, Mandate.Observe), new TimeWords(Utc, Phrasebook.English), standing);
        foreach (var code in Enum.GetValues<DerivationCode>().Where(c => c is not (DerivationCode.Judged or DerivationCode.Claims or DerivationCode.AggregateValue or DerivationCode.TableNone)))
        {
            foreach (var truth in Enum.GetValues<Truth>())
            {
                var step = new Derivation(code, ["one", "two", "three", "four", "five"], truth, [], [], []);
                Assert.DoesNotContain(comparing, c => words.Of(step).Contains(c, StringComparison.Ordinal));
                Assert.DoesNotContain(comparing, c => words.NameOf(code).Contains(c, StringComparison.Ordinal));
                Assert.Empty(words.Mark(truth));
            }
        }
    }

    [Fact]
    public void The_tree_of_a_proposal_is_in_the_conditional()
    {
        var words = new StepWords(Speech.Default, new TimeWords(Utc, Phrasebook.English), Standing.Proposal);
        DerivationCode[] facts = [DerivationCode.Claims, DerivationCode.Undecided, DerivationCode.Unattributed, DerivationCode.Period, DerivationCode.DatesCompared];

        Assert.All(
            Enum.GetValues<DerivationCode>().Where(c => c <= DerivationCode.Conflict).Except(facts),
            c => Assert.Contains("would", words.NameOf(c), StringComparison.Ordinal));
        Assert.Equal("would not be performed", words.NameOf(DerivationCode.NotPerformed));
    }

    [Fact]
    public void What_is_not_kept_is_not_consistent_in_a_tree_too() =>
        Assert.Equal("not consistent", new StepWords(Speech.Default, new TimeWords(Utc, Phrasebook.English)).NameOf(DerivationCode.NotKept));

    [Theory]
    [InlineData(Standing.Legal, "no breach reported")]
    [InlineData(Standing.Political, "nothing reported to the contrary")]
    [InlineData(Standing.Oral, "nothing reported to the contrary")]
    [InlineData(Standing.Unilateral, "nothing reported to the contrary")]
    public void Breach_is_a_word_for_law(Standing standing, string words)
    {
        foreach (var mandate in new[] { Mandate.Assess, Mandate.Attribute, Mandate.Determine })
        {
            Assert.Equal(words, new Speech(Phrasebook.English, mandate).States.Of(ClauseState.Met, DerivationCode.NoViolation, standing));
        }
    }

    [Fact]
    public void A_late_act_under_a_proposal_is_told_as_one() => Assert.Equal(
        "would be late, then done", Speech.Default.States.Of(ClauseState.Cured, DerivationCode.PerformedLate, Standing.Proposal));

    [Fact]
    public void Two_states_with_the_same_words_are_told_once() => Assert.Equal(
        "use reported", new Speech(Phrasebook.English, Mandate.Observe).States.Several([ClauseState.Exercised, ClauseState.Void], Standing.Political));
}
