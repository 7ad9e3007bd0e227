namespace Pacta.Bench.Workloads;

/// <summary><c>workload NAME --to FOLDER</c>: writes a workload to a folder.</summary>
internal static class WorkloadCommand
{
    public static int Run(string name, Options options)
    {
        var folder = options.Text("--to");
        var workload = Workload.Find(name);
        if (workload is null || folder is null)
        {
            Console.Error.WriteLine($"workload NAME --to FOLDER [--events N] [--seed N] [--years N] [--open N] [--tables]; NAME is one of {string.Join(", ", Workload.All.Select(known => known.Name))}");
            return 2;
        }

        var files = WorkloadWriter.Write(workload, SizeOf(options), folder, options.Has("--tables"));
        Console.WriteLine($"{workload.Name}: {files.Events} events at {files.TimePoints} time points in {files.Log}");
        return 0;
    }

    public static Size SizeOf(Options options) =>
        new(options.Number("--events", 1_000_000), options.Number("--seed", 1), options.Number("--years", 8), options.Number("--open", 10_000));
}
