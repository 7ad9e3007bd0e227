using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>Reads claims in the light of the vocabulary and of the agreement's time zone. A claim that does not fit it is said so and left out as a whole.</summary>
internal sealed class ClaimChecker(Vocabulary vocabulary, DateTimeZone zone, DiagnosticBag diagnostics)
{
    private readonly ValueChecker _values = new(vocabulary, diagnostics);

    public List<Statement> Check(StandingRecords standing)
    {
        var statements = new List<Statement>();
        foreach (var dated in standing.Records)
        {
            if (dated.Record is not Report report)
            {
                continue;
            }

            var by = new ReportReference(report.Id, report.Source, report.Origin ?? report.Source);
            foreach (var claim in report.Claims)
            {
                if (!standing.TakenBack.Contains((report.Id, claim.Id)) && Read(dated, by, claim) is { } statement)
                {
                    statements.Add(statement);
                }
            }
        }

        return statements;
    }

    private Statement? Read(Dated dated, ReportReference by, Claim claim)
    {
        var place = dated.Record.Place;
        if (KindOf(claim.Kind) is not { } kind)
        {
            diagnostics.UnknownKind(place, claim.Kind, vocabulary);
            return null;
        }

        var form = kind.Form switch
        {
            KindForm.Thing => FactForm.Thing,
            KindForm.State => FactForm.State,
            _ => FactForm.Event,
        };
        var roles = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var fields = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var isUnderstood = true;
        foreach (var (preposition, filler) in claim.Roles)
        {
            isUnderstood &= Keep(roles, preposition, _values.Role(place, kind, preposition, filler));
        }

        foreach (var (name, stated) in claim.Fields)
        {
            isUnderstood &= Keep(fields, name, _values.Field(place, kind, name, stated));
        }

        if (form != FactForm.Event && claim.Time is null)
        {
            diagnostics.ObservationWithoutTime(place, claim, kind);
            isUnderstood = false;
        }

        foreach (var moment in new[] { claim.Time?.From, claim.Time?.To, claim.End?.From, claim.End?.To }.OfType<Moment>().Distinct().Where(m => !m.ExistsIn(zone)))
        {
            diagnostics.NoSuchDayInZone(place, moment, zone);
            isUnderstood = false;
        }

        return isUnderstood
            ? new Statement(
                by, dated.At, claim.Id, claim.Event, kind, form, claim.Subject, claim.Polarity, claim.Time, claim.End,
                roles.ToImmutable(), fields.ToImmutable(), place)
            {
                Basis = claim.Basis,
                DerivedFrom = claim.DerivedFrom,
            }
            : null;
    }

    private Kind? KindOf(string name) => vocabulary.Kinds.GetValueOrDefault(name) ?? vocabulary.States.GetValueOrDefault(name)?.Kind;

    private static bool Keep(ImmutableSortedDictionary<string, Value>.Builder values, string name, Value? value)
    {
        if (value is null)
        {
            return false;
        }

        values[name] = value;
        return true;
    }
}
