namespace Pacta.Cli.Hosting;

/// <summary>How a command ends. Documented in <c>pacta --help</c> and docs/command-line.md.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing that binds is certainly broken.</summary>
    public const int Good = 0;

    /// <summary>Something that binds is certainly broken, or a scenario failed.</summary>
    public const int Found = 1;

    /// <summary>The input cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>A fault of Pacta itself.</summary>
    public const int Internal = 3;

    public const string Help =
        """


          Exit codes:
            0  nothing is certainly inconsistent with a clause that binds
            1  something is (with --strict: or something is contested), or a scenario failed
            2  the input cannot be used
            3  an internal error
        """;
}
