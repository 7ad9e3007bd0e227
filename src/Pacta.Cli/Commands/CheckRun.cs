using System.Collections.Immutable;
using Pacta.Certificates.Hiding;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary>A check from what was written to what there is to show. Shared by <c>check</c>, <c>explain</c> and <c>demo</c>.</summary>
internal static class CheckRun
{
    /// <summary>Null if the input cannot be used; why, was then said.</summary>
    /// <param name="loaded">The agreements, if they were read before and what is wrong with them was said.</param>
    public static CheckReport? Run(CheckWords words, Host host, LoadedAgreements? loaded = null) => RunWithInput(words, host, loaded)?.Report;

    /// <summary>As <see cref="Run"/>, with what was read.</summary>
    public static (CheckReport Report, CheckInput Input)? RunWithInput(CheckWords words, Host host, LoadedAgreements? loaded = null)
    {
        var bag = new DiagnosticBag();
        using var progress = new Progress(host.Progress);
        if (Load(words, host, bag, progress, loaded) is not { } input)
        {
            return null;
        }

        progress.Step("checking");
        return Check(words, input, host, bag, progress) is { } report ? (report, input) : null;
    }

    /// <summary>Everything that a check reads; null if it cannot be used: why, was then said.</summary>
    public static CheckInput? Load(CheckWords words, Host host)
    {
        var bag = new DiagnosticBag();
        using var progress = new Progress(host.Progress);
        var input = Load(words, host, bag, progress, null);
        progress.Dispose();
        if (input is not null)
        {
            Messages.Show(host, bag.Items);
        }

        return input;
    }

    private static CheckInput? Load(CheckWords words, Host host, DiagnosticBag bag, Progress progress, LoadedAgreements? loaded)
    {
        progress.Step("reading agreements");
        if (words.Reports.Count(r => r == InputFile.StandardInput) + words.Agreements.Count(a => a == InputFile.StandardInput) > 1)
        {
            bag.Add(CommandErrors.FromStandardInputTwice());
        }
        else if (words.Agreements.Length == 0)
        {
            bag.Add(CommandErrors.Usage(
                "There is no agreement to check.", "Name the files of agreements and of the words they use.", "pacta check grey_line.pacta --reports reports.jsonl"));
        }
        else if (words.Reports.Length == 0 && words.Stores.Length == 0 && words is { Until: null, AsOf: null, PublishedAsOf: null, StateReports: null, Live: not ({ Resume: not null } or { Follows: true }) })
        {
            bag.Add(CommandErrors.Usage(
                "There are no reports to check.", "Name report files; or, to see what is due without any, say until when to look.",
                "pacta check grey_line.pacta --reports reports.jsonl\npacta check grey_line.pacta --until 2024-08-01"));
        }

        foreach (var chain in words.ExpectedChains.Where(c => !IsChain(c)))
        {
            bag.Add(CommandErrors.Usage(
                $"--expect-chain “{chain}” is no chain.", "A chain has 64 hexadecimal digits; it is in the manifest of every JSON, and pacta record tells it.", "--expect-chain " + new string('0', 64)));
        }

        if (words.ExpectedChains.Length > 0 && words.Stores.Length == 0)
        {
            bag.Add(CommandErrors.Usage("--expect-chain is about a store.", "Name the store in which the chain is to be.", "pacta check grey_line.pacta --store reports.db --expect-chain " + words.ExpectedChains[0]));
        }

        if (words.Processors < 1)
        {
            bag.Add(CommandErrors.Usage("--processors is at least 1.", "Leave it out to use all there are.", "pacta check grey_line.pacta --reports reports.jsonl --processors 2"));
        }

        if (words.RecordsFindings && FindingRecord.Obstacle(words) is { } obstacle)
        {
            bag.Add(obstacle);
        }

        var asOf = DateOption.Read("--as-of", words.AsOf, bag);
        var published = DateOption.Read("--published-as-of", words.PublishedAsOf, bag);
        var until = DateOption.Read("--until", words.Until, bag);
        var agreements = bag.HasErrors ? null : loaded ?? Loading.Agreements(words.Agreements, host, bag);
        if (agreements is null || !AreKnown(words, agreements.Compilation.Agreements, bag))
        {
            progress.Dispose();
            Messages.Show(host, bag.Items);
            return null;
        }

        progress.Step("reading reports");
        var reports = StateInput.AddTo(
            StoreInputs.AddTo(Loading.Reports(words.ReadAtOnce, host, bag, words.KeepsGoing), words.Stores, words.ExpectedChains, host, bag), words.StateReports, bag);
        reports = TrackInputs.AddTo(reports, words.Tracks, agreements.Compilation.Agreements, host, bag);
        if (IsStopped(bag, words.KeepsGoing))
        {
            // All that is wrong at once: also what only the vocabulary can tell of the lines that could be read.
            NotUnderstood([.. agreements.Compilation.Agreements.Select(a => Checker.Validate(a, reports.Records))]).ForEach(bag.Add);
            progress.Dispose();
            Messages.Show(host, bag.Items);
            return null;
        }

        return new CheckInput(agreements, reports, asOf, until) { PublishedAsOf = published };
    }

    private static bool IsChain(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>
    /// What is wrong with the claims that were read, in the words of the agreements: it is said, and how many lines are left out is returned; null if
    /// that stops the run.
    /// </summary>
    public static int? LinesLeftOut(CheckInput input, CheckWords words, Host host)
    {
        var bag = new DiagnosticBag();
        var wrong = NotUnderstood([.. input.Agreements.Compilation.Agreements.Select(a => Checker.Validate(a, input.Reports.Records))]);
        wrong.ForEach(bag.Add);
        Messages.Show(host, bag.Items);
        return IsStopped(bag, words.KeepsGoing) ? null : input.Reports.Skipped + LinesWrong(wrong);
    }

    private static int LinesWrong(List<Diagnostic> wrong) => wrong.Where(d => d.Severity == Severity.Error).Select(Place).Distinct().Count();

    /// <summary>The check itself, over agreements and reports that were read.</summary>
    public static CheckReport? Check(CheckWords words, CheckInput input, Host host, DiagnosticBag bag, Progress progress)
    {
        if (words.IsPublic)
        {
            var (agreements, reports) = Hiding.Hide(input.Agreements, input.Reports);
            input = input with { Agreements = agreements, Reports = reports };
        }

        var told = input.Reports.ToldLines;
        return Report(
            words, input, [.. Checker.CheckEach([.. input.Agreements.Compilation.Agreements.Select(a => RequestOf(a, input, words))])], input.Manifest(words), host, bag, progress,
            told.Count == 0 ? null : d => d.Severity == Severity.Error && told.Contains(Place(d)));
    }

    /// <summary>Nobody reads a longer list of what was done in time.</summary>
    private const int MostListed = 2_000;

    /// <summary>What is to be found of one agreement.</summary>
    private static CheckRequest RequestOf(Agreement agreement, CheckInput input, CheckWords words) => input.Request(agreement, words.Perspective) with
    {
        Clauses = ClausesOf(agreement, words),
        WithEachPerspective = words.WithEachPerspective,
        Processors = words.Processors ?? Environment.ProcessorCount,
        MostListed = words.CountsPlain ? MostListed : null,
    };

    /// <summary>What is to be found of all agreements, where that is done in one go.</summary>
    public static CheckRequest RequestOfAll(CheckInput input, CheckWords words) => RequestOf(input.Agreements.Compilation.Agreements[0], input, words) with
    {
        Agreements = input.Agreements.Compilation.Agreements,
        Clauses = words.Clauses.Length == 0 ? null : [.. input.Agreements.Compilation.Agreements.SelectMany(a => ClausesOf(a, words)!)],
    };

    /// <summary>What there is to show of what was found; null where something is wrong, which was then said.</summary>
    /// <param name="results">Of each agreement.</param>
    /// <param name="isTold">What was said before is not said again, and stops nothing; null: nothing was.</param>
    public static CheckReport? Report(
        CheckWords words, CheckInput input, List<CheckResult> results, Manifest manifest, Host host, DiagnosticBag bag, Progress progress, Predicate<Diagnostic>? isTold = null)
    {
        var wrong = NotUnderstood([.. results.Select(r => r.Diagnostics)]);
        wrong.FindAll(d => isTold?.Invoke(d) != true).ForEach(bag.Add);

        progress.Dispose();
        Messages.Show(host, bag.Items);
        if (IsStopped(bag, words.KeepsGoing))
        {
            return null;
        }

        return new CheckReport(
            manifest with { IsPublic = words.IsPublic },
            [.. results.SelectMany(r => r.Agreements)
                .Select(a => words.IsPublic ? PublicFindings.Of(a, isGiven: input is not { AsOf: null, PublishedAsOf: null, Until: null }) : a)
                .Select(a => a with
                {
                    Findings = Wanted(a.Agreement, a.Findings, words),
                    Determinations = Wanted(a.Determinations, words),
                    Perspectives = [.. a.Perspectives.Select(p => p with { Findings = Wanted(a.Agreement, p.Findings, words) })],
                })
                .Where(a => ClausesOf(a.Agreement, words) is not { Count: 0 })],
            input.Reports.Skipped + LinesWrong(wrong),
            words.ListsKept);
    }

    /// <summary>
    /// A claim in words of one agreement's vocabulary need not mean anything to the others: it is an error if no agreement understands it. What
    /// those who understand a line are warned of is told if all of them are: a place that one of them knows is spelt right.
    /// </summary>
    public static List<Diagnostic> NotUnderstood(List<ImmutableArray<Diagnostic>> results)
    {
        var wrong = results.ConvertAll(r => r.Where(d => d.Severity == Severity.Error).Select(Place).ToHashSet());
        var warned = results.ConvertAll(r => r.Where(d => d.Severity != Severity.Error).Select(d => (d.Code, d.Headline)).ToHashSet());
        return
        [
            .. results
                .SelectMany(r => r)
                .Where(d => d.Severity == Severity.Error
                    ? wrong.TrueForAll(w => w.Contains(Place(d)))
                    : Enumerable.Range(0, results.Count).All(i => wrong[i].Contains(Place(d)) || warned[i].Contains((d.Code, d.Headline))))
                .GroupBy(Place)
                .SelectMany(g => g.OrderByDescending(d => d.Severity).DistinctBy(d => (d.Code, d.Headline))),
        ];
    }

    /// <summary>The line of a report file that a diagnostic is about.</summary>
    public static (string File, int Line) Place(Diagnostic diagnostic) => diagnostic.Labels is [var label, ..]
        ? (label.File.Path, label.File.PositionOf(label.Span.Start).Line)
        : (string.Empty, 0);

    public static int ExitCode(CheckReport report)
    {
        var findings = report.Agreements.SelectMany(a => a.Findings).ToList();
        var isFound = findings.Exists(f => f.IsCertainBreach)
            || (report.Manifest.Options.IsStrict && findings.Exists(f => f.Certainty == Certainty.Contested));
        return isFound ? ExitCodes.Found : ExitCodes.Good;
    }

    /// <summary>The findings about what is asked for: a clause or an exception, with its own exceptions and with what it asks otherwise.</summary>
    private static ImmutableArray<Finding> Wanted(Agreement agreement, ImmutableArray<Finding> findings, CheckWords words)
    {
        if (words.Clauses.Length == 0)
        {
            return findings;
        }

        var paths = agreement.Clauses
            .SelectMany(c => c.Exceptions.SelectMany(Paths).Prepend((c.Path, Names: Names(c.Name, c.Path, c.Reference))))
            .Where(c => c.Names.Any(n => words.Clauses.Contains(n)))
            .Select(c => c.Path)
            .ToList();
        return [.. findings.Where(f => paths.Exists(p => f.ClausePath == p || f.ClausePath.StartsWith(p + "/", StringComparison.Ordinal)))];
    }

    private static IEnumerable<(string Path, IEnumerable<string> Names)> Paths(ClauseException exception) =>
        exception.Exceptions.SelectMany(Paths).Prepend((exception.Path, Names(exception.Name, exception.Path, exception.Reference)));

    private static ImmutableArray<Determination> Wanted(ImmutableArray<Determination> determinations, CheckWords words) => words.Clauses.Length == 0
        ? determinations
        : [.. determinations.Where(d => d.About is { } about && words.Clauses.Contains(about.Clause))];

    /// <summary>The clauses that are asked for, by name, path or article; null for all.</summary>
    private static ImmutableHashSet<string>? ClausesOf(Agreement agreement, CheckWords words) => words.Clauses.Length == 0
        ? null
        : [.. agreement.Clauses
            .Where(c => Names(c.Name, c.Path, c.Reference).Concat(c.Exceptions.SelectMany(Names)).Any(n => words.Clauses.Contains(n)))
            .Select(c => c.Name)];

    /// <summary>Errors in report lines can be passed over if the user says so; all others cannot.</summary>
    private static bool IsStopped(DiagnosticBag bag, bool keepGoing) =>
        bag.Items.Any(d => d.Severity == Severity.Error && (!keepGoing || !d.Code.StartsWith("PACTA05", StringComparison.Ordinal)));

    public static bool AreKnown(CheckWords words, ImmutableArray<Agreement> agreements, DiagnosticBag bag)
    {
        if (words.Perspective is { } perspective)
        {
            var declared = agreements.SelectMany(a => a.Vocabulary.Perspectives.Keys).ToHashSet(StringComparer.Ordinal);
            if (!declared.Contains(perspective))
            {
                bag.Add(CommandErrors.UnknownPerspective(perspective, DidYouMean.Nearest(perspective, declared), declared));
            }
        }

        var clauses = agreements.SelectMany(a => a.Clauses).ToList();
        var names = clauses.SelectMany(c => Names(c.Name, c.Path, c.Reference).Concat(c.Exceptions.SelectMany(Names))).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in words.Clauses.Where(c => !names.Contains(c)))
        {
            bag.Add(CommandErrors.UnknownClause(clause, DidYouMean.Nearest(clause, names), clauses.Select(c => c.Name)));
        }

        return !bag.HasErrors;
    }

    private static IEnumerable<string> Names(ClauseException exception) =>
        Names(exception.Name, exception.Path, exception.Reference).Concat(exception.Exceptions.SelectMany(Names));

    private static IEnumerable<string> Names(string name, string path, string? reference) => reference is null ? [name, path] : [name, path, reference];
}
