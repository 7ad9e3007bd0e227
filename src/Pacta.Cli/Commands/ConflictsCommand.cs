using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Exploration;
using Pacta.Exploration.Conflicting;
using Pacta.Model.Diagnostics;
using Pacta.Negotiation.Conflicts;
using Pacta.Presentation.Conflicts;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta conflicts</c>: clauses that do not go together, within a text and between several.</summary>
internal static class ConflictsCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "The files of one or more drafts or agreements, and of the words they use (.pacta).";
        options.Words.HelpName = "DRAFT";
        var facts = HistoryOptions.Facts(ConflictLimits.Default.Facts);
        var format = Formats.Option("text");
        var output = OutputTarget.Option();
        var command = new Command("conflicts", "Show clauses that do not go together, within a draft or between several, each with the situation that shows it.")
        {
            options.Words, facts, options.Speech.Mandate, options.Speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            var bag = new DiagnosticBag();
            var loaded = Versions.Of(words.Agreements, host) ?? Loading.Agreements(words.Agreements, host, bag);
            if (loaded is { Compilation.Agreements.IsEmpty: true } && !bag.HasErrors)
            {
                bag.Add(CommandErrors.Usage(
                    "There is no agreement in these files.", "Name the file of at least one draft or agreement, and of the words it uses.", "pacta conflicts words.pacta draft.pacta"));
            }

            Messages.Show(host, bag.Items);
            if (loaded is null || bag.HasErrors)
            {
                return ExitCodes.BadInput;
            }

            TextConflicts found;
            using (var progress = new Progress(host.Progress))
            {
                found = ConflictExploration.Of(
                    loaded.Compilation.Agreements,
                    ConflictLimits.Default with { Facts = parse.GetValue(facts) },
                    (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {all:#,0} sets of clauses")));
            }

            var isWritten = OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) =>
            {
                using var text = OutputTarget.Text(stream);
                ConflictText.Write(text, found, words.Speech, screen);
            });
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }
}
