namespace Pacta.Cli.Hosting;

/// <summary>An output that was closed before the program began, as in <c>pacta version >&amp;-</c>: whoever writes to it is told so.</summary>
internal sealed class ClosedStream : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => throw new UnauthorizedAccessException();

    /// <summary>What a system opens; it may refuse to open what is closed.</summary>
    public static Stream Unless(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new ClosedStream();
        }
    }
}
