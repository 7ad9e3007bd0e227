using System.Runtime.InteropServices;

namespace Pacta.Cli.Hosting;

/// <summary>Ctrl-C, a terminal that is closed, and the request of the system to end: while this lives they call something, instead of ending the program at once.</summary>
internal sealed class EndSignals(Action end) : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, context =>
    {
        context.Cancel = true;
        end();
    }))];

    public void Dispose() => Array.ForEach(_registrations, r => r.Dispose());
}
