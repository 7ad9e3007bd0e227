using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta import tracks</c>: a table of positions becomes records of tracks.</summary>
internal static class ImportTracks
{
    public static Command Create(Host host)
    {
        var (file, output, keepGoing) = (ImportRun.File("The table of positions (CSV: time, id, lat, lon)."), OutputTarget.Option(), ImportRun.KeepGoing());
        var mapping = new Option<string?>("--mapping", "-m") { Description = "Which column is what, and which id is which thing, as JSON.", HelpName = "FILE" };
        var kind = new Option<string?>("--kind") { Description = "The kind of every object, where no mapping says it.", HelpName = "NAME" };
        var command = new Command("tracks", "Positions of ships, aircraft or anything that moves: a record of type track for each object.") { file, mapping, kind, keepGoing, output };
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            var read = parse.GetValue(mapping) is { } path
                ? InputFile.Bytes(path, host.Input, ".json", bag) is { } bytes && InputFile.Mapping(path, bytes, bag) is { } source ? TrackMapping.Read(source, bag) : null
                : TrackMapping.Usual;
            if (read is null)
            {
                return Messages.Fail(host, bag.Items);
            }

            read = read with { Kind = parse.GetValue(kind) ?? read.Kind };
            if (read.Kind is null && read.Things.IsEmpty)
            {
                return Messages.Fail(host, CommandErrors.Usage(
                    "Of which kind are the objects of this table?", "Say one kind for all, or let a mapping say it of each.", "pacta import tracks positions.csv --kind warship --output tracks.jsonl"));
            }

            var table = parse.GetRequiredValue(file);
            return ImportRun.Run(host, [table], ImportRun.Form.Text, parse.GetValue(output), parse.GetValue(keepGoing), bag,
                (input, text, diagnostics, progress) => TrackImporter.Import(table, input[0], text, read, diagnostics, progress));
        });
        return command;
    }
}
