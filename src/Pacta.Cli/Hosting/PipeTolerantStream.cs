namespace Pacta.Cli.Hosting;

/// <summary>Standard output that may close early: <c>pacta check ... | head</c> is no error. One that was closed from the beginning is.</summary>
internal sealed class PipeTolerantStream(Stream inner) : GuardedOutput(inner)
{
    private bool _isClosed;

    /// <summary>"No space left on device" (ENOSPC): output is lost that somebody still wants.</summary>
    private static bool IsDiskFull(IOException problem) =>
        (problem.HResult & 0xFFFF) is 28 or 112 || problem.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase);

    protected override void Try(Action action)
    {
        if (_isClosed)
        {
            return;
        }

        try
        {
            action();
        }
        catch (IOException e) when (!IsDiskFull(e))
        {
            _isClosed = true;
        }
        catch (UnauthorizedAccessException e)
        {
            // "pacta ... >&-": there never was an output. Whoever asked for one gets none, and that is no fault of the program.
            _isClosed = true;
            throw new IOException("standard output is closed", e);
        }
    }
}
