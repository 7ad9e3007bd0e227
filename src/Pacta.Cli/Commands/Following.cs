using System.Collections.Immutable;
using Pacta.Checking;
using Pacta.Checking.Live;
using Pacta.Checking.Tracks;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;
using Pacta.Reports;

namespace Pacta.Cli.Commands;

/// <summary>Reports read as they come: what has arrived while something was looked at is looked at together, and what changed is told.</summary>
internal sealed class Following(CheckWords words, Host host, LiveCheck check, ImmutableArray<Agreement> agreements, bool isJson)
{
    /// <summary>All that came. The records hold it as well, to show their lines: it costs nothing.</summary>
    private readonly List<string> _all = [];

    /// <summary>How long it is until the state may be written again; null: it is never written.</summary>
    public required Func<TimeSpan?> SavesWithin { get; init; }

    /// <summary>Writes the state; false if that was not possible, which was then said: it is tried again later.</summary>
    public required Func<bool> Save { get; init; }

    /// <summary>Is told of each error that was shown.</summary>
    public required Action<Diagnostic> Told { get; init; }

    /// <summary>How many lines could not be read.</summary>
    public int Skipped { get; private set; }

    /// <summary>Reads to the end, or until somebody asks for an end.</summary>
    /// <returns>What was read, and whether that is all there is; null if nothing could be, which was then said.</returns>
    public (ReportInput Read, bool IsAll)? Run(string path)
    {
        var bag = new DiagnosticBag();
        if (InputFile.Open(path, host.Input, bag) is not { } opened)
        {
            Messages.Show(host, bag.Items);
            return null;
        }

        using var arriving = new ArrivingReports(opened, path == InputFile.StandardInput ? null : host.WaitForMore);
        using var signals = host.ListenForEnd?.Invoke(arriving.End);
        using var changes = new ChangeWriter(host.Output, words.Speech, isJson, namesAgreements: agreements.Length > 1);
        var isUnsaved = false;
        while (!arriving.IsOver)
        {
            var groups = arriving.Take(isUnsaved ? SavesWithin() : null);
            if (groups.Count > 0)
            {
                List<ReportRecord> records = [.. groups.SelectMany(g => Read(path, g))];
                foreach (var track in records.OfType<TrackRecord>().Where(t => t.File is not null))
                {
                    Messages.Fail(host, CommandErrors.Usage(
                        $"The track “{track.Id}” has its positions in a file, which is not read while reports come in.", "Write the positions into the record.", "pacta import tracks positions.csv --kind warship"));
                }

                Tell(changes, check.Add([.. TrackGathering.Expand(agreements, [.. records])]));
                isUnsaved = true;
            }

            if (isUnsaved && SavesWithin() == TimeSpan.Zero)
            {
                isUnsaved = !Save();
            }
        }

        // What came before stays on record, and is told.
        var why = arriving.Failure is { } failure ? InputFile.Why(failure) : arriving.IsCut ? "an end was asked for twice, before all of it was read." : null;
        if (why is not null)
        {
            Messages.Fail(host, CommandErrors.Unreadable(path, why));
        }

        var (lines, hash) = InputFile.SortedLines(_all);
        return (new ReportInput(InputFile.NameOf(path), lines, hash), why is null);
    }

    /// <summary>Where nobody can be told any more, what was read is on record at least.</summary>
    private void Tell(ChangeWriter changes, IEnumerable<AgreementChange> all)
    {
        try
        {
            foreach (var change in all)
            {
                changes.Write(change.Agreement, change.Through, change.Findings.Select(f => (f.Before, f.After)));
            }
        }
        catch (IOException)
        {
            _ = Save();
            throw;
        }
    }

    /// <summary>A line that cannot be read, or that no agreement understands, is told with its number: others come behind it.</summary>
    private ImmutableArray<ReportRecord> Read(string path, (int First, string Text) group)
    {
        _all.Add(group.Text);
        var bag = new DiagnosticBag();
        var file = ReportReader.Read(new SourceText(path == InputFile.StandardInput ? "standard input" : path, group.Text, group.First), bag, keepGoing: true, keepsRivals: true);
        var wrong = CheckRun.NotUnderstood([.. agreements.Select(a => Checker.Validate(a, file.Records))]).FindAll(d => d.Severity == Severity.Error);
        wrong.ForEach(bag.Add);
        Messages.Show(host, bag.Items);
        wrong.ForEach(Told);
        Skipped += file.Skipped;
        return file.Records;
    }
}
