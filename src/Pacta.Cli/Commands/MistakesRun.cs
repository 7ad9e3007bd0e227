using System.Collections.Immutable;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta check</c> without reports and without a date: looks for mistakes in the files, and says what stands in them.</summary>
internal static class MistakesRun
{
    /// <summary>Is that what was asked for? Findings in a form for machines need reports or a date.</summary>
    public static bool IsMeant(CheckWords words, string? format) =>
        words is { Agreements.Length: > 0, Reports.Length: 0, Stores.Length: 0, AsOf: null, PublishedAsOf: null, Until: null, Live: null } && format is null or "table";

    public static int Run(CheckWords words, Host host, string? output)
    {
        var bag = new DiagnosticBag();
        var loaded = Loading.Agreements(words.Agreements, host, bag, needsAgreement: false);
        var isRight = loaded is not null && CheckRun.AreKnown(words, loaded.Compilation.Agreements, bag);
        Messages.Show(host, bag.Items);
        if (loaded is null || !isRight)
        {
            return ExitCodes.BadInput;
        }

        var warnings = bag.Items.Count(d => d.Severity == Severity.Warning);
        return OutputTarget.Write(host, output, words.Files, (stream, _) =>
        {
            using var text = OutputTarget.Text(stream);
            var files = Numbered(loaded.Files.Length, "file");
            text.Write(warnings == 0 ? $"No mistakes found in {files}.\n" : $"No errors and {Numbered(warnings, "warning")} in {files}.\n");
            foreach (var agreement in loaded.Compilation.Agreements)
            {
                text.Write($"  {agreement.Title}: {Contents(agreement)}\n");
            }

            foreach (var talks in loaded.Compilation.Negotiations)
            {
                text.Write($"  {talks.Title}: {Numbered(talks.Issues.Length, "issue")}, interests of {Numbered(talks.Interests.Length, "party", "parties")} of {talks.Parties.Length}\n");
            }

            if (loaded.Compilation.Negotiations.Length > 0)
            {
                text.Write($"\npacta packages {words.Again}    the packages of the negotiation\n");
            }

            if (loaded.Compilation.Agreements.Length > 0)
            {
                var again = words.Again;
                text.Write($"\n{(loaded.Compilation.Scenarios.Length > 0 ? $"pacta test {again}    runs the scenarios\n" : string.Empty)}");
                text.Write($"pacta check {again} --reports FILE    checks against reports\n");
                text.Write($"pacta check {again} --until DATE    shows what is due if nothing is reported\n");
            }
        })
            ? ExitCodes.Good
            : ExitCodes.BadInput;
    }

    private static string Contents(Agreement agreement)
    {
        var exceptions = agreement.Clauses.Sum(c => Count(c.Exceptions));
        var parts = new List<string> { Numbered(agreement.Clauses.Length, "clause") };
        if (exceptions > 0)
        {
            parts.Add(Numbered(exceptions, "exception"));
        }

        parts.Add(Numbered(agreement.Scenarios.Length, "scenario"));
        return string.Join(", ", parts);
    }

    private static int Count(ImmutableArray<ClauseException> exceptions) => exceptions.Sum(e => 1 + Count(e.Exceptions));

    private static string Numbered(int count, string noun, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? noun : several ?? noun + "s")}");
}
