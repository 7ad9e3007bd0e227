using System.Collections.Immutable;
using Pacta.Ledger;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>Reports out of stores. The store says when each was recorded, unless it keeps what the line states.</summary>
internal static class StoreInputs
{
    public static LoadedReports AddTo(LoadedReports reports, ImmutableArray<string> paths, DiagnosticBag bag)
    {
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (Read(path, bag) is var (records, input))
            {
                reports = reports with { Records = reports.Records.AddRange(records), Stores = reports.Stores.Add(input) };
            }
        }

        return reports;
    }

    private static (ImmutableArray<ReportRecord> Records, StoreInput Input)? Read(string path, DiagnosticBag bag)
    {
        if (!File.Exists(path))
        {
            bag.Add(Directory.Exists(path) ? CommandErrors.Directory(path, ".db") : StoreErrors.None(path));
            return null;
        }

        try
        {
            using var ledger = ReportLedger.OpenToRead(path);
            var (entries, head) = ledger.Read();

            // A line for each entry, so that a place in the store is its number; what was erased is a blank one.
            var text = new SourceText(InputFile.NameOf(path), string.Join('\n', entries.Select(e => e.Line)));
            var file = ReportReader.Read(text, bag, keepGoing: true);
            return (
                [.. file.Records.Select(r => entries[r.Place.Line - 1] is { IsStated: false } entry ? r.RecordedAt(Moment.At(entry.Recorded)) : r)],
                new StoreInput(InputFile.NameOf(path), head.Number, entries.Count(e => e.Line is null), head.Chain));
        }
        catch (LedgerException e)
        {
            bag.Add(StoreErrors.Of(path, e));
            return null;
        }
    }
}
