namespace Pacta.Bench.Workloads;

/// <summary>A workload in memory.</summary>
internal static class LogOf
{
    public static (string Signature, byte[] Log) Workload(Workload workload, int events)
    {
        var folder = Directory.CreateTempSubdirectory("pacta-bench-").FullName;
        try
        {
            var files = WorkloadWriter.Write(workload, new Size(events), folder, withTables: false);
            return (workload.Signature, File.ReadAllBytes(files.Log));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
