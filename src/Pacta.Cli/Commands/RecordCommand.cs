using System.CommandLine;
using System.Globalization;
using NodaTime;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Ledger;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta record</c>: puts report lines on record in a store, from files at once or from standard input line by line.</summary>
internal static class RecordCommand
{
    public static Command Create(Host host)
    {
        var store = new Argument<string>("STORE") { Description = "The store: a file, which is made if it is not there." };
        var reports = new Option<string[]>("--reports", "-r")
        {
            Description = "Report files (JSON Lines), each recorded as a whole or not at all; - records standard input line by line.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var stated = new Option<bool>("--as-stated") { Description = "For archives: the time that each line states counts, not that of the clock." };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Leave out lines that have errors, and say how many." };
        var command = new Command("record", "Put reports, grades and determinations on record in a store that keeps everything.") { store, reports, stated, keepGoing };
        command.SetAction(parse => new Recording(parse.GetRequiredValue(store), parse.GetValue(stated), parse.GetValue(keepGoing), host).Run(parse.GetValue(reports) ?? []));
        return command;
    }

    /// <summary>One run of the command.</summary>
    private sealed class Recording(string path, bool isStated, bool keepsGoing, Host host)
    {
        private readonly DiagnosticBag _bag = new();
        private int _recorded;
        private int _copies;
        private int _skipped;
        private LedgerHead? _head;

        public int Run(IReadOnlyList<string> files)
        {
            try
            {
                using var ledger = ReportLedger.OpenOrCreate(path, host.StorePatience);
                foreach (var file in files.Distinct(StringComparer.Ordinal))
                {
                    if (file == InputFile.StandardInput)
                    {
                        RecordLines(ledger);
                    }
                    else if (!RecordFile(ledger, file))
                    {
                        break;
                    }
                }

                _head = ledger.Head();
            }
            catch (LedgerException e)
            {
                _bag.Add(StoreErrors.Of(path, e));
            }

            Messages.Show(host, [.. _bag.Items]);
            host.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"{_recorded:#,0} recorded, {_copies:#,0} there before, {_skipped:#,0} left out because of errors\n"));
            if (_head is { Number: > 0 } head)
            {
                host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"the store has {head.Number:#,0} entries; chain {head.Chain}\n"));
            }

            return _bag.HasErrors && !keepsGoing ? ExitCodes.BadInput : ExitCodes.Good;
        }

        /// <summary>A file as a whole. False if it cannot be used.</summary>
        private bool RecordFile(ReportLedger ledger, string file)
        {
            if (Loading.ReportBytes(file, host, _bag) is not { } bytes)
            {
                return false;
            }

            var (entries, lines, skipped) = ReportReader.ReadToKeep(new SourceText(file, ReportReader.TextOf(bytes)), _bag, keepsGoing, EntryOf);
            if (lines == 0)
            {
                _bag.Add(CommandErrors.EmptyReports(file));
            }

            _skipped += skipped;
            if (lines == 0 || (_bag.HasErrors && !keepsGoing))
            {
                return false;
            }

            Count(ledger.Append(isStated ? [.. entries.OrderBy(e => e.Stated)] : entries, host.Now(), keepsGoing));
            return true;
        }

        /// <summary>
        /// Lines as they come in: whatever has arrived is recorded at once, and is on the disk before its numbers are told. Who waits for each number
        /// has each line recorded by itself.
        /// </summary>
        private void RecordLines(ReportLedger ledger)
        {
            using var output = host.TextOutput();
            foreach (var (first, text) in ArrivingLines.Of(host.Input))
            {
                var entries = new List<NewEntry>();
                foreach (var (isGood, entry) in ReportReader.EachToKeep(new SourceText("standard input", text, first), _bag, EntryOf))
                {
                    if (isGood)
                    {
                        entries.Add(entry);
                        continue;
                    }

                    _skipped++;
                    if (!keepsGoing)
                    {
                        break;
                    }
                }

                var receipts = ledger.Append(entries, host.Now(), keepsGoing);
                Count(receipts);
                for (var i = 0; i < receipts.Length; i++)
                {
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"{receipts[i].Number}\t{entries[i].Id}\t{Names[receipts[i].Kind]}\n"));
                }

                output.Flush();
                if (_bag.HasErrors && !keepsGoing)
                {
                    return;
                }
            }
        }

        /// <summary>As one line in the order in which Pacta writes it: the same content is the same line, however it was laid out.</summary>
        private NewEntry EntryOf(ReportRecord record, ReadOnlyMemory<byte> line) =>
            new(record.Id, line) { Stated = isStated ? record.Stated?.In(DateTimeZone.Utc).Earliest : null };

        private void Count(IReadOnlyList<Receipt> receipts)
        {
            _recorded += receipts.Count(r => r.Kind == ReceiptKind.Recorded);
            _copies += receipts.Count(r => r.Kind == ReceiptKind.Copy);
            _skipped += receipts.Count(r => r.Kind == ReceiptKind.Conflict);
        }

        private static readonly Dictionary<ReceiptKind, string> Names = new()
        {
            [ReceiptKind.Recorded] = "recorded",
            [ReceiptKind.Copy] = "there before",
            [ReceiptKind.Conflict] = "left out: another record has this id",
        };
    }
}
