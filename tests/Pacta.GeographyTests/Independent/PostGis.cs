using System.Diagnostics;

namespace Pacta.GeographyTests.Independent;

/// <summary>
/// A PostgreSQL with PostGIS of its own in a temporary folder, reached through a socket there, and gone afterwards. Where there is none, tests that need it are skipped and
/// say why; with PACTA_POSTGIS=required they fail instead.
/// </summary>
public sealed class PostGis : IDisposable
{
    private readonly string? programs;
    private readonly string? missing;
    private readonly DirectoryInfo? folder;

    public PostGis()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var version = Array.Find(versions, v => File.Exists(Path.Combine(v, "bin", "initdb")) && File.Exists($"/usr/share/postgresql/{Path.GetFileName(v)}/extension/postgis.control"));
        if (version is null)
        {
            missing = "no PostGIS: apt-get install postgresql-postgis";
            return;
        }

        programs = Path.Combine(version, "bin");
        folder = Directory.CreateTempSubdirectory("pacta-postgis-");
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL does not run as root.
            Run("chown", ["postgres", folder.FullName], asOwner: false);
        }

        var data = Path.Combine(folder.FullName, "data");
        Run(Path.Combine(programs, "initdb"), ["-D", data, "-A", "trust", "-N", "-U", "postgres"]);
        Run(Path.Combine(programs, "pg_ctl"), ["-D", data, "-o", $"-k {folder.FullName} -c listen_addresses= -c fsync=off", "-s", "-w", "-l", Path.Combine(folder.FullName, "log"), "start"]);
        Query("create extension postgis");
    }

    /// <summary>Rows of one column each.</summary>
    public string[] Query(string sql)
    {
        if (missing is not null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PACTA_POSTGIS") == "required", missing);
            Assert.Fail(missing);
        }

        return Run(Path.Combine(programs!, "psql"), ["-h", folder!.FullName, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-At", "-f", "-"], input: sql)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            Run(Path.Combine(programs!, "pg_ctl"), ["-D", Path.Combine(folder.FullName, "data"), "-s", "-m", "immediate", "stop"]);
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string program, string[] arguments, bool asOwner = true, string? input = null)
    {
        var start = asOwner && Environment.IsPrivilegedProcess ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments]) : new ProcessStartInfo(program, arguments);
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        // Not of pg_ctl, from which the server has it as long as it runs.
        var read = Path.GetFileName(program) != "pg_ctl";
        start.RedirectStandardOutput = read;
        start.WorkingDirectory = Path.GetTempPath();
        using var process = Process.Start(start)!;
        var output = read ? process.StandardOutput.ReadToEndAsync(CancellationToken.None) : null;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var text = output?.GetAwaiter().GetResult() ?? string.Empty;
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
