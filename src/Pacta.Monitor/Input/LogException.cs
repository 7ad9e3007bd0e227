namespace Pacta.Monitor.Input;

/// <summary>A log cannot be read any further.</summary>
public sealed class LogException : Exception
{
    public LogException(long line, string message, string? help)
        : base(message)
    {
        Line = line;
        Help = help;
    }

    /// <summary>From 1.</summary>
    public long Line { get; }

    public string? Help { get; }
}
