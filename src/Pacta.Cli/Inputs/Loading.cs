using System.Collections.Immutable;
using Pacta.Checking;
using Pacta.Cli.Commands;
using Pacta.Cli.Hosting;
using Pacta.Geography.Reading;
using Pacta.Language.Compilation;
using Pacta.Ledger;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Values;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>The agreements of a command, read and checked.</summary>
internal sealed record LoadedAgreements(CompilationResult Compilation, ImmutableArray<AgreementInput> Files)
{
    /// <summary>The files as they were compiled: what the places in agreements and messages refer to.</summary>
    public ImmutableArray<SourceText> Sources { get; init; } = [];

    /// <summary>The files as they are, a byte order mark included, where one is there.</summary>
    public ImmutableArray<SourceText> Texts { get; init; } = [];

    /// <summary>The maps that were read, by the paths by which they were asked for.</summary>
    public ImmutableSortedDictionary<string, string> Maps { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The maps by name and hash.</summary>
    public ImmutableArray<AgreementInput> MapFiles =>
        [.. Maps.Select(m => new AgreementInput(InputFile.NameOf(m.Key), InputFile.Sha256(System.Text.Encoding.UTF8.GetBytes(m.Value)))).OrderBy(m => m.File, StringComparer.Ordinal)];
}

/// <summary>The reports of a command, read.</summary>
/// <param name="Skipped">Lines that had an error.</param>
internal sealed record LoadedReports(ImmutableArray<ReportRecord> Records, ImmutableArray<ReportInput> Files, int Skipped)
{
    public ImmutableArray<StoreInput> Stores { get; init; } = [];

    public ImmutableArray<SavedState> States { get; init; } = [];

    /// <summary>Lines out of states: whoever wrote those was told what is wrong with them.</summary>
    public IReadOnlySet<(string File, int Line)> ToldLines { get; init; } = ImmutableHashSet<(string File, int Line)>.Empty;

    /// <summary>What was told on the ground of the only store, where there is nothing beside it.</summary>
    public ImmutableArray<Told> Told { get; init; } = [];

    /// <summary>The numbers of the entries of stores that were erased.</summary>
    public ImmutableArray<long> ErasedEntries { get; init; } = [];

    /// <summary>The chains of the entries of the last store, in their order.</summary>
    public ImmutableArray<ImmutableArray<byte>> Chains { get; init; } = [];

    /// <summary>The chain of the store when it had so many entries; null where it never had.</summary>
    public string? ChainAt(long entries) => entries < 0 || entries > Chains.Length ? null
        : entries == 0 ? new string('0', 64)
        : Convert.ToHexStringLower(Chains[(int)entries - 1].AsSpan());
}

/// <summary>All that a check reads.</summary>
internal sealed record CheckInput(LoadedAgreements Agreements, LoadedReports Reports, Moment? AsOf, Moment? Until)
{
    public Moment? PublishedAsOf { get; init; }

    /// <summary>What is to be found of one agreement.</summary>
    public CheckRequest Request(Agreement agreement, string? perspective) => new([agreement], Reports.Records, AsOf, Until, perspective) { PublishedAsOf = PublishedAsOf };

    public Manifest Manifest(CheckWords words) => new(AppVersion.Text, words.Options, Agreements.Files, Reports.Files, Reports.Stores) { Maps = Agreements.MapFiles, States = Reports.States };
}

/// <summary>From paths to agreements and reports. Diagnostics are collected; the caller shows them and decides.</summary>
internal static class Loading
{
    /// <param name="needsAgreement">Whether files that hold only names to use are an error.</param>
    public static LoadedAgreements? Agreements(IEnumerable<string> paths, Host host, DiagnosticBag bag, bool needsAgreement = true)
    {
        List<(SourceText Text, AgreementInput Input)> files = [];
        var whole = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (InputFile.Bytes(path, host.Input, ".pacta", bag) is { } bytes && InputFile.Agreement(path, bytes, bag) is { } text)
            {
                files.Add((text, new AgreementInput(InputFile.NameOf(path), InputFile.Sha256(bytes))));
                whole.Add(bytes.AsSpan().StartsWith("\ufeff"u8) ? new SourceText(path, "\ufeff" + text.Content) : text);
            }
        }

        return bag.HasErrors || Compile([.. files.Select(f => f.Text)], [.. files.Select(f => f.Input)], bag, needsAgreement) is not { } loaded
            ? null
            : loaded with { Texts = whole.ToImmutable() };
    }

    /// <param name="readsMaps">Whether maps are read from files; otherwise what they draw is known by name only.</param>
    public static LoadedAgreements? Compile(IReadOnlyList<SourceText> texts, ImmutableArray<AgreementInput> inputs, DiagnosticBag bag, bool needsAgreement = true, bool readsMaps = true)
    {
        var maps = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var compilation = Compiler.Compile(texts, path =>
        {
            // Many places may stand in one file.
            if (!maps.TryGetValue(path, out var map) && readsMaps && MapFile.Read(path) is { } read)
            {
                maps[path] = map = read;
            }

            return map;
        }, tellsMissingMaps: readsMaps);
        foreach (var diagnostic in compilation.Diagnostics)
        {
            bag.Add(diagnostic);
        }

        if (needsAgreement && !bag.HasErrors && compilation.Agreements.Length == 0)
        {
            bag.Add(CommandErrors.NoAgreement());
        }

        return bag.HasErrors ? null : new LoadedAgreements(compilation, inputs) { Sources = [.. texts], Texts = [.. texts], Maps = maps.ToImmutable() };
    }

    /// <summary>All reports that can be read; errors are in the bag.</summary>
    public static LoadedReports Reports(IEnumerable<string> paths, Host host, DiagnosticBag bag, bool keepGoing)
    {
        var (records, names) = (new List<ImmutableArray<ReportRecord>>(), new NumberedNames());
        var files = ImmutableArray.CreateBuilder<ReportInput>();
        var skipped = 0;
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (ReportBytes(path, host, bag) is not { } bytes)
            {
                continue;
            }

            var (file, input) = Read(path, bytes, bag, keepGoing, names);
            if (file.Lines == 0)
            {
                bag.Add(CommandErrors.EmptyReports(path));
            }

            records.Add(file.Records);
            files.Add(input);
            skipped += file.Skipped;
        }

        return new LoadedReports(records is [var only] ? only : [.. records.SelectMany(r => r)], files.ToImmutable(), skipped);
    }

    /// <summary>What a report file holds; null, and why, if it is something else.</summary>
    public static byte[]? ReportBytes(string path, Host host, DiagnosticBag bag)
    {
        var bytes = InputFile.Bytes(path, host.Input, ".jsonl", bag);
        var wrong = bytes is null ? null
            : InputFile.IsNoReportFile(bytes) ? CommandErrors.NotText(path, InputFile.Likeness(bytes))
            : FileSort.IsAgreement(bytes) ? CommandErrors.AgreementForReports(path)
            : null;
        if (wrong is not null)
        {
            bag.Add(wrong);
        }

        return wrong is null ? bytes : null;
    }

    /// <param name="names">Takes the names of plain reports; files of one input share them. Null: each report is read as a whole.</param>
    public static (ReportFile File, ReportInput Input) Read(string path, byte[] bytes, DiagnosticBag bag, bool keepGoing, NumberedNames? names = null)
    {
        var file = ReportReader.Read(path == InputFile.StandardInput ? "standard input" : path, bytes, bag, keepGoing, keepsRivals: keepGoing, names);
        var (lines, hash) = InputFile.SortedLines(bytes);
        return (file, new ReportInput(InputFile.NameOf(path), lines, hash));
    }
}
