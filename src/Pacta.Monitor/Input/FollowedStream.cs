namespace Pacta.Monitor.Input;

/// <summary>A stream that others still write to: at its end more is waited for, until whoever waits says that it is over.</summary>
public sealed class FollowedStream : Stream
{
    private readonly Stream _inner;
    private readonly Func<bool> _wait;

    /// <param name="inner">Read from where it stands; owned from now on.</param>
    /// <param name="wait">Waits until more may be there; false if nothing more will be read.</param>
    public FollowedStream(Stream inner, Func<bool> wait)
    {
        _inner = inner;
        _wait = wait;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            var read = _inner.Read(buffer, offset, count);
            if (read > 0 || !_wait())
            {
                return read;
            }
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
