using CsCheck;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Time;

namespace Pacta.Tests.Reports;

/// <summary>How moments are written.</summary>
public sealed class MomentTests
{
    /// <summary>Whole seconds are written by themselves; everything else, and years that four digits do not hold, by the pattern.</summary>
    [Fact]
    public void An_instant_is_written_as_the_pattern_writes_it()
    {
        var (first, last) = (Instant.MinValue.ToUnixTimeSeconds(), Instant.MaxValue.ToUnixTimeSeconds());
        var seconds = Gen.OneOf(
            Gen.Long[-62_135_683_200, -62_135_510_400], Gen.Long[0, 4_102_444_800], Gen.Long[last - 172_799, last], Gen.Long[first, first + 172_799], Gen.Long[first, last]);
        Gen.Select(seconds, Gen.OneOf(Gen.Const(0), Gen.Int[0, 999_999_999])).Sample((second, nanoseconds) =>
        {
            var at = Instant.FromUnixTimeSeconds(second).PlusNanoseconds(nanoseconds);
            Assert.Equal(InstantPattern.ExtendedIso.Format(at), $"{Moment.At(at)}");
        });
    }
}
