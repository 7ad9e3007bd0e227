using System.CommandLine;
using System.Globalization;

namespace Pacta.Cli.Commands;

/// <summary>How far invented histories are looked for.</summary>
internal static class HistoryOptions
{
    /// <summary>Longer histories take too many tries for anybody to wait for.</summary>
    private const int Longest = 6;

    /// <summary>Beyond that it takes hours.</summary>
    private const int MostTries = 1_000_000;

    /// <param name="usual">How many histories one search may try if nothing is said.</param>
    public static Option<int> Tries(int usual)
    {
        var option = new Option<int>("--tries")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"How many invented histories each search may try (1 to {MostTries:#,0}). More look further, and take longer."),
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var number) || number < 1 || number > MostTries))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--tries takes a number from 1 to {MostTries:#,0}, as in --tries {usual * 10}."));
            }
        });
        return option;
    }

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
