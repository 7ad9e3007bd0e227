using System.Globalization;
using System.Text;
using Pacta.Monitor.Input;
using Pacta.Monitor.Running;
using Pacta.Monitor.Values;
using Pacta.Temporal.Notation;

namespace Pacta.Tests.Monitor.Input;

/// <summary>Tokens that are read many bytes at a time are what they are byte by byte, wherever they end and whatever stands behind the log.</summary>
public sealed class ShortTokensTests
{
    private const string Behind = ",00000000000000000000000000000000";

    public static TheoryData<int> Lengths => [.. Enumerable.Range(1, 18)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_number_of_up_to_18_digits_is_its_value(int digits)
    {
        foreach (var number in new[] { new string('9', digits), "1" + new string('0', digits - 1), new string('0', digits), "123456789012345678"[..digits] })
        {
            foreach (var end in new[] { ',', '/', ':', '\u00ff', '\0' })
            {
                var bytes = Encoding.Latin1.GetBytes("xy" + number + end + Behind);

                var value = ShortTokens.Number(bytes, 2, out var length);

                Assert.Equal((long.Parse(number, CultureInfo.InvariantCulture), digits), (value, length));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x1")]
    [InlineData("-1")]
    [InlineData("1234567890123456789")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_number_or_a_longer_one_takes_a_closer_look(string text)
    {
        ShortTokens.Number(Encoding.UTF8.GetBytes(text + Behind), 0, out var length);

        Assert.Equal(0, length);
    }

    [Fact]
    public void A_word_ends_before_whatever_is_no_part_of_it()
    {
        for (var other = 0; other < 256; other++)
        {
            var isPart = char.IsAsciiLetterOrDigit((char)other) || "_-./:".Contains((char)other);
            for (var length = 0; length <= 16; length++)
            {
                byte[] bytes = [(byte)'(', .. Enumerable.Repeat((byte)'z', length), (byte)other, .. Encoding.UTF8.GetBytes(Behind)];

                Assert.Equal(Math.Min(isPart ? length + 1 : length, ShortTokens.Read), ShortTokens.WordLength(bytes, 1));
            }
        }
    }

    /// <summary>What stands in the buffer behind the part that was read so far is left from before, and looks like more of a log.</summary>
    [Fact]
    public void A_log_reads_the_same_wherever_a_piece_of_it_ends()
    {
        const string Kinds = "p(int)\np_of_sixteen_abc(int)\np_of_fifteen_ab(int)\np_of_seventeen_ab(int)\ns(string,int)";
        const string Formula = "(p(x) OR p_of_sixteen_abc(x) OR p_of_fifteen_ab(x) OR p_of_seventeen_ab(x)) OR EXISTS t. s(t,x) AND NOT t = \"abcdefghi\"";
        const string Log = """
            @1700000000 p(1)(22) s(abcdefgh,4)(abcdefghi,5)(abcdefghijklmnopq,6)(a,-7)
            @1700000001 p_of_sixteen_abc(123456789012345678) p_of_fifteen_ab(12345678) p(00000001)
            @1700000002 p_of_seventeen_ab(87654321987654321) s("a(b",8)(a[1],9)( b , 10 ) p (11)
            @1700000003 # s(c,12)
             p(13);@1700000004 s(pp,14)

            """;
        var utf8 = Encoding.UTF8.GetBytes(Log);
        var whole = Run.Lines(Kinds, Formula, Log);
        string[] expected =
        [
            "@1700000000 (time point 0): (-7) (1) (4) (6) (22)",
            "@1700000001 (time point 1): (1) (12345678) (123456789012345678)",
            "@1700000002 (time point 2): (8) (9) (10) (11) (87654321987654321)",
            "@1700000003 (time point 3): (13)",
            "@1700000004 (time point 4): (14)",
        ];
        Assert.Equal(expected, whole);

        for (var end = 1; end < utf8.Length; end++)
        {
            Assert.Equal(expected, Lines(Kinds, Formula, [utf8[..end], utf8[end..]]));
        }

        Assert.Equal(expected, Lines(Kinds, Formula, [.. utf8.Select(b => new[] { b })]));
    }

    [Theory]
    [InlineData("p(1)", "p")]
    [InlineData("p_of_fifteen_ab(1)", "p_of_fifteen_ab")]
    [InlineData("p\0(1)", null)]
    [InlineData("p\0\0\0\0\0\0\0\0\0(1)", null)]
    [InlineData("p_of_fifteen_ab\0(1)", null)]
    [InlineData("p_of_sixteen_abc(1)", null)]
    [InlineData("q(1)", null)]
    [InlineData("(1)", null)]
    public void A_short_name_is_that_of_a_kind_when_all_of_it_is(string text, string? name)
    {
        var engine = new Engine(SignatureReader.Read("p(int)\np_of_sixteen_abc(int)\np_of_fifteen_ab(int)"), 1, 1);

        Assert.Equal(name, new KindTable(engine).FindShort(Encoding.UTF8.GetBytes(text + Behind), 0)?.Name);
    }

    [Fact]
    public void A_text_is_another_with_a_byte_of_zero_behind_it()
    {
        var texts = new TextTable();
        byte[][] all = [[], [0], [0, 0], "abc"u8.ToArray(), "abc\0"u8.ToArray(), "abcdefgh"u8.ToArray(), "abcdefgh\0"u8.ToArray(), "abcdefghi"u8.ToArray()];

        int[] numbers = [.. all.Select(t => texts.Add(t))];

        Assert.Equal(numbers, numbers.Distinct());
        Assert.Equal(numbers, all.Select(t => texts.Add(t)));
        Assert.All(numbers.Zip(all), pair => Assert.Equal(pair.Second, texts.Bytes(pair.First).ToArray()));
    }

    [Fact]
    public void What_is_forgotten_is_not_found_and_its_number_is_given_again()
    {
        var texts = new TextTable();
        var numbers = Enumerable.Range(0, 5_000).Select(i => texts.Add(Encoding.UTF8.GetBytes($"{i}"))).ToList();
        var longer = texts.Add("a text of more than eight bytes"u8);
        texts.ClearMarks();
        numbers.Where((_, i) => i % 3 == 0).ToList().ForEach(n => texts.Mark(n));
        texts.Mark(longer);

        texts.Sweep();

        Assert.Equal(numbers.Where((_, i) => i % 3 == 0).Append(longer), Enumerable.Range(0, 5_000).Where(i => i % 3 == 0).Select(i => texts.Add(Encoding.UTF8.GetBytes($"{i}"))).Append(texts.Add("a text of more than eight bytes"u8)));
        Assert.Contains(texts.Add("new"u8), numbers.Where((_, i) => i % 3 != 0));
        Assert.Equal("3", Encoding.UTF8.GetString(texts.Bytes(numbers[3])));
    }

    private static string[] Lines(string kinds, string formula, byte[][] pieces)
    {
        using var output = new MemoryStream();
        using var input = new Pieces(pieces);
        Run.Monitor(kinds, formula).Run(input, output);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Pieces(byte[][] pieces) : MemoryStream
    {
        private int _next;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_next == pieces.Length)
            {
                return 0;
            }

            var piece = pieces[_next++];
            piece.CopyTo(buffer, offset);
            return piece.Length;
        }
    }
}
