using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>What a check is asked to do, as written on the command line.</summary>
internal sealed record CheckWords(
    ImmutableArray<string> Agreements,
    ImmutableArray<string> Reports,
    string? AsOf,
    string? Until,
    string? Perspective,
    bool IsStrict,
    bool KeepsGoing,
    ImmutableArray<string> Clauses,
    bool ListsKept)
{
    /// <summary>In which language and under which mandate findings are told.</summary>
    public Speech Speech { get; init; } = Speech.Default;

    /// <summary>Only the command that lists all findings shows how each stands under every perspective.</summary>
    public bool WithEachPerspective { get; init; }

    /// <summary>Stores of reports, read beside the report files.</summary>
    public ImmutableArray<string> Stores { get; init; } = [];

    /// <summary>Whether those who report are told by pseudonyms, and times and places roughly: for everybody to read.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Only what its source had published by then.</summary>
    public string? PublishedAsOf { get; init; }

    /// <summary>Chains of stores that were noted earlier.</summary>
    public ImmutableArray<string> ExpectedChains { get; init; } = [];

    /// <summary>Whether the findings are put on record in the store, as they are told.</summary>
    public bool RecordsFindings { get; init; }

    /// <summary>Whether it goes on, is written down or taken up; null: it is done at once.</summary>
    public LiveWords? Live { get; init; }

    /// <summary>Whether very many findings of one clause that are plainly consistent are counted instead of listed.</summary>
    public bool CountsPlain { get; init; }

    /// <summary>A state of which the reports are read beside the report files.</summary>
    public string? StateReports { get; init; }

    /// <summary>On how many processors; null: on all there are.</summary>
    public int? Processors { get; init; }

    /// <summary>Tables of positions, read beside the reports.</summary>
    public TrackWords Tracks { get; init; } = TrackWords.None;

    public RunOptions Options => new(AsOf, Until, Perspective, IsStrict, KeepsGoing, Clauses, SpeechOptions.NameOf(Speech.Mandate), Speech.Phrases.Language)
    {
        PublishedAsOf = PublishedAsOf,
    };

    /// <summary>What is read on: standard input where that is named, else the last file; null where nothing is.</summary>
    public string? Followed => Live is not { Follows: true } || Reports.IsEmpty ? null : Reports.Contains(Inputs.InputFile.StandardInput) ? Inputs.InputFile.StandardInput : Reports[^1];

    /// <summary>The report files that are read to their end before anything is found.</summary>
    public ImmutableArray<string> ReadAtOnce => Followed is { } followed ? Reports.Remove(followed) : Reports;

    /// <summary>Every file that is read.</summary>
    public IEnumerable<string> Files => Agreements.Concat(Reports).Concat(Stores).Concat(Tracks.Files).Concat(new[] { StateReports, Live?.Resume, Live?.SaveState }.OfType<string>());

    /// <summary>The words that choose the same input and the same findings again: for the commands we suggest.</summary>
    public string Again => string.Join(' ', AgainWords().Select(Quote));

    private IEnumerable<string> AgainWords()
    {
        foreach (var file in Agreements)
        {
            yield return file;
        }

        foreach (var (option, value) in new[] { ("--as-of", AsOf), ("--published-as-of", PublishedAsOf), ("--until", Until), ("--perspective", Perspective) })
        {
            if (value is not null)
            {
                yield return option;
                yield return value;
            }
        }

        if (Speech.Mandate != Mandate.Assess)
        {
            yield return "--mandate";
            yield return SpeechOptions.NameOf(Speech.Mandate);
        }

        if (Speech.Phrases != Phrasebook.English)
        {
            yield return "--language";
            yield return Speech.Phrases.Language;
        }

        if (KeepsGoing)
        {
            yield return "--keep-going";
        }

        if (IsPublic)
        {
            // The name of a file of reports may be that of who made them.
            yield return "--public";
            yield return "--reports";
            yield return "FILE";
            yield break;
        }

        if ((Live?.SaveState ?? Live?.Resume ?? StateReports) is { } state)
        {
            yield return "--resume";
            yield return state;
        }

        // What was written down has all reports in it.
        foreach (var (option, file) in Live?.SaveState is not null ? [] : Stores.Select(s => ("--store", s)).Concat(Reports.Select(r => ("--reports", r))))
        {
            yield return option;
            yield return file;
        }

        foreach (var word in Tracks.Again())
        {
            yield return word;
        }
    }

    private static string Quote(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}

/// <summary>How a check goes on.</summary>
/// <param name="Follows">Whether it reads on as reports come in.</param>
/// <param name="SaveState">The file in which the state is written down.</param>
/// <param name="Resume">The file from which it is taken up.</param>
internal sealed record LiveWords(bool Follows, string? SaveState, string? Resume);

/// <summary>The options that <c>check</c> and <c>explain</c> share.</summary>
internal sealed class CheckOptions
{
    public Argument<string[]> Words { get; } = new("AGREEMENT")
    {
        Description = "Files of agreements and of the words they use (.pacta).",
        Arity = ArgumentArity.ZeroOrMore, // an agreement may have slipped behind --reports
    };

    public Option<string[]> Reports { get; } = new("--reports", "-r")
    {
        Description = "Report files (JSON Lines); - reads standard input.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string[]> Store { get; } = new("--store")
    {
        Description = "A store of reports, as pacta record keeps it; may be repeated, and stand beside --reports.",
        HelpName = "FILE",
    };

    public Option<string[]> ExpectChain { get; } = new("--expect-chain")
    {
        Description = "A chain of the store that was noted earlier: fails if the store does not have it any more; may be repeated.",
        HelpName = "HASH",
    };

    public Option<bool> RecordFindings { get; } = new("--record-findings")
    {
        Description = "Also put the findings on record in the store; one that says the same as before adds nothing.",
    };

    public Option<string?> AsOf { get; } = new("--as-of")
    {
        Description = "Only what was recorded by then: a day (to its end) or an instant.",
        HelpName = "DATE",
    };

    public Option<string?> PublishedAsOf { get; } = new("--published-as-of")
    {
        Description = "Only what its source had published by then; what does not say when counts by when it was recorded.",
        HelpName = "DATE",
    };

    public Option<string?> Until { get; } = new("--until")
    {
        Description = "Take the history as complete through then (default: --as-of or --published-as-of, else the latest recorded instant of the input).",
        HelpName = "DATE",
    };

    public Option<string?> Perspective { get; } = new("--perspective")
    {
        Description = "Whose evidence counts, by which standard, and which readings are taken: a declared perspective.",
        HelpName = "NAME",
    };

    public Option<bool> Strict { get; } = new("--strict") { Description = "Exit with 1 also if something is contested." };

    public Option<bool> KeepGoing { get; } = new("--keep-going") { Description = "Leave out report lines that have errors, and say how many." };

    public Option<string[]> Clause { get; } = new("--clause")
    {
        Description = "Only findings about this clause: its name, path or article; may be repeated.",
        HelpName = "NAME",
    };

    public Option<bool> All { get; } = new("--all") { Description = "Also list what was merely kept." };

    public Option<bool> Public { get; } = new("--public") { Description = "Hide who reported: pseudonyms for sources and records, months for times, degrees for positions, no references." };

    public Option<bool> Follow { get; } = new("--follow")
    {
        Description = "Read on as reports come in, from standard input or the last file that is named, and tell what changes.",
    };

    public Option<string?> SaveState { get; } = new("--save-state")
    {
        Description = "Write down the reports and what was found, to go on from there later.",
        HelpName = "FILE",
    };

    public Option<string?> Resume { get; } = new("--resume")
    {
        Description = "Go on from a state that --save-state wrote; reports that are in it may be given again.",
        HelpName = "FILE",
    };

    public Option<int?> Processors { get; } = new("--processors")
    {
        // What is no number is none that is at least 1, and is told so.
        CustomParser = result => int.TryParse(result.Tokens is [var only] ? only.Value : null, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0,
        Description = "On how many processors clauses are evaluated (default: all). What is found is the same.",
        HelpName = "N",
    };

    public TrackOptions Tracks { get; } = new();

    public SpeechOptions Speech { get; } = new();

    /// <summary>What was written; a file of an agreement that slipped behind <c>--reports</c> is still an agreement.</summary>
    public CheckWords Read(ParseResult parse, bool hasCheckOptions)
    {
        string[] words = parse.GetValue(Words) ?? [];
        string[] reports = parse.GetValue(Reports) ?? [];
        return new CheckWords(
            [.. words, .. reports.Where(IsAgreement)],
            [.. reports.Where(r => !IsAgreement(r))],
            parse.GetValue(AsOf),
            parse.GetValue(Until),
            parse.GetValue(Perspective),
            hasCheckOptions && parse.GetValue(Strict),
            parse.GetValue(KeepGoing),
            hasCheckOptions ? [.. parse.GetValue(Clause) ?? []] : [],
            hasCheckOptions && parse.GetValue(All))
        {
            Speech = Speech.Read(parse),
            Tracks = Tracks.Read(parse),
            Stores = [.. parse.GetValue(Store) ?? []],
            ExpectedChains = [.. parse.GetValue(ExpectChain) ?? []],
            RecordsFindings = hasCheckOptions && parse.GetValue(RecordFindings),
            PublishedAsOf = parse.GetValue(PublishedAsOf),
            WithEachPerspective = hasCheckOptions,
            IsPublic = parse.GetValue(Public),
            StateReports = hasCheckOptions ? null : parse.GetValue(Resume),
            Processors = hasCheckOptions ? parse.GetValue(Processors) : null,
            Live = hasCheckOptions && (parse.GetValue(Follow) || parse.GetValue(SaveState) is not null || parse.GetValue(Resume) is not null)
                ? new LiveWords(parse.GetValue(Follow), parse.GetValue(SaveState), parse.GetValue(Resume))
                : null,
        };
    }

    private static bool IsAgreement(string word) => word.EndsWith(".pacta", StringComparison.OrdinalIgnoreCase);
}
