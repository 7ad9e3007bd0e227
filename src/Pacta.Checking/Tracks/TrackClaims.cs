using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Geography.Tracks;
using Pacta.Geography.Zones;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Checking.Tracks;

/// <summary>
/// What a track says, as claims: observations of the thing where what is known of its sides changes, and an event where it was certainly on one side of a zone and then
/// certainly on the other. The ids of claims name the positions: <c>t1#12-13</c> is what the 12th and the 13th show.
/// </summary>
internal sealed class TrackClaims
{
    /// <summary>How long what a position shows holds beyond it, where the next one shows something else: seconds.</summary>
    private const double JustAfter = 1;

    /// <summary>Metres by which what is on one side of a bound is beside the bound itself.</summary>
    private const decimal Beside = 0.001m;

    private readonly SidedPlaces _places;
    private readonly TrackRecord _track;
    private readonly Side[] _sides;
    private readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();
    private readonly Dictionary<string, List<Crossing>> _crossings = new(StringComparer.Ordinal);
    private (SmallDictionary<ReportedValue> Roles, SmallDictionary<ReportedValue> Fields)? _said;

    private TrackClaims(SidedPlaces places, TrackRecord track)
    {
        (_places, _track) = (places, track);
        _sides = new Side[places.Zones.Count];
        Array.Fill(_sides, Side.Unknown);
    }

    /// <summary>Coming in or going out.</summary>
    private readonly record struct Crossing(bool IsEntering, TrackPoint Before, TrackPoint At);

    /// <summary>The side on which something was certainly, the last time.</summary>
    private readonly record struct Certain(Side Side, TrackPoint Last, int Drawing);

    /// <param name="last">The last position; null if there is none.</param>
    public static ImmutableArray<Claim> Of(SidedPlaces places, TrackRecord track, IReadOnlyList<SideTurn> turns, TrackPoint? last)
    {
        var claims = new TrackClaims(places, track);
        if (last is { } end)
        {
            claims.Observe(turns, end);
            claims.Cross(turns);
            claims.Events();
        }

        return claims._claims.ToImmutable();
    }

    private static Instant InstantOf(double seconds) => Instant.FromUnixTimeTicks((long)Math.Round(seconds * 1e7));

    private static string Lines(TrackPoint before, TrackPoint at) => string.Create(CultureInfo.InvariantCulture, $"{before.Line}-{at.Line}");

    private void Observe(IReadOnlyList<SideTurn> turns, TrackPoint last)
    {
        var redrawn = new Queue<Instant>(_places.Turns.Where(t => t > InstantOf(turns[0].At.Seconds) && t <= InstantOf(last.Seconds)));
        foreach (var turn in turns)
        {
            Redraw(redrawn, InstantOf(turn.At.Seconds));
            if (turn.Before is { } before)
            {
                foreach (var (zone, _) in turn.Sides)
                {
                    _sides[zone] = Side.Unknown;
                }

                Say(InstantOf(before.Seconds + Math.Min(JustAfter, (turn.At.Seconds - before.Seconds) / 2)), Lines(before, turn.At));
            }

            foreach (var (zone, side) in turn.Sides)
            {
                _sides[zone] = side;
            }

            Say(InstantOf(turn.At.Seconds), turn.At.Line.ToString(CultureInfo.InvariantCulture));
        }

        Redraw(redrawn, InstantOf(last.Seconds) + Duration.Epsilon);

        // How it went on after the last position nobody says.
        Array.Fill(_sides, Side.Unknown);
        Say(InstantOf(last.Seconds + JustAfter), string.Create(CultureInfo.InvariantCulture, $"{last.Line} end"));
    }

    /// <summary>The drawing changes while the thing stays where it is.</summary>
    private void Redraw(Queue<Instant> redrawn, Instant before)
    {
        while (redrawn.TryPeek(out var instant) && instant < before)
        {
            redrawn.Dequeue();
            Say(instant, $"{MomentText.Format(Moment.At(instant))} redrawn");
        }
    }

    private void Say(Instant instant, string cited)
    {
        var (inside, outside) = (new List<string>(), new List<string>());
        foreach (var place in _places.Places)
        {
            var side = SideOf(place, instant);
            (side == Side.Inside ? inside : side == Side.Outside ? outside : null)?.Add(place[0].Name);
        }

        var (roles, fields) = (ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal), ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal));
        Add("in", inside);
        Add("outside", outside);
        if (inside.Count == 0 && outside.Count == 0)
        {
            // What was known before is not known any more.
            fields["position"] = new ReportedPosition(0, 0, PositionValue.Anywhere);
        }

        foreach (var distance in _places.Distances)
        {
            fields["distance from " + distance.Name] = RangeOf(distance, instant);
        }

        (SmallDictionary<ReportedValue> Roles, SmallDictionary<ReportedValue> Fields) said = (roles.ToImmutable(), fields.ToImmutable());
        if (_said is { } before && before.Roles.SequenceEqual(said.Roles) && before.Fields.SequenceEqual(said.Fields))
        {
            return;
        }

        _said = said;
        if (_track.Of is { } owner)
        {
            roles["of"] = owner;
        }

        _claims.Add(Claim($"{_track.Id}#{cited}", _track.Event, _track.Kind, When.At(Moment.At(instant)), roles.ToImmutable(), said.Fields));

        void Add(string role, List<string> names)
        {
            if (names.Count > 0)
            {
                roles[role] = names is [var only] ? new ReportedText(only) : new ReportedNames([.. names], false);
            }
        }
    }

    private static Claim Claim(string id, string happening, string kind, When time, SmallDictionary<ReportedValue> roles, SmallDictionary<ReportedValue> fields) =>
        new(id, happening, kind, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Sensor, time, null, roles, fields, []);

    private Side SideOf(ImmutableArray<SidedPlace> drawn, Instant instant)
    {
        var side = drawn[0].At(instant, _sides);
        return drawn.All(d => d.At(instant, _sides) == side) ? side : Side.Unknown;
    }

    private ReportedNumber RangeOf(SidedDistance distance, Instant instant)
    {
        decimal low = 0;
        decimal? high = null;
        foreach (var (metres, zone) in distance.Near)
        {
            switch (zone.At(instant, _sides))
            {
                case Side.Outside:
                    low = metres + Beside;
                    break;
                case Side.Inside:
                    high = high is { } before ? Math.Min(before, metres - Beside) : metres - Beside;
                    break;
            }
        }

        var unit = distance.Unit == "m" ? 1 : 1000m;
        return new ReportedNumber(low / unit, high / unit, distance.Unit, false);
    }

    private void Cross(IReadOnlyList<SideTurn> turns)
    {
        foreach (var places in _places.Places)
        {
            Array.Fill(_sides, Side.Unknown);
            Certain? certain = null;
            foreach (var turn in turns)
            {
                if (turn.Before is { } before && KnownAt(places, before) is { } still)
                {
                    certain = still;
                }

                foreach (var (zone, side) in turn.Sides)
                {
                    _sides[zone] = side;
                }

                if (KnownAt(places, turn.At) is not { } now)
                {
                    continue;
                }

                // Where the zone was drawn anew in between, nobody crossed anything for certain.
                if (certain is { } was && was.Side != now.Side && was.Drawing == now.Drawing)
                {
                    Crossings(places[0].Name).Add(new Crossing(now.Side == Side.Inside, was.Last, turn.At));
                }

                certain = now;
            }
        }
    }

    private List<Crossing> Crossings(string name)
    {
        if (!_crossings.TryGetValue(name, out var list))
        {
            _crossings.Add(name, list = []);
        }

        return list;
    }

    private Certain? KnownAt(ImmutableArray<SidedPlace> places, TrackPoint at)
    {
        var instant = InstantOf(at.Seconds);
        return SideOf(places, instant) is var side and not Side.Unknown
            ? new Certain(side, at, places[0].Rows.Select((r, i) => r.IsAt(instant) ? i : -1).FirstOrDefault(i => i >= 0, -1))
            : null;
    }

    /// <summary>What all readings show alike is one event; otherwise each reading has events of its own.</summary>
    private void Events()
    {
        foreach (var readings in _places.Places.Select(p => p[0]).GroupBy(p => p.Plain, StringComparer.Ordinal))
        {
            var crossings = readings.Select(r => (r.Name, Crossings: _crossings.GetValueOrDefault(r.Name, []))).ToList();
            foreach (var (name, of) in crossings.TrueForAll(c => c.Crossings.SequenceEqual(crossings[0].Crossings)) ? [(readings.Key, crossings[0].Crossings)] : crossings)
            {
                var (entered, left) = (0, 0);
                foreach (var crossing in of)
                {
                    var number = crossing.IsEntering ? ++entered : ++left;
                    if ((crossing.IsEntering ? _track.Settings.Entering : _track.Settings.Leaving) is { } kind)
                    {
                        Event(kind, name, crossing, number);
                    }
                }
            }
        }
    }

    private void Event(string kind, string place, Crossing crossing, int number)
    {
        var preposition = crossing.IsEntering ? "into" : "from";
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        roles["of"] = new ReportedText(_track.Event);
        roles[preposition] = new ReportedText(place);
        if (_track.Of is { } owner)
        {
            roles["by"] = owner;
        }

        var words = $"{preposition}-{place.Replace(' ', '_')}";
        _claims.Add(Claim(
            $"{_track.Id}#{Lines(crossing.Before, crossing.At)} {words}", string.Create(CultureInfo.InvariantCulture, $"{_track.Event}-{words}-{number}"), kind,
            new When(Moment.At(InstantOf(crossing.Before.Seconds)), Moment.At(InstantOf(crossing.At.Seconds))), roles.ToImmutable(), SmallDictionary<ReportedValue>.Empty));
    }
}
