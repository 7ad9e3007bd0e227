using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Pacta.Certificates.Json;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Certificates;

/// <summary>
/// A finding as a certificate has it: each part by its name, so that it can be said in which of them two findings differ. Steps of derivations are not
/// among them: the replay has its own.
/// </summary>
public static class FindingParts
{
    /// <summary>An instant outside of the years that reports can name stands for "not known".</summary>
    private const int EarliestYear = 1000;

    private const int LatestYear = 3000;

    public static ImmutableArray<FindingPart> Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return
        [
            Part("id", json => json.WriteStringValue(finding.Id)),
            Part("clause", json => json.WriteStringValue(finding.ClausePath)),
            Part("reference", json => json.WriteStringValue(finding.Reference)),
            Part("standing", json => json.WriteStringValue(CertificateJson.Name(finding.Status.Standing) + (finding.Status.Disputed ? " disputed" : string.Empty))),
            Part("bearers", json => Texts(json, finding.Bearers)),
            Part("joint", json => json.WriteBooleanValue(finding.IsJoint)),
            Part("unattributed", json => json.WriteBooleanValue(finding.IsUnattributed)),
            Part("authors_named", json => json.WriteBooleanValue(finding.AreAuthorsNamed)),
            Part("beneficiary", json => json.WriteStringValue(finding.Beneficiary)),
            Part("trigger", json => Texts(json, finding.Trigger.Select(Neutral))),
            Part("line", json => json.WriteStringValue(finding.Line)),
            Part("states", json => States(json, finding.States)),
            Part("certainty", json => json.WriteStringValue(finding.IsClaim ? null : CertificateJson.Name(finding.Certainty))),
            Part("settled", json => json.WriteBooleanValue(finding.IsSettled)),
            Part("perspective", json => json.WriteStringValue(finding.Perspective)),
            Part("opened", json => Range(json, finding.Opened)),
            Part("due", json => Range(json, finding.Due)),
            Part("doubtful_from", json => Range(json, finding.DoubtfulFrom is { } from ? InstantRange.At(from) : null)),
            Part("changes", json => Changes(json, finding)),
            Part("outcomes", json => Outcomes(json, finding)),
            Part("causes", json => Causes(json, finding)),
            Part("by_reading", json => ByReading(json, finding)),
            Part("with_late", json => WithLate(json, finding)),
            Part("assumptions", json => Notes(json, finding)),
            Part("unverified", json => Texts(json, finding.Unverified)),
            Part("reports", json => Reports(json, finding.Reports)),
            Part("determinations", json => Determinations(json, finding)),
        ];
    }

    private static FindingPart Part(string name, Action<Utf8JsonWriter> write) => new(name, Canonical.Of(write));

    /// <summary>The logic names a trigger for what did not keep a clause: that word is no word of Pacta's about anybody.</summary>
    private static string Neutral(string name) => BreachName.Parse(name) is null ? Composed.Plain(name) : Composed.Plain(name.Replace("breach", "not_consistent_with", StringComparison.Ordinal));

    private static string Name(ClauseState state) => state switch
    {
        ClauseState.Met => "consistent",
        ClauseState.Breached => "not_consistent",
        _ => CertificateJson.Name(state),
    };

    private static void Changes(Utf8JsonWriter json, Finding finding) => List(json, finding.Changes, change =>
    {
        json.WriteString("state", Name(change.State));
        json.WritePropertyName("at");
        Range(json, change.At);
    });

    private static void Outcomes(Utf8JsonWriter json, Finding finding) => List(json, finding.Outcomes, outcome =>
    {
        json.WritePropertyName("if");
        List(json, outcome.If, choice =>
        {
            json.WriteString("kind", CertificateJson.Name(choice.Kind));
            json.WriteString("subject", Neutral(choice.Subject));
            json.WriteString("value", Composed.Plain(choice.Value));
            json.WritePropertyName("reports");
            Reports(json, choice.Sources);
        });
        json.WritePropertyName("states");
        States(json, outcome.States);
    });

    private static void Causes(Utf8JsonWriter json, Finding finding) => List(json, finding.Causes, cause => Write(json, cause));

    private static void Write(Utf8JsonWriter json, Cause cause)
    {
        json.WriteString("kind", CertificateJson.Name(cause.Kind));
        json.WriteString("code", CertificateJson.Name(cause.Code));
        json.WriteString("key", Neutral(cause.Key));
        json.WriteString("attribute", cause.Attribute);
        json.WritePropertyName("arguments");
        Texts(json, cause.Arguments.Select(Neutral));
        json.WritePropertyName("reports");
        Reports(json, cause.Reports);
    }

    private static void ByReading(Utf8JsonWriter json, Finding finding) => List(json, finding.ByReading, under =>
    {
        json.WritePropertyName("readings");
        List(json, under.Readings, reading =>
        {
            json.WriteString("of", reading.Of);
            json.WriteString("name", reading.Name);
        });
        json.WritePropertyName("states");
        States(json, under.Finding?.States ?? (under.IsNotInPlay ? [ClauseState.Dormant] : []));
        json.WritePropertyName("due");
        Range(json, under.Finding?.Due);
    });

    /// <summary>What reports that came too late for the clause would make of it.</summary>
    private static void WithLate(Utf8JsonWriter json, Finding finding)
    {
        if (finding.WithLate is not { } late)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("within", $"{late.Within}");
        json.WritePropertyName("states");
        States(json, late.Finding?.States ?? []);
        json.WritePropertyName("reports");
        Reports(json, late.Late);
        json.WriteEndObject();
    }

    private static void Notes(Utf8JsonWriter json, Finding finding) => List(json, finding.Notes, note =>
    {
        json.WriteString("code", CertificateJson.Name(note.Code));
        json.WritePropertyName("arguments");
        Texts(json, note.Arguments.Select(Neutral));
        if (note.Cause is { } cause)
        {
            json.WriteStartObject("cause");
            Write(json, cause);
            json.WriteEndObject();
        }

        json.WritePropertyName("reports");
        Reports(json, note.Reports);
    });

    private static void Determinations(Utf8JsonWriter json, Finding finding) => List(json, finding.Determinations, determination =>
    {
        json.WriteString("id", determination.Id);
        json.WriteString("body", determination.Body);
        json.WriteString("text", determination.Text);
        json.WriteString("decision", determination.Decision is { } decision ? Name(decision) : null);
    });

    private static void Reports(Utf8JsonWriter json, ImmutableArray<ReportReference> reports) => List(json, reports, report =>
    {
        json.WriteString("id", report.Id);
        json.WriteString("source", report.Source);
        json.WriteString("origin", report.Origin);
    });

    private static void List<T>(Utf8JsonWriter json, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void States(Utf8JsonWriter json, ImmutableArray<ClauseState> states) => Texts(json, states.Select(Name));

    private static void Texts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, InstantRange? range)
    {
        if (range is not { } known)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("earliest", Known(known.Earliest));
        json.WriteString("latest", Known(known.Latest));
        json.WriteEndObject();
    }

    private static string? Known(Instant instant) => instant.InUtc().Year is >= EarliestYear and <= LatestYear ? CertificateJson.Text(instant) : null;
}
