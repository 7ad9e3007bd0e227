using System.Diagnostics;
using System.Globalization;
using Pacta.Fuzz;

// Compares the monitor with the reference on generated formulas and histories.
// Usage: dotnet run -c Release --project tests/Pacta.Fuzz -- fuzz [--minutes N, default 1] [--seed S, default 1]
//        dotnet run -c Release --project tests/Pacta.Fuzz -- case SEED
if (args is ["case", var number])
{
    var one = Fuzzer.Generate(int.Parse(number, CultureInfo.InvariantCulture));
    Console.WriteLine(one);
    Console.WriteLine(Comparer.Compare(one, int.Parse(number, CultureInfo.InvariantCulture)));
    return 0;
}

var minutes = Option("--minutes", "1");
var seed = (int)Option("--seed", "1");
var clock = Stopwatch.StartNew();
var result = Fuzzer.Run(seed, _ => clock.Elapsed.TotalMinutes >= minutes, i =>
{
    if (i % 1000 == 0 && !Console.IsErrorRedirected)
    {
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{i} cases, {clock.Elapsed.TotalSeconds:0} s"));
    }
});
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Compared} cases compared, {result.NotMonitorable} not monitorable, {result.NotSolvable} not solvable, {clock.Elapsed.TotalSeconds:0.0} s, seed {seed}"));
if (result.Found is null)
{
    return 0;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nDIFFERENT, seed {result.Seed}\n{result.Found}\n{result.Why}"));
return 1;

double Option(string name, string fallback)
{
    var at = Array.IndexOf(args, name);
    return double.Parse(at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback, CultureInfo.InvariantCulture);
}
