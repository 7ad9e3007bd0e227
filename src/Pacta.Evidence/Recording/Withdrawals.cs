using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Evidence.Recording;

/// <summary>A retraction of what somebody else said: it takes nothing back, it denies.</summary>
/// <param name="Claim">The claim that is denied; null for all claims of the report.</param>
internal sealed record Dispute(Dated By, Dated Target, string? Claim);

/// <summary>What still stands after retractions and corrections.</summary>
/// <param name="Records">In order of recording.</param>
/// <param name="TakenBack">Claims of standing reports that their author took back, by report and claim id.</param>
/// <param name="Told">What was taken back, to tell of it: whole reports and single claims that spoke of something, each once.</param>
internal sealed record StandingRecords(
    ImmutableArray<Dated> Records, IReadOnlySet<(string Report, string Claim)> TakenBack, ImmutableArray<Dispute> Disputes, ImmutableArray<TakenBack> Told)
{
    /// <summary>Those that are no reports: mostly few.</summary>
    public ImmutableArray<Dated> Others { get; } = OthersOf(Records);

    private static ImmutableArray<Dated> OthersOf(ImmutableArray<Dated> records)
    {
        var others = ImmutableArray.CreateBuilder<Dated>();
        foreach (var dated in records)
        {
            if (dated.Record is not Report)
            {
                others.Add(dated);
            }
        }

        return others.ToImmutable();
    }
}

/// <summary>
/// Retraction and supersession. A record cites only records with a lower (recorded, id), so going from the last to the first every
/// record's own fate is settled before it can settle another's: a retracted retraction restores.
/// </summary>
internal sealed class Withdrawals
{
    private readonly Dictionary<string, Dated> _records;
    private readonly ILookup<string, (Dated Report, string Claim)> _claims;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _takenBack = [];
    private readonly List<Dispute> _disputes = [];
    private readonly List<TakenBack> _told = [];

    /// <summary>Whatever claims are about.</summary>
    private readonly HashSet<string> _events;

    private Withdrawals(List<Dated> records, DiagnosticBag diagnostics)
    {
        _records = records.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _claims = records
            .SelectMany(r => r.Record is Report report ? report.Claims.Where(c => c.Id != r.Id).Select(c => (r, c.Id)) : [])
            .ToLookup(c => c.Id, c => (c.r, c.Id), StringComparer.Ordinal);
        _events = records.SelectMany(r => r.Record is Report report ? report.Claims.Select(c => c.Event) : []).ToHashSet(StringComparer.Ordinal);
        _diagnostics = diagnostics;
    }

    public static StandingRecords Apply(List<Dated> records, DiagnosticBag diagnostics)
    {
        if (!records.Exists(r => r.Record is Report { Retracts.IsEmpty: false } or Report { Supersedes: not null }))
        {
            return new StandingRecords([.. records], new HashSet<(string, string)>(), [], []);
        }

        var withdrawals = new Withdrawals(records, diagnostics);
        for (var i = records.Count - 1; i >= 0; i--)
        {
            if (records[i].Record is Report report && !withdrawals._gone.Contains(report.Id))
            {
                withdrawals.Follow(records[i], report);
            }
        }

        return new StandingRecords(
            [.. records.Where(r => !withdrawals._gone.Contains(r.Id))],
            withdrawals._takenBack,
            [.. withdrawals._disputes.Where(d => !withdrawals._gone.Contains(d.Target.Id))],
            [.. withdrawals._told.AsEnumerable().Reverse().DistinctBy(t => (t.Id, t.Source))]);
    }

    private void Follow(Dated by, Report report)
    {
        foreach (var cited in report.Retracts.Distinct(StringComparer.Ordinal))
        {
            Withdraw(by, report, cited, isRetraction: true);
        }

        if (report.Supersedes is { } superseded)
        {
            Withdraw(by, report, superseded, isRetraction: false);
        }
    }

    private void Withdraw(Dated by, Report report, string cited, bool isRetraction)
    {
        if (Find(cited, report) is not { } target)
        {
            _diagnostics.CitesUnknown(report, cited, _records.Keys);
            return;
        }

        if (target.Report.CompareTo(by) >= 0)
        {
            _diagnostics.CitesLater(report, cited);
            return;
        }

        if (target.Report.Record.Speaker is not { } author)
        {
            return;
        }

        if (author != report.Source)
        {
            _diagnostics.CitesSomebodyElse(report, cited, author, isRetraction);
            if (isRetraction)
            {
                _disputes.Add(new Dispute(by, target.Report, target.Claim));
            }
        }
        else
        {
            TakeBack(by, report, cited, target.Report, target.Claim, isRetraction);
        }
    }

    private void TakeBack(Dated at, Report by, string cited, Dated target, string? single, bool isRetraction)
    {
        if (target.Record is Report said && EventsOf(said, single) is { Length: > 0 } events)
        {
            _told.Add(new TakenBack(cited, said.Source, by.Id, !isRetraction, new InstantRange(at.At, at.Latest), events));
        }

        // Every claim says that its event happened: who takes it back and describes the event again says so anew.
        var again = target.Record is Report taken && isRetraction
            ? taken.Claims
                .Where(c => (single is null || c.Id == single) && c.Polarity == Polarity.Asserts)
                .FirstOrDefault(c => by.Claims.Any(a => a.Polarity == Polarity.Asserts && a.Event == c.Event))
            : null;
        if (again is not null)
        {
            _diagnostics.TakesBackAndSaysAgain(by, cited, again.Event);
        }

        if (single is { } claim)
        {
            _takenBack.Add((target.Id, claim));
        }
        else
        {
            _gone.Add(target.Id);
        }
    }

    /// <summary>What a report, or one claim of it, spoke of: what its claims are about, and what they name, as a notice names its exercise.</summary>
    private ImmutableArray<string> EventsOf(Report report, string? single) =>
    [
        .. report.Claims
            .Where(c => single is null || c.Id == single)
            .SelectMany(c => c.Roles.Values.SelectMany(v => v.NamesIn()).Where(_events.Contains).Append(c.Event))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A record of that id, else the one claim of that id; of several claims, the one by the same source.</summary>
    private (Dated Report, string? Claim)? Find(string id, Report citing)
    {
        if (_records.TryGetValue(id, out var record))
        {
            return (record, null);
        }

        var claims = _claims[id].ToList();
        if (claims.Count > 1)
        {
            claims.RemoveAll(c => c.Report.Record.Speaker != citing.Source);
        }

        return claims.Count == 1 ? (claims[0].Report, claims[0].Claim) : null;
    }
}
