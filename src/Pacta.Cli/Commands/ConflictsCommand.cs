using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Exploration;
using Pacta.Exploration.Conflicting;
using Pacta.Model.Diagnostics;
using Pacta.Negotiation.Conflicts;
using Pacta.Presentation.Conflicts;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta conflicts</c>: clauses that do not go together, within a text and between several.</summary>
internal static class ConflictsCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("DRAFT") { Description = "The files of one or more drafts or agreements, and of the words they use (.pacta).", Arity = ArgumentArity.OneOrMore };
        var (facts, tries) = (HistoryOptions.Facts(ConflictLimits.Default.Facts), HistoryOptions.Tries(ConflictLimits.Default.Tries));
        var (format, output, speech) = (Formats.Option("text", "json", "html"), OutputTarget.Option(), new SpeechOptions());
        var command = new Command("conflicts", "Show clauses that do not go together, within a draft or between several, each with the situation that shows it.")
        {
            files, facts, tries, speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            ImmutableArray<string> paths = [.. (parse.GetValue(files) ?? []).Distinct(StringComparer.Ordinal)];
            if (Read(paths, host) is not { } loaded)
            {
                return ExitCodes.BadInput;
            }

            TextConflicts found;
            using (var progress = new Progress(host.Progress))
            {
                found = ConflictExploration.Of(
                    loaded.Compilation.Agreements,
                    ConflictLimits.Of(parse.GetValue(facts), parse.GetValue(tries)),
                    (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {all:#,0} sets of clauses")));
            }

            var words = speech.ReadLanguage(parse);
            var isWritten = OutputTarget.Write(host, parse.GetValue(output), paths, (stream, screen) =>
            {
                var options = new RunOptions(null, null, null, false, false, [], SpeechOptions.NameOf(Mandate.Assess), words.Phrases.Language);
                var manifest = new Manifest(AppVersion.Text, options, loaded.Files, [], []) { Maps = loaded.MapFiles, Command = "conflicts" };
                if (parse.GetValue(format) == "json")
                {
                    ConflictJson.Write(stream, found, manifest, words);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                if (parse.GetValue(format) == "html")
                {
                    ConflictHtml.Write(text, found, manifest, words);
                    return;
                }

                ConflictText.Write(text, found, words, screen);
            });
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    /// <summary>Null where something was wrong, which was said.</summary>
    private static LoadedAgreements? Read(ImmutableArray<string> paths, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Versions.Of(paths, host) ?? Loading.Agreements(paths, host, bag);
        Messages.Show(host, bag.Items);
        return bag.HasErrors ? null : loaded;
    }
}
