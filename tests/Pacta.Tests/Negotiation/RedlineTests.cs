using CsCheck;
using Pacta.Negotiation.Redlining;

namespace Pacta.Tests.Negotiation;

/// <summary>Two texts word by word.</summary>
public sealed class RedlineTests
{
    private static string Told(string first, string second) => string.Concat(Redline.Between(first, second).Select(r => r.Form switch
    {
        RedlineForm.Deleted => $"[-{r.Text}-]",
        RedlineForm.Inserted => $"{{+{r.Text}+}}",
        _ => r.Text,
    }));

    [Theory]
    [InlineData("no later than 42 days before start of x", "no later than 21 days before start of x", "no later than[- 42-]{+ 21+} days before start of x")]
    [InlineData("each party must not open fire", "each party must open fire", "each party must[- not-] open fire")]
    [InlineData("each party must open fire", "each party must not open fire", "each party must{+ not+} open fire")]
    [InlineData("at most 42 days before x unless there was fire 30 days before x", "at most 10 days before x", "at most[- 42-]{+ 10+} days before x[- unless there was fire 30 days before x-]")]
    [InlineData("at most ten whole days before x and 3 days after", "at most 42 days before x and 3 days after", "at most[- ten whole-]{+ 42+} days before x and 3 days after")]
    [InlineData("notice, in writing.", "notice in writing.", "notice[-,-] in writing.")]
    [InlineData("42 days  or\tmore", "42 days or more", "42 days or more")]
    [InlineData("a limit of 9_000 men", "a limit of 9_500 men", "a limit of[- 9_000-]{+ 9_500+} men")]
    [InlineData("", "each party", "{+each party+}")]
    [InlineData("each party", "", "[-each party-]")]
    [InlineData("", "", "")]
    [InlineData("одна сторона уведомляет за 42 дня", "одна сторона уведомляет за 21 день", "одна сторона уведомляет за[- 42 дня-]{+ 21 день+}")]
    [InlineData("双方应于四十二日前通知", "双方应于二十一日前通知", "双方应于[-四十-]二{+十一+}日前通知")]
    [InlineData("aland must stop", "nobody else has power here", "[-aland must stop-]{+nobody else has power here+}")]
    public void What_differs_stands_between_what_does_not(string first, string second, string expected) => Assert.Equal(expected, Told(first, second));

    [Fact]
    public void A_change_is_not_broken_up_by_a_short_word_that_both_happen_to_have() =>
        Assert.Equal(
            "the parties shall[- remove heavy guns of all calibres-]{+ pull back tanks as of today, fully,+} from the zone in good time",
            Told("the parties shall remove heavy guns of all calibres from the zone in good time", "the parties shall pull back tanks as of today, fully, from the zone in good time"));

    /// <summary>The law of a redline, on texts of few words so that much recurs.</summary>
    [Fact]
    public void Without_what_was_inserted_it_is_the_first_text_and_without_what_was_deleted_the_second() =>
        Gen.Select(SomeText, SomeText).Sample((first, second) =>
        {
            var runs = Redline.Between(first, second);

            Assert.Equal(Bare(first), Bare(string.Concat(runs.Where(r => r.Form != RedlineForm.Inserted).Select(r => r.Text))));
            Assert.Equal(Bare(second), Bare(string.Concat(runs.Where(r => r.Form != RedlineForm.Deleted).Select(r => r.Text))));
            Assert.Equal(Bare(first) == Bare(second), !Redline.Differ(runs));
            Assert.All(runs.Zip(runs.Skip(1)), p => Assert.NotEqual(p.First.Form, p.Second.Form));
            Assert.All(runs, r => Assert.NotEmpty(r.Text));
        });

    [Fact]
    public void Texts_of_thousands_of_words_are_compared_sentence_by_sentence_and_one_changed_sentence_stands_out()
    {
        // Both ends differ as well, so that not all of it is found to be the same at once.
        static string Long(string begin, string number, string end) =>
            $"{begin} begins. {string.Join(' ', Enumerable.Range(0, 1500).Select(i => $"Article {i} says no {i * 7}."))} No more than {number} tanks. {string.Join(' ', Enumerable.Range(0, 1500).Select(i => $"Rule {i} asks for {i * 3}."))} {end} ends.";

        var runs = Redline.Between(Long("aland", "50", "aland"), Long("borland", "60", "borland"));

        Assert.Equal([" No more than 50 tanks."], runs.Where(r => r.Form == RedlineForm.Deleted && r.Text.Contains("tanks", StringComparison.Ordinal)).Select(r => r.Text));
        Assert.Equal(3, runs.Count(r => r.Form == RedlineForm.Inserted));
    }

    private static readonly string[] Few = ["a", "must", "not", "42", ".", "\n", "on", "days", "party,", "в"];

    private static readonly Gen<string> SomeText = Gen.Int[0, Few.Length - 1].Array[0, 14].Select(words => string.Join(' ', words.Select(w => Few[w])));

    /// <summary>A text without blanks: where a word begins is no difference.</summary>
    private static string Bare(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
