using System.CommandLine;

namespace Pacta.Cli.Commands;

/// <summary>The forms in which a command can write.</summary>
internal static class Formats
{
    /// <summary>The first is the default.</summary>
    public static Option<string> Option(params string[] names)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = $"How to write it: {string.Join(", ", names)}.",
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => names[0],
        };
        option.AcceptOnlyFromAmong(names);
        return option;
    }
}
