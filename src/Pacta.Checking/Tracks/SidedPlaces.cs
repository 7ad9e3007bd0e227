using System.Collections.Immutable;
using NodaTime;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Model.Agreements;
using Pacta.Model.Places;

namespace Pacta.Checking.Tracks;

/// <summary>One drawing of a place, by the numbers of its zones.</summary>
/// <param name="Inner">Who is inside of this is inside; null: nobody is for certain.</param>
/// <param name="Outer">Who is outside of this is outside.</param>
/// <param name="From">As from when it is drawn so; null: always.</param>
/// <param name="Until">Through when.</param>
internal sealed record SidedRow(int? Inner, int Outer, Instant? From, Instant? Until)
{
    public bool IsAt(Instant instant) => !(instant < From) && !(instant > Until);
}

/// <summary>A place under one reading.</summary>
/// <param name="Plain">Without the reading.</param>
/// <param name="Rows">The first that is there at an instant counts.</param>
internal sealed record SidedPlace(string Name, string Plain, ImmutableArray<SidedRow> Rows)
{
    public Side At(Instant instant, ReadOnlySpan<Side> sides)
    {
        foreach (var row in Rows)
        {
            if (row.IsAt(instant))
            {
                return sides[row.Outer] == Side.Outside ? Side.Outside
                    : row.Inner is { } inner && sides[inner] == Side.Inside ? Side.Inside
                    : Side.Unknown;
            }
        }

        return Side.Unknown;
    }
}

/// <summary>A place from which an agreement counts a distance.</summary>
/// <param name="Unit">In which distances are reported.</param>
/// <param name="Near">What is within each of the distances that are asked for, the least first.</param>
internal sealed record SidedDistance(string Name, string Unit, ImmutableArray<(decimal Metres, SidedPlace Zone)> Near);

/// <summary>
/// The sides that tracks are followed by: of all zones that agreements draw, under each reading, for each actor and in each time; and of what is within each distance that a
/// clause asks for. A place that is not drawn in full, or hangs on a condition, has no sides.
/// </summary>
internal sealed class SidedPlaces
{
    private readonly List<Zone> _zones = [];

    public SidedPlaces(ImmutableArray<Agreement> agreements)
    {
        var (places, distances) = (new List<SidedPlace>(), new List<SidedDistance>());
        foreach (var agreement in agreements)
        {
            var bounds = DistanceBounds.Of(agreement);
            foreach (var rows in DrawnPlaces.Of(agreement).GroupBy(p => (p.Name, p.Reading)))
            {
                var table = TableOf(agreement, rows.Key.Name);
                if (table is null || !IsWhole(agreement, table, rows.Key.Reading, [.. rows]))
                {
                    continue;
                }

                var name = table.Readings.Length > 1 && rows.Key.Reading is { } reading ? DrawnNames.Of(rows.Key.Name, reading) : rows.Key.Name;
                if (table.Form != TableForm.Line && Sides(agreement, name, rows.Key.Name, rows, Whole) is { } sides)
                {
                    places.Add(sides);
                }

                var near = bounds.GetValueOrDefault(table.Name, [])
                    .Select(m => (Metres: m, Zone: Sides(agreement, name, rows.Key.Name, rows, p => NearZones.Of(p, (double)m) is { } zone ? (zone, zone) : null)))
                    .ToList();
                if (near.Count > 0 && near.TrueForAll(n => n.Zone is not null))
                {
                    distances.Add(new SidedDistance(name, agreement.Vocabulary.Units.ContainsKey("m") ? "m" : "km", [.. near.Select(n => (n.Metres, n.Zone!))]));
                }
            }
        }

        // What two agreements draw under one name is told where both say the same.
        Places = [.. places.GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.ToImmutableArray()).OrderBy(g => g[0].Name, StringComparer.Ordinal)];
        Distances = [.. distances.DistinctBy(d => d.Name)];
    }

    public IReadOnlyList<Zone> Zones => _zones;

    /// <summary>By name.</summary>
    public ImmutableArray<ImmutableArray<SidedPlace>> Places { get; }

    public ImmutableArray<SidedDistance> Distances { get; }

    /// <summary>The instants at which something is drawn otherwise from then on.</summary>
    public IEnumerable<Instant> Turns => Places.SelectMany(p => p).Concat(Distances.SelectMany(d => d.Near).Select(n => n.Zone)).SelectMany(p => p.Rows)
        .SelectMany(r => new[] { r.From, r.Until is { } until ? until + Model.Time.InstantRange.Tick : null }).OfType<Instant>().Distinct().Order();

    private SidedPlace? Sides(Agreement agreement, string name, string plain, IEnumerable<DrawnPlace> rows, Func<DrawnPlace, (Zone? Inner, Zone Outer)?> draw)
    {
        var sided = ImmutableArray.CreateBuilder<SidedRow>();
        foreach (var row in rows)
        {
            if (draw(row) is not var (inner, outer))
            {
                return null;
            }

            int? of = inner is null ? null : Number(inner);
            sided.Add(new SidedRow(
                of, ReferenceEquals(inner, outer) ? of!.Value : Number(outer), row.From?.In(agreement.Calendar.Zone).Earliest, row.Until?.In(agreement.Calendar.Zone).Latest));
        }

        return new SidedPlace(name, plain, sided.ToImmutable());
    }

    private int Number(Zone zone)
    {
        _zones.Add(zone);
        return _zones.Count - 1;
    }

    /// <summary>Heights of tracks are not followed, and whose a disputed area is only the agreement says.</summary>
    private static (Zone? Inner, Zone Outer)? Whole(DrawnPlace place)
    {
        if (place.Zone is not { } zone)
        {
            return null;
        }

        Zone[] claimed = [.. place.Row.Values.OfType<DrawnRow>().SelectMany(d => d.Drawing?.Claimed ?? []).Select(c => c.Drawing.Area).OfType<MultiPolygon>().Select(a => Zone.Of(a, place.AccuracyMetres))];
        return place.Row.Height is not null ? (null, zone)
            : claimed.Length == 0 ? (zone, zone)
            : (zone, Zone.Union([zone, .. claimed]));
    }

    private static Table? TableOf(Agreement agreement, string name) =>
        agreement.Tables.GetValueOrDefault(name) ?? (name.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var at ? agreement.Tables.GetValueOrDefault(name[..at]) : null);

    /// <summary>Is each row that may count drawn, at times that are known, and without a condition?</summary>
    private static bool IsWhole(Agreement agreement, Table table, string? reading, ImmutableArray<DrawnPlace> drawn)
    {
        if (drawn.Any(d => d.If is not null || d.Row.From is not (null or FixedTime) || d.Row.Until is not (null or FixedTime)) || drawn.Any(d => RestsOnMore(agreement, d.Row)))
        {
            return false;
        }

        foreach (var row in table.Readings.Where(r => r.Name == reading).SelectMany(r => r.Content))
        {
            var isDrawn = drawn.Any(d => ReferenceEquals(d.Row, row));
            if (!isDrawn && row.If is not IsOneOfCondition)
            {
                return false;
            }

            if (isDrawn && row.From is null && row.Until is null)
            {
                break;
            }
        }

        return true;
    }

    /// <summary>Is it made of another place that has heights, or areas that are disputed?</summary>
    private static bool RestsOnMore(Agreement agreement, Row row) =>
        AgreementTree.PartsOf(row).SelectMany(p => p is PlaceRow of ? [of.Place] : p is Place place ? new[] { place } : [])
            .Select(p => p switch { TablePlace table => table.Table, TerritoryPlace => "territory", _ => null })
            .OfType<string>().Select(agreement.Tables.GetValueOrDefault).OfType<Table>()
            .SelectMany(t => t.Readings).SelectMany(r => r.Content)
            .Any(r => r.Height is not null || r.Values.OfType<DrawnRow>().Any(d => d.Drawing?.Claimed.IsEmpty == false) || RestsOnMore(agreement, r));
}
