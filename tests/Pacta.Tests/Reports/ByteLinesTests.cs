using System.Text;
using CsCheck;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Tests.Reports;

/// <summary>A line of a large file is shown without making characters of the rest.</summary>
public sealed class ByteLinesTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("a", "ä", "\n", "\r\n", "\r", "word", "\ufffd").Array[0, 12].Select(string.Concat);

    [Fact]
    public void A_line_is_the_same_as_in_the_whole_text() => Gen.Select(Texts, Gen.Int[-1, 9].Array[1, 6]).Sample((text, asked) =>
    {
        var whole = new SourceText("a.jsonl", text);
        var lines = new ByteLines(Encoding.UTF8.GetBytes(text));
        foreach (var line in asked)
        {
            Assert.Equal(line >= 1 && line <= whole.LineCount ? whole.LineAt(line) : null, lines.At(line));
        }
    });

    [Fact]
    public void It_stands_where_it_stands_in_the_file_until_somebody_asks_for_all_of_it()
    {
        var file = ReportBytes.Of("a.jsonl", "\ufeffone\ntwo three\n"u8.ToArray()).Text;

        var (second, none) = (file.Showing(2)!, file.Showing(4));

        Assert.Null(none);
        Assert.Equal(("a.jsonl", "two three", new LinePosition(2, 5)), (second.Path, second.Content, second.PositionOf(second.Content.IndexOf("three", StringComparison.Ordinal))));
        Assert.Equal("", file.Showing(3)!.Content);
        Assert.Equal("one\ntwo three\n", file.Content);
        Assert.Same(file, file.Showing(2));
        Assert.Null(file.Showing(4));
    }
}
