using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Model.Agreements;

namespace Pacta.Model.Places;

/// <summary>What a row draws.</summary>
/// <param name="Areas">The areas that make the zone, where it is made of nothing else.</param>
internal sealed record Drawn(
    Zone? Zone, ImmutableArray<MultiPolygon> Areas, ImmutableArray<MultiLine> Lines, ImmutableArray<GeoPoint> Points, double Accuracy, ImmutableArray<string> Attributions);

/// <summary>Draws rows as zones, lines and points, for one actor; null where a part of it is not drawn or hangs on more than the actor.</summary>
internal sealed class PlaceDrawer
{
    private readonly Agreement agreement;
    private readonly string? actor;

    /// <summary>A place may be made of another, and so on; never of itself.</summary>
    private readonly HashSet<string> _open;

    /// <summary>What was drawn already, by the row, the actor, and the metres by which its boundary is less well known where it is a part of another.</summary>
    private readonly Dictionary<(Row, string?, double), Drawn> _drawn;

    public PlaceDrawer(Agreement agreement)
        : this(agreement, null, [], new Dictionary<(Row, string?, double), Drawn>(ByReference))
    {
    }

    private PlaceDrawer(Agreement agreement, string? actor, HashSet<string> open, Dictionary<(Row, string?, double), Drawn> drawn) =>
        (this.agreement, this.actor, _open, _drawn) = (agreement, actor, open, drawn);

    private static IEqualityComparer<(Row Row, string? Actor, double More)> ByReference { get; } = EqualityComparer<(Row Row, string? Actor, double More)>.Create(
        (a, b) => ReferenceEquals(a.Row, b.Row) && a.Actor == b.Actor && a.More == b.More, a => HashCode.Combine(RuntimeHelpers.GetHashCode(a.Row), a.Actor, a.More));

    /// <summary>The same for another actor; what was drawn is not drawn again.</summary>
    public PlaceDrawer For(string? of) => of == actor ? this : new PlaceDrawer(agreement, of, _open, _drawn);

    /// <param name="more">Metres by which the row that this one is a part of is less exact than this one says.</param>
    public Drawn? Draw(Row row, double more = 0)
    {
        if (!_drawn.TryGetValue((row, actor, more), out var drawn) && DrawAnew(row, more + (double)row.AccuracyMetres) is { } made)
        {
            // What is left out because it would be made of itself is not drawn here; elsewhere it may be.
            _drawn.Add((row, actor, more), drawn = made);
        }

        return drawn;
    }

    private Drawn? DrawAnew(Row row, double accuracy)
    {
        var known = accuracy;
        var zones = new List<Zone>();
        var areas = ImmutableArray.CreateBuilder<MultiPolygon>();
        var (lines, points, attributions) = (ImmutableArray.CreateBuilder<MultiLine>(), ImmutableArray.CreateBuilder<GeoPoint>(), ImmutableArray.CreateBuilder<string>());
        foreach (var value in row.Values)
        {
            if (Draw(value, accuracy) is not { } drawn)
            {
                return null;
            }

            zones.AddRange(drawn.Zone is { } zone ? [zone] : []);
            areas.AddRange(drawn.Areas);
            lines.AddRange(drawn.Lines);
            points.AddRange(drawn.Points);
            attributions.AddRange(drawn.Attributions);
            known = Math.Max(known, drawn.Accuracy);
        }

        var isWhole = areas.Count > 0 && row is { Within: null, ButNot: null } && row.Values.All(v => v is DrawnRow or PlaceRow);
        var whole = zones.Count == 0 ? null : Zone.Union([.. zones]);
        if (row.Within is { } within)
        {
            whole = whole is not null && DrawPlace(within, accuracy)?.Zone is { } limit ? Zone.Intersection(whole, limit) : null;
        }

        if (row.ButNot is { } butNot)
        {
            whole = whole is not null && DrawPlace(butNot, accuracy)?.Zone is { } cut ? Zone.Difference(whole, cut) : null;
        }

        return (row.Within ?? row.ButNot) is not null && whole is null
            ? null
            : new Drawn(whole, isWhole ? areas.ToImmutable() : [], lines.ToImmutable(), points.ToImmutable(), known, [.. attributions.Distinct(StringComparer.Ordinal)]);
    }

    private Drawn? Draw(RowValue value, double accuracy)
    {
        switch (value)
        {
            case DrawnRow { Drawing: { } drawing }:
                var doubt = drawing.AccuracyMetres + accuracy;
                return new Drawn(
                    drawing.IsArea ? drawing.Zone(doubt) : null,
                    drawing.Area is null ? [] : [drawing.Area],
                    drawing.Line is { } line ? [line] : [],
                    drawing.Points,
                    doubt,
                    drawing.Attribution is { } attribution ? [attribution] : []);
            case PlaceRow place:
                return DrawPlace(place.Place, accuracy);
            case BandRow band:
                return Band(band, accuracy);
            case BetweenRow of when DrawPlace(of.First) is { Lines: [var first] } one && DrawPlace(of.Second) is { Lines: [var second] } other:
                var known = accuracy + Math.Max(one.Accuracy, other.Accuracy);
                return new Drawing(first).Between(new Drawing(second))?.Area is { } between
                    ? new Drawn(Zone.Of(between, known), [], [], [], known, one.Attributions.AddRange(other.Attributions))
                    : null;
            default:
                return null;
        }
    }

    private Drawn? Band(BandRow band, double accuracy)
    {
        if (DrawPlace(band.From) is not { } from || (from.Zone is not null && from.Areas.IsEmpty))
        {
            return null;
        }

        var (width, known) = ((double)band.Metres, accuracy + from.Accuracy);
        var side = band.Side switch { BandSide.Left => LineSide.Left, BandSide.Right => LineSide.Right, _ => LineSide.Both };
        return NearZones.Of(from.Areas, from.Lines, from.Points, width, side, known) is { } near ? new Drawn(near, [], [], [], known, from.Attributions) : null;
    }

    private Drawn? DrawPlace(Place place, double more = 0)
    {
        var (table, of) = place switch
        {
            TablePlace { Parameter: null } plain => (plain.Table, (string?)null),
            TablePlace { Parameter: var parameter } plain => (plain.Table, Actor(parameter)),
            TerritoryPlace territory => ("territory", Actor(territory.Of)),
            _ => (null, null),
        };
        if (table is null || !agreement.Tables.TryGetValue(table, out var rows) || (rows.Parameter is not null && of is null)
            || rows.Readings is not [{ Content: var content }] || !_open.Add($"{table} of {of}"))
        {
            return null;
        }

        // One row that applies for certain, or none that can be drawn.
        var chosen = content.Where(r => Applies(r.If, of)).ToList();
        var drawn = chosen is [{ From: null, Until: null } row] ? For(of).Draw(row, more) : null;
        _open.Remove($"{table} of {of}");
        return drawn;
    }

    private static bool Applies(Condition? condition, string? of) => condition is not IsOneOfCondition { Subject: VariableArgument, Nouns: [], Actors: var actors } || actors.Any(a => a.Name == of);

    private string? Actor(Argument argument) => argument switch
    {
        ActorArgument { IsGroup: false } named => named.Name,
        VariableArgument => actor,
        _ => null,
    };
}
