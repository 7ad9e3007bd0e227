using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Pacta.Cli;
using Pacta.Cli.Hosting;
using Pacta.Presentation.Text;

namespace Pacta.Tests.Cli;

/// <summary>What a command did.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>A folder of its own for the files of one test, and commands run in-process on them. The folder's path is cut from what they say.</summary>
internal sealed record Command : IDisposable
{
    public const string Agreement = "grey_line.pacta";
    public const string Reports = "grey_line.jsonl";

    private readonly string _folder = Directory.CreateTempSubdirectory("pacta-").FullName;

    /// <summary>The example of <c>pacta demo --invented</c>, written into the folder.</summary>
    public static Command WithDemo()
    {
        var command = new Command();
        Assert.Equal(0, command.Run("demo", "--invented", "--write-to", command._folder).ExitCode);
        return command;
    }

    public int Width { get; init; } = Screen.Narrowest;

    /// <summary>What the clock says.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2025, 1, 1, 0, 0);

    /// <summary>How long a store that another process writes into is waited for.</summary>
    public TimeSpan? StorePatience { get; init; }

    /// <summary>Where solvers are looked for; null: where they are for everybody.</summary>
    public ImmutableArray<string>? SolverFolders { get; init; }

    public TimeSpan? SolverPatience { get; init; }

    /// <summary>How a file that is followed is waited for; null: nobody waits.</summary>
    public Func<bool> WaitForMore { get; init; } = () => false;

    /// <summary>Who is told how to ask the command to come to an end.</summary>
    public Func<Action, IDisposable>? ListenForEnd { get; init; }

    /// <summary>What is random follows from it, anew for each command.</summary>
    public int Seed { get; set; } = 1;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public Command Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return this;
    }

    public Command Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return this;
    }

    /// <summary>A program that is a few words for a shell.</summary>
    public Command WriteProgram(string name, string script)
    {
        Write(name, "#!/bin/sh\n" + script + "\n");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a shell is needed");
            return this;
        }

        File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Runs a command; a word that begins with <c>@</c> is a file of the folder.</summary>
    public Ran Run(params string[] words) => RunWithInput(string.Empty, words);

    public Ran RunWithInput(string input, params string[] words) => RunWithBytes(Encoding.UTF8.GetBytes(input), words);

    public Ran RunWithBytes(byte[] input, params string[] words)
    {
        using var stream = new MemoryStream(input);
        using var output = new MemoryStream();
        return RunWithStreams(stream, output, words);
    }

    /// <summary>Runs a command that reads and writes while it runs.</summary>
    public Ran RunWithStreams(Stream input, MemoryStream output, params string[] words)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var host = new Host(input, output, errors, Screen.Of(Width, hasColour: false), null) { Now = () => Now, StorePatience = StorePatience, Random = Certificates.Certified.Random(Seed), SolverPatience = SolverPatience, WaitForMore = WaitForMore, ListenForEnd = ListenForEnd };
        host = SolverFolders is { } folders ? host with { SolverFolders = folders } : host;
        var code = App.Run([.. words.Select(w => w.StartsWith('@') ? PathOf(w[1..]) : w)], host);
        return new Ran(code, WithoutFolder(Encoding.UTF8.GetString(output.ToArray())), WithoutFolder(errors.ToString()));
    }

    /// <summary>Checks the demo's agreement against its reports.</summary>
    public Ran Check(params string[] options) => Run(["check", "@" + Agreement, "--reports", "@" + Reports, .. options]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string WithoutFolder(string text) => text.Replace(_folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
}
