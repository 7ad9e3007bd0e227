using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Exploration;
using Pacta.Exploration.Separating;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta compare</c>: two drafts side by side, and what each would have said on the same reports.</summary>
internal static class CompareCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "The files of two drafts, and of the words they use (.pacta).";
        options.Words.HelpName = "DRAFT DRAFT";
        var format = Formats.Option("text", "json", "html");
        var output = OutputTarget.Option();
        var facts = HistoryOptions.Facts();
        var command = new Command("compare", "Compare two drafts: clauses that correspond, what each would have said, who owes what to whom, what is absent.")
        {
            options.Words, options.Reports, options.AsOf, options.Until, options.KeepGoing, options.Speech.Mandate, options.Speech.Language, facts, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            if (Drafts(words, host) is not { } drafts)
            {
                return ExitCodes.BadInput;
            }

            var (first, second) = (drafts.Compilation.Agreements[0], drafts.Compilation.Agreements[1]);

            CheckReport? report = null;
            if (words.Reports.Length > 0 || words.AsOf is not null || words.Until is not null)
            {
                report = CheckRun.Run(words, host, drafts);
                if (report is null)
                {
                    return ExitCodes.BadInput;
                }
            }

            var comparison = DraftComparison.Of(first, second);
            if (parse.GetValue(facts) is > 0 and var longest)
            {
                using var progress = new Progress(host.Progress);
                comparison = comparison with { Strictness = DraftExploration.Of(comparison, SearchLimits.Default with { Steps = longest }, (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {all:#,0} pairs of clauses"))) };
            }

            var isWritten = OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) =>
            {
                var (a, b) = (Of(report, first), Of(report, second));
                var manifest = (report?.Manifest ?? new Manifest(AppVersion.Text, words.Options, drafts.Files, [], []) { Maps = drafts.MapFiles }) with { Command = "compare" };
                if (parse.GetValue(format) == "json")
                {
                    ComparisonJson.Write(stream, comparison, a, b, manifest);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                if (parse.GetValue(format) == "html")
                {
                    ComparisonHtml.Write(text, comparison, a, b, manifest, report?.LinesSkipped ?? 0, words.Speech);
                    return;
                }

                ComparisonText.Write(text, comparison, a, b, words.Speech, screen);
            });
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    /// <summary>The two drafts among the files, in the order in which they were given; null where there are not two, which was said.</summary>
    private static LoadedAgreements? Drafts(CheckWords words, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = TwoVersions.Of(words.Agreements, host) ?? Loading.Agreements(words.Agreements, host, bag);
        if (loaded is { Compilation.Agreements: { Length: not 2 } found })
        {
            bag.Add(CommandErrors.Usage(
                $"Two drafts are compared, and there {(found.Length == 1 ? "is one" : $"are {found.Length}")}: {string.Join(", ", found.Select(a => a.Name))}.",
                "Name the files of two drafts, and of the words they use.",
                "pacta compare words.pacta draft_of_aland.pacta draft_of_borland.pacta"));
        }

        Messages.Show(host, bag.Items);
        return bag.HasErrors ? null : loaded;
    }

    private static AgreementFindings? Of(CheckReport? report, Agreement draft) => report?.Agreements.FirstOrDefault(a => a.Agreement.Name == draft.Name);
}
