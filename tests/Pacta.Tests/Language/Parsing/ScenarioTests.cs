using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

public sealed class ScenarioTests
{
    [Fact]
    public void A_fact_may_have_a_range_of_dates_an_end_settings_and_reports()
    {
        var fact = Reading.ScenarioLine<FactSyntax>(
            "2021-09-10 08:30 .. 2021-09-12 exercise north_wind by aland in zone_a until 2021-09-16\n  with troops about 9_000, alert no reported 2021-09-11 by smm denied by aland");

        Assert.Equal((8, 30), (fact.From.Hour, fact.From.Minute));
        Assert.Equal(12, fact.To?.Day);
        Assert.Equal(16, fact.Until?.Day);
        Assert.Equal([false, true], fact.Settings.Select(s => s.IsNo));
        Assert.Equal([ToldKind.Reported, ToldKind.Denied], fact.Told.Select(t => t.Kind));
        Assert.Equal(11, fact.Told[0].On?.Day);
    }

    [Fact]
    public void Until_may_stand_on_a_new_line() =>
        Assert.NotNull(Reading.ScenarioLine<FactSyntax>("2021-09-10 war by aland\n  until 2021-09-16").Until);

    [Theory]
    [InlineData("8_000 .. 10_000", typeof(QuantitySyntax))]
    [InlineData("about 200_000", typeof(QuantitySyntax))]
    [InlineData("yes", typeof(PhraseTermSyntax))]
    [InlineData("gibraltar", typeof(PhraseTermSyntax))]
    [InlineData("\"return to base\"", typeof(TextTermSyntax))]
    public void A_setting_is_a_number_a_range_a_word_or_a_text(string value, Type type)
    {
        var setting = Assert.Single(Reading.ScenarioLine<FactSyntax>($"2021-09-10 exercise ee by aland with field {value}").Settings);

        Assert.IsType(type, setting.Low);
        Assert.Equal(value.Contains("..", StringComparison.Ordinal), setting.High is not null);
    }

    [Theory]
    [InlineData("contact_line", "contact_line")]
    [InlineData("territory of borland", "territory")]
    public void A_distance_is_told_from_a_place(string place, string noun)
    {
        var setting = Assert.Single(Reading.ScenarioLine<FactSyntax>($"2021-09-10 weapon grad_1 of aland with distance 12 km from {place}").Settings);

        Assert.Equal(noun, Reading.Noun(setting.From!).Name.Text);
    }

    [Fact]
    public void A_judgement_is_a_fact()
    {
        var fact = Reading.ScenarioLine<JudgedFactSyntax>("2022-01-01 judged \"the security environment\" no reported by nato");

        Assert.False(fact.IsYes);
        Assert.Equal("nato", Assert.Single(fact.Told).By.Text);
    }

    [Fact]
    public void An_expectation_names_a_state_a_clause_and_the_reasons()
    {
        var expect = Reading.ScenarioLine<ExpectSyntax>("expect met length_of_stay by france on 2014-09-07 under elapsed because belarus_gs, post");

        Assert.Equal("met", expect.State.Text);
        Assert.Equal(["by", "on", "under"], expect.Phrase.Tail.Select(p => p.Preposition.Text));
        Assert.Equal(["belarus_gs", "post"], expect.Because.Select(n => n.Text));
    }
}
