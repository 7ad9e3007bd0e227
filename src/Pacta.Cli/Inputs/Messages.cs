using Pacta.Cli.Hosting;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>Shows diagnostics on standard error: errors first cut off at a number that can be read.</summary>
internal static class Messages
{
    private const int Most = 20;

    /// <summary>What tells of many others, namely that no further line was read, or no further row is told of, is shown however many they are.</summary>
    private static readonly string[] OfOthers = ["PACTA0517", "PACTA0607"];

    public static int Fail(Host host, Diagnostic diagnostic) => Fail(host, [diagnostic]);

    public static int Fail(Host host, IReadOnlyList<Diagnostic> diagnostics)
    {
        Show(host, diagnostics);
        return ExitCodes.BadInput;
    }

    /// <summary>For forms of output that have no place for it.</summary>
    public static void LinesLeftOut(Host host, int count)
    {
        if (count > 0)
        {
            host.Error.Write(count == 1 ? "1 report line left out because of errors\n" : $"{count} report lines left out because of errors\n");
        }
    }

    public static void Show(Host host, IReadOnlyList<Diagnostic> diagnostics)
    {
        var ordered = diagnostics.OrderByDescending(d => d.Severity).ToList();
        Diagnostic[] shown = [.. ordered.Take(Most), .. ordered.Skip(Most).Where(d => OfOthers.Contains(d.Code, StringComparer.Ordinal))];
        foreach (var diagnostic in shown)
        {
            host.Error.Write((host.HidesIdentities ? CommandErrors.WithoutIdentities(diagnostic) : DiagnosticRenderer.Render(diagnostic)) + "\n");
        }

        if (diagnostics.Count > shown.Length)
        {
            host.Error.Write(DiagnosticRenderer.Render(CommandErrors.TooManyErrors(diagnostics.Count - shown.Length)) + "\n");
        }
    }
}
