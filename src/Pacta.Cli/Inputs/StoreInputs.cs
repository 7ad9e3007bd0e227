using System.Collections.Immutable;
using Pacta.Cli.Hosting;
using Pacta.Ledger;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Presentation.Runs;
using Pacta.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>Reports out of stores. The store says when each was recorded, unless it keeps what the line states.</summary>
internal static class StoreInputs
{
    /// <param name="expected">Chains that were noted earlier: each must still be in one of the stores.</param>
    public static LoadedReports AddTo(LoadedReports reports, ImmutableArray<string> paths, ImmutableArray<string> expected, Host host, DiagnosticBag bag)
    {
        var missing = expected.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isAlone = reports.Files.Length == 0 && paths.Length == 1;
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (!File.Exists(path))
            {
                bag.Add(Directory.Exists(path) ? CommandErrors.Directory(path, ".db") : StoreErrors.None(path));
                continue;
            }

            try
            {
                using var ledger = ReportLedger.OpenToRead(path, host.StorePatience);
                missing.RemoveWhere(ledger.Contains);
                reports = Read(reports, path, ledger, bag);
                reports = isAlone ? reports with { Told = ledger.ReadTold().Told } : reports;
            }
            catch (LedgerException e)
            {
                bag.Add(StoreErrors.Of(path, e));
            }
        }

        if (!bag.HasErrors)
        {
            foreach (var chain in missing)
            {
                bag.Add(StoreErrors.ChainMissing(chain, paths));
            }
        }

        return reports;
    }

    private static LoadedReports Read(LoadedReports reports, string path, ReportLedger ledger, DiagnosticBag bag)
    {
        var (entries, head) = ledger.Read();

        // A line for each entry, so that a place in the store is its number; what was erased is a blank one.
        var text = new SourceText(InputFile.NameOf(path), string.Join('\n', entries.Select(e => e.Line)));
        var file = ReportReader.Read(text, bag, keepGoing: true);
        return reports with
        {
            Records = [.. reports.Records, .. file.Records.Select(r => entries[r.Place.Line - 1] is { IsStated: false } entry ? r.RecordedAt(Moment.At(entry.Recorded)) : r)],
            Stores = reports.Stores.Add(new StoreInput(InputFile.NameOf(path), head.Number, entries.Count(e => e.Line is null), head.Chain)),
            ErasedEntries = [.. entries.Where(e => e.Line is null).Select(e => e.Number)],
            Chains = [.. entries.Select(e => e.Chain)],
        };
    }
}
