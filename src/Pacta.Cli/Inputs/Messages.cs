using Pacta.Cli.Hosting;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>Shows diagnostics on standard error: errors first cut off at a number that can be read.</summary>
internal static class Messages
{
    private const int Most = 20;

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
        foreach (var diagnostic in diagnostics.OrderByDescending(d => d.Severity).Take(Most))
        {
            host.Error.Write((host.HidesIdentities ? CommandErrors.WithoutIdentities(diagnostic) : DiagnosticRenderer.Render(diagnostic)) + "\n");
        }

        if (diagnostics.Count > Most)
        {
            host.Error.Write(DiagnosticRenderer.Render(CommandErrors.TooManyErrors(diagnostics.Count - Most)) + "\n");
        }
    }
}
