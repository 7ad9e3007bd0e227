using System.CommandLine;
using System.Text;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Presentation.Text;

namespace Pacta.Cli.Commands;

/// <summary>Where a command writes: standard output, or a file that is there completely or not at all.</summary>
internal static class OutputTarget
{
    /// <summary>Text in a file is laid out for paper and a page's width.</summary>
    private const int PageWidth = 120;

    public static Option<string?> Option() => new("--output", "-o") { Description = "Write to a file instead of standard output.", HelpName = "FILE" };

    /// <summary>False if the file cannot be written; why, was then said.</summary>
    /// <param name="inputs">Files that are read: the output must not take their place.</param>
    public static bool Write(Host host, string? path, IEnumerable<string> inputs, Action<Stream, Screen> write)
    {
        if (path is null)
        {
            return WriteToStandardOutput(host, write);
        }

        if (inputs.Any(i => Path.GetFullPath(i) == Path.GetFullPath(path)))
        {
            Messages.Fail(host, CommandErrors.CannotWrite(path, "it is one of the files that are read."));
            return false;
        }

        try
        {
            path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
            var draft = path + ".partial";
            if (IsNoRegularFile(path))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                write(device, Screen.Of(PageWidth, hasColour: false));
                return true;
            }

            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                write(file, Screen.Of(PageWidth, hasColour: false));
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            }

            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(path, e is UnauthorizedAccessException ? "it is not allowed." : e is DirectoryNotFoundException ? "there is no such folder." : e.Message));
            return false;
        }
    }

    private static bool WriteToStandardOutput(Host host, Action<Stream, Screen> write)
    {
        try
        {
            write(host.Output, host.Screen);
            host.Output.Flush();
            return true;
        }
        catch (IOException e)
        {
            Messages.Fail(host, CommandErrors.CannotWrite("standard output", e.Message));
            return false;
        }
    }

    /// <summary>A device or a pipe is written to, never replaced.</summary>
    private static bool IsNoRegularFile(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var there = new FileStream(path, FileMode.Open, FileAccess.Write);
        return !there.CanSeek || path.StartsWith("/dev/", StringComparison.Ordinal);
    }

    public static StreamWriter Text(Stream stream) => new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
}
