using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Exploration.Loopholes;
using Pacta.Exploration.Separating;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Negotiation.Loopholes;
using Pacta.Presentation.Loopholes;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta loopholes</c>: how the letter of a draft could be kept and a declared interest hurt.</summary>
internal static class LoopholesCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "The files of a draft and of the words it uses (.pacta).";
        options.Words.HelpName = "DRAFT";
        var interests = new Option<string[]>("--interests")
        {
            Description = "Files of interests, each written as a clause: what would have to be kept so that it is not hurt.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = false,
        };
        var (facts, tries) = (HistoryOptions.Facts(), HistoryOptions.Tries(SearchLimits.Default.Tries));
        var format = Formats.Option("text", "json", "html");
        var output = OutputTarget.Option();
        var command = new Command("loopholes", "Look for ways to keep every clause of a draft and hurt an interest. For drafters: not for public reports.")
        {
            options.Words, interests, facts, tries, options.Speech.Mandate, options.Speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            if (Read(words.Agreements, [.. parse.GetValue(interests) ?? []], host) is not var (loaded, draft, held))
            {
                return ExitCodes.BadInput;
            }

            ImmutableArray<InterestLoopholes> found;
            using (var progress = new Progress(host.Progress))
            {
                found = LoopholeFinder.Of(
                    draft, held, new SearchLimits(parse.GetValue(facts), parse.GetValue(tries)),
                    (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {all:#,0} interests")));
            }

            var manifest = new Manifest(AppVersion.Text, words.Options, loaded.Files, [], []) { Maps = loaded.MapFiles, Command = "loopholes" };
            var isWritten = OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    LoopholeJson.Write(stream, draft, found, manifest);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                if (parse.GetValue(format) == "html")
                {
                    LoopholeText.WriteHtml(text, draft, found, manifest, words.Speech);
                    return;
                }

                LoopholeText.Write(text, draft, found, words.Speech, screen);
            });
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    private static (LoadedAgreements Loaded, Agreement Draft, ImmutableArray<Agreement> Interests)? Read(ImmutableArray<string> files, ImmutableArray<string> interests, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Loading.Agreements(files.Concat(interests), host, bag);
        var held = loaded?.Compilation.Agreements.Where(a => IsIn(a, interests)).ToImmutableArray() ?? [];
        var drafts = loaded?.Compilation.Agreements.Except(held).ToImmutableArray() ?? [];
        if (loaded is not null && drafts.Length != 1)
        {
            bag.Add(CommandErrors.Usage(
                drafts.IsEmpty ? "There is no draft to look at." : $"One draft is looked at, and there are {drafts.Length}: {string.Join(", ", drafts.Select(a => a.Name))}.",
                "Name the file of one draft, and of the words it uses.",
                "pacta loopholes words.pacta draft.pacta --interests interests_of_borland.pacta"));
        }
        else if (loaded is not null && held.IsEmpty)
        {
            bag.Add(CommandErrors.Usage(
                "There are no interests to look for.",
                "Write each interest as a clause of an agreement in a file of its own, and name that file.",
                "pacta loopholes words.pacta draft.pacta --interests interests_of_borland.pacta"));
        }

        Messages.Show(host, bag.Items);
        return bag.HasErrors || loaded is null ? null : (loaded, drafts[0], held);
    }

    private static bool IsIn(Agreement agreement, ImmutableArray<string> files) => files.Contains(agreement.Origin.File.Path);
}
