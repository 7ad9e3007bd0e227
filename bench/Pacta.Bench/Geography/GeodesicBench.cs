using System.Diagnostics;
using System.Globalization;
using Pacta.Geography.Geodesics;
using Pacta.GeographyTests.Geodesics;

namespace Pacta.Bench.Geography;

/// <summary>Distances and positions, and 500,000 random and adversarial pairs against GeodSolve, if it is there.</summary>
internal static class GeodesicBench
{
    public static void Run(Options options)
    {
        var count = options.Number("--pairs", 500_000);
        var pairs = Pairs.Draw(count, seed: 7).ToArray();
        var random = new Random(1);
        var anywhere = Enumerable.Range(0, count).Select(_ => (Pairs.Anywhere(random), Pairs.Anywhere(random))).ToArray();
        var sum = 0.0;
        var haversine = GeographyBench.Seconds(() =>
        {
            foreach (var ((lat1, lon1), (lat2, lon2)) in anywhere)
            {
                sum += Haversine(lat1, lon1, lat2, lon2);
            }
        });
        GeographyBench.Print("distance on a sphere (the baseline)", count, haversine);
        GeographyBench.Print("distance, random pairs", count, GeographyBench.Seconds(() =>
        {
            foreach (var ((lat1, lon1), (lat2, lon2)) in anywhere)
            {
                sum += Geodesic.Distance(lat1, lon1, lat2, lon2);
            }
        }), haversine / count);
        GeographyBench.Print("distance, adversarial pairs", count, GeographyBench.Seconds(() =>
        {
            foreach (var (lat1, lon1, lat2, lon2) in pairs)
            {
                sum += Geodesic.Distance(lat1, lon1, lat2, lon2);
            }
        }), haversine / count);
        GeographyBench.Print("position from a point and a direction", count, GeographyBench.Seconds(() =>
        {
            foreach (var ((lat, lon), (azimuth, distance)) in anywhere)
            {
                sum += Geodesic.Direct(lat, lon, azimuth, distance * 1e5).Latitude;
            }
        }), haversine / count);
        GC.KeepAlive(sum);
        Compare(pairs);
    }

    private static void Compare((double Lat1, double Lon1, double Lat2, double Lon2)[] pairs)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("GeodSolve", ["-i", "-p", "10"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("no GeodSolve to compare with: apt-get install geographiclib-tools");
            return;
        }

        var (worst, over) = (0.0, 0);
        using (process)
        {
            var output = process.StandardOutput;
            var writing = Task.Run(() =>
            {
                foreach (var (lat1, lon1, lat2, lon2) in pairs)
                {
                    process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lat1:F20} {lon1:F20} {lat2:F20} {lon2:F20}"));
                }

                process.StandardInput.Close();
            });
            foreach (var (lat1, lon1, lat2, lon2) in pairs)
            {
                var expected = double.Parse(output.ReadLine()!.Split(' ')[2], CultureInfo.InvariantCulture);
                var error = Math.Abs(Geodesic.Distance(lat1, lon1, lat2, lon2) - expected);
                worst = Math.Max(worst, error);
                over += error > 15e-9 ? 1 : 0;
            }

            writing.GetAwaiter().GetResult();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {pairs.Length:#,0} pairs against GeodSolve: {over} differ by more than 15 nm, at most {worst * 1e9:0.0} nm"));
    }

    private static double Haversine(double lat1, double lon1, double lat2, double lon2)
    {
        const double Degree = Math.PI / 180;
        var (a, b) = (Math.Sin((lat2 - lat1) * Degree / 2), Math.Sin((lon2 - lon1) * Degree / 2));
        return 2 * 6371008.8 * Math.Asin(Math.Sqrt((a * a) + (Math.Cos(lat1 * Degree) * Math.Cos(lat2 * Degree) * b * b)));
    }
}
