using System.CommandLine;

namespace Pacta.Cli.Commands;

/// <summary>How far invented histories are looked for.</summary>
internal static class HistoryOptions
{
    /// <summary>Longer histories take too many tries for anybody to wait for.</summary>
    private const int Longest = 6;

    public static Option<int> Facts(int usual = 3)
    {
        var option = new Option<int>("--facts")
        {
            Description = $"Look for invented histories of up to so many facts (0 to {Longest}; 0: for none).",
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var number) || number < 0 || number > Longest))
            {
                result.AddError($"--facts takes a number from 0 to {Longest}, as in --facts {usual}.");
            }
        });
        return option;
    }
}
