using Pacta.Model.Findings;
using Pacta.Model.Values;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Words;

namespace Pacta.Tests.Presentation;

/// <summary>Values with words of ours in them, and the names of breaches that trigger something.</summary>
public sealed class ComposedTests
{
    private static readonly Speech French = new(Phrasebook.Of("fr")!, Mandate.Assess);

    public static TheoryData<Value, string> Values => new()
    {
        { new NumberValue(new NumberRange(36, 44), "person", 40), "environ 40 person (36 à 44)" },
        { new NumberValue(new NumberRange(36, null), "person"), "36 ou plus person" },
        { new NumberValue(NumberRange.Exactly(36), string.Empty), "36" },
        { new TruthValue(false), "non" },
        { new OneOfValue(["aland", "borland"]), "aland ou borland" },
        { new AllOfValue(["aland", "borland"]), "aland et borland" },
        { new TextValue("north or south, not reported"), "north or south, not reported" },
        { new NameValue("aland"), "aland" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_told_in_each_language_and_is_the_same_for_machines(Value value, string told)
    {
        Assert.Equal(told, French.Values.Of(Composed.Of(value)));
        Assert.Equal(value.ToString(), Composed.Plain(Composed.Of(value)));
    }

    [Fact]
    public void One_of_several_ranges_is_told_whole()
    {
        var either = Composed.Or([Composed.Of(new NumberRange(1, 2)), Composed.Of(NumberRange.Anything)]);

        Assert.Equal("1 à 2 ou non connu", French.Values.Of(either));
        Assert.Equal("1 to 2 or unknown", Composed.Plain(either));
        Assert.Equal(2, Composed.PartsOf(either, Composed.Either)!.Length);
    }

    [Theory]
    [InlineData("\u000eor\u001fa")]
    [InlineData("\u000e\u000f")]
    [InlineData("\u000f\u001f\u000e")]
    public void A_mark_that_nothing_ends_does_no_harm(string text) => Assert.NotNull(French.Values.Of(text) + Composed.Plain(text));

    [Theory]
    [InlineData("breach of quiet by aland: f1", "f1, au titre de quiet (aland)")]
    [InlineData("breach of quiet: f1,f2", "f1, f2, au titre de quiet")]
    [InlineData("breach of arms by aland to borland of line at most 10: (2) guns (2): ", "(2) guns (2): , au titre de arms (aland envers borland, « at most 10 »)")]
    [InlineData("breach of meet (3): breach of quiet by aland: f1", "f1, au titre de quiet (aland), au titre de meet (n° 3)")]
    [InlineData("breach of quiet by A", "breach of quiet by A")]
    [InlineData("breach_1", "breach_1")]
    public void A_breach_that_triggers_something_is_told_by_its_clause(string name, string told) => Assert.Equal(told, French.Triggers.Of(name));

    [Theory]
    [InlineData("breach of quiet by aland: f1")]
    [InlineData("breach of quiet by by of f1 to cedria of line number of guns at most 2 (3): f1,x2")]
    [InlineData("breach by aland")]
    [InlineData("breach (2)")]
    public void The_name_of_a_breach_is_read_back(string name) => Assert.Equal(name, BreachName.Parse(name)!.ToString());
}
