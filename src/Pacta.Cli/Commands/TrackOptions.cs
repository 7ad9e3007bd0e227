using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pacta.Model.Reports;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary>Tables of positions that a command reads beside reports.</summary>
/// <param name="Source">Who says where things were.</param>
internal sealed record TrackWords(ImmutableArray<string> Files, string Source, TrackSettings Settings)
{
    public static readonly TrackWords None = new([], TrackMapping.Usual.Source, TrackMapping.Usual.Settings);

    /// <summary>The words that say the same again.</summary>
    public IEnumerable<string> Again()
    {
        if (Files.IsEmpty)
        {
            yield break;
        }

        foreach (var (option, value) in Files.Select(f => ("--tracks", (string?)f))
            .Append(("--tracks-source", Source == None.Source ? null : Source))
            .Append(("--entering", Settings.Entering))
            .Append(("--leaving", Settings.Leaving))
            .Append(("--gap", Settings.GapSeconds == TrackSettings.UsualGap ? null : TrackMapping.GapText(Settings.GapSeconds)))
            .Append(("--accuracy", Settings.AccuracyMetres == TrackMapping.UsualAccuracy ? null : Settings.AccuracyMetres.ToString(CultureInfo.InvariantCulture))))
        {
            if (value is not null)
            {
                yield return option;
                yield return value;
            }
        }
    }
}

/// <summary>The options about tables of positions.</summary>
internal sealed class TrackOptions
{
    public Option<string[]> Tracks { get; } = new("--tracks")
    {
        Description = "A table of positions (CSV: time, id, lat, lon) of things that the reports speak of; may be repeated.",
        HelpName = "FILE",
    };

    public Option<string> Source { get; } = new("--tracks-source")
    {
        Description = "Under which name it is declared who tells the positions.",
        HelpName = "NAME",
        DefaultValueFactory = _ => TrackWords.None.Source,
    };

    public Option<string?> Entering { get; } = new("--entering") { Description = "The kind of event that coming into a zone is.", HelpName = "KIND" };

    public Option<string?> Leaving { get; } = new("--leaving") { Description = "The kind of event that going out of a zone is.", HelpName = "KIND" };

    public Option<double> Gap { get; } = new("--gap")
    {
        Description = "Of a longer time between two positions nothing is known.",
        HelpName = "PT6H",
        DefaultValueFactory = _ => TrackSettings.UsualGap,
        CustomParser = result => TrackMapping.GapOf(Only(result)) is { } seconds ? seconds : Wrong(result, "--gap is a length of time, such as PT6H, PT30M or P1D."),
    };

    public Option<double> Accuracy { get; } = new("--accuracy")
    {
        Description = "Within how many metres positions are right.",
        HelpName = "METRES",
        DefaultValueFactory = _ => TrackMapping.UsualAccuracy,
        CustomParser = result => double.TryParse(Only(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres is >= 0 and <= 20_100_000
            ? metres : Wrong(result, "--accuracy is a number of metres, such as 100."),
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Tracks, Source, Entering, Leaving, Gap, Accuracy })
        {
            command.Add(option);
        }
    }

    public TrackSettings Settings(ParseResult parse) => new(parse.GetValue(Accuracy), parse.GetValue(Gap), parse.GetValue(Entering), parse.GetValue(Leaving));

    public TrackWords Read(ParseResult parse) => new([.. parse.GetValue(Tracks) ?? []], parse.GetValue(Source) ?? TrackWords.None.Source, Settings(parse));

    private static string Only(ArgumentResult result) => result.Tokens is [var only] ? only.Value : string.Empty;

    private static double Wrong(ArgumentResult result, string why)
    {
        result.AddError(why);
        return 1;
    }
}
