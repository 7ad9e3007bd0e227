using System.Diagnostics;
using System.Globalization;

namespace Pacta.Bench.Monitoring;

/// <summary>From the start of the process to the first byte of a verdict, over a log of three lines; beside it a program that only prints a line, started the same way.</summary>
internal sealed class FirstVerdict(string pacta, int core, string folder)
{
    private const int Times = 20;

    public void Run()
    {
        var (signature, formula, log) = (Path.Combine(folder, "three.sig"), Path.Combine(folder, "three.formula"), Path.Combine(folder, "three.log"));
        File.WriteAllText(signature, "exercise(p:string, e:int, n:int)\nnotified(p:string, e:int)\n");
        File.WriteAllText(formula, "(exercise(p,e,n) AND n >= 9000) AND NOT ONCE[42d,*) notified(p,e)\n");
        File.WriteAllText(log, "@1735689600 notified(p1,1)\n@1739000000 exercise(p2,2,12000)\n@1739500000 exercise(p1,1,13000)\n");
        Print("first verdict of a log of three lines", Sorted(pacta, "mfotl", "--sig", signature, "--formula", formula, "--log", log));
        Print("first line of /bin/echo (the floor)", Sorted("/bin/echo", "verdict"));
    }

    private static void Print(string name, double[] times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-40} {times[Times / 2],7:0.0} ms, the median of {Times}; from {times[0]:0.0} to {times[^1]:0.0}"));

    private double[] Sorted(string program, params string[] arguments)
    {
        // Once more than what counts, so that the files are in memory.
        var times = Enumerable.Range(0, Times + 1).Select(_ => Once(program, arguments)).Skip(1).ToArray();
        Array.Sort(times);
        return times;
    }

    private double Once(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var part in (string[])["-c", core.ToString(CultureInfo.InvariantCulture), program, .. arguments])
        {
            start.ArgumentList.Add(part);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream;
        if (output.ReadByte() < 0)
        {
            throw new InvalidOperationException($"{program} printed nothing.");
        }

        var time = clock.Elapsed.TotalMilliseconds;
        output.CopyTo(Stream.Null);
        process.WaitForExit();
        return time;
    }
}
