namespace Pacta.Geography.Zones;

/// <summary>Heights over a zone. Distances are to the boundary of the zone below; a height decides only whether one is inside.</summary>
internal sealed class AirspaceZone : Zone
{
    private readonly Zone zone;
    private readonly double? lowest, highest;
    private readonly HeightDatum above;

    public AirspaceZone(Zone zone, double? lowest, double? highest, HeightDatum above)
        : base(zone.Accuracy)
    {
        if (lowest > highest)
        {
            throw new ArgumentException($"heights from {lowest} to {highest} m: the lower one comes first", nameof(lowest));
        }

        (this.zone, this.lowest, this.highest, this.above) = (zone, lowest, highest, above);
    }

    /// <summary>The zone over which it is.</summary>
    public Zone Below => zone;

    public override double Signed(double latitude, double longitude) => zone.Signed(latitude, longitude);

    public override bool Contains(double latitude, double longitude) => zone.Contains(latitude, longitude);

    public override ZoneAnswer At(in Position position)
    {
        var answer = zone.At(position);
        var vertical = Vertical(position.Height);
        // Who is outside for certain on one count is outside.
        return answer.Side == Side.Outside || vertical == Side.Inside ? answer
            : vertical == Side.Outside ? answer with { Side = Side.Outside, Decider = this, Doubt = Doubt.None }
            : answer with { Side = Side.Unknown, Decider = this, Doubt = Doubt.Height };
    }

    private Side Vertical(Height? height)
    {
        if (lowest is null && highest is null)
        {
            return Side.Inside;
        }

        if (height is not { } h || h.Above != above)
        {
            return Side.Unknown;
        }

        return h.Metres + h.Accuracy < lowest || h.Metres - h.Accuracy > highest ? Side.Outside
            : h.Metres - h.Accuracy >= (lowest ?? double.NegativeInfinity) && h.Metres + h.Accuracy <= (highest ?? double.PositiveInfinity) ? Side.Inside
            : Side.Unknown;
    }
}
