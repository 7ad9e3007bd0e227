using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>Reads claims in the light of the vocabulary and of the agreement's time zone. A claim that does not fit it is said so and left out as a whole.</summary>
/// <param name="records">How many records there are: for a few, little is kept ready for what recurs.</param>
/// <param name="named">Takes down what is named, where that is wanted.</param>
internal sealed class ClaimChecker(Vocabulary vocabulary, DateTimeZone zone, DiagnosticBag diagnostics, int records = 0, NamesMet? named = null)
{
    private readonly ValueChecker _values = new(vocabulary, diagnostics, records);
    private readonly ZonedMoments _moments = new(zone, records);
    private readonly Dictionary<string, KindMet?> _kinds = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, Value>> _pairs = [];
    private (string Name, KindMet? Kind) _last = (string.Empty, null);

    /// <summary>How many claims were met so far, also those that were left out.</summary>
    public int Claims { get; private set; }

    /// <summary>Does any claim so far deny something?</summary>
    public bool Denies { get; private set; }

    /// <summary>Does any claim so far rest on others?</summary>
    public bool Derives { get; private set; }

    public List<Statement> Check(StandingRecords standing)
    {
        var statements = new List<Statement>(standing.Records.Length - standing.Others.Length);
        foreach (var dated in standing.Records)
        {
            Check(dated, standing, statements);
        }

        return statements;
    }

    /// <summary>What one record states.</summary>
    public List<Statement> Check(Dated dated, StandingRecords standing)
    {
        var statements = new List<Statement>();
        Check(dated, standing, statements);
        return statements;
    }

    private void Check(Dated dated, StandingRecords standing, List<Statement> statements)
    {
        if (dated.Record is not Report report)
        {
            return;
        }

        ReportReference? by = null;
        foreach (var claim in report.Claims)
        {
            Claims++;
            if (standing.TakenBack.Count > 0 && standing.TakenBack.Contains((report.Id, claim.Id)))
            {
                continue;
            }

            by ??= new ReportReference(report.Id, report.Source, report.Origin ?? report.Source);
            if (Read(dated, by, claim) is { } statement)
            {
                Denies |= claim.Polarity == Polarity.Denies;
                Derives |= !claim.DerivedFrom.IsEmpty;
                statements.Add(statement);
            }
        }
    }

    /// <summary>
    /// What a claim comes to if it is an event that nobody else speaks of: the fact itself, without a statement before it. Only for claims that assert and rest on
    /// nothing; of things and states, and where no time is given, it is a statement nevertheless.
    /// </summary>
    /// <returns>A <see cref="Fact"/> or a <see cref="Statement"/>; null: it was not understood.</returns>
    public object? ReadPlain(Dated dated, Report report, Claim claim)
    {
        var by = new ReportReference(report.Id, report.Source, report.Origin ?? report.Source);
        if (claim.Time is not { } time || KindOf(claim.Kind) is not { Form: FactForm.Event } met)
        {
            return Read(dated, by, claim);
        }

        ImmutableArray<ReportReference> all = [by];
        var roles = Attributes(met.Forms, report.Place, claim.Roles, met.Roles, areRoles: true, all);
        var fields = Attributes(met.Forms, report.Place, claim.Fields, met.Fields, areRoles: false, all);
        return DaysExist(report.Place, claim) && roles is not null && fields is not null
            ? new Fact(
                claim.Event, claim.Event, met.Forms.Kind.Name, FactForm.Event, new Attribute<When>(time, all), claim.End is { } end ? new Attribute<When>(end, all) : null,
                roles, fields, all, [], dated.At)
            : null;
    }

    /// <summary>A claim that was understood before.</summary>
    public Statement Again(Dated dated, Report report, Claim claim) =>
        Read(dated, new ReportReference(report.Id, report.Source, report.Origin ?? report.Source), claim) ?? throw new InvalidOperationException($"{claim.Id} is not understood any more.");

    private Statement? Read(Dated dated, ReportReference by, Claim claim)
    {
        var place = dated.Record.Place;
        if (KindOf(claim.Kind) is not { } met)
        {
            diagnostics.UnknownKind(place, claim.Kind, vocabulary);
            return null;
        }

        var kind = met.Forms.Kind;
        var roles = Understood(met.Forms, place, claim.Roles, met.Roles, areRoles: true);
        var fields = Understood(met.Forms, place, claim.Fields, met.Fields, areRoles: false);
        var isUnderstood = roles is not null && fields is not null;
        if (met.Form != FactForm.Event && claim.Time is null)
        {
            diagnostics.ObservationWithoutTime(place, claim, kind);
            isUnderstood = false;
        }

        return DaysExist(place, claim) && isUnderstood
            ? new Statement(
                by, dated.At, claim.Id, claim.Event, kind, met.Form, claim.Subject, claim.Polarity, claim.Time, claim.End, roles!, fields!, dated.Record)
            {
                Basis = claim.Basis,
                DerivedFrom = claim.DerivedFrom,
            }
            : null;
    }

    private bool DaysExist(RecordPlace place, Claim claim)
    {
        if (_moments.Exists(claim.Time) && _moments.Exists(claim.End))
        {
            return true;
        }

        foreach (var moment in new[] { claim.Time?.From, claim.Time?.To, claim.End?.From, claim.End?.To }.OfType<Moment>().Distinct().Where(m => !m.ExistsIn(zone)))
        {
            diagnostics.NoSuchDayInZone(place, moment, zone);
        }

        return false;
    }

    /// <summary>The values in the types and units of the kind; null, and an error for each, where one does not fit it.</summary>
    private SmallDictionary<Value>? Understood(
        KindForms forms, RecordPlace place, SmallDictionary<ReportedValue> stated, RecentlyMet<SmallDictionary<ReportedValue>, SmallDictionary<Value>> met, bool areRoles)
    {
        if (stated.IsEmpty)
        {
            return SmallDictionary<Value>.Empty;
        }

        if (met.TryGet(stated, out var values))
        {
            return values;
        }

        if (!Understand(forms, place, stated, areRoles, out _))
        {
            return null;
        }

        values = SmallDictionary<Value>.InOrder(CollectionsMarshal.AsSpan(_pairs));
        met.Keep(stated, values);
        return values;
    }

    /// <summary>The same as the attributes of a fact.</summary>
    private SmallDictionary<Attribute<Value>>? Attributes(
        KindForms forms, RecordPlace place, SmallDictionary<ReportedValue> stated, RecentlyMet<SmallDictionary<ReportedValue>, SmallDictionary<Value>> met, bool areRoles,
        ImmutableArray<ReportReference> by)
    {
        if (stated.IsEmpty)
        {
            return SmallDictionary<Attribute<Value>>.Empty;
        }

        if (met.TryGet(stated, out var values))
        {
            return FactJoiner.Attributes(values.Pairs, by);
        }

        if (!Understand(forms, place, stated, areRoles, out var mayRecur))
        {
            return null;
        }

        var pairs = CollectionsMarshal.AsSpan(_pairs);
        if (mayRecur)
        {
            met.Keep(stated, SmallDictionary<Value>.InOrder(pairs));
        }

        return FactJoiner.Attributes(pairs, by);
    }

    /// <summary>Leaves the values in the types and units of the kind in <see cref="_pairs"/>. An error for each that does not fit it.</summary>
    /// <param name="mayRecur">No: it names another event, or is full of numbers.</param>
    private bool Understand(KindForms forms, RecordPlace place, SmallDictionary<ReportedValue> stated, bool areRoles, out bool mayRecur)
    {
        _pairs.Clear();
        mayRecur = areRoles || stated.Count == 1;
        foreach (var (name, value) in stated.Pairs)
        {
            if ((areRoles ? _values.Role(place, forms, name, value) : _values.Field(place, forms, name, value)) is { } understood)
            {
                _pairs.Add(new(name, understood));
                if (areRoles)
                {
                    var form = forms.Role(name);
                    mayRecur &= !form.IsOfEvent;
                    named?.AddRole(form, understood);
                }
                else
                {
                    named?.AddField(name);
                }
            }
        }

        return _pairs.Count == stated.Count;
    }

    private KindMet? KindOf(string name)
    {
        if (ReferenceEquals(_last.Name, name))
        {
            return _last.Kind;
        }

        if (!_kinds.TryGetValue(name, out var met))
        {
            met = (vocabulary.Kinds.GetValueOrDefault(name) ?? vocabulary.States.GetValueOrDefault(name)?.Kind) is { } kind ? new KindMet(kind, records) : null;
            _kinds.Add(name, met);
        }

        _last = (name, met);
        return met;
    }

    /// <summary>A kind of which there are claims, and what they said of it.</summary>
    private sealed class KindMet(Kind kind, int records)
    {
        public KindForms Forms { get; } = new(kind);

        public FactForm Form { get; } = kind.Form switch
        {
            KindForm.Thing => FactForm.Thing,
            KindForm.State => FactForm.State,
            _ => FactForm.Event,
        };

        public RecentlyMet<SmallDictionary<ReportedValue>, SmallDictionary<Value>> Roles { get; } = new(records);

        public RecentlyMet<SmallDictionary<ReportedValue>, SmallDictionary<Value>> Fields { get; } = new(records);
    }
}
