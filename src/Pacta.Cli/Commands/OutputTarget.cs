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
    public static bool Write(Host host, string? path, Action<Stream, Screen> write)
    {
        if (path is null)
        {
            write(host.Output, host.Screen);
            host.Output.Flush();
            return true;
        }

        var draft = path + ".partial";
        try
        {
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                write(file, Screen.Of(PageWidth, hasColour: false));
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

    public static StreamWriter Text(Stream stream) => new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
}
