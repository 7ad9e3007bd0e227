using System.Collections.Immutable;
using System.Diagnostics;
using Pacta.Checking.Live;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary>A check that is taken up, goes on, and is written down: <c>--resume</c>, <c>--follow</c>, <c>--save-state</c>.</summary>
internal sealed class LiveRun
{
    /// <summary>Of the time at most a part like this is spent on writing the state while reports come in.</summary>
    private const int RestBetweenSaves = 10;

    /// <summary>A state that could not be written is not tried again before that.</summary>
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(30);

    private readonly CheckWords _words;
    private readonly LiveWords _live;
    private readonly Host _host;
    private readonly LiveCheck _check;
    private readonly HashSet<(string Code, string File, int Line)> _told = [];
    private readonly Stopwatch _sinceSave = Stopwatch.StartNew();
    private CheckInput _input;
    private TimeSpan _lastSave = TimeSpan.Zero;
    private bool _isSaveDue;

    private LiveRun(CheckWords words, LiveWords live, Host host, CheckInput input, LiveCheck check) =>
        (_words, _live, _host, _input, _check) = (words, live, host, input, check);

    /// <param name="write">Writes what is found in the end; false if that was not possible, which was then said.</param>
    public static int Run(CheckWords words, LiveWords live, string? format, string? output, Host host, Func<CheckReport, CheckWords, bool> write)
    {
        if (LiveObstacles.Find(words, live, format, output) is { } obstacle)
        {
            return Messages.Fail(host, obstacle);
        }

        if (!TryHold(live, out var held))
        {
            return Messages.Fail(host, StateErrors.HeldByAnother(live.SaveState!));
        }

        using var holding = held;
        if (CheckRun.Load(words, host) is not { } input)
        {
            return ExitCodes.BadInput;
        }

        using var progress = new Progress(host.Progress);
        progress.Step("checking");
        if (Begin(words, live, input, host, progress) is not { } run)
        {
            return ExitCodes.BadInput;
        }

        return run.GoOn(format, write, progress);
    }

    /// <summary>False: another run writes the same state. Where nothing can be written at all, that is told when it is tried.</summary>
    private static bool TryHold(LiveWords live, out IDisposable? held)
    {
        held = null;
        if (live.SaveState is null)
        {
            return true;
        }

        try
        {
            held = StateFile.Hold(live.SaveState);
            return held is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return true;
        }
    }

    /// <summary>Takes up what was written down, if there is anything, and looks at the reports that are all there.</summary>
    private static LiveRun? Begin(CheckWords words, LiveWords live, CheckInput input, Host host, Progress progress)
    {
        var request = CheckRun.RequestOfAll(input, words);
        if (live.Resume is not { } path || (!File.Exists(path) && path == live.SaveState))
        {
            return new LiveRun(words, live, host, input, new LiveCheck(request));
        }

        var bag = new DiagnosticBag();
        if (StateInput.Read(path, MadeOf(input, words), stream => LiveCheck.Resume(request with { Reports = [] }, stream, InputFile.NameOf(path)), bag) is not var (check, hash))
        {
            progress.Dispose();
            Messages.Show(host, bag.Items);
            return null;
        }

        var state = new SavedState(InputFile.NameOf(path), check.Records.Count, hash);
        var run = new LiveRun(words, live, host, input with { Reports = input.Reports with { States = [state] } }, check);

        // Whoever wrote the state was told what is wrong with the lines in it.
        run._told.UnionWith(CheckRun.NotUnderstood([.. check.Diagnostics]).Where(IsError).Select(Key));
        check.Take(input.Reports.Records);
        return run;
    }

    /// <summary>What a state is made of besides reports.</summary>
    private static ImmutableArray<string> MadeOf(CheckInput input, CheckWords words)
    {
        return
        [
            .. input.Agreements.Files.Select(f => $"agreement {f.File} {f.Sha256}"),
            .. input.Agreements.MapFiles.Select(f => $"map {f.File} {f.Sha256}"),
            Option("--as-of", words.AsOf), Option("--published-as-of", words.PublishedAsOf), Option("--until", words.Until), Option("--perspective", words.Perspective),
            Option("--clause", words.Clauses.IsEmpty ? null : string.Join(' ', words.Clauses.Order(StringComparer.Ordinal))),
        ];

        static string Option(string name, string? value) => value is null ? $"without {name}" : $"{name} {value}";
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;

    private static (string Code, string File, int Line) Key(Diagnostic diagnostic) => CheckRun.Place(diagnostic) is var (file, line) ? (diagnostic.Code, file, line) : default;

    private int GoOn(string? format, Func<CheckReport, CheckWords, bool> write, Progress progress)
    {
        if (IsStopped(progress))
        {
            return ExitCodes.BadInput;
        }

        var (words, isAll) = (_words, true);
        if (_words.Followed is { } followed)
        {
            progress.Dispose();
            var following = new Following(_words, _host, _check, _input.Agreements.Compilation.Agreements, format == "json") { SavesWithin = SavesWithin, Save = Save, Told = d => _told.Add(Key(d)) };
            if (following.Run(followed) is not var (read, isRead))
            {
                return ExitCodes.BadInput;
            }

            isAll = isRead;
            words = words with { KeepsGoing = words.KeepsGoing || following.Skipped > 0 || _told.Count > 0 };
            _input = _input with { Reports = _input.Reports with { Files = _input.Reports.Files.Add(read), Skipped = _input.Reports.Skipped + following.Skipped } };
        }

        // What is found is told all the same where the state cannot be written.
        progress.Step("writing the state");
        isAll &= Save();
        var bag = new DiagnosticBag();
        var report = CheckRun.Report(
            words with { KeepsGoing = words.KeepsGoing || _live.Follows }, _input, [.. _check.Results], _input.Manifest(words), _host, bag, progress,
            d => IsError(d) && _told.Contains(Key(d)));
        return report is null || !write(report, words) || !isAll ? ExitCodes.BadInput : CheckRun.ExitCode(report);
    }

    /// <summary>Does an error in a line of the reports that were all there stop the run? Then it was said, and nothing is written down.</summary>
    private bool IsStopped(Progress progress)
    {
        var wrong = CheckRun.NotUnderstood([.. _check.Diagnostics]).FindAll(d => IsError(d) && !_told.Contains(Key(d)));
        if (wrong.Count == 0 || (_words.KeepsGoing && !_live.Follows))
        {
            return false;
        }

        progress.Dispose();
        Messages.Show(_host, wrong);
        _told.UnionWith(wrong.Select(Key));
        return !_words.KeepsGoing;
    }

    /// <summary>How long it is until the state may be written again, so that writing takes a small part of the time; null: it is never written.</summary>
    private TimeSpan? SavesWithin() => _live.SaveState is null ? null
        : (_isSaveDue ? RestAfterFailure : _lastSave * RestBetweenSaves) - _sinceSave.Elapsed is var rest && rest > TimeSpan.Zero ? rest
        : TimeSpan.Zero;

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
            Messages.Fail(_host, CommandErrors.CannotWrite(path, OutputTarget.WhyNot(e), LiveObstacles.Right));
            _isSaveDue = true;
            return false;
        }

        _isSaveDue = false;
        _lastSave = _sinceSave.Elapsed;
        _sinceSave.Restart();
        return true;
    }
}
