using System.Globalization;
using NodaTime;
using Pacta.Model.Codings;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Reports.Coding;

/// <summary>
/// Report files as codings: each file is a coder, each event a unit; the attributes are whether it happened, its kind, its times, who and
/// where, its place and its fields.
/// </summary>
public static class ReportCodings
{
    /// <summary>Adds what a coder reports. Where one coder says two things that exclude each other of one event, neither counts, and a warning says so.</summary>
    /// <param name="coder">The name of the coder.</param>
    /// <param name="attributes">By their names.</param>
    public static void Add(string coder, IEnumerable<ReportRecord> records, IDictionary<string, CodedAttribute> attributes, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var twice = new HashSet<(string Attribute, string Unit)>();
        foreach (var report in records.OfType<Report>())
        {
            foreach (var claim in report.Claims)
            {
                foreach (var (attribute, value, usual) in Values(claim))
                {
                    if (!attributes.TryGetValue(attribute, out var coded))
                    {
                        attributes[attribute] = coded = new CodedAttribute(attribute) { Usual = usual };
                    }

                    if (!twice.Contains((attribute, claim.Event)) && coded.Add(claim.Event, coder, value) is { } before)
                    {
                        twice.Add((attribute, claim.Event));
                        coded.Remove(claim.Event, coder);
                        diagnostics.Warn(
                            "PACTA0615", report.Place.Text ?? new SourceText(report.Place.File, string.Empty, report.Place.Line), default,
                            $"{coder} gives {attribute} of {claim.Event} twice: \"{before.Text}\" and \"{value.Text}\"", "the other one",
                            "Neither counts in the comparison. Keep one line for each event and coder.");
                    }
                }
            }
        }
    }

    private static IEnumerable<(string Attribute, CodedValue Value, Scale Usual)> Values(Claim claim)
    {
        if (claim.Subject == ClaimSubject.Occurrence)
        {
            yield return ("occurrence", new CodedValue(claim.Polarity == Polarity.Asserts ? "asserted" : "denied", null), Scale.Nominal);
        }

        // What is denied is no value that the coder gives.
        if (claim.Polarity == Polarity.Denies)
        {
            yield break;
        }

        yield return ("kind", new CodedValue(claim.Kind, null), Scale.Nominal);
        foreach (var (name, when) in new[] { ("time", claim.Time), ("end", claim.End) })
        {
            if (when is not null)
            {
                yield return (name, new CodedValue(MomentText.Format(when), Days(when)), Scale.Interval);
            }
        }

        foreach (var (role, value) in claim.Roles)
        {
            yield return (role, Of(value) with { Number = null }, Scale.Nominal);
        }

        foreach (var (field, value) in claim.Fields)
        {
            yield return (field, Of(value), Scale.Interval);
        }
    }

    /// <summary>The middle of a stated range, in days: how far two dates lie apart.</summary>
    private static double Days(When when)
    {
        var (first, last) = (when.From.In(DateTimeZone.Utc).Earliest, when.To.In(DateTimeZone.Utc).Latest);
        return ((first - Instant.FromUnixTimeTicks(0)).TotalDays + (last - Instant.FromUnixTimeTicks(0)).TotalDays) / 2;
    }

    private static CodedValue Of(ReportedValue value) => value switch
    {
        ReportedTruth truth => new CodedValue(truth.IsTrue ? "true" : "false", null),
        ReportedText text => new CodedValue(text.Text, null),
        ReportedNames names => new CodedValue(string.Join(names.IsOneOf ? " or " : " and ", names.Names.Order(StringComparer.Ordinal)), null),
        ReportedPlace place => new CodedValue(place.Name, null),
        ReportedPosition position => new CodedValue(string.Create(CultureInfo.InvariantCulture, $"{position.Latitude} {position.Longitude}"), null),
        ReportedArea area => new CodedValue(area.Area.ToString(), null),
        ReportedNumber number => Of(number),
        _ => new CodedValue(string.Empty, null),
    };

    /// <summary>A range counts as its middle; one that is open to a side has none.</summary>
    private static CodedValue Of(ReportedNumber number)
    {
        var text = (number.Low, number.High) switch
        {
            ({ } low, { } high) when low == high => $"{(number.IsAbout ? "about " : string.Empty)}{Shortest(low)}",
            ({ } low, { } high) => $"{Shortest(low)} to {Shortest(high)}",
            ({ } low, null) => $"at least {Shortest(low)}",
            (null, { } high) => $"at most {Shortest(high)}",
            _ => string.Empty,
        };

        return new CodedValue(
            number.Unit is null ? text : $"{text} {number.Unit}", number is { Low: { } from, High: { } to } ? (double)((from / 2) + (to / 2)) : null, number.Unit);
    }

    /// <summary>12.50 as 12.5.</summary>
    private static string Shortest(decimal number) => number.ToString("G29", CultureInfo.InvariantCulture);
}
