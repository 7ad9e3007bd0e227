using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pacta.Bench.Checking;

/// <summary>
/// A table of positions against many zones through the whole command: <c>tracks --pacta PROGRAM</c> writes an agreement, a register of ships and their positions, and lets the
/// program check them on one processor. Beside it: reading the file and doing nothing.
/// </summary>
internal static class TracksBench
{
    public static void Run(Options options)
    {
        var (ships, positions, zones) = (options.Number("--ships", 1_000), options.Number("--positions", 10_000_000), options.Number("--zones", 100));
        var folder = options.Text("--folder") ?? Directory.CreateTempSubdirectory("pacta-tracks").FullName;
        var (agreement, register, table) = (Path.Combine(folder, "sea.pacta"), Path.Combine(folder, "register.jsonl"), Path.Combine(folder, "positions.csv"));
        File.WriteAllText(agreement, Agreement(zones));
        File.WriteAllLines(register, Enumerable.Range(0, ships).Select(i =>
            $$"""{"id":"r{{i}}","source":"register","event":"ship_{{i}}","kind":"ship","time":"2021-01-01","of":"{{(i % 2 == 0 ? "aland" : "borland")}}"}"""));
        if (!File.Exists(table))
        {
            Write(table, ships, positions);
        }

        var length = new FileInfo(table).Length;
        var reading = Read(table);
        reading = Math.Min(reading, Read(table));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{positions:#,0} positions of {ships:#,0} ships, {length / 1e6:#,0} MB, {zones} zones"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading the file and doing nothing: {reading:0.00} s"));
        if (options.Text("--pacta") is not { } program)
        {
            return;
        }

        List<string> words = ["check", agreement, "--reports", register, "--tracks", table, "--tracks-source", "register", "--entering", "entry", "--leaving", "exit", "--processors", "1"];
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, .. words]) : new ProcessStartInfo(program, words);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.RedirectStandardOutput = true;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (peak, processor) = (0L, 0.0);
        var text = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            try
            {
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
                // It has ended meanwhile: what was seen last is at most a twentieth of a second old.
            }
        }

        var wall = clock.Elapsed.TotalSeconds;
        Console.WriteLine(text.Result.Split('\n').FirstOrDefault(l => l.Contains("findings:", StringComparison.Ordinal))?.Trim());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pacta check: {wall:0.0} s, {processor:0.0} s of processor time, {positions / processor / 1e6:0.00} million positions/s, {peak / 1e6:#,0} MB, {processor / reading:0} times reading the file"));
    }

    /// <summary>Squares of half a degree on a sea of ten degrees.</summary>
    private static string Agreement(int zones)
    {
        var text = new StringBuilder("""
            vocabulary sea_words {
              unit m
              unit km is 1_000 m
              actor aland, borland
              kind ship (ships) of actor in place
              event make entry (entries) by actor of ship into place
              event make exit by actor of ship from place
            }
            source register is sensor "register and receivers"
            agreement "Sea Accord" as sea_accord {
              status political
              enters into force 2020-01-01
              time zone "UTC"
              parties aland, borland
              use sea_words

            """);
        for (var i = 0; i < zones; i++)
        {
            var (east, north) = (i % 10, i / 10);
            text.Append(CultureInfo.InvariantCulture, $"  zone square_{i} {{ polygon \"{east}.2 {north}.2, {east}.7 {north}.2, {east}.7 {north}.7, {east}.2 {north}.7\" }}\n");
        }

        return text.Append("""
              clause stay at "1" {
                when entry e of ship w by actor A into square_0
                A must make exit of w from square_0 within 2 days after e
              }
            }

            """).ToString();
    }

    /// <summary>Ships that go ten knots and turn a little; every ten seconds a position of each.</summary>
    private static void Write(string path, int ships, int positions)
    {
        var random = new Random(7);
        var at = Enumerable.Range(0, ships).Select(_ => (North: random.NextDouble() * 10, East: random.NextDouble() * 10, Course: random.NextDouble() * 2 * Math.PI)).ToArray();
        using var output = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        output.WriteLine("time,id,lat,lon,speed");
        var first = new DateTime(2021, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < positions; i++)
        {
            ref var ship = ref at[i % ships];
            ship.Course += (random.NextDouble() - 0.5) * 0.1;
            ship.North = Math.Clamp(ship.North + (Math.Cos(ship.Course) * 0.00046), 0, 10);
            ship.East = Math.Clamp(ship.East + (Math.Sin(ship.Course) * 0.00046), 0, 10);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first.AddSeconds(10.0 * (i / ships)):yyyy-MM-ddTHH:mm:ssZ},ship_{i % ships},{ship.North:0.00000},{ship.East:0.00000},10.0"));
        }
    }

    private static double Read(string path)
    {
        var clock = Stopwatch.StartNew();
        var buffer = new byte[1 << 20];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        while (stream.Read(buffer) > 0)
        {
        }

        return clock.Elapsed.TotalSeconds;
    }
}
