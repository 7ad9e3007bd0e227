using System.Xml.Linq;
using NodaTime;
using Pacta.Model.Time;
using Pacta.Presentation.Html;

namespace Pacta.Tests.Presentation;

public sealed class HtmlWriterTests
{
    private static readonly AgreementCalendar Utc = new(DateTimeZone.Utc, []);

    [Fact]
    public void What_is_said_stays_text_inside_elements_and_attributes()
    {
        const string Said = "</p><script>alert('1')</script> & \"so\" <!-- ]]>";
        using var output = new StringWriter();
        var html = new HtmlWriter(output);
        html.Element("p", Said, ("title", Said));

        var read = XElement.Parse(output.ToString());

        Assert.Equal((Said, Said), (read.Value, read.Attribute("title")?.Value));
        Assert.Empty(read.Elements());
        Assert.DoesNotContain("'", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0000b\u0007c\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("20\u202E02\u202C", "20\uFFFD02\uFFFD")]
    [InlineData("навчання 訓練 مناورة 😀", "навчання 訓練 مناورة 😀")]
    public void What_has_no_place_in_a_page_is_shown_to_be_missing(string said, string shown) => Assert.Equal(shown, HtmlText.Encode(said));

    [Fact]
    public void Half_a_character_is_shown_to_be_missing() => Assert.Equal("a\uFFFDb", HtmlText.Encode($"a{'\uD800'}b"));

    [Fact]
    public void Elements_end_where_their_using_ends_and_attributes_without_value_are_left_out()
    {
        using var output = new StringWriter();
        var html = new HtmlWriter(output);
        using (html.In("ul", ("class", null)))
        using (html.In("li"))
        {
            html.Empty("use", ("href", "#m"));
        }

        Assert.Equal("<ul><li><use href=\"#m\"/>\n</li>\n</ul>\n", output.ToString());
    }

    [Theory]
    [InlineData("2024-05-01", "2024-05-05", "2024-05-01 2024-05-02 2024-05-03 2024-05-04 2024-05-05")]
    [InlineData("2024-05-01", "2024-06-10", "2024-05-01 2024-05-08 2024-05-15 2024-05-22 2024-05-29 2024-06-05")]
    [InlineData("2024-05-01", "2024-08-01", "2024-05 2024-06 2024-07 2024-08")]
    [InlineData("2014-09-05", "2024-08-01", "2016 2018 2020 2022 2024")]
    public void A_line_of_time_has_few_dates_at_even_steps(string first, string last, string expected)
    {
        var (from, to) = (At(first), At(last));

        Assert.Equal(expected, string.Join(' ', new TimelineScale(Utc, [from], [], to, 0, 100).Ticks().Select(t => t.Text)));
    }

    [Fact]
    public void A_due_far_ahead_does_not_press_the_rest_together()
    {
        var scale = new TimelineScale(Utc, [At("2024-01-01")], [At("2024-02-20"), At("2099-01-01")], At("2024-02-10"), 0, 100);

        Assert.False(scale.IsBeyond(At("2024-02-20")));
        Assert.True(scale.IsBeyond(At("2099-01-01")));
        Assert.InRange(scale.Of(At("2024-02-10")), 70, 99);
        Assert.Equal(100, scale.Of(At("2099-01-01")));
    }

    private static Instant At(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
