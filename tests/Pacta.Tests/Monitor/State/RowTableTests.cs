using CsCheck;
using Pacta.Monitor.State;

namespace Pacta.Tests.Monitor.State;

/// <summary>Rows come and go, are looked for and numbered anew: as a dictionary has them.</summary>
public sealed class RowTableTests
{
    /// <summary>Small numbers, numbers of 32 bits at their bounds, and some that are wider and alike in their lower half.</summary>
    private static readonly Gen<long> Number = Gen.Int[0, 9].SelectMany(form => form switch
    {
        < 6 => Gen.Long[0, 40],
        6 => Gen.Long[int.MinValue, int.MaxValue],
        7 => Gen.Long[0, 2].Select(n => int.MaxValue - n),
        8 => Gen.Long[0, 2].Select(n => int.MinValue + n),
        _ => Gen.Long[0, 40].Select(n => n + (1L << 32)),
    });

    private static readonly Gen<long> Narrow = Gen.OneOf(Gen.Long[0, 40], Gen.Long[int.MinValue, int.MaxValue]);

    [Fact]
    public void Rows_of_one_column_are_kept_as_a_dictionary_keeps_them() =>
        Gen.Select(Gen.OneOf(Number, Narrow), Gen.Int[0, 20]).Array[0, 300].Sample(steps => Compare(1, steps.Select(s => (new[] { s.Item1 }, s.Item2))));

    /// <summary>Among so many some wide and some narrow numbers have the same hash: about ten, for each has 2^32 to choose from.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Wide_and_narrow_numbers_are_told_apart(bool holdsWide)
    {
        const int Many = 200_000;
        var rows = new RowTable(1, 0);
        for (var n = 0L; n < Many; n++)
        {
            rows.FindOrAdd([holdsWide ? Wide(n) : n * 7], out _);
        }

        for (var n = 0L; n < Many; n++)
        {
            Assert.Equal(n, rows.Find([holdsWide ? Wide(n) : n * 7]));
            Assert.Equal(-1, rows.Find([holdsWide ? n * 7 : Wide(n)]));
        }

        static long Wide(long n) => (n + 3) * 0x1_2345_6789L;
    }

    [Fact]
    public void A_table_that_was_large_once_is_small_again_when_it_is_cleared()
    {
        var rows = new RowTable(1, 0);
        for (var n = 0L; n < 50_000; n++)
        {
            rows.FindOrAdd([n], out _);
        }

        for (var n = 0L; n < 49_990; n++)
        {
            rows.Remove(rows.Find([n]));
        }

        rows.Clear();
        Assert.Equal(0, rows.FindOrAdd([49_995], out var isNew));
        Assert.True(isNew);
        Assert.Equal(-1, rows.Find([49_996]));
        Assert.Equal(0, rows.Find([49_995]));
    }

    [Fact]
    public void Rows_of_two_columns_are_kept_as_a_dictionary_keeps_them() =>
        Gen.Select(Number, Gen.Long[0, 3], Gen.Int[0, 20]).Array[0, 300].Sample(steps => Compare(2, steps.Select(s => (new[] { s.Item1, s.Item2 }, s.Item3))));

    [Fact]
    public void A_table_that_grew_finds_all_that_is_in_it_and_nothing_else()
    {
        var rows = new RowTable(1, 0);
        for (var n = 0L; n < 100_000; n++)
        {
            Assert.Equal(n, rows.FindOrAdd([n * 3], out var isNew));
            Assert.True(isNew);
        }

        for (var n = 0L; n < 100_000; n += 2)
        {
            rows.Remove(rows.Find([n * 3]));
        }

        for (var n = 0L; n < 100_000; n++)
        {
            Assert.Equal(n % 2 == 0 ? -1 : n, rows.Find([n * 3]));
            Assert.Equal(-1, rows.Find([(n * 3) + 1]));
        }

        Assert.Equal(50_000, rows.Count);
    }

    private static void Compare(int width, IEnumerable<(long[] Key, int Step)> steps)
    {
        var rows = new RowTable(width, 1);
        var known = new Dictionary<(long, long), (int Row, long Kept)>();
        foreach (var (key, step) in steps)
        {
            var name = (key[0], width > 1 ? key[1] : 0);
            switch (step)
            {
                case < 10:
                    var row = rows.FindOrAdd(key, out var isNew);
                    Assert.Equal(!known.TryGetValue(name, out var its), isNew);
                    Assert.True(isNew ? known.Values.All(k => k.Row != row) : its.Row == row);
                    rows.Extra(row, 0) = step;
                    known[name] = (row, step);
                    break;
                case < 14:
                    Assert.Equal(known.TryGetValue(name, out its) ? its.Row : -1, rows.Find(key));
                    break;
                case < 20 when known.Remove(name, out its):
                    // Whether or not it was just looked for.
                    Assert.True(step < 17 || rows.Find(key) == its.Row);
                    rows.Remove(its.Row);
                    break;
                case 20:
                    rows.Clear();
                    known.Clear();
                    break;
            }

            Assert.Equal(known.Count, rows.Count);
        }

        foreach (var ((first, second), (row, kept)) in known)
        {
            Assert.True(rows.IsAlive(row));
            Assert.Equal(row, rows.Find(width > 1 ? [first, second] : [first]));
            Assert.Equal(width > 1 ? [first, second] : [first], rows.Key(row).ToArray());
            Assert.Equal(kept, rows.Extra(row, 0));
        }
    }
}
