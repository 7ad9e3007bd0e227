using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Pacta.Checking;
using Pacta.Checking.Live;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Monitor.Input;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;
using Pacta.Reports;

namespace Pacta.Cli.Commands;

/// <summary>A check that is taken up, goes on, and is written down: <c>--resume</c>, <c>--follow</c>, <c>--save-state</c>.</summary>
internal sealed class LiveRun
{
    /// <summary>Of the time at most a part like this is spent on writing the state while reports come in.</summary>
    private const int RestBetweenSaves = 10;

    /// <summary>So many groups of lines may wait.</summary>
    private const int MostWaiting = 64;

    private readonly CheckWords _words;
    private readonly LiveWords _live;
    private readonly Host _host;
    private CheckInput _input;
    private readonly LiveCheck _check;
    private readonly Stopwatch _sinceSave = Stopwatch.StartNew();
    private TimeSpan _lastSave = TimeSpan.Zero;
    private int _skipped;
    private int _lines;

    private LiveRun(CheckWords words, LiveWords live, Host host, CheckInput input, LiveCheck check) =>
        (_words, _live, _host, _input, _check) = (words, live, host, input, check);

    /// <param name="write">Writes what is found in the end; false if that was not possible, which was then said.</param>
    public static int Run(CheckWords words, LiveWords live, string? format, Host host, Func<CheckReport, bool> write)
    {
        if (Obstacle(words, live) is { } obstacle)
        {
            return Messages.Fail(host, obstacle);
        }

        if (CheckRun.Load(words, host) is not { } input)
        {
            return ExitCodes.BadInput;
        }

        using var progress = new Progress(host.Progress);
        progress.Step("checking");
        var request = CheckRun.RequestOfAll(input, words);
        LiveCheck check;
        if (live.Resume is { } path && (File.Exists(path) || path != live.SaveState))
        {
            var bag = new DiagnosticBag();
            if (StateInput.Read(path, MadeOf(input, words), state => LiveCheck.Resume(request with { Reports = [] }, state, InputFile.NameOf(path)), bag) is not var (resumed, hash))
            {
                return Messages.Fail(host, bag.Items);
            }

            var inputs = input.Reports.Files.Insert(0, new ReportInput(InputFile.NameOf(path), resumed.Records.Count, hash));
            (check, input) = (resumed, input with { Reports = input.Reports with { Files = inputs } });
            check.Add(input.Reports.Records);
        }
        else
        {
            check = new LiveCheck(request);
        }

        return new LiveRun(words, live, host, input, check).GoOn(format, write, progress);
    }

    /// <summary>What a state is made of besides reports.</summary>
    private static ImmutableArray<string> MadeOf(CheckInput input, CheckWords words) =>
    [
        .. input.Agreements.Files.Select(f => $"agreement {f.File} {f.Sha256}"),
        .. input.Agreements.MapFiles.Select(f => $"map {f.File} {f.Sha256}"),
        $"--as-of {words.AsOf ?? "-"}", $"--published-as-of {words.PublishedAsOf ?? "-"}", $"--until {words.Until ?? "-"}", $"--perspective {words.Perspective ?? "-"}",
        $"--clause {string.Join(' ', words.Clauses.Order(StringComparer.Ordinal))}",
    ];

    private static Diagnostic? Obstacle(CheckWords words, LiveWords live) =>
        words.IsPublic ? CommandErrors.Usage(
            "A check that goes on knows who reports: it cannot be --public.", "Write the state first; then make the public page of the reports.", "pacta check grey_line.pacta --reports reports.jsonl --public")
        : words.RecordsFindings ? CommandErrors.Usage(
            "--record-findings puts on record what is found of a store; a state has reports of its own.", "Do one after the other.", "pacta check grey_line.pacta --store reports.db --record-findings")
        : live.Follows && words.Reports.IsEmpty ? CommandErrors.Usage(
            "--follow needs something to read on from.", "Name a report file, or - for standard input.", "pacta check grey_line.pacta --reports - --follow")
        : words.Processors < 1 ? CommandErrors.Usage("--processors is at least 1.", "Leave it out to use all there are.", "pacta check grey_line.pacta --reports reports.jsonl --processors 2")
        : null;

    private int GoOn(string? format, Func<CheckReport, bool> write, Progress progress)
    {
        if (_words.Followed is { } followed)
        {
            progress.Dispose();
            if (!Follow(followed, format == "json"))
            {
                return ExitCodes.BadInput;
            }
        }

        progress.Step("writing the state");
        if (!Save())
        {
            return ExitCodes.BadInput;
        }

        var bag = new DiagnosticBag();
        string[] own = [.. _live.Resume is { } resumed ? ["--resume", InputFile.NameOf(resumed)] : Array.Empty<string>(), .. _live.Follows ? ["--follow"] : Array.Empty<string>()];
        var input = _input with { Reports = _input.Reports with { Skipped = _input.Reports.Skipped + _skipped } };
        var report = CheckRun.Report(_words, input, [.. _check.Results], _input.Manifest(_words) with { OwnOptions = [.. own] }, _host, bag, progress);
        return report is null || !write(report) ? ExitCodes.BadInput : CheckRun.ExitCode(report);
    }

    /// <summary>Reads on: whatever came while something was looked at is looked at together.</summary>
    private bool Follow(string path, bool isJson)
    {
        var bag = new DiagnosticBag();
        using var opened = InputFile.Open(path, _host.Input, bag);
        if (opened is null)
        {
            Messages.Show(_host, bag.Items);
            return false;
        }

        using var input = path == InputFile.StandardInput ? opened : new FollowedStream(opened, _host.WaitForMore);
        using var waiting = new BlockingCollection<(int First, string Text)>(MostWaiting);
        var reading = Task.Run(() =>
        {
            try
            {
                foreach (var group in ArrivingLines.Of(input))
                {
                    waiting.Add(group);
                }
            }
            finally
            {
                waiting.CompleteAdding();
            }
        });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var changes = new ChangeWriter(_host.Output, _words.Speech, isJson);
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            var records = new List<ReportRecord>(Read(path, first, hash));
            while (waiting.TryTake(out var more))
            {
                records.AddRange(Read(path, more, hash));
            }

            foreach (var change in _check.Add(records))
            {
                changes.Write(change.Agreement, change.Through, change.Findings.Select(f => (f.Before, f.After)));
            }

            if (waiting.Count == 0 && _sinceSave.Elapsed > _lastSave * RestBetweenSaves && !Save())
            {
                return false;
            }
        }

        reading.GetAwaiter().GetResult();
        var read = new ReportInput(InputFile.NameOf(path), _lines, Convert.ToHexStringLower(hash.GetHashAndReset()));
        _input = _input with { Reports = _input.Reports with { Files = _input.Reports.Files.Add(read) } };
        return true;
    }

    /// <summary>A line that cannot be read is told and left out: others wait behind it.</summary>
    private ImmutableArray<ReportRecord> Read(string path, (int First, string Text) group, IncrementalHash hash)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(group.Text));
        var bag = new DiagnosticBag();
        var file = ReportReader.Read(new SourceText(path, group.Text, group.First), bag, keepGoing: true);
        Messages.Show(_host, bag.Items);
        _skipped += file.Skipped;
        _lines += file.Lines;
        return file.Records;
    }

    private bool Save()
    {
        if (_live.SaveState is not { } path)
        {
            return true;
        }

        _sinceSave.Restart();
        try
        {
            StateFile.Write(path, AppVersion.Text, MadeOf(_input, _words), _check.Save);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Messages.Fail(_host, CommandErrors.CannotWrite(path, e is UnauthorizedAccessException ? "it is not allowed." : e.Message.Replace(".partial", string.Empty, StringComparison.Ordinal)));
            return false;
        }

        _lastSave = _sinceSave.Elapsed;
        _sinceSave.Restart();
        return true;
    }
}
