using Pacta.Geography.Tracks;
using Pacta.Geography.Zones;

namespace Pacta.Checking.Tracks;

/// <summary>What is known anew of a track: from <see cref="Before"/> on something is unknown, and from <see cref="At"/> on the sides are these.</summary>
/// <param name="Before">The last position for which all that was known before holds; null for the first.</param>
/// <param name="IsMissing">Nothing at all is known in between.</param>
internal sealed record SideTurn(TrackPoint? Before, TrackPoint At, bool IsMissing, List<(int Zone, Side Side)> Sides);

/// <summary>Keeps what changes, track by track.</summary>
internal sealed class SideLog : ISideSink
{
    private readonly List<List<SideTurn>> _turns = [];

    public void Begin() => _turns.Add([]);

    public IReadOnlyList<SideTurn> Turns(int track) => _turns[track];

    public void Begun(int track, int zone, Side side, TrackPoint at) => Turn(track, null, at, false).Sides.Add((zone, side));

    public void Changed(int track, int zone, Side side, TrackPoint before, TrackPoint at) => Turn(track, before, at, false).Sides.Add((zone, side));

    public void Passed(int track, int zone, Side side, TrackPoint before, TrackPoint at) => Turn(track, before, at, false).Sides.Add((zone, side));

    public void Missing(int track, TrackPoint before, TrackPoint at) => Turn(track, before, at, true);

    private SideTurn Turn(int track, TrackPoint? before, TrackPoint at, bool isMissing)
    {
        var turns = _turns[track];
        if (turns.Count == 0 || turns[^1].At != at)
        {
            turns.Add(new SideTurn(before, at, isMissing, []));
        }

        return turns[^1];
    }
}
