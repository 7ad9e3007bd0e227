using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pacta.Presentation.Text;

namespace Pacta.Cli.Hosting;

/// <summary>The world as a command sees it: three streams, how wide the screen is, and whether somebody sits before it.</summary>
/// <param name="Progress">Where the progress of long waits may be shown; null where nobody would see it.</param>
internal sealed record Host(Stream Input, Stream Output, TextWriter Error, Screen Screen, TextWriter? Progress)
{
    private const int WidestUseful = 160;

    /// <summary>The clock, which only says when something is put on record: no finding depends on it.</summary>
    public Func<Instant> Now { get; init; } = SystemClock.Instance.GetCurrentInstant;

    /// <summary>How long one waits for another process that writes into a store; null: as long as stores do by themselves.</summary>
    public TimeSpan? StorePatience { get; init; }

    /// <summary>What is wrong with a report is told without its words: nobody shall learn from a message who reported.</summary>
    public bool HidesIdentities { get; init; }

    /// <summary>Where solvers are looked for: beside this program, in its folder cp-sat, and where programs are.</summary>
    public ImmutableArray<string> SolverFolders { get; init; } =
    [
        AppContext.BaseDirectory,
        Path.Combine(AppContext.BaseDirectory, "cp-sat"),
        .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Waits for a file to grow; false if nobody waits any longer. Files give no sign, so it is looked again and again.</summary>
    public Func<bool> WaitForMore { get; init; } = () =>
    {
        Thread.Sleep(TimeSpan.FromMilliseconds(100));
        return true;
    };

    /// <summary>Has something be called when somebody asks the command to come to an end, until what is returned is disposed of; null: nobody asks.</summary>
    public Func<Action, IDisposable>? ListenForEnd { get; init; }

    /// <summary>How long the answer of a solver is waited for; null: as long as suits the effort.</summary>
    public TimeSpan? SolverPatience { get; init; }

    /// <summary>Random bytes that nobody can guess: the salts of certificates are made of them.</summary>
    public Func<int, byte[]> Random { get; init; } = RandomNumberGenerator.GetBytes;

    public static Host OfConsole(Stream output, TextWriter error)
    {
        var isTerminal = !Console.IsOutputRedirected;
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var screen = Screen.Of(isTerminal ? Math.Min(WidestUseful, WidthOfConsole()) : WidestUseful - 40, isTerminal && !noColour);
        return new Host(Console.OpenStandardInput(), output, error, screen, Console.IsErrorRedirected ? null : error) { ListenForEnd = end => new EndSignals(end) };
    }

    /// <summary>Text for standard output; to be disposed before the command ends.</summary>
    public StreamWriter TextOutput() => new(Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return Screen.Narrowest;
        }
    }
}
