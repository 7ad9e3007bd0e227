namespace Pacta.Temporal.Notation;

/// <summary>A text is not in the notation. The message says what is wrong; help says what to do; the example is right.</summary>
public sealed class NotationException : Exception
{
    public NotationException(int line, int column, string message, string? help = null, string? example = null)
        : base(message)
    {
        Line = line;
        Column = column;
        Help = help;
        Example = example;
    }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>From 1, in characters.</summary>
    public int Column { get; }

    /// <summary>How to mend it.</summary>
    public string? Help { get; }

    /// <summary>Something like it that is right.</summary>
    public string? Example { get; }
}
