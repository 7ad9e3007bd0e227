using CsCheck;
using Pacta.Presentation.Text;

namespace Pacta.Tests.Presentation;

public sealed class ColumnsTests
{
    [Fact]
    public void A_cell_of_a_hundred_thousand_characters_is_laid_out_at_once()
    {
        IReadOnlyList<string>[] rows = [.. Enumerable.Range(0, 50).Select(i => (IReadOnlyList<string>)[new string('x', 100_000), "short " + i, "state"])];
        var before = DateTime.UtcNow;

        var widths = Columns.Widths(rows, 78);
        var lines = Columns.Lines(rows[0], widths).ToList();

        Assert.Equal(78, widths.Sum() + 4);
        Assert.All(lines, l => Assert.True(l.Length <= 78));
        Assert.True(DateTime.UtcNow - before < TimeSpan.FromSeconds(10), "it took too long");
    }

    [Fact]
    public void Words_that_are_broken_anyway_give_way_before_whole_ones()
    {
        IReadOnlyList<string>[] rows = [["a_long_name_of_an_actor", new string('y', 60), "undetermined, provisional", "c4552c"]];

        Assert.Contains(Columns.Lines(rows[0], Columns.Widths(rows, 46)), l => l.Contains("undetermined,", StringComparison.Ordinal));
    }

    [Fact]
    public void Wide_letters_take_two_columns_and_marks_none()
    {
        IReadOnlyList<string>[] rows = [["漢字", "x"], ["ab", "x"], ["e\u0301", "x"]];
        var widths = Columns.Widths(rows, 78);

        Assert.Equal(4, widths[0]);
        Assert.Equal(["漢字  x", "ab    x", "e\u0301     x"], rows.Select(r => Columns.Lines(r, widths).Single()));
    }

    [Fact]
    public void A_letter_is_never_cut_in_two() =>
        Assert.DoesNotContain(Wrapping.Lines(string.Concat(Enumerable.Repeat("😀", 30)), 7), l => char.IsLowSurrogate(l[0]) || char.IsHighSurrogate(l[^1]));

    private static readonly Gen<string> Text = Gen.Int[0, 9].Select(n => " \n_-/abc漢\u0301"[n]).Array[0, 60].Select(letters => new string(letters));

    /// <summary>Each line takes as many words as fit, and only a word that is wider than a line is broken.</summary>
    [Fact]
    public void Text_is_wrapped_at_blanks_as_late_as_can_be() => Gen.Select(Text, Gen.Int[1, 30]).Sample(
        (text, width) =>
        {
            foreach (var paragraph in text.Split('\n'))
            {
                var lines = Wrapping.Lines(paragraph, width);
                Assert.All(lines, l => Assert.True(DisplayWidth.Of(l) <= Math.Max(width, 2), $"“{l}” of “{paragraph}” in {width}"));
                Assert.Equal(paragraph.Replace(" ", string.Empty, StringComparison.Ordinal), string.Concat(lines).Replace(" ", string.Empty, StringComparison.Ordinal));
                Assert.All(lines, l => Assert.True(l.Trim(' ') == l && !l.Contains("  ", StringComparison.Ordinal), $"“{l}” of “{paragraph}” in {width}"));
                var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (Array.TrueForAll(words, w => DisplayWidth.Of(w) <= width))
                {
                    Assert.Equal(words, string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    Assert.All(lines.Zip(lines.Skip(1)), two => Assert.True(DisplayWidth.Of(two.First) + 1 + DisplayWidth.Of(two.Second.Split(' ')[0]) > width));
                }
            }

            Assert.Equal(text.Split('\n').SelectMany(p => Wrapping.Lines(p, width)), Wrapping.Lines(text, width));
        });

    [Fact]
    public void Each_cell_begins_in_its_column() => Gen.Select(Text, Text, Text).Sample(
        (a, b, c) =>
        {
            IReadOnlyList<string>[] rows = [[a, b, c], ["heading", "another", "third"]];
            var widths = Columns.Widths(rows, 40);
            var cells = rows[0].Select((cell, i) => Wrapping.Lines(cell, widths[i])).ToList();
            var lines = Columns.Lines(rows[0], widths).ToList();
            Assert.Equal(cells.Max(l => l.Count), lines.Count);
            for (var line = 0; line < lines.Count; line++)
            {
                var padded = string.Join("  ", cells.Select((l, i) => Padded(l.ElementAtOrDefault(line) ?? string.Empty, widths[i])));
                Assert.Equal(padded.TrimEnd(), lines[line]);
            }
        });

    private static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - DisplayWidth.Of(text)));
}
