using System.Globalization;
using Pacta.Geography.Shapes;
using Pacta.Maps.World;

namespace Pacta.MapMaker;

/// <summary>
/// How far borders and coasts are off, estimated with places that are known to lie in a country: those that the map puts elsewhere are at least as far from where they
/// should be as the map's line is wrong there.
/// </summary>
internal static class Comparison
{
    public static void Run(string cities, TextWriter to)
    {
        var map = WorldMap.Load();
        var (total, skipped, abroad, sea) = (0, 0, new List<double>(), new List<double>());
        var near = 0;
        foreach (var line in File.ReadLines(cities))
        {
            var fields = line.Split('\t');
            var place = new GeoPoint(double.Parse(fields[4], CultureInfo.InvariantCulture), double.Parse(fields[5], CultureInfo.InvariantCulture));
            total++;
            if (map.AreaAt(place) is not null || map.Countries.FirstOrDefault(c => c.Alpha2 == fields[8]) is not { } country)
            {
                skipped++;
                continue;
            }

            var found = map.CountriesAt(place);
            if (found.Contains(country))
            {
                continue;
            }

            var distance = map.At(place, 98_000).MetresToLine ?? double.PositiveInfinity;
            (found.Length == 0 ? sea : abroad).Add(distance);
            if (found.Length > 0 && distance > 5000)
            {
                to.WriteLine($"{fields[1]} of {fields[8]} at {place}: {string.Join(", ", found)}, {distance:0} m from a line");
            }

            near += distance <= map.Source.AccuracyMetres ? 1 : 0;
        }

        to.WriteLine($"{total} places, {skipped} in disputed areas or of countries without undisputed territory");
        Quantiles("in another country", abroad);
        Quantiles("at sea", sea);
        to.WriteLine($"{near} of those {abroad.Count + sea.Count} are within the accuracy of {map.Source.AccuracyMetres} m");

        void Quantiles(string what, List<double> distances)
        {
            distances.Sort();
            if (distances.Count > 0)
            {
                to.WriteLine($"{distances.Count} {what}: metres from the nearest line, median {At(0.5):0}, 90% {At(0.9):0}, 99% {At(0.99):0}, most {distances[^1]:0}");
            }

            double At(double part) => distances[(int)(part * (distances.Count - 1))];
        }
    }
}
