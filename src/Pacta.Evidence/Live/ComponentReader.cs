using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Live;

/// <summary>What is known and what stands of some whole components: nothing outside of them decides it.</summary>
internal sealed record Reading(List<Dated> Known, StandingRecords Standing)
{
    /// <summary>Several as one. Disputes are in the order in which the whole record would have them.</summary>
    public static Reading Of(List<Reading> parts, bool inOrder)
    {
        var known = parts.SelectMany(p => p.Known).ToList();
        var records = parts.SelectMany(p => p.Standing.Records);
        if (inOrder)
        {
            known.Sort();
            records = records.Order();
        }

        return new Reading(known, new StandingRecords(
            [.. records],
            parts.SelectMany(p => p.Standing.TakenBack).ToHashSet(),
            [.. parts.SelectMany(p => p.Standing.Disputes).OrderByDescending(d => d.By)],
            []));
    }
}

/// <summary>The passes of <see cref="HistoryBuilder"/> from records to statements, for some components.</summary>
internal sealed class ComponentReader(Connections connections, Vocabulary vocabulary, DateTimeZone zone)
{
    /// <summary>The name of what a count counts; null where it is not understood.</summary>
    public string? CountOf(Dated dated) =>
        dated.Record is CountRecord ? new CountChecker(vocabulary, zone, new DiagnosticBag()).Check([dated]).FirstOrDefault()?.Event : null;

    /// <summary>Nothing happens to a record that has its id alone, cites nothing and is cited by nothing.</summary>
    public bool IsPlain(int root) =>
        connections.IsAlone(root) && connections[root].Record is not (Report { Supersedes: not null } or Report { Retracts.IsEmpty: false });

    public List<Dated> Known(int root, DiagnosticBag diagnostics) => Duplicates.Remove([.. connections.Members(root).Select(m => connections[m])], diagnostics);

    /// <summary>Of records to which nothing happens.</summary>
    public static Reading Alone(List<Dated> records) => new(records, new StandingRecords([.. records], ImmutableHashSet<(string, string)>.Empty, [], []));

    /// <param name="helper">A record that is no part of the component and is there to be found; null: none.</param>
    public static Reading Stand(List<Dated> known, Dated? helper, DiagnosticBag diagnostics)
    {
        var standing = Withdrawals.Apply(helper is null ? known : [helper, .. known], diagnostics);
        return new Reading(known, helper is null ? standing : standing with { Records = standing.Records.RemoveAll(r => ReferenceEquals(r, helper)) });
    }

    public Reading Read(IEnumerable<int> roots, bool inOrder = false)
    {
        var bag = new DiagnosticBag();
        var byKind = roots.ToLookup(IsPlain);
        return Reading.Of([Alone([.. byKind[true].Select(r => connections[r])]), .. byKind[false].Select(r => Stand(Known(r, bag), null, bag))], inOrder);
    }

    public List<Statement> Statements(StandingRecords standing, DiagnosticBag diagnostics) => Disputes.Add(
        [.. new ClaimChecker(vocabulary, zone, diagnostics).Check(standing), .. new CountChecker(vocabulary, zone, diagnostics).Check(standing.Records)], standing);

    /// <summary>A report that is there for the sake of the ids in it, and cites nothing.</summary>
    public static Dated Helper(IEnumerable<string> events, string id = "\0") => new(
        new Report(id, default, "\0", null, null, null, null, [], [.. events.Select(e => new Claim(
            id, e, string.Empty, ClaimSubject.Occurrence, Polarity.Denies, Basis.Unstated, null, null,
            ImmutableSortedDictionary<string, ReportedValue>.Empty, ImmutableSortedDictionary<string, ReportedValue>.Empty, []))]),
        Instant.MinValue,
        Instant.MinValue);
}
