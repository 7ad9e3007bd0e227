namespace Pacta.GeographyTests.Geodesics;

/// <summary>Pairs of points, drawn at random or placed where formulas are known to fail.</summary>
internal static class Pairs
{
    public static IEnumerable<(double Lat1, double Lon1, double Lat2, double Lon2)> Draw(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var (lat1, lon1) = Anywhere(random);
            var small = Math.Pow(10, -(random.NextDouble() * 12));
            yield return (i % 10) switch
            {
                0 or 1 or 2 => Any(random, lat1, lon1),
                // Near the antipode, where Vincenty's method does not end.
                3 or 4 => (lat1, lon1, Clamp(-lat1 + (Sign(random) * small)), lon1 + 180 + (Sign(random) * small)),
                // Near a pole, and across it.
                5 => (Sign(random) * (90 - small), lon1, Sign(random) * (90 - (random.NextDouble() * small)), random.NextDouble() * 360),
                // On the equator or next to it, up to the longitude at which the equator is no longer the shortest way, and beyond.
                6 => (random.Next(2) * small * Sign(random), lon1, random.Next(2) * small * Sign(random), lon1 + 179 + random.NextDouble()),
                // Short.
                7 => (lat1, lon1, Clamp(lat1 + (Sign(random) * small)), lon1 + (Sign(random) * small)),
                // Across the date line, longitudes beyond 180.
                8 => (lat1, 180 - small, Clamp(lat1 + Sign(random)), 180 + (random.NextDouble() * 10)),
                // Along a meridian, a parallel, and nowhere.
                _ => random.Next(3) switch
                {
                    0 => (lat1, lon1, Anywhere(random).Lat, lon1 + (180 * random.Next(2))),
                    1 => (lat1, lon1, lat1, random.NextDouble() * 360),
                    _ => (lat1, lon1, lat1, lon1),
                },
            };
        }
    }

    private static (double, double, double, double) Any(Random random, double lat1, double lon1)
    {
        var (lat2, lon2) = Anywhere(random);
        return (lat1, lon1, lat2, lon2);
    }

    /// <summary>Uniformly over a sphere.</summary>
    public static (double Lat, double Lon) Anywhere(Random random) =>
        (Math.Asin((2 * random.NextDouble()) - 1) * 180 / Math.PI, (random.NextDouble() * 360) - 180);

    private static double Clamp(double latitude) => Math.Clamp(latitude, -90, 90);

    private static int Sign(Random random) => (random.Next(2) * 2) - 1;
}
