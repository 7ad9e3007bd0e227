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
}
