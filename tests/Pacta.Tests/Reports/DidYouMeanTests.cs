using CsCheck;
using Pacta.Model.Reports;

namespace Pacta.Tests.Reports;

/// <summary>The nearest name is the one that a plain comparison of all of them finds.</summary>
public sealed class DidYouMeanTests
{
    private static readonly Gen<string> Name = Gen.OneOf('a', 'A', 'b', 'r', '1', '2', 'é', 'É').Array[0, 9].Select(c => new string(c));

    [Fact]
    public void The_nearest_is_found() => Gen.Select(Name, Name.Array[0, 6], Gen.Int[0, 8], Gen.Int[0, 8]).Sample(
        (name, others, at, cut) =>
        {
            // Some that are near for certain: with a letter less, a letter more, and two that changed places.
            var letters = name.ToCharArray();
            if (at + 1 < letters.Length)
            {
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
            }

            string[] candidates = [.. others, new string(letters), cut < name.Length ? name.Remove(cut, 1) : name, name.Insert(Math.Min(at, name.Length), "2")];
            Assert.Equal(Plainly(name, candidates), DidYouMean.Nearest(name, candidates));
        },
        iter: 20_000);

    [Theory]
    [InlineData("north_wnid", "north_wind")]
    [InlineData("NORTH_WIND", "north_wind")]
    [InlineData("n0rth_w1nd", "north_wind")]
    [InlineData("n0rth_w1nt", null)]
    [InlineData("wnd", "wind")]
    [InlineData("wd", null)]
    public void Two_edits_are_near_and_one_of_a_short_name(string name, string? nearest) => Assert.Equal(nearest, DidYouMean.Nearest(name, ["north_wind", "wind", "north"]));

    private static string? Plainly(string name, IEnumerable<string> candidates) => candidates
        .Where(c => c != name)
        .Select(c => (Name: c, Distance: Distance(name.ToLowerInvariant(), c.ToLowerInvariant())))
        .Where(c => c.Distance <= (name.Length <= 4 ? 1 : 2))
        .OrderBy(c => c.Distance)
        .ThenBy(c => c.Name, StringComparer.Ordinal)
        .Select(c => c.Name)
        .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        var (rest, other) = (a[1..], b[1..]);
        return a[0] == b[0] ? Distance(rest, other) : 1 + new[]
        {
            Distance(rest, other), Distance(rest, b), Distance(a, other),
            a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] ? Distance(a[2..], b[2..]) : int.MaxValue - 1,
        }.Min();
    }
}
