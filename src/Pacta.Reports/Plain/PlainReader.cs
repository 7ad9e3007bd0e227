using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Plain;

/// <summary>
/// Reads the lines that are as nearly all lines are: a report with one claim, or that only takes something back, written without escapes. It gives what
/// <see cref="RecordLine"/> gives, and for every line with anything unusual or wrong it gives nothing. Not for several threads at once.
/// </summary>
internal sealed partial class PlainReader
{
    private readonly Recurring _recurring = new();
    private readonly ReportedValue?[] _roles = new ReportedValue?[PlainMembers.Prepositions];
    private readonly uint[] _mixedRoles = new uint[PlainMembers.Prepositions];
    private readonly List<KeyValuePair<string, ReportedValue>> _fields = [];
    private readonly List<KeyValuePair<string, ReportedValue>> _pairs = [];
    private readonly List<string> _names = [];
    private uint _mixedFields;

    /// <summary>The report; null: this line is for the others to read.</summary>
    public Report? Read(ReadOnlySpan<byte> line, RecordPlace place)
    {
        var cursor = new PlainCursor(line);
        var head = new Head();
        var said = 0u;
        _fields.Clear();
        _mixedFields = 0;
        if (!cursor.Take('{'))
        {
            return null;
        }

        do
        {
            if (!cursor.TakeName(out var name))
            {
                return null;
            }

            var member = PlainMembers.Of(name);
            if (member == PlainMember.Other || (said & (1u << (int)member)) != 0 || !Take(ref cursor, member, ref head))
            {
                return null;
            }

            said |= 1u << (int)member;
        }
        while (cursor.Take(','));

        return cursor.Take('}') && cursor.IsAtEnd ? Made(ref head, said, place) : null;
    }

    private bool Take(ref PlainCursor cursor, PlainMember member, ref Head head)
    {
        switch (member)
        {
            case PlainMember.Id:
                return TakeOwnName(ref cursor, out head.Id);
            case PlainMember.Event:
                return TakeOwnName(ref cursor, out head.Event) && !head.Event!.Contains('@', StringComparison.Ordinal);
            case PlainMember.Source:
                return TakeName(ref cursor, out head.Source);
            case PlainMember.Kind:
                return TakeName(ref cursor, out head.Kind);
            case PlainMember.Origin:
                return TakeName(ref cursor, out head.Origin);
            case PlainMember.Supersedes:
                return TakeOwnName(ref cursor, out head.Supersedes);
            case PlainMember.Reference:
                return TakeOwnText(ref cursor, out head.Reference);
            case PlainMember.Published:
                return TakeMoment(ref cursor, out head.Published);
            case PlainMember.Recorded:
                return TakeMoment(ref cursor, out head.Recorded);
            case PlainMember.Time:
                return TakeWhen(ref cursor, out head.Time);
            case PlainMember.End:
                return TakeWhen(ref cursor, out head.End);
            case PlainMember.Claim:
                return TakeWord(ref cursor, ClaimLine.Subjects, out head.Subject);
            case PlainMember.Polarity:
                return TakeWord(ref cursor, ClaimLine.Polarities, out head.Polarity);
            case PlainMember.Basis:
                return TakeWord(ref cursor, ClaimLine.Bases, out head.Basis);
            case PlainMember.Retracts:
                return TakeOwnNames(ref cursor, out head.Retracts);
            case PlainMember.DerivedFrom:
                return TakeOwnNames(ref cursor, out head.DerivedFrom);
            case PlainMember.Fields:
                return TakeFields(ref cursor);
            case PlainMember.Distances:
                return TakeDistances(ref cursor);
            case PlainMember.Position:
                return TakePosition(ref cursor);
            case PlainMember.Type:
                return cursor.TakeText(out var type) && type.SequenceEqual("report"u8);
            default:
                return TakeRole(ref cursor, out _roles[(int)member], out _mixedRoles[(int)member]);
        }
    }

    /// <summary>What the members say together; null where something is missing, or two do not go together.</summary>
    private Report? Made(ref Head head, uint said, RecordPlace place)
    {
        if (head.Id is not { } id || head.Source is not { } source)
        {
            return null;
        }

        if ((said & PlainMembers.OfClaim) == 0)
        {
            return head.Retracts.IsDefault || (head.Recorded ?? head.Published) is null
                ? null
                : new Report(id, place, source, head.Origin, head.Published, head.Recorded, head.Supersedes, head.Retracts, [], head.Reference);
        }

        if (head.Event is not { } happening || head.Kind is not { } kind || (head.Recorded is null && head.Published is null && head.Time is null)
            || (head is { Subject: ClaimSubject.Occurrence, Polarity: Polarity.Asserts, Time: null })
            || (head.Subject == ClaimSubject.Attribution && (said & (1u << (int)PlainMember.By)) == 0)
            || (head.Subject == ClaimSubject.Field && (said & (PlainMembers.OfRoles | PlainMembers.OfFields)) == 0)
            || (head is { Time: { } time, End: { } end } && Times.IsBefore(end.To, time.From)))
        {
            return null;
        }

        var claim = new Claim(
            id, happening, kind, head.Subject, head.Polarity, head.Basis, head.Time, head.End,
            Roles(said & PlainMembers.OfRoles), Fields(), head.DerivedFrom.IsDefault ? [] : head.DerivedFrom);
        return new Report(
            id, place, source, head.Origin, head.Published, head.Recorded, head.Supersedes, head.Retracts.IsDefault ? [] : head.Retracts, [claim], head.Reference);
    }

    private SmallDictionary<ReportedValue> Roles(uint said)
    {
        if (said == 0)
        {
            return SmallDictionary<ReportedValue>.Empty;
        }

        _pairs.Clear();
        var mixed = said;
        for (var i = 0; i < PlainMembers.Prepositions; i++)
        {
            if ((said & (1u << i)) != 0)
            {
                _pairs.Add(new(PlainMembers.Names[i], _roles[i]!));
                mixed = Recurring.Mix(mixed, _mixedRoles[i]);
            }
        }

        return _recurring.Named(CollectionsMarshal.AsSpan(_pairs), mixed);
    }

    private SmallDictionary<ReportedValue> Fields() => _fields.Count == 0
        ? SmallDictionary<ReportedValue>.Empty
        : _recurring.Named(CollectionsMarshal.AsSpan(_fields), _mixedFields);

    /// <summary>What the members of a line say.</summary>
    private ref struct Head
    {
        public string? Id;
        public string? Source;
        public string? Origin;
        public Moment? Published;
        public Moment? Recorded;
        public string? Supersedes;
        public ImmutableArray<string> Retracts;
        public string? Reference;
        public string? Event;
        public string? Kind;
        public ClaimSubject Subject;
        public Polarity Polarity;
        public Basis Basis;
        public When? Time;
        public When? End;
        public ImmutableArray<string> DerivedFrom;
    }
}
