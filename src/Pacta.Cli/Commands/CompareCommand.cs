using System.Collections.Immutable;
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
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Several;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta compare</c>: two or more drafts side by side, and what each would have said on the same reports.</summary>
internal static class CompareCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "The files of two or more drafts, or of versions of one, and of the words they use (.pacta).";
        options.Words.HelpName = "DRAFT DRAFT";
        var format = Formats.Option("text", "json", "html", "csv");
        var output = OutputTarget.Option();
        var (facts, tries) = (HistoryOptions.Facts(), HistoryOptions.Tries(SearchLimits.Default.Tries));
        var command = new Command("compare", "Compare drafts: clauses that correspond, word by word, what each would have said, who owes what to whom, what is absent.")
        {
            options.Words, options.Reports, options.AsOf, options.Until, options.KeepGoing, options.Speech.Mandate, options.Speech.Language, facts, tries, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            if (Drafts(words, host) is not { } drafts)
            {
                return ExitCodes.BadInput;
            }

            CheckReport? report = null;
            if (words.Reports.Length > 0 || words.AsOf is not null || words.Until is not null)
            {
                report = CheckRun.Run(words, host, drafts);
                if (report is null)
                {
                    return ExitCodes.BadInput;
                }
            }

            var agreements = drafts.Compilation.Agreements;
            var form = parse.GetRequiredValue(format);
            var strictness = agreements.Length == 2 && form != "csv" ? Explored(DraftComparison.Of(agreements[0], agreements[1]), new SearchLimits(parse.GetValue(facts), parse.GetValue(tries)), host) : null;
            var manifest = (report?.Manifest ?? new Manifest(AppVersion.Text, words.Options, drafts.Files, [], []) { Maps = drafts.MapFiles }) with { Command = "compare" };
            var isWritten = OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) => Write(agreements, strictness, report, manifest, form, stream, screen, words));
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    /// <summary>What each allows that the other rules out; null where nobody asks for it.</summary>
    private static DraftStrictness? Explored(DraftComparison comparison, SearchLimits limits, Host host)
    {
        if (limits.Steps == 0)
        {
            return null;
        }

        using var progress = new Progress(host.Progress);
        return DraftExploration.Of(
            comparison,
            limits,
            (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {all:#,0} pairs of clauses")));
    }

    private static void Write(
        ImmutableArray<Agreement> drafts, DraftStrictness? strictness, CheckReport? report, Manifest manifest, string form, Stream stream, Pacta.Presentation.Text.Screen screen, CheckWords words)
    {
        if (drafts.Length > 2 || form == "csv")
        {
            WriteSeveral(drafts, report, manifest, form, stream, screen, words);
            return;
        }

        var comparison = DraftComparison.Of(drafts[0], drafts[1]) with { Strictness = strictness };
        var (a, b) = (Of(report, drafts[0]), Of(report, drafts[1]));
        if (form == "json")
        {
            ComparisonJson.Write(stream, comparison, a, b, manifest);
            stream.Write("\n"u8);
            return;
        }

        using var text = OutputTarget.Text(stream);
        if (form == "html")
        {
            ComparisonHtml.Write(text, comparison, a, b, manifest, report?.LinesSkipped ?? 0, words.Speech);
            return;
        }

        ComparisonText.Write(text, comparison, a, b, words.Speech, screen);
    }

    private static void WriteSeveral(ImmutableArray<Agreement> drafts, CheckReport? report, Manifest manifest, string form, Stream stream, Pacta.Presentation.Text.Screen screen, CheckWords words)
    {
        var matrix = DraftMatrix.Of(drafts);
        ImmutableArray<AgreementFindings> found = report is null ? [] : [.. drafts.Select(d => Of(report, d)!)];
        if (form == "json")
        {
            MatrixJson.Write(stream, matrix, found, manifest);
            stream.Write("\n"u8);
            return;
        }

        using var text = OutputTarget.Text(stream);
        switch (form)
        {
            case "html":
                ComparisonHtml.Write(text, matrix, found, manifest, report?.LinesSkipped ?? 0, words.Speech);
                break;
            case "csv":
                MatrixCsv.Write(text, matrix, words.Speech);
                break;
            default:
                ComparisonText.Write(text, matrix, found, words.Speech, screen);
                break;
        }
    }

    /// <summary>The drafts among the files, in the order in which they were given; null where there are fewer than two, which was said.</summary>
    private static LoadedAgreements? Drafts(CheckWords words, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Versions.Of(words.Agreements, host) ?? Loading.Agreements(words.Agreements, host, bag);
        if (loaded is { Compilation.Agreements: { Length: < 2 } found })
        {
            bag.Add(CommandErrors.Usage(
                $"Two drafts or more are compared, and there is {(found.Length == 1 ? $"one: {found[0].Name}" : "none")}{(words.Agreements.Distinct().Count() < words.Agreements.Length ? "; a file that is named twice counts once" : string.Empty)}.",
                "Name the files of the drafts, and of the words they use.",
                "pacta compare words.pacta draft_of_aland.pacta draft_of_borland.pacta"));
        }

        Messages.Show(host, bag.Items);
        return bag.HasErrors ? null : loaded;
    }

    private static AgreementFindings? Of(CheckReport? report, Agreement draft) => report?.Agreements.FirstOrDefault(a => a.Agreement.Name == draft.Name);
}
