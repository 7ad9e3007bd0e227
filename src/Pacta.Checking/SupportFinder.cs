using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Checking;

/// <summary>
/// Finds on which reports a certain finding rests: its one clause is evaluated again and again over fewer of them, until none can be spared. What is
/// compared is the finding as a whole: its states and their times, how sure it is, whether it is settled. Only the end of the history stays.
/// </summary>
public sealed class SupportFinder
{
    /// <summary>The most evaluations for one finding.</summary>
    private const int MostEvaluations = 600;

    /// <summary>The most claims that are gone through in all evaluations for one finding.</summary>
    private const long MostClaims = 2_000_000;

    private readonly CheckRequest _request;
    private readonly Finding _finding;
    private readonly ImmutableArray<Unit> _all;
    private int _evaluations = MostEvaluations;
    private long _claims = MostClaims;

    private SupportFinder(AgreementFindings run, Finding finding, CheckRequest request)
    {
        var clause = run.Agreement.Clauses.FirstOrDefault(c => c.Holds(finding.ClausePath));
        _request = request with
        {
            Agreements = [run.Agreement],
            Until = Moment.At(run.Through),
            Clauses = clause is null ? null : [clause.Name],
            WithEachPerspective = false,
        };
        _finding = finding;
        _all = [.. request.Reports.SelectMany(Unit.Of)];
    }

    /// <param name="run">The agreement as it was checked.</param>
    /// <param name="request">What it was checked with.</param>
    /// <returns>Null for what is not certain, and where the finding could not be found again in reasonable time.</returns>
    public static Support? Find(AgreementFindings run, Finding finding, CheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(request);
        return finding is { Certainty: Certainty.Certain, IsClaim: false } ? new SupportFinder(run, finding, request).Find() : null;
    }

    private Support? Find()
    {
        if (Sufficient() is not { } some)
        {
            return null;
        }

        var (kept, isMinimal) = Shrink(some);
        var others = isMinimal ? Others(kept) : [];
        return new Support(References(kept), References(others), isMinimal);
    }

    /// <summary>The cited reports, where they are enough; else with what else speaks of the same, and of what that names, as a request names an exercise; else all.</summary>
    private ImmutableArray<Unit>? Sufficient()
    {
        var ids = _finding.Reports.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var cited = _all.Where(u => ids.Contains(u.Id)).ToImmutableArray();
        if (IsSame(cited))
        {
            return cited;
        }

        var about = cited.Select(u => u.About).ToHashSet(StringComparer.Ordinal);
        for (var known = -1; known < about.Count;)
        {
            known = about.Count;
            about.UnionWith(_all.Where(u => about.Contains(u.About)).SelectMany(u => u.Names).ToList());
        }

        var near = _all.Where(u => ids.Contains(u.Id) || u.IsOther || about.Contains(u.About)).ToImmutableArray();
        return IsSame(near) ? near : IsSame(_all) ? _all : null;
    }

    /// <summary>Leaves out what can be left out, many at once first, then one by one until each of those that stay was tried.</summary>
    private (ImmutableArray<Unit> Kept, bool IsMinimal) Shrink(ImmutableArray<Unit> kept)
    {
        for (var size = Math.Max(kept.Length / 2, 1); ; size = Math.Max(size / 2, 1))
        {
            var isShorter = false;
            for (var at = 0; at < kept.Length;)
            {
                var without = kept.RemoveRange(at, Math.Min(size, kept.Length - at));
                if (!CanTry(without))
                {
                    return (kept, false);
                }

                if (IsSame(without))
                {
                    (kept, isShorter) = (without, true);
                }
                else
                {
                    at += size;
                }
            }

            if (size == 1 && !isShorter)
            {
                return (kept, true);
            }
        }
    }

    /// <summary>Reports about the same, each of which can take the place of one that the finding rests on.</summary>
    private ImmutableArray<Unit> Others(ImmutableArray<Unit> kept)
    {
        var others = ImmutableArray.CreateBuilder<Unit>();
        var about = kept.Select(k => k.About).ToHashSet(StringComparer.Ordinal);
        foreach (var other in _all.Where(u => about.Contains(u.About) && !kept.Contains(u)))
        {
            foreach (var one in kept.Where(k => k.About == other.About))
            {
                var instead = kept.Replace(one, other);
                if (!CanTry(instead))
                {
                    return others.ToImmutable();
                }

                if (IsSame(instead))
                {
                    others.Add(other);
                    break;
                }
            }
        }

        return others.ToImmutable();
    }

    private bool CanTry(ImmutableArray<Unit> units) => _evaluations > 0 && _claims >= units.Length;

    private bool IsSame(ImmutableArray<Unit> units)
    {
        _evaluations--;
        _claims -= units.Length + 1;
        var found = Checker.Check(_request with { Reports = Unit.Together(units) }).Agreements[0].Findings.FirstOrDefault(f => f.Id == _finding.Id);
        return found is not null
            && found.Certainty == _finding.Certainty
            && found.IsSettled == _finding.IsSettled
            && found.Opened == _finding.Opened
            && found.Due == _finding.Due
            && found.Bearers.SequenceEqual(_finding.Bearers)
            && found.States.SequenceEqual(_finding.States)
            && found.Changes.Select(c => (c.State, c.At)).SequenceEqual(_finding.Changes.Select(c => (c.State, c.At)));
    }

    private ImmutableArray<ReportReference> References(ImmutableArray<Unit> units)
    {
        var cited = _finding.Reports.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return [.. units.Select(u => cited.TryGetValue(u.Id, out var reference) ? reference : u.Reference).Distinct().Order()];
    }

    /// <summary>What can be left out by itself: a claim of a report, or any other record.</summary>
    /// <param name="Claim">Null for another record, for a report without claims, and where the record is the row of a report: then it is all that the report says.</param>
    /// <param name="About">What it is about: an event, a matter, or its form.</param>
    private sealed record Unit(ReportRecord Record, Claim? Claim, string About)
    {
        public string Id => Claim?.Id ?? Record.Id;

        /// <summary>Is it neither a claim nor a report that makes one?</summary>
        public bool IsOther => Claim is null && !IsRow(out _, out _);

        /// <summary>The names in its roles.</summary>
        public IEnumerable<string> Names => IsRow(out var rows, out var row)
            ? [.. rows.RolesOf(row).ToArray().Select(r => rows.Names[r.Name])]
            : Claim?.Roles.Values.SelectMany(v => v.NamesIn()) ?? [];

        public ReportReference Reference => Record switch
        {
            Report report => new ReportReference(Id, report.Source, report.Origin ?? report.Source),
            CompletenessRecord complete => new ReportReference(Id, complete.Source, complete.Source),
            JudgementRecord judgement => new ReportReference(Id, judgement.Source, judgement.Source),
            GradeRecord grade => new ReportReference(Id, grade.Assessor, grade.Assessor),
            _ => new ReportReference(Id, Id, Id),
        };

        public static IEnumerable<Unit> Of(ReportRecord record) => record switch
        {
            Report report when report.IsRow(out var rows, out var row) => [new Unit(report, null, rows.Names[rows[row].Event])],
            Report { Claims.Length: > 0 } report => report.Claims.Select(c => new Unit(report, c, c.Event)),
            JudgementRecord judgement => [new Unit(judgement, null, judgement.Matter)],
            DeterminationRecord => [], // nothing that is found rests on it
            _ => [new Unit(record, null, record.GetType().Name)],
        };

        /// <summary>The records with these claims and no others.</summary>
        public static ImmutableArray<ReportRecord> Together(ImmutableArray<Unit> units) =>
        [
            .. units
                .GroupBy(u => u.Record, ReferenceEqualityComparer.Instance)
                .Select(g => g.First() is { Claim: not null, Record: Report report } ? report with { Claims = [.. g.Select(u => u.Claim!)] } : (ReportRecord)g.Key!),
        ];

        private bool IsRow([NotNullWhen(true)] out ReportRows? rows, out int row)
        {
            (rows, row) = (null, -1);
            return Record is Report report && report.IsRow(out rows, out row);
        }
    }
}
