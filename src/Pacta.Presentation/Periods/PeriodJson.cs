using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Periods;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Presentation.Json;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>
/// A report as JSON (schema/pacta-period-1.schema.json). The same agreements, options and report lines, in any order of the lines, give the same bytes.
/// </summary>
public static class PeriodJson
{
    public const string Schema = "urn:pacta:schema:period:1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, PeriodRun run, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(speech);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        CheckJson.WriteManifest(json, run.Manifest);
        json.WriteString("period", Names.Snake(run.Length));
        json.WriteString("from", run.From);
        json.WriteString("to", run.To);
        json.WriteNumber("report_lines_left_out", run.LinesSkipped);
        json.WriteStartArray("agreements");
        foreach (var (agreement, reports) in run.Agreements)
        {
            json.WriteStartObject();
            json.WriteString("name", agreement.Name);
            json.WriteString("title", agreement.Title);
            var told = speech.In(agreement.Calendar);
            var writer = new PeriodWriter(json, new FindingJson(json, new TimeWords(agreement.Calendar, speech.Phrases), told, Measures.Of(agreement), withSentences: false), told, agreement.Calendar);
            writer.Findings.Status("status", agreement.Status);
            json.WriteString("time_zone", agreement.TimeZone);
            json.WriteStartArray("periods");
            foreach (var report in reports)
            {
                writer.Write(report);
                json.Flush();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The reports about one agreement, members always in the same order.</summary>
    private sealed class PeriodWriter(Utf8JsonWriter json, FindingJson findings, Speech speech, AgreementCalendar calendar)
    {
        public FindingJson Findings => findings;

        public void Write(PeriodReport report)
        {
            json.WriteStartObject();
            json.WriteString("from", PeriodPart.Date(report.Period.First));
            json.WriteString("to", PeriodPart.Date(report.Period.Last));
            Instant("begins", report.Span.Earliest);
            Instant("ends", report.Span.Latest);
            Instant("as_of", report.AsOf);
            Instant("complete_through", report.Findings.Through);
            Several("observed", report.Observed, Observed);
            Several("assessed", report.Assessed, a =>
            {
                findings.WriteToldMembers(a.Finding);
                Standing("before", a.Before);
            });
            Several("due", report.Due, findings.WriteToldMembers);
            Several("next", report.Next, findings.WriteToldMembers);
            Several("overdue", report.Overdue, findings.WriteToldMembers);
            Several("revised", report.Revised, Revised);
            findings.Texts("settled", [.. report.Settled.Select(f => f.Id).Distinct(StringComparer.Ordinal)]);
            Several("late", report.Late, Late);
            Several("sources", report.Sources, Source);
            findings.Coverage(report.Coverage);
            Several("not_seen", report.NotSeen, p =>
            {
                json.WriteString("place", p.Place);
                findings.Texts("days", [.. p.Days.Select(PeriodPart.Date)]);
                findings.Texts("days_in_part", [.. p.DaysInPart.Select(PeriodPart.Date)]);
            });
            findings.Counts(report.Counts);
            findings.Determinations("determinations", report.Determinations);
            findings.Cases(report.Findings.Cases);
            findings.LeftOut("left_out", report.Findings.LeftOut);
            json.WriteEndObject();
        }

        private void Observed(ObservedFact observed)
        {
            var fact = observed.Fact;
            json.WriteString("event", fact.Id);
            json.WriteString("kind", fact.Kind);
            json.WriteString("within", Names.Snake(observed.Within));
            Alternatives("times", fact.Time.Alternatives, MomentText.Format);
            Alternatives("ends", fact.End?.Alternatives ?? [], MomentText.Format);
            json.WriteStartObject("roles");
            foreach (var (name, value) in fact.Roles)
            {
                Alternatives(name, value.Alternatives, v => Composed.Plain(Composed.Of(v)));
            }

            json.WriteEndObject();
            json.WriteStartObject("fields");
            foreach (var (name, value) in fact.Fields)
            {
                Alternatives(name, value.Alternatives, v => Composed.Plain(Composed.Of(v)));
            }

            json.WriteEndObject();
            findings.References("said_by", fact.AssertedBy);
            findings.References("denied_by", fact.DeniedBy);
        }

        private void Revised(Revision revision)
        {
            json.WriteString("id", revision.Finding.Id);
            Standing("before", revision.Before);
            json.WritePropertyName("now");
            if (revision.Now is { } now)
            {
                findings.WriteTold(now);
            }
            else
            {
                json.WriteNullValue();
            }

            Several("causes", revision.Causes, Late);
        }

        private void Late(LateRecord late)
        {
            json.WriteString("id", late.Record.Id);
            json.WriteString("form", Names.Snake(late.Form));
            Instant("recorded", late.Recorded);
            findings.Times("concerns", late.Concerns);
            json.WriteString("words", speech.Records.Of(late.Record, new TimeWords(calendar, speech.Phrases)));
        }

        private void Source(SourceActivity source)
        {
            json.WriteString("name", source.Name);
            json.WriteBoolean("declared", source.IsDeclared);
            json.WriteBoolean("silent", source.IsSilent);
            json.WriteNumber("received", source.Received);
            json.WriteNumber("late", source.Late);
            json.WriteNumber("before", source.Before);
            Several("complete", source.Complete, c =>
            {
                json.WriteString("id", c.By.Id);
                findings.Texts("kinds", c.Kinds);
                json.WriteString("through", MomentText.Format(c.Through));
            });
        }

        private void Standing(string name, Finding? finding)
        {
            json.WritePropertyName(name);
            if (finding is null)
            {
                json.WriteNullValue();
            }
            else
            {
                findings.WriteStanding(finding);
            }
        }

        private void Alternatives<T>(string name, IEnumerable<Alternative<T>> alternatives, Func<T, string> words)
        {
            json.WriteStartArray(name);
            foreach (var alternative in alternatives)
            {
                json.WriteStartObject();
                json.WriteString("value", words(alternative.Value));
                findings.References("said_by", alternative.AssertedBy);
                findings.References("denied_by", alternative.DeniedBy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Several<T>(string name, IEnumerable<T> items, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Instant(string name, Instant instant) => json.WriteString(name, InstantPattern.ExtendedIso.Format(instant));
    }
}
