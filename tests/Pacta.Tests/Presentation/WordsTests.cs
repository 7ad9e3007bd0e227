using NodaTime;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Words;

namespace Pacta.Tests.Presentation;

public sealed class WordsTests
{
    private static readonly AgreementCalendar Kyiv = new(DateTimeZoneProviders.Tzdb["Europe/Kyiv"], []);

    private static readonly string[] Forbidden = ["breached", "violat", "not honoured", "guilt"];

    [Fact]
    public void No_state_has_words_that_call_an_actor_to_account()
    {
        foreach (var words in Enum.GetValues<ClauseState>().SelectMany(s => new[] { StateWords.Of(s), StateWords.Of(s, null, isProposal: true) }))
        {
            Assert.DoesNotContain(Forbidden, f => words.Contains(f, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void A_proposal_is_told_in_the_conditional()
    {
        Assert.Equal("would not be consistent", StateWords.Of(ClauseState.Breached, null, isProposal: true));
        Assert.Equal("would be due", StateWords.Of(ClauseState.Open, null, isProposal: true));
    }

    [Fact]
    public void Every_step_has_a_sentence_for_every_truth()
    {
        var words = new StepWords(new TimeWords(Kyiv));
        foreach (var code in Enum.GetValues<DerivationCode>())
        {
            foreach (var truth in Enum.GetValues<Truth>())
            {
                var sentence = words.Of(new Derivation(code, ["one", "two", "three", "four", "five"], truth, [], [], []));

                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("..", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain(code + ":", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain(Forbidden, f => sentence.Contains(f, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void No_step_of_a_proposal_says_that_the_clause_does_anything()
    {
        string[] asserting = [" is consistent", " is not consistent", " applies", " asks", " rules out", " is not in play", "It could be"];
        var words = new StepWords(new TimeWords(Kyiv), isProposal: true);
        foreach (var code in Enum.GetValues<DerivationCode>().Where(c => c <= DerivationCode.Conflict))
        {
            foreach (var truth in Enum.GetValues<Truth>())
            {
                var sentence = words.Of(new Derivation(code, ["Met or Breached", "two", "three"], truth, [], [], []));

                Assert.DoesNotContain(asserting, a => sentence.Contains(a, StringComparison.Ordinal));
                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("2021-09-09T21:00:00Z", "2021-09-10T20:59:59.999999999Z", "2021-09-10")]
    [InlineData("2021-09-10T20:59:59.999999999Z", "2021-09-10T20:59:59.999999999Z", "2021-09-10")]
    [InlineData("2021-09-10T11:30:00Z", "2021-09-10T11:30:00Z", "2021-09-10 14:30")]
    [InlineData("2021-09-10T11:30:05Z", "2021-09-10T11:30:05Z", "2021-09-10 14:30:05")]
    [InlineData("2021-09-09T21:00:00Z", "2021-09-12T20:59:59.999999999Z", "2021-09-10 to 2021-09-12")]
    [InlineData("2021-09-10T11:30:00Z", "2021-09-10T20:59:59.999999999Z", "2021-09-10 14:30 to 2021-09-10 24:00")]
    [InlineData("0001-01-03T00:00:00Z", "9998-12-29T00:00:00Z", "a time that is not known")]
    [InlineData("2021-09-10T11:30:00Z", "9998-12-29T00:00:00Z", "2021-09-10 14:30 or later")]
    [InlineData("0001-01-03T00:00:00Z", "2021-09-10T20:59:59.999999999Z", "2021-09-10 or earlier")]
    public void A_time_is_told_as_exactly_as_it_is_known(string earliest, string latest, string expected)
    {
        var pattern = NodaTime.Text.InstantPattern.ExtendedIso;
        var range = new InstantRange(pattern.Parse(earliest).Value, pattern.Parse(latest).Value);

        Assert.Equal(expected, new TimeWords(Kyiv).Of(range));
    }
}
