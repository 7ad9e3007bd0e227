using System.Globalization;
using System.Runtime;

namespace Pacta.Cli.Hosting;

/// <summary>
/// What is made of a large file of reports is nearly all needed until its findings are told: whoever looks in the meantime for what is not goes through all of it again and again, a fifth
/// of the time, and finds little. So it is not looked, as long as there is much more memory than that takes.
/// </summary>
internal sealed class LargeInput : IDisposable
{
    /// <summary>With smaller files it is hardly looked.</summary>
    private const long LeastBytes = 32 << 20;

    /// <summary>So many bytes are made of one, at most: 6 for reports that are undisputed, 9 for disputed ones. With the whole library it is more: what comes beyond is looked through as usual.</summary>
    private const long MadeOfEach = 16;

    /// <summary>One part in so many of these are large lists.</summary>
    private const int PartInLists = 3;

    /// <summary>One part in so many of all memory is taken at most, and of what nobody uses; if that is too little, nothing is put off.</summary>
    private const int PartOfMemory = 4;

    private const int PartOfUnused = 2;

    private const string Proc = "/proc/";

    private LargeInput()
    {
    }

    /// <summary>For as long as what is returned is not disposed; null: memory is looked through as usual.</summary>
    /// <param name="files">Those that are read, by their paths; what is no file does not count.</param>
    public static LargeInput? Of(IEnumerable<string> files)
    {
        var bytes = files.Sum(BytesOf);
        var most = MadeOfEach * bytes;
        if (bytes < LeastBytes || most > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / PartOfMemory || IsPutOff || !MayAskFor(most))
        {
            return null;
        }

        try
        {
            return GC.TryStartNoGCRegion(most, most / PartInLists) ? new LargeInput() : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // more than the collector may have, on this machine
        }
    }

    /// <summary>Where more was made than was thought, memory was looked through, and is as usual since.</summary>
    public void Dispose()
    {
        try
        {
            if (IsPutOff)
            {
                GC.EndNoGCRegion();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended by itself just now.
        }
    }

    private static bool IsPutOff => GCSettings.LatencyMode == GCLatencyMode.NoGCRegion;

    /// <summary>
    /// May so much memory be asked for, though less will be used? The collector does not live through a refusal, which comes where a process has a limit of addresses (<c>ulimit -v</c>),
    /// or the system promises no more than it has (proc(5): limits, meminfo, overcommit_memory). Of other systems that is not known.
    /// </summary>
    private static bool MayAskFor(long bytes)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && Told(Proc + "self/limits", "Max address space") == "unlimited"
                && File.ReadAllText(Proc + "sys/vm/overcommit_memory").Trim() != "2"
                && long.TryParse(Told(Proc + "meminfo", "MemAvailable:"), NumberStyles.None, CultureInfo.InvariantCulture, out var unused)
                && bytes <= unused * 1024 / PartOfUnused;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The word behind a name at the beginning of a line; null where there is none.</summary>
    private static string? Told(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static long BytesOf(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } file ? file.Length : 0;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return 0; // what is wrong with it is told where it is read
        }
    }
}
