using System.CommandLine;
using System.Text;
using Pacta.Checking.Live;
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

        if (!HasName(host, path))
        {
            return false;
        }

        if (IsOneOf(path, inputs))
        {
            Messages.Fail(host, CommandErrors.CannotWrite(path, "it is one of the files that are read."));
            return false;
        }

        try
        {
            if (IsNoRegularFile(path))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                write(device, Screen.Of(PageWidth, hasColour: false));
                return true;
            }

            ReplacedFile.Write(path, file => write(file, Screen.Of(PageWidth, hasColour: false)));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(path, WhyNot(e)));
            return false;
        }
    }

    /// <summary>Is a file one of several, by whatever names and links?</summary>
    public static bool IsOneOf(string path, IEnumerable<string> files)
    {
        var target = ReplacedFile.TargetOf(path);
        return files.Any(f => ReplacedFile.TargetOf(f) == target);
    }

    /// <summary>Why a file could not be written, in words for people.</summary>
    public static string WhyNot(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "it is not allowed.",
        DirectoryNotFoundException => "there is no such folder.",
        FileNotFoundException => "no file can be made there.",
        _ => ReplacedFile.WithoutDraft(exception.Message),
    };

    /// <summary>False, which was then said, for a name of blanks or of nothing: what a script makes of a variable that is not set.</summary>
    public static bool HasName(Host host, string path)
    {
        if (!string.IsNullOrWhiteSpace(path))
        {
            return true;
        }

        Messages.Fail(host, CommandErrors.CannotWrite(path, "that is no name."));
        return false;
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
    public static bool IsNoRegularFile(string path)
    {
        path = ReplacedFile.TargetOf(path);
        if (!File.Exists(path))
        {
            return false;
        }

        using var there = new FileStream(path, FileMode.Open, FileAccess.Write);
        return !there.CanSeek || path.StartsWith("/dev/", StringComparison.Ordinal);
    }

    public static StreamWriter Text(Stream stream) => new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
}
