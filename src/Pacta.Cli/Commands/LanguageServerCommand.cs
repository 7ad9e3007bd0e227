using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.LanguageServer.Hosting;

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
        command.SetAction(_ => Server.Run(host.Input, host.Output, new ServerOptions(AppVersion.Text)));
        return command;
    }
}
