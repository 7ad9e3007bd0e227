namespace Pacta.Cli.Hosting;

/// <summary>Says on the terminal what a long wait is for; says nothing about short ones, and nothing where no terminal is.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private readonly TextWriter? _terminal;
    private readonly Timer? _timer;
    private readonly Lock _lock = new();
    private string _step = string.Empty;
    private string _shown = string.Empty;

    public Progress(TextWriter? terminal)
    {
        _terminal = terminal;
        _timer = terminal is null ? null : new Timer(_ => Show(), null, Patience, Patience);
    }

    public void Step(string step)
    {
        lock (_lock)
        {
            _step = step;
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            Clear();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            Clear();
            _shown = _step + " …";
            _terminal?.Write(_shown);
        }
    }

    private void Clear()
    {
        if (_shown.Length > 0)
        {
            _terminal?.Write("\r" + new string(' ', _shown.Length) + "\r");
            _shown = string.Empty;
        }
    }
}
