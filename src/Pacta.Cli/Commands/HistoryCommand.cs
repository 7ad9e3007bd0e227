using System.CommandLine;
using System.Globalization;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta history</c>: how one finding changed as reports came in, and what changed it.</summary>
internal static class HistoryCommand
{
    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "Files of agreements (.pacta), and the id of the finding or its first digits.";
        options.Words.HelpName = "AGREEMENT... FINDING";
        var format = Formats.Option("text", "json");
        var output = OutputTarget.Option();
        var command = new Command("history", "Tell how a finding changed: each version of it, from when on, and what had come in.")
        {
            options.Words, options.Reports, options.Store, options.ExpectChain, options.PublishedAsOf, options.Until, options.Perspective, options.KeepGoing, options.Speech.Mandate, options.Speech.Language,
            format, output,
        };
        command.SetAction(parse =>
        {
            var (words, id) = ExplainCommand.SplitId(options.Read(parse, hasCheckOptions: false));
            return id is null
                ? Messages.Fail(host, CommandErrors.Usage(
                    "Of which finding is the history to be told?", "Put its id, or the first digits of it, at the end. The table of pacta check has the ids.",
                    "pacta history grey_line.pacta --store reports.db 3fa2b1"))
                : Run(words, id, parse.GetValue(format) == "json", parse.GetValue(output), host);
        });
        return command;
    }

    private static int Run(CheckWords words, string id, bool isJson, string? output, Host host)
    {
        if (CheckRun.Load(words, host) is not { } input || Find(input, id, words, host) is not var (agreement, full, path))
        {
            return ExitCodes.BadInput;
        }

        using var progress = new Progress(host.Progress);
        var clause = agreement.Clauses.FirstOrDefault(c => c.Holds(path));
        var versions = FindingHistory.Of(
            agreement, input.Reports.Records, full, clause is null ? null : [clause.Name], words.Perspective, input.Until, input.PublishedAsOf,
            (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {all:#,0} moments")));
        var manifest = input.Manifest(words);
        progress.Step("what was told");
        var told = FindingRecord.Of(agreement, full, clause is null ? null : [clause.Name], input, manifest, words.Perspective);
        progress.Dispose();
        return !OutputTarget.Write(host, output, words.Files, (stream, screen) =>
        {
            if (isJson)
            {
                CheckJson.WriteHistory(stream, manifest with { Command = "history", OwnOptions = [full] }, agreement, versions, told, words.Speech);
                stream.Write("\n"u8);
                return;
            }

            using var text = OutputTarget.Text(stream);
            HistoryText.Write(text, agreement, versions, told, words.Speech, screen);
        })
            ? ExitCodes.BadInput
            : told.Any(t => t.Differences.Contains(ToldDifference.Unexplained)) ? Fault(host, full)
            : ExitCodes.Good;
    }

    private static int Fault(Host host, string id)
    {
        Messages.Show(host, [StoreErrors.ToldDiffers(id)]);
        return ExitCodes.Internal;
    }

    /// <summary>
    /// The finding as of the last report, or one that was told; one that was taken back since and never told is looked for at every moment before.
    /// </summary>
    private static (Agreement Agreement, string Id, string ClausePath)? Find(CheckInput input, string id, CheckWords words, Host host)
    {
        var all = new Dictionary<string, (Agreement Agreement, string Id, string ClausePath)>(StringComparer.Ordinal);
        var agreements = input.Agreements.Compilation.Agreements;
        foreach (var agreement in agreements)
        {
            Add(agreement, null);
        }

        foreach (var told in input.Reports.Told.Select(t => ToldFindingJson.Read(t.Line)).OfType<ToldFinding>())
        {
            if (agreements.FirstOrDefault(a => a.Name == told.Agreement) is { } agreement)
            {
                all.TryAdd(told.Id, (agreement, told.Id, told.Clause));
            }
        }

        if (!all.Keys.Any(k => k.StartsWith(id, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var agreement in agreements)
            {
                // The latest first: an id in full is looked for no further than where it is found.
                foreach (var moment in Evidence.HistoryBuilder.Recorded(input.Reports.Records, agreement.Calendar.Zone).Select(r => r.At).Distinct().Reverse().TakeWhile(_ => !all.ContainsKey(id)))
                {
                    Add(agreement, Model.Time.Moment.At(moment));
                }
            }
        }

        var found = all.Where(f => f.Key.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 1)
        {
            return found[0].Value;
        }

        Messages.Fail(host, found.Count == 0
            ? CommandErrors.UnknownFinding(id, null, $"pacta check {words.Again} --all")
            : CommandErrors.SeveralFindings(id, found.Select(f => f.Key).Take(ExplainCommand.MostIds)));
        return null;

        void Add(Agreement agreement, Model.Time.Moment? asOf)
        {
            foreach (var finding in Checker.Check(input.Request(agreement, words.Perspective) with { AsOf = asOf }).Agreements[0].Findings)
            {
                all.TryAdd(finding.Id, (agreement, finding.Id, finding.ClausePath));
            }
        }
    }
}
