using System.Collections.Immutable;
using System.Globalization;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Ledger;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>
/// Puts findings on record in the store that they were found in, as they are told: a finding that says the same as when it was last told adds nothing. Later
/// they can be found again of the same records, and compared.
/// </summary>
internal static class FindingRecord
{
    /// <summary>What keeps findings of this run from being put on record; null: nothing.</summary>
    public static Diagnostic? Obstacle(CheckWords words) => words is { Stores.Length: 1, Reports.Length: 0, IsPublic: false }
        ? null
        : words.IsPublic ? CommandErrors.Usage(
            "--record-findings does not go with --public.", "In the store findings stand as they were found. Put them on record, and write the public form in another run.",
            "pacta check grey_line.pacta --store reports.db --record-findings")
        : CommandErrors.Usage(
            "--record-findings needs one store, and no reports beside it.",
            "A finding is put on record in the store that it was found in, so that it can be found again of the same records.",
            "pacta record reports.db --reports reports.jsonl\npacta check grey_line.pacta --store reports.db --record-findings");

    /// <summary>False if the store cannot be written; why, was then said.</summary>
    public static bool Put(CheckReport report, CheckWords words, Host host)
    {
        var path = words.Stores[0];
        try
        {
            using var ledger = ReportLedger.Open(path, host.StorePatience);
            var before = ledger.ReadTold().Told.GroupBy(t => t.Subject, StringComparer.Ordinal).Select(g => (g.Key, Told: ToldFindingJson.Read(g.Last().Line))).ToList();
            var tellings = report.Agreements.SelectMany(a => Of(a, before, report, words)).ToList();
            var added = ledger.Tell(tellings, host.Now());
            host.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"{added:#,0} findings put on record, {tellings.Count - added:#,0} said the same before; chain {ledger.ReadTold().Head.Chain}\n"));
            return true;
        }
        catch (LedgerException e)
        {
            Messages.Fail(host, StoreErrors.Of(path, e));
            return false;
        }
    }

    /// <summary>What was told of a finding, each beside what is found today of the same records.</summary>
    public static ImmutableArray<ToldVersion> Of(Agreement agreement, string id, ImmutableHashSet<string>? clauses, CheckInput input, Manifest manifest, string? perspective)
    {
        var subject = SubjectOf(id, perspective ?? Finding.EverySource);
        var erased = input.Reports.ErasedEntries;
        var versions = ImmutableArray.CreateBuilder<ToldVersion>();
        foreach (var entry in input.Reports.Told.Where(t => t.Subject == subject))
        {
            if (ToldFindingJson.Read(entry.Line) is not { } told)
            {
                continue;
            }

            var found = Again(agreement, told, clauses, input);
            var isSame = told.Sha256 == (found is null ? ToldFindingJson.OfNone : Convert.ToHexStringLower(ToldFindingJson.ContentOf(found)));
            versions.Add(new ToldVersion(entry.At, told, found, isSame ? [] : [.. Why().DefaultIfEmpty(ToldDifference.Unexplained)]));

            IEnumerable<ToldDifference> Why()
            {
                if (told.AgreementsSha256 != ToldFindingJson.AgreementsSha256(manifest))
                {
                    yield return ToldDifference.Agreement;
                }

                if (told.Version != manifest.Version)
                {
                    yield return ToldDifference.Version;
                }

                if (erased.Count(n => n <= told.Records) > told.Erased)
                {
                    yield return ToldDifference.Erased;
                }

                if (input.Reports.ChainAt(told.Records) != told.Chain)
                {
                    yield return ToldDifference.Records;
                }
            }
        }

        return versions.ToImmutable();
    }

    private static Finding? Again(Agreement agreement, ToldFinding told, ImmutableHashSet<string>? clauses, CheckInput input)
    {
        // In a store the line of a record is the number of its entry.
        var records = input.Reports.Records.Where(r => r.Place.Line <= told.Records).ToImmutableArray();
        var request = new CheckRequest(
            [agreement], records, Date(told.AsOf), Date(told.Until), told.Perspective == Finding.EverySource ? null : told.Perspective, clauses)
        {
            PublishedAsOf = Date(told.PublishedAsOf),
        };
        return Checker.Check(request).Agreements[0].Findings.FirstOrDefault(f => f.Id == told.Id);

        static Model.Time.Moment? Date(string? text) => text is null ? null : MomentText.Parse(text.Trim(), out _);
    }

    private static IEnumerable<Telling> Of(AgreementFindings found, IReadOnlyList<(string Subject, ToldFinding? Told)> before, CheckReport report, CheckWords words)
    {
        var perspective = words.Perspective ?? Finding.EverySource;
        var now = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in found.Findings)
        {
            now.Add(SubjectOf(finding.Id, perspective));
            var content = ToldFindingJson.ContentOf(finding);
            var told = New(finding.Id, finding.ClausePath) with
            {
                States = [.. finding.States.Select(StateNames.Of)],
                Certainty = finding.IsClaim ? null : StateNames.Of(finding.Certainty),
                IsSettled = finding.IsSettled,
                Due = finding.Due is { } due ? (due.Earliest, due.Latest) : null,
                Words = words.Speech.Standing(finding),
                Reports = [.. finding.Reports.Select(r => r.Id)],
                Sha256 = Convert.ToHexStringLower(content),
            };
            yield return new Telling(SubjectOf(finding.Id, perspective), content, ToldFindingJson.Line(told));
        }

        // Where only some clauses were asked for, nothing is known of the others.
        foreach (var (subject, told) in before.Where(_ => words.Clauses.Length == 0))
        {
            if (told is { States.Length: > 0 } && told.Agreement == found.Agreement.Name && told.Perspective == perspective && !now.Contains(subject))
            {
                yield return new Telling(subject, Convert.FromHexString(ToldFindingJson.OfNone), ToldFindingJson.Line(New(told.Id, told.Clause)));
            }
        }

        ToldFinding New(string id, string clause)
        {
            var (store, options) = (report.Manifest.Stores[0], report.Manifest.Options);
            return new ToldFinding(
                id, found.Agreement.Name, clause, report.Manifest.Version, ToldFindingJson.AgreementsSha256(report.Manifest), perspective, options.AsOf, options.PublishedAsOf,
                options.Until, found.Through, store.Entries, store.Erased, store.Chain, [], null, false, null, string.Empty, [], ToldFindingJson.OfNone);
        }
    }

    private static string SubjectOf(string id, string perspective) => $"{id} {perspective}";
}
