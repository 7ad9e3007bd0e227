using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Language.Compilation;
using Pacta.LanguageServer.Hosting;
using Pacta.Linting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta language-server</c>: what an editor starts and talks to.</summary>
internal static class LanguageServerCommand
{
    public static Command Create(Host host)
    {
        // Editors add it, to say what is the only way here.
        var stdio = new Option<bool>("--stdio") { Description = "Messages on standard input and output.", Hidden = true };
        var command = new Command(
            "language-server",
            "Serve an editor: mistakes while typing, what names stand for, words to complete, layout, scenarios. Speaks the Language Server Protocol on standard input and output; editors start it (docs/editors.md).")
        {
            stdio,
        };
        command.SetAction(_ => Server.Run(host.Input, host.Output, new ServerOptions(AppVersion.Text) { More = Lint }));
        return command;
    }

    /// <summary>Names that nobody uses are left to <c>pacta lint</c>: files that use them need not be among those that are read with an open one.</summary>
    private static IEnumerable<Diagnostic> Lint(CompilationResult compilation, IReadOnlyList<SourceText> files, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return compilation.HasErrors ? [] : Linter.Lint(compilation, files, Linter.Codes.Where(c => c != Linter.UnusedName).ToHashSet(StringComparer.Ordinal));
    }
}
