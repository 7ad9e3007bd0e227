using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Tests.Temporal;

public sealed class SignatureAndLogTests
{
    private static readonly Signature Signature = SignatureReader.Read("""
        # payments
        pays(from:string, amount:int) (* in cents *)
        rate(float)  seen(string, regexp, bool)
        over()
        """);

    [Fact]
    public void A_signature_says_the_types_and_the_names_of_arguments()
    {
        Assert.Equal(["pays", "rate", "seen", "over"], Signature.Kinds.Select(kind => kind.Name));
        Assert.Equal(["from", "amount"], Signature.Find("pays")!.ArgumentNames);
        Assert.Equal([ValueType.Text, ValueType.Pattern, ValueType.Boolean], Signature.Find("seen")!.Arguments);
        Assert.Equal([null], Signature.Find("rate")!.ArgumentNames);
        Assert.Empty(Signature.Find("over")!.Arguments);
    }

    [Fact]
    public void A_log_has_time_points_that_may_be_empty_or_equal_in_time()
    {
        var trace = LogReader.Read(
            "@-3 over; @5 pays (\"a # b\", 12)(borland,-4) # a remark\n rate(2.5)\n@5\n> save_state \"x\" < @12 seen(a/b:c-d.e!f, r, true)@13 over()",
            Signature);

        Assert.Equal([-3, 5, 5, 12, 13], trace.Points.Select(point => point.Stamp));
        Assert.Equal([1, 3, 0, 1, 1], trace.Points.Select(point => point.Events.Length));
        Assert.Equal([new TextValue("a # b"), new IntegerValue(12)], trace.Points[1].Events[0].Arguments);
        Assert.Equal([new TextValue("borland"), new IntegerValue(-4)], trace.Points[1].Events[1].Arguments);
        Assert.Equal([new FloatValue(2.5)], trace.Points[1].Events[2].Arguments);
        Assert.Equal([new TextValue("a/b:c-d.e!f"), new PatternValue("r"), new BooleanValue(true)], trace.Points[3].Events[0].Arguments);
    }

    [Theory]
    [InlineData("@x over()", 1, 2, "'x' is no time stamp")]
    [InlineData("@5 over()\n@4", 2, 2, "less than 5")]
    [InlineData("@5 gone()", 1, 4, "no kind of event named 'gone'")]
    [InlineData("@5 pays(a)", 1, 8, "2 arguments, but there are 1 values")]
    [InlineData("@5 pays(a,b)", 1, 11, "'b' is no value of the type int")]
    [InlineData("@5 pays(a,\"b", 1, 11, "This text does not end")]
    [InlineData("over()", 1, 1, "'@' before a time stamp")]
    [InlineData("@5 over() )", 1, 11, "an event, '@' or ';'")]
    [InlineData("@5 é()", 1, 4, "'é' is not used")]
    [InlineData("> save_state", 1, 13, "'<' at the end of the command")]
    public void Mistakes_in_a_log_are_told_with_their_place(string log, int line, int column, string message)
    {
        var exception = Assert.Throws<NotationException>(() => LogReader.Read(log, Signature));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (exception.Line, exception.Column));
        Assert.NotNull(exception.Help);
    }

    [Theory]
    [InlineData("p(int) p(string)", 1, 8, "'p' is declared twice")]
    [InlineData("p(number)", 1, 3, "'number' is no type")]
    [InlineData("p(int", 1, 6, "',' between arguments")]
    [InlineData("p", 1, 2, "'(' behind 'p'")]
    public void Mistakes_in_a_signature_are_told_with_their_place(string text, int line, int column, string message)
    {
        var exception = Assert.Throws<NotationException>(() => SignatureReader.Read(text));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (exception.Line, exception.Column));
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_log_nothing_but_a_message_comes_of_it()
    {
        const string Whole = "@1 pays(\"a b\", 12)(borland,-4) rate(2.5); @5 > save \"x\" < @12 seen(a, r, true) # end\n over";
        Assert.Equal(3, LogReader.Read(Whole, Signature).Points.Length);
        for (var from = 0; from < Whole.Length; from++)
        {
            for (var length = 1; from + length <= Whole.Length; length++)
            {
                try
                {
                    LogReader.Read(Whole.Remove(from, length), Signature);
                }
                catch (NotationException exception)
                {
                    Assert.NotEmpty(exception.Message);
                }
            }
        }
    }
}
