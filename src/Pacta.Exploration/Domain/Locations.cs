using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Exploration.Texts;
using Pacta.Geography.Shapes;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Exploration.Domain;

/// <summary>Where something is, as far as the texts tell places apart: in which zones and not in which, at which point, how far from what.</summary>
internal sealed record Location(ImmutableArray<string> In, ImmutableArray<string> Outside, ImmutableSortedDictionary<string, Value> Fields);

/// <summary>
/// The places that texts tell apart. A zone without a map is a name: something is in it or outside it. Of zones with maps a point is taken for every way in which they
/// overlap; of a band the distance just within and just beyond.
/// </summary>
internal static class Locations
{
    private const string Territory = "territory of ";

    /// <summary>Of more names than that, each alone and all together, and not every combination.</summary>
    private const int Combined = 3;

    public static ImmutableArray<Location> Of(ImmutableArray<Agreement> texts, Reach reach, Cast cast)
    {
        var leaves = new SortedSet<string>(StringComparer.Ordinal);
        var maps = new List<Drawing>();
        var bands = new SortedDictionary<string, SortedSet<decimal>>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var zone in reach.Zones.Where(text.Tables.ContainsKey))
            {
                Collect(text.Tables[zone], leaves, maps, bands);
            }
        }

        var named = Named([.. leaves], reach.AsksTerritory ? cast.Actors : []).ToList();
        var points = PointsOf(maps);
        var distances = Distances(bands).ToList();
        return [.. from name in named from point in points from distance in distances select name with { Fields = point.AddRange(distance) }];
    }

    private static void Collect(Table table, SortedSet<string> leaves, List<Drawing> maps, SortedDictionary<string, SortedSet<decimal>> bands)
    {
        var rows = table.Readings.SelectMany(r => r.Content).ToList();
        if (table.Form == TableForm.Amount)
        {
            return;
        }

        if (table.Form == TableForm.Line || rows.Count == 0 || rows.Exists(r => r.Values.Any(v => v is DrawnRow { Drawing: null })))
        {
            if (table.Form == TableForm.Zone)
            {
                leaves.Add(table.Name);
            }

            return;
        }

        foreach (var value in rows.SelectMany(r => r.Values))
        {
            switch (value)
            {
                case DrawnRow { Drawing: { IsArea: true } drawing }:
                    maps.Add(drawing);
                    break;
                case BandRow { From: TablePlace line } band:
                    var key = ReachReader.Distance + line.Table;
                    if (!bands.TryGetValue(key, out var bounds))
                    {
                        bands[key] = bounds = [];
                    }

                    bounds.Add(band.Metres);
                    break;
            }
        }
    }

    private static IEnumerable<Location> Named(ImmutableArray<string> leaves, ImmutableArray<string> owners)
    {
        List<ImmutableArray<string>> chosen = leaves.Length <= Combined
            ? [.. Enumerable.Range(0, 1 << leaves.Length).OrderBy(b => System.Numerics.BitOperations.PopCount((uint)b)).Select(bits => leaves.Where((_, i) => (bits & (1 << i)) != 0).ToImmutableArray())]
            : [[], .. leaves.Select(l => ImmutableArray.Create(l)), leaves];
        var grounds = owners.IsEmpty ? [null] : owners.Cast<string?>().Append(null);
        foreach (var owner in grounds)
        {
            foreach (var zones in chosen)
            {
                yield return new Location(
                    owner is null ? zones : [.. zones, Territory + owner],
                    [.. leaves.Where(l => !zones.Contains(l)), .. owner is null ? owners.Select(o => Territory + o) : []],
                    ImmutableSortedDictionary<string, Value>.Empty);
            }
        }
    }

    /// <summary>What was found of maps, while the first of them is in use: real borders have thousands of corners, and each search asks for them.</summary>
    private static readonly ConditionalWeakTable<Drawing, ConcurrentDictionary<Together, ImmutableArray<ImmutableSortedDictionary<string, Value>>>> Found = new();

    private static ImmutableArray<ImmutableSortedDictionary<string, Value>> PointsOf(List<Drawing> maps) =>
        maps.Count == 0 ? [.. Points(maps)] : Found.GetOrCreateValue(maps[0]).GetOrAdd(new Together([.. maps]), t => [.. Points([.. t.Maps])]);

    /// <summary>Maps that are looked at together.</summary>
    private sealed record Together(ImmutableArray<Drawing> Maps)
    {
        public bool Equals(Together? other) => other is not null && Maps.SequenceEqual(other.Maps);

        public override int GetHashCode() => Maps.Aggregate(0, HashCode.Combine);
    }

    /// <summary>A point for each way in which the maps overlap, found near their corners and in their middles.</summary>
    private static IEnumerable<ImmutableSortedDictionary<string, Value>> Points(List<Drawing> maps)
    {
        var none = ImmutableSortedDictionary<string, Value>.Empty.WithComparers(StringComparer.Ordinal);
        if (maps.Count == 0)
        {
            return [none];
        }

        var found = new SortedDictionary<string, GeoPoint>(StringComparer.Ordinal);
        foreach (var point in maps.SelectMany(m => m.Corners).SelectMany(Near))
        {
            found.TryAdd(string.Concat(maps.Select(m => m.Contains(point) ? '1' : '0')), point);
        }

        return found.Values.Select(p => none.Add("position", new PositionValue(p.Latitude, p.Longitude, 0)));
    }

    private static IEnumerable<GeoPoint> Near(ImmutableArray<GeoPoint> ring)
    {
        var middle = new GeoPoint(Math.Round(ring.Average(p => p.Latitude), 4), Math.Round(ring.Average(p => p.Longitude), 4));
        yield return middle;
        for (var i = 0; i < ring.Length; i++)
        {
            var (corner, next) = (ring[i], ring[(i + 1) % ring.Length]);
            foreach (var from in new[] { corner, new GeoPoint((corner.Latitude + next.Latitude) / 2, (corner.Longitude + next.Longitude) / 2) })
            {
                foreach (var step in new[] { 0.02, -0.02, -0.2, 0.2, -0.5 })
                {
                    yield return new GeoPoint(
                        Math.Round(from.Latitude + ((middle.Latitude - from.Latitude) * step), 4), Math.Round(from.Longitude + ((middle.Longitude - from.Longitude) * step), 4));
                }
            }
        }
    }

    private static IEnumerable<ImmutableSortedDictionary<string, Value>> Distances(SortedDictionary<string, SortedSet<decimal>> bands)
    {
        IEnumerable<ImmutableSortedDictionary<string, Value>> all = [ImmutableSortedDictionary<string, Value>.Empty.WithComparers(StringComparer.Ordinal)];
        foreach (var (key, bounds) in bands)
        {
            all = [.. all.SelectMany(a => Cells.Of(bounds).Select(d => a.Add(key, new NumberValue(NumberRange.Exactly(d), "m"))))];
        }

        return all;
    }
}
