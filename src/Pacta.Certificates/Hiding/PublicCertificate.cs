using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using Pacta.Certificates.Making;
using Pacta.Certificates.Replaying;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Certificates.Hiding;

/// <summary>
/// Makes of a full certificate one for everybody: sources and records under pseudonyms, and of what they say no more, and nothing more exactly, than the same
/// state and certainty need. It replays as any other; and whoever has the full one can show that it was made from it.
/// </summary>
public sealed partial class PublicCertificate
{
    /// <summary>So many replays are worth it to tell less; whatever is then exact stays so.</summary>
    private const int MostReplays = 1500;

    private readonly Certificate _full;
    private readonly Identities _hidden;
    private readonly Finding _wanted;
    private readonly ImmutableArray<Slot> _slots;
    private readonly int[] _ways;
    private Replayer _replayer;

    private PublicCertificate(Certificate full, Identities hidden, Finding wanted)
    {
        _full = full;
        _hidden = hidden;
        _wanted = wanted;
        _replayer = new Replayer(hidden.Agreements.First(a => a.Name == full.Agreement), full.Options with { AsOf = null });
        _slots = [.. hidden.Records.SelectMany((r, i) => Slot.Of(r, i, _replayer.Agreement.Calendar.Zone)).Where(s => s.Ways.Length > 0).OrderBy(s => s.Sort)];
        _ways = [.. _slots.Select(s => s.Ways.Length)];
    }

    /// <summary>The same full certificate gives always the same public one. Null for one that does not replay, or hides identities itself.</summary>
    public static Certificate? Of(Certificate full)
    {
        ArgumentNullException.ThrowIfNull(full);
        if (full.IsPublic || Verifier.Verify(full, full.Hash) is not { Replays: true, Found: { } found } || Verifier.RecordsOf(full, []) is not { } records)
        {
            return null;
        }

        var maps = full.Maps.ToImmutableSortedDictionary(m => m.File, m => m.Text, StringComparer.Ordinal);
        var hidden = Identities.Hide(CertificateMaker.Bare(full.Texts.Select(t => new SourceText(t.File, t.Text))), maps, records, records);
        return new PublicCertificate(full, hidden, found).Make();
    }

    /// <summary>In what a certificate is not the public one that a full one gives.</summary>
    public static ImmutableArray<Discrepancy> Compare(Certificate certificate, Verification full)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(full);
        if (!full.Replays || Of(full.Certificate) is not { } expected)
        {
            return [new Discrepancy(DiscrepancyCode.NotFull)];
        }

        var known = full.Certificate.Records.Select(r => r.Commitment).Concat(full.Certificate.Texts.Select(t => t.Commitment!)).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Discrepancy> foreign =
        [
            .. certificate.Records.Select((r, i) => (Name: $"{i + 1}", r.Commitment))
                .Concat(certificate.Texts.Select(t => (Name: t.File, Commitment: t.Commitment ?? string.Empty)))
                .Where(c => !known.Contains(c.Commitment))
                .Select(c => new Discrepancy(DiscrepancyCode.NotOfFull, c.Name)),
        ];
        return foreign.Length == 0 && certificate.Hash != expected.Hash ? [new Discrepancy(DiscrepancyCode.OtherPublic)] : foreign;
    }

    private Certificate? Make()
    {
        // To whom a source belongs is told only where something hangs on it: an admission, two offices of one party.
        var agreement = _replayer.Agreement;
        ImmutableArray<Source>[] choices = [[.. _hidden.Sources.Select(s => s with { Affiliation = null })], _hidden.Sources];
        var sources = choices.FirstOrDefault(s => Under(Verifier.WithSources(agreement, s)));
        if (sources.IsDefault)
        {
            return null;
        }

        Coarsen();
        CoarsenThrough();
        var records = Records();
        if (Find(records) is not { } found)
        {
            return null;
        }

        var certificate = new Certificate(
            _full.Version,
            true,
            _full.Agreement,
            _replayer.Options,
            _full.Extent,
            [.. _hidden.Texts.Select((t, i) => new CertifiedText(PathOf(_full.Texts[i].File, i), Digest.Of(t.Content), t.Content, null, _full.Texts[i].Commitment))],
            [.. _hidden.Maps.Select(m => new CertifiedText(m.Key, Digest.Of(m.Value), m.Value, null, null))],
            sources,
            [.. records.Select((r, i) => new CertifiedRecord(ReportWriter.Line(r), null, _full.Records[i].Commitment))],
            [],
            FindingParts.Of(found));
        return Verifier.Verify(certificate, certificate.Hash).Replays ? certificate : null;

        bool Under(Agreement with)
        {
            _replayer = new Replayer(with, _replayer.Options);
            return Find(_hidden.Records) is not null;
        }
    }

    /// <summary>The name of a file may be anything; its folder is where its maps are.</summary>
    private static string PathOf(string file, int index) =>
        (Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder + "/" : string.Empty) + $"agreement_{index + 1}.pacta";

    /// <summary>First everything as coarsely as can be; if that is too much, sort by sort; then each by itself.</summary>
    private void Coarsen()
    {
        if (Try(_ => true, 0))
        {
            return;
        }

        foreach (var sort in Enum.GetValues<SlotSort>())
        {
            var most = _slots.Where(s => s.Sort == sort).Select(s => s.Ways.Length).DefaultIfEmpty(0).Max();
            for (var way = 0; way < most && !Try(s => s.Sort == sort, way); way++)
            {
            }
        }

        for (var i = 0; i < _slots.Length; i++)
        {
            var slot = _slots[i];
            for (var way = 0; way < _ways[i] && !Try(s => ReferenceEquals(s, slot), way); way++)
            {
            }
        }
    }

    /// <summary>Takes a way for some slots, as far as each has it, if the finding stays what it is.</summary>
    private bool Try(Func<Slot, bool> of, int way)
    {
        if (_replayer.Count >= MostReplays)
        {
            return false;
        }

        var before = _ways.ToArray();
        for (var i = 0; i < _slots.Length; i++)
        {
            if (of(_slots[i]))
            {
                _ways[i] = Math.Min(way, _ways[i]);
            }
        }

        if (_ways.SequenceEqual(before) || Find(Records()) is not null)
        {
            return true;
        }

        before.CopyTo(_ways, 0);
        return false;
    }

    /// <summary>
    /// Through when the history is complete may be the very instant at which the last record came in. Earlier is safe: nothing is then said of later days.
    /// </summary>
    private void CoarsenThrough()
    {
        var calendar = _replayer.Agreement.Calendar;
        var day = calendar.DateOf(_replayer.Options.Through);
        Instant[] ends = [calendar.EndOf(new LocalDate(day.Year, day.Month, 1).PlusDays(-1)), calendar.EndOf(day)];
        var exact = _replayer;
        foreach (var end in ends)
        {
            _replayer = new Replayer(exact.Agreement, exact.Options with { Through = end });
            if (Find(Records()) is not null)
            {
                return;
            }
        }

        _replayer = exact;
    }

    private ImmutableArray<ReportRecord> Records()
    {
        var records = _hidden.Records.ToArray();
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_ways[i] < _slots[i].Ways.Length)
            {
                records[_slots[i].Record] = _slots[i].Ways[_ways[i]](records[_slots[i].Record]);
            }
        }

        return [.. records];
    }

    /// <summary>The finding that some records give, where it is the one that is wanted and they can be written as lines.</summary>
    private Finding? Find(ImmutableArray<ReportRecord> records)
    {
        var bag = new DiagnosticBag();
        var read = ReportReader.Read(new SourceText("records", string.Join('\n', records.Select(ReportWriter.Line))), bag, keepGoing: true, keepsRivals: true).Records;
        return bag.HasErrors || read.Length != records.Length ? null : _replayer.Findings(read).FirstOrDefault(IsWanted);
    }

    /// <summary>The same clause, people, events, states and certainty, for reasons of the same sort; times may be less exact.</summary>
    private bool IsWanted(Finding found) =>
        found.ClausePath == _wanted.ClausePath
        && found.Bearers.SequenceEqual(_wanted.Bearers)
        && found.Beneficiary == _wanted.Beneficiary
        && found.IsJoint == _wanted.IsJoint
        && found.IsUnattributed == _wanted.IsUnattributed
        && found.Line == _wanted.Line
        && found.States.SequenceEqual(_wanted.States)
        && found.Certainty == _wanted.Certainty
        && found.IsSettled == _wanted.IsSettled
        && found.Perspective == _wanted.Perspective
        && found.Trigger.Select(WithoutTime).SequenceEqual(_wanted.Trigger.Select(t => WithoutTime(_hidden.Renamed(t))))
        && found.Causes.Select(Reason).ToHashSet().SetEquals(_wanted.Causes.Select(c => Reason(c with { Key = _hidden.Renamed(c.Key), Attribute = _hidden.Renamed(c.Attribute) })));

    /// <summary>Where exactly it was reported is no part of the reason, if no map says where the place is.</summary>
    private static (CauseKind, string, string) Reason(Cause cause) => (cause.Kind, cause.Kind == CauseKind.Place ? string.Empty : WithoutTime(cause.Key), cause.Attribute);

    /// <summary>A thing is known by its id and the time at which it was observed; a count by what was counted and its period.</summary>
    private static string WithoutTime(string key) => CountName.Parse(key) is { } count ? $"{count with { Period = "-" }}" : Time().Replace(key, string.Empty);

    [GeneratedRegex("@[0-9][0-9T:.Z-]*")]
    private static partial Regex Time();
}
