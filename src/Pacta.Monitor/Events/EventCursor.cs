namespace Pacta.Monitor.Events;

/// <summary>A reader of one kind of events that goes from time point to time point.</summary>
internal sealed class EventCursor(EventStore store)
{
    private long _run = store.RunLimit;
    private bool _isHere;

    /// <summary>How often the reader was moved on to events; tells what was made of them from what is made of others.</summary>
    public int Version { get; private set; }

    /// <summary>The first run that this reader still needs.</summary>
    public long Needed => _run;

    /// <summary>The rows at the time point, one after the other.</summary>
    public ReadOnlySpan<long> Rows => _isHere ? store.RowsOf(_run) : [];

    public int Count => _isHere ? store.At(_run).Count : 0;

    public int Width => store.Width;

    public void MoveTo(int timePoint)
    {
        while (_run < store.RunLimit)
        {
            var at = store.At(_run).TimePoint;
            if (at >= timePoint)
            {
                _isHere = at == timePoint;
                Version++;
                return;
            }

            _run++;
        }

        _isHere = false;
        Version++;
    }
}
