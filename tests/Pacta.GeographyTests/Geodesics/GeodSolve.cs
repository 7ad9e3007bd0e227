using System.Diagnostics;
using System.Globalization;

namespace Pacta.GeographyTests.Geodesics;

/// <summary>
/// The programs of GeographicLib, if they are there. Where they are not, tests that need them are skipped and say why; with PACTA_GEODESICS=required they fail instead.
/// </summary>
internal static class GeodSolve
{
    public static double[][] Inverse(IEnumerable<(double Lat1, double Lon1, double Lat2, double Lon2)> pairs) =>
        Run("GeodSolve", ["-i", "-f", "-p", "10"], pairs.Select(p => $"{Text(p.Lat1)} {Text(p.Lon1)} {Text(p.Lat2)} {Text(p.Lon2)}"));

    public static double[][] Direct(IEnumerable<(double Lat, double Lon, double Azimuth, double Distance)> ways) =>
        Run("GeodSolve", ["-f", "-p", "10"], ways.Select(w => $"{Text(w.Lat)} {Text(w.Lon)} {Text(w.Azimuth)} {Text(w.Distance)}"));

    /// <summary>How many corners, perimeter, area.</summary>
    public static double[] Planimeter(IEnumerable<(double Lat, double Lon)> corners) =>
        Run("Planimeter", ["-p", "10"], corners.Select(c => $"{Text(c.Lat)} {Text(c.Lon)}"))[0];

    private static double[][] Run(string program, string[] arguments, IEnumerable<string> lines)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            var reason = $"no {program}: apt-get install geographiclib-tools";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PACTA_GEODESICS") == "required", reason);
            Assert.Fail(reason);
        }

        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var line in lines)
        {
            process.StandardInput.WriteLine(line);
        }

        process.StandardInput.Close();
        var result = output.GetAwaiter().GetResult();
        process.WaitForExit();
        return [.. result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static string Text(double value) => value.ToString("F20", CultureInfo.InvariantCulture);
}
