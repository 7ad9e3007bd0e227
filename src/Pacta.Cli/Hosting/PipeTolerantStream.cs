namespace Pacta.Cli.Hosting;

/// <summary>Standard output that may close early: <c>pacta check ... | head</c> is no error. One that was closed from the beginning is.</summary>
internal sealed class PipeTolerantStream(Stream inner) : Stream
{
    private bool _isClosed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => Try(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Try(() => inner.Write(buffer, offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Try(inner.Dispose);
        }

        base.Dispose(disposing);
    }

    /// <summary>"No space left on device" (ENOSPC): output is lost that somebody still wants.</summary>
    private static bool IsDiskFull(IOException problem) =>
        (problem.HResult & 0xFFFF) is 28 or 112 || problem.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase);

    private void Try(Action action)
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
