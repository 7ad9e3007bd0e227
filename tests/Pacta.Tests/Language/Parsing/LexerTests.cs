using System.Text;
using CsCheck;
using Pacta.Language.Lexing;

namespace Pacta.Tests.Language.Parsing;

public sealed class LexerTests
{
    private static readonly string[] Scraps =
    [
        "clause", "at", "\"38\"", "{", "}", "\n", "\r\n", "\r", " ", "\t", "// remark", "9_000", "0.001", "2021-09-10", "2021-02-30", "14:30",
        "25:00", "no later than", "x", "P", "\uFEFF", "\u00A0", "“curly”", "\"open", "'", "..", ".", "...", "%", ",", "(", ")", "+", "-", "*", "/",
        "//", ">=", ";", "§", "Україна", "مادة", "条", "\ud83d\ude00", "\ud83d", "10.09.2021", "2021-9-1", "9,000", "15km", "1__0", "\0",
    ];

    private static readonly Gen<string> Garbage =
        Gen.OneOf(Gen.Int[0, Scraps.Length - 1].Select(i => Scraps[i]), Gen.String[0, 6]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Trivia_and_tokens_are_the_source_whatever_it_is() =>
        Garbage.Sample(text => Assert.Equal(text, Rejoin(text)), iter: 20_000);

    [Fact]
    public void Every_list_of_tokens_ends_with_the_end_of_the_file_and_has_no_two_ends_of_line_together() =>
        Garbage.Sample(
            text =>
            {
                var tokens = Lexer.Read(text).Tokens;
                Assert.Equal(TokenKind.EndOfFile, tokens[^1].Kind);
                Assert.DoesNotContain(tokens.Zip(tokens.Skip(1)), p => p is { First.Kind: TokenKind.EndOfLine, Second.Kind: TokenKind.EndOfLine });
            },
            iter: 5_000);

    [Fact]
    public void A_line_that_starts_with_a_joining_word_goes_on_with_the_line_above() =>
        Assert.Equal("A must give reply within 2 days ; B may ; ", Flat("A must give reply\n\n  // when?\n  within 2 days\nB may"));

    [Theory]
    [InlineData("a,\nb", "a , b ; ")]
    [InlineData("a +\nb", "a + b ; ")]
    [InlineData("a /\nb", "a / b ; ")]
    [InlineData("{\na\n}", "{ a ; } ; ")]
    [InlineData("a\nb", "a ; b ; ")]
    public void A_line_that_ends_in_a_comma_or_an_operator_goes_on_below(string text, string expected) => Assert.Equal(expected, Flat(text));

    [Fact]
    public void A_line_end_is_supplied_before_a_closing_brace_and_at_the_end_of_the_file() =>
        Assert.Equal("zone z1x { map \"a\" ; } ; ", Flat("zone z1x { map \"a\" }"));

    [Theory]
    [InlineData("9_000", TokenKind.Number)]
    [InlineData("0.001", TokenKind.Number)]
    [InlineData("2021-09-10", TokenKind.Date)]
    [InlineData("2021-09", TokenKind.Month)]
    [InlineData("14:30", TokenKind.Clock)]
    [InlineData("x", TokenKind.Variable)]
    [InlineData("x12", TokenKind.Variable)]
    [InlineData("d_30", TokenKind.Name)]
    [InlineData("ab", TokenKind.Name)]
    [InlineData("Крим", TokenKind.Name)]
    [InlineData("مادة", TokenKind.Name)]
    [InlineData("\"a // b\"", TokenKind.Text)]
    public void Each_kind_of_token_is_told_by_its_characters(string text, object kind)
    {
        var list = Lexer.Read(text);
        Assert.Equal(kind, list.Tokens[0].Kind);
        Assert.Equal(text.Length, list.Tokens[0].End);
        Assert.Empty(list.Mistakes);
    }

    [Fact]
    public void A_leap_day_is_a_day_in_leap_years_only()
    {
        Assert.Empty(Lexer.Read("2020-02-29").Mistakes);
        Assert.Single(Lexer.Read("2021-02-29").Mistakes);
    }

    private static string Rejoin(string text)
    {
        var joined = new StringBuilder();
        foreach (var token in Lexer.Read(text).Tokens)
        {
            joined.Append(text, token.Trivia.Start, token.Trivia.Length).Append(text, token.Span.Start, token.Span.Length);
        }

        return joined.ToString();
    }

    /// <summary>The tokens, with a semicolon for each end of a line.</summary>
    private static string Flat(string text) =>
        string.Concat(Lexer.Read(text).Tokens.Where(t => t.Kind != TokenKind.EndOfFile)
            .Select(t => (t.Kind == TokenKind.EndOfLine ? ";" : text[t.Start..t.End]) + " "));
}
