using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Pacta.Bench.Parts;

/// <summary><c>parts</c>: the parts of the monitor by themselves. Options of BenchmarkDotNet may follow, such as <c>--filter *RowTable*</c>.</summary>
internal static class PartsCommand
{
    public static int Run(string[] options)
    {
        // Within this process: a project that is generated for each benchmark would have to follow the rules of this repository.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher
            .FromTypes([typeof(RowTableParts), typeof(TextTableParts), typeof(ScannerParts), typeof(AtomJoinParts)])
            .Run(options.Length == 0 ? ["--filter", "*", "--join"] : options, config);
        return 0;
    }
}
