using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Words;

namespace Pacta.Tests.Presentation;

public sealed class WordsTests
{
    private static readonly AgreementCalendar Kyiv = new(DateTimeZoneProviders.Tzdb["Europe/Kyiv"], []);

    private static readonly string[] Forbidden = ["breached", "violat", "not honoured", "guilt"];

    public static TheoryData<string, Mandate> Speeches
    {
        get
        {
            var all = new TheoryData<string, Mandate>();
            foreach (var language in Phrasebook.Languages)
            {
                foreach (var mandate in Enum.GetValues<Mandate>())
                {
                    all.Add(language, mandate);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Speeches))]
    public void No_state_has_words_that_call_an_actor_to_account(string language, Mandate mandate)
    {
        var states = new Speech(Phrasebook.Of(language)!, mandate).States;
        foreach (var words in Enum.GetValues<ClauseState>().SelectMany(s => Enum.GetValues<Standing>().Select(of => states.Of(s, null, of))))
        {
            Assert.DoesNotContain(Forbidden, f => words.Contains(f, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Whoever_only_observes_says_nothing_of_consistency()
    {
        var states = new Speech(Phrasebook.English, Mandate.Observe).States;
        foreach (var state in Enum.GetValues<ClauseState>())
        {
            foreach (var code in Enum.GetValues<DerivationCode>())
            {
                Assert.DoesNotContain("consistent", states.Of(state, code), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Whoever_attributes_speaks_of_compliance_where_the_text_is_law()
    {
        var states = new Speech(Phrasebook.English, Mandate.Attribute).States;

        Assert.Equal("not in compliance", states.Of(ClauseState.Breached, DerivationCode.NotPerformed, Standing.Legal));
        Assert.Equal("not adhered to", states.Of(ClauseState.Breached, DerivationCode.NotPerformed, Standing.Political));
        Assert.Equal("would not be consistent", states.Of(ClauseState.Breached, DerivationCode.NotPerformed, Standing.Proposal));
    }

    [Fact]
    public void Every_language_has_every_phrase_with_the_same_arguments()
    {
        foreach (var book in Phrasebook.Languages.Select(l => Phrasebook.Of(l)!))
        {
            Assert.Equal(Phrasebook.English.Keys, book.Keys);
            foreach (var key in book.Keys)
            {
                Assert.True(
                    Arguments(Phrasebook.English.Template(key)).SetEquals(Arguments(book.Template(key))),
                    $"{key} has other arguments in {book.Language} than in English");
            }
        }

        static HashSet<char> Arguments(string template) => [.. template.Select((c, i) => c == '{' ? template[i + 1] : ' ').Where(char.IsAsciiDigit)];
    }

    [Fact]
    public void A_proposal_is_told_in_the_conditional()
    {
        Assert.Equal("would not be consistent", Speech.Default.States.Of(ClauseState.Breached, null, Standing.Proposal));
        Assert.Equal("would be due", Speech.Default.States.Of(ClauseState.Open, null, Standing.Proposal));
    }

    [Theory]
    [MemberData(nameof(Speeches))]
    public void Every_step_has_a_sentence_for_every_truth(string language, Mandate mandate)
    {
        var words = new StepWords(new Speech(Phrasebook.Of(language)!, mandate), new TimeWords(Kyiv, Phrasebook.Of(language)!));
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
        var words = new StepWords(Speech.Default, new TimeWords(Kyiv, Phrasebook.English), Standing.Proposal);
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

        Assert.Equal(expected, new TimeWords(Kyiv, Phrasebook.English).Of(range));
    }
}
