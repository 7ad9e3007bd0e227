using System.Text;

namespace Pacta.Tests.Cli;

/// <summary>
/// Input that comes piece by piece: each after the command has told what it makes of the one before. What stands last is waited for without an end, unless
/// the input ends.
/// </summary>
internal sealed class Conversation : IDisposable
{
    private readonly Queue<byte[]> _pieces;
    private readonly SemaphoreSlim _told;
    private readonly ManualResetEventSlim _closed = new();
    private readonly Action? _atEnd;
    private bool _isHeld;

    /// <param name="atEnd">What is done when all pieces were given; from then on nothing comes, and no end. Null: the input ends.</param>
    /// <param name="isUnderWay">Whether something was said before: then the first piece waits too, until what came of that was told.</param>
    public Conversation(IEnumerable<string> pieces, Action? atEnd = null, bool isUnderWay = false)
    {
        _told = new SemaphoreSlim(isUnderWay ? 0 : 1);
        (_pieces, _atEnd) = (new Queue<byte[]>(pieces.Select(Encoding.UTF8.GetBytes)), atEnd);
        (Input, Output) = (new Asking(this), new Telling(_told));
    }

    public Stream Input { get; }

    public MemoryStream Output { get; }

    /// <summary>The next piece, when what came of the one before was told; null if there is none.</summary>
    public byte[]? Next()
    {
        if (!_isHeld)
        {
            _told.Wait(TestContext.Current.CancellationToken);
        }

        // Of a line that has not ended nothing is told yet.
        _isHeld = _pieces.TryDequeue(out var piece) && piece[^1] != '\n';
        return piece;
    }

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
        _told.Dispose();
        _closed.Dispose();
    }

    /// <summary>Changes are passed on at once: whoever waits for them may go on.</summary>
    private sealed class Telling(SemaphoreSlim told) : MemoryStream
    {
        public override void Flush() => told.Release();
    }

    private sealed class Asking(Conversation conversation) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (conversation.Next() is { } piece)
            {
                piece.CopyTo(buffer, offset);
                return piece.Length;
            }

            if (conversation._atEnd is { } atEnd)
            {
                atEnd();
                conversation._closed.Wait(TestContext.Current.CancellationToken);
            }

            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            conversation._closed.Set();
            base.Dispose(disposing);
        }
    }
}
