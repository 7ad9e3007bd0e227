using System.Collections.Concurrent;
using Pacta.Monitor.Input;

namespace Pacta.Cli.Inputs;

/// <summary>Lines that another thread reads while those before are looked at. What has arrived is taken together.</summary>
internal sealed class ArrivingReports : IDisposable
{
    /// <summary>So many groups of lines may wait.</summary>
    private const int MostWaiting = 64;

    private readonly BlockingCollection<(int First, string Text)> _waiting = new(MostWaiting);
    private readonly CancellationTokenSource _end = new();
    private readonly Stream _input;
    private readonly bool _isFile;
    private volatile bool _isEnding;

    /// <param name="wait">Of a file to which others still write: waits until more may be there, false if nothing more will be read. Null: the input has an end.</param>
    public ArrivingReports(Stream input, Func<bool>? wait)
    {
        _isFile = wait is not null;
        _input = wait is null ? input : new FollowedStream(input, () => !_isEnding && wait());
        new Thread(Read) { IsBackground = true, Name = "reports" }.Start();
    }

    /// <summary>Why it could not be read to its end; null where it was, or nobody wants more of it.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Is there more in a file, which nobody had time for?</summary>
    public bool IsCut => _isFile && _end.IsCancellationRequested;

    /// <summary>Has all been taken that will ever come?</summary>
    public bool IsOver => _waiting.IsCompleted || (_end.IsCancellationRequested && _waiting.Count == 0);

    /// <summary>What has arrived by now, in its order; where nothing has, that is waited for.</summary>
    /// <param name="atMost">So long; null: as long as it takes.</param>
    /// <returns>Empty if nothing came in time, or nothing will come any more.</returns>
    public IReadOnlyList<(int First, string Text)> Take(TimeSpan? atMost)
    {
        var taken = new List<(int First, string Text)>();
        try
        {
            if (_waiting.TryTake(out var first, atMost is { } time ? (int)Math.Min(time.TotalMilliseconds, int.MaxValue) : Timeout.Infinite, _end.Token))
            {
                taken.Add(first);
            }
        }
        catch (OperationCanceledException)
        {
            // What has arrived is taken all the same.
        }

        while (taken.Count < MostWaiting && _waiting.TryTake(out var more))
        {
            taken.Add(more);
        }

        return taken;
    }

    /// <summary>
    /// Nothing more is waited for; what stands in a file is read, also its last line, whether or not that has an end. Whoever asks once more has no time for that.
    /// It may be called by any thread.
    /// </summary>
    public void End()
    {
        if (!_isFile || _isEnding)
        {
            _end.Cancel();
        }

        _isEnding = true;
    }

    public void Dispose()
    {
        // The thread may wait for a stream that never says anything; it goes with the program.
        _end.Cancel();
        _input.Dispose();
    }

    private void Read()
    {
        try
        {
            foreach (var group in ArrivingLines.Of(_input))
            {
                _waiting.Add(group, _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Nobody wants more of it.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Failure = e;
        }
        finally
        {
            _waiting.CompleteAdding();
        }
    }
}
