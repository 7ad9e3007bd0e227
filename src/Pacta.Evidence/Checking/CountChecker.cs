using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>
/// Reads counts as statements: counts of the same kind, place, authors and period are about the same, so that sources which differ are rivals and one
/// which says another number later has corrected itself. They are weighed like any other statement.
/// </summary>
internal sealed class CountChecker(Vocabulary vocabulary, DateTimeZone zone, DiagnosticBag diagnostics)
{
    private readonly ValueChecker _values = new(vocabulary, diagnostics, records: 0);

    public IEnumerable<Statement> Check(ImmutableArray<Dated> records) =>
        records.Where(r => r.Record is CountRecord).Select(r => Read(r, (CountRecord)r.Record)).OfType<Statement>();

    private Statement? Read(Dated dated, CountRecord count)
    {
        if (vocabulary.Kinds.GetValueOrDefault(count.Kind) is not { } kind)
        {
            diagnostics.UnknownKind(count.Place, count.Kind, vocabulary);
            return null;
        }

        if (kind.Form != KindForm.Event)
        {
            diagnostics.CountOfThings(count, kind);
            return null;
        }

        var roles = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var isUnderstood = Keep("in", count.In is { } place ? new ReportedText(place) : null) & Keep("by", count.By);
        if (_values.Field(count.Place, new KindForms(kind), "count", count.Number) is not NumberValue stated)
        {
            return null;
        }

        foreach (var moment in new[] { count.Period.From, count.Period.To }.Distinct().Where(m => !m.ExistsIn(zone)))
        {
            diagnostics.NoSuchDayInZone(count.Place, moment, zone);
            isUnderstood = false;
        }

        if (!isUnderstood)
        {
            return null;
        }

        var remaining = Remaining(stated.Range, count.Except);
        var period = CountedPeriod.Of(count.Period, zone);
        var by = new ReportReference(count.Id, count.Source, count.Source);
        var name = new CountName(kind.Name, Told("in"), Told("by"), MomentText.Format(period));
        return new Statement(
            by, dated.At, count.Id, $"{name}", kind, FactForm.Count, ClaimSubject.Occurrence, Polarity.Asserts, period, null,
            roles.ToImmutable(), ImmutableSortedDictionary<string, Value>.Empty.WithComparers(StringComparer.Ordinal).Add("count", new NumberValue(remaining, string.Empty)), count)
        {
            Counted = new CountSaid(by, stated, count.Except, [.. count.Includes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], remaining),
        };

        string Told(string role) => roles.TryGetValue(role, out var value) ? $"{value}" : string.Empty;

        bool Keep(string role, ReportedValue? filler)
        {
            if (filler is null)
            {
                return true;
            }

            if (_values.Role(count.Place, new KindForms(kind), role, filler) is not { } value)
            {
                return false;
            }

            roles[role] = value;
            return true;
        }
    }

    /// <summary>What is left of a number without the parts that are not of it; what may be of it widens the range to both sides.</summary>
    private NumberRange Remaining(NumberRange stated, ImmutableArray<CountExcept> except)
    {
        var (low, high) = (stated.Low ?? 0, stated.High);
        foreach (var part in except)
        {
            // Of what nobody counted it may be all; of most of them too.
            low = Math.Max(0, low - (part.IsMost || part.Number?.High is null ? low : About(part.Number).High!.Value));
            if (part.MayCount || high is not { } most)
            {
                continue;
            }

            // More than half is out, so that less than half is left.
            high = Math.Max(0, part.IsMost ? decimal.Ceiling(most / 2) - 1 : most - (part.Number is { } number ? About(number).Low ?? 0 : 0));
        }

        return new NumberRange(Math.Min(low, high ?? low), high);
    }

    /// <summary>"About" means of a part what it means of the number.</summary>
    private NumberRange About(ReportedNumber number) => !number.IsAbout
        ? new NumberRange(number.Low, number.High)
        : new NumberRange(
            decimal.Ceiling((number.Low ?? 0) * (1 - vocabulary.Tolerance)), decimal.Floor((number.High ?? 0) * (1 + vocabulary.Tolerance)));
}
