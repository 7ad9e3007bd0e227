using Pacta.Geography.Indexing;

namespace Pacta.Geography.Zones;

/// <summary>What is near a line.</summary>
internal sealed class BandZone : Zone
{
    private readonly SegmentTree line;
    private readonly double width;
    private readonly LineSide side;

    public BandZone(SegmentTree line, double width, LineSide side, double accuracy)
        : base(accuracy)
    {
        if (!(width > 0))
        {
            throw new ArgumentException($"a band of {width} m: it is wider than nothing", nameof(width));
        }

        (this.line, this.width, this.side) = (line, width, side);
    }

    public override double Signed(double latitude, double longitude)
    {
        var nearest = line.Nearest(latitude, longitude);
        if (side == LineSide.Both || nearest.Side == 0)
        {
            return width - nearest.Distance;
        }

        // The line bounds the band too, and beyond its end the line thought to go on.
        return nearest.Side < 0 == (side == LineSide.Left) ? Math.Min(width - nearest.Distance, nearest.Across)
            : nearest.Distance > width ? width - nearest.Distance - 1e-9
            : -Math.Max(nearest.Across, 1e-9);
    }

    public override bool Contains(double latitude, double longitude) =>
        side == LineSide.Both ? line.IsWithin(latitude, longitude, width) : Signed(latitude, longitude) >= 0;
}
