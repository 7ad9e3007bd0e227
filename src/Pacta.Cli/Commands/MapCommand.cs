using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Presentation.Pictures;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta map</c>: the places that agreements draw, and what was reported and found there, as a picture or for a geographic information system.</summary>
internal static class MapCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        var at = new Option<string?>("--at")
        {
            Description = "Places and positions as they were on a day, or at an instant, and what is found through then (default: places of all times).",
            HelpName = "DATE",
        };
        var reading = new Option<string?>("--reading") { Description = "Of places with rival readings, only as this one draws them (default: as each does).", HelpName = "NAME" };
        var only = new Option<string[]>("--only") { Description = "Only these places, with commas between; may be repeated.", HelpName = "PLACE" };
        var background = new Option<string?>("--background")
        {
            Description = "Behind what is drawn: the coasts, or the coasts and borders, of the map of the world (default: nothing that the agreement does not draw).",
            HelpName = $"{WorldBackground.Coasts}|{WorldBackground.Countries}",
        };
        background.AcceptOnlyFromAmong(WorldBackground.Coasts, WorldBackground.Countries);
        var format = Formats.Option("svg", "geojson", "html");
        var output = OutputTarget.Option();
        var command = new Command("map", "Draw the places of agreements, and what was reported and found there: a picture, or GeoJSON for other programs.")
        {
            options.Words, options.Reports, options.Store, at, reading, only, background, options.AsOf, options.PublishedAsOf, options.Perspective, options.KeepGoing, options.Public,
            options.Speech.Mandate, options.Speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            var wanted = new Wanted(
                parse.GetValue(at), parse.GetValue(reading), [.. (parse.GetValue(only) ?? []).SelectMany(o => o.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);
            var form = parse.GetRequiredValue(format);
            return Run(words, wanted, host with { HidesIdentities = words.IsPublic }) is { } drawn
                && OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, _) => Write(stream, drawn, form, words.Speech, parse.GetValue(background) is { } kind ? WorldBackground.Of(kind) : null))
                    ? ExitCodes.Good
                    : ExitCodes.BadInput;
        });
        return command;
    }

    private static Drawn? Run(CheckWords words, Wanted wanted, Host host)
    {
        var bag = new DiagnosticBag();
        var moment = DateOption.Read("--at", wanted.At, bag);
        if (words.Agreements.IsEmpty)
        {
            bag.Add(CommandErrors.Usage("There is no agreement to draw.", "Name the files of agreements and of the words they use.", "pacta map bay_accord.pacta --output bay.svg"));
        }

        var agreements = bag.HasErrors ? null : Loading.Agreements(words.Agreements, host, bag);
        if (agreements is null || !AreKnown(wanted, agreements.Compilation.Agreements, bag))
        {
            Messages.Show(host, bag.Items);
            return null;
        }

        var choices = agreements.Compilation.Agreements.Select(a => (Agreement: a, Choice: new PictureChoice(moment?.In(a.Calendar.Zone).Latest, wanted.Reading, wanted.Only))).ToList();
        List<(PictureContent Content, ImmutableArray<Finding> Findings)> drawn;
        Messages.Show(host, bag.Items);
        if (words.Reports.IsEmpty && words.Stores.IsEmpty)
        {
            drawn = choices.ConvertAll(c => (PictureContent.Of(c.Agreement, c.Choice), ImmutableArray<Finding>.Empty));
        }
        else if (CheckRun.Run(words with { Until = wanted.At }, host, agreements) is { } report)
        {
            drawn = [.. report.Agreements.Select(f => (PictureContent.Of(f, choices.Find(c => c.Agreement.Name == f.Agreement.Name).Choice), f.Findings))];
        }
        else
        {
            return null;
        }

        var shown = drawn.FindAll(d => d.Content.Places.Length > 0);
        if (shown.Count == 0)
        {
            Messages.Fail(host, MapErrors.NothingDrawn([.. drawn.SelectMany(d => d.Content.NotDrawn)], isChosen: choices.Exists(c => !DrawnPlaces.Of(c.Agreement).IsEmpty)));
            return null;
        }

        return new Drawn([.. shown.Select(d => d.Content)], [.. shown.Select(d => d.Findings)]);
    }

    private static bool AreKnown(Wanted wanted, ImmutableArray<Agreement> agreements, DiagnosticBag bag)
    {
        var places = agreements.SelectMany(a => DrawnPlaces.Of(a)).ToList();
        foreach (var name in wanted.Only.Where(o => !places.Exists(p => PictureChoice.IsCalled(p, o))))
        {
            bag.Add(MapErrors.NoSuchPlace(name, [.. places.Select(p => p.Name).Distinct(StringComparer.Ordinal)]));
        }

        if (wanted.Reading is { } reading && places.TrueForAll(p => p.Reading != reading))
        {
            bag.Add(MapErrors.NoSuchReading(reading, [.. places.Select(p => p.Reading).OfType<string>().Distinct(StringComparer.Ordinal)]));
        }

        return !bag.HasErrors;
    }

    private static void Write(Stream stream, Drawn drawn, string format, Speech speech, BackgroundSource? background)
    {
        if (format == "geojson")
        {
            PictureGeoJson.Write(stream, drawn.Contents, drawn.Findings, speech);
            stream.Write("\n"u8);
            return;
        }

        using var text = OutputTarget.Text(stream);
        if (format == "html")
        {
            PictureHtml.Write(text, drawn.Contents, speech, background);
        }
        else
        {
            PictureSvg.Write(text, drawn.Contents, speech, background);
        }
    }

    /// <summary>What is to be drawn, as written on the command line.</summary>
    private sealed record Wanted(string? At, string? Reading, ImmutableArray<string> Only);

    private sealed record Drawn(ImmutableArray<PictureContent> Contents, ImmutableArray<ImmutableArray<Finding>> Findings);
}
