using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Reports.Lines;

namespace Pacta.Reports;

/// <content>The records that are not reports.</content>
public static partial class ReportWriter
{
    private static void WriteOther(Utf8JsonWriter json, ReportRecord record)
    {
        switch (record)
        {
            case CompletenessRecord complete:
                Write(json, complete);
                break;
            case JudgementRecord judgement:
                Write(json, judgement);
                break;
            case CoverageRecord coverage:
                Write(json, coverage);
                break;
            case GradeRecord grade:
                Write(json, grade);
                break;
            case CountRecord count:
                Write(json, count);
                break;
            case CaseRecord step:
                Write(json, step);
                break;
            case DeterminationRecord determination:
                Write(json, determination);
                break;
            case TrackRecord track:
                Write(json, track);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, TrackRecord track)
    {
        Head(json, "track", track);
        json.WriteString("source", track.Source);
        Text(json, "origin", track.Origin);
        Time(json, "published", track.Published);
        Time(json, "recorded", track.Recorded);
        json.WriteString("event", track.Event);
        json.WriteString("kind", track.Kind);
        if (track.Of is { } of)
        {
            json.WritePropertyName("of");
            Value(json, of);
        }

        json.WriteNumber("accuracy_m", track.Settings.AccuracyMetres);
        json.WriteString("gap", TrackLine.GapText(track.Settings.GapSeconds));
        Text(json, "entering", track.Settings.Entering);
        Text(json, "leaving", track.Settings.Leaving);
        Text(json, "file", track.File);
        Text(json, "id_in_file", track.IdInFile);
        Text(json, "reference", track.Reference);
        if (track.File is not null)
        {
            return;
        }

        json.WriteStartArray("positions");
        foreach (var position in track.Positions)
        {
            json.WriteStartArray();
            json.WriteStringValue(MomentText.Format(Moment.At(NodaTime.Instant.FromUnixTimeTicks((long)Math.Round(position.Seconds * 1e7)))));
            json.WriteNumberValue(position.Latitude);
            json.WriteNumberValue(position.Longitude);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CompletenessRecord complete)
    {
        Head(json, "complete", complete);
        json.WriteString("source", complete.Source);
        if (complete.Kinds.Length == 0)
        {
            json.WriteString("kinds", "all");
        }

        List(json, "kinds", complete.Kinds);
        Time(json, "through", complete.Through);
        Time(json, "recorded", complete.Recorded);
    }

    private static void Write(Utf8JsonWriter json, JudgementRecord judgement)
    {
        Head(json, "judgement", judgement);
        json.WriteString("source", judgement.Source);
        json.WriteString("matter", judgement.Matter);
        json.WriteBoolean("holds", judgement.Holds);
        Time(json, "time", judgement.Time);
        Time(json, "recorded", judgement.Recorded);
    }

    private static void Write(Utf8JsonWriter json, CoverageRecord coverage)
    {
        Head(json, "coverage", coverage);
        json.WriteString("source", coverage.Source);
        json.WriteString("place", coverage.Area);
        Time(json, "period", coverage.Period);
        json.WriteString("means", coverage.Means);
        Foot(json, coverage.Recorded, coverage.Reference);
    }

    private static void Write(Utf8JsonWriter json, GradeRecord grade)
    {
        Head(json, "grade", grade);
        json.WriteString("assessor", grade.Assessor);
        json.WriteString("target", grade.Target);
        json.WriteString("code", $"{grade.Reliability}{grade.Credibility}");
        json.WriteString("why", grade.Why);
        Foot(json, grade.Recorded, grade.Reference);
    }

    private static void Write(Utf8JsonWriter json, CountRecord count)
    {
        Head(json, "count", count);
        json.WriteString("source", count.Source);
        json.WriteString("kind", count.Kind);
        json.WritePropertyName("number");
        Number(json, count.Number);
        Text(json, "in", count.In);
        if (count.By is { } by)
        {
            json.WritePropertyName("by");
            Value(json, by);
        }

        Time(json, "period", count.Period);
        Write(json, count.Except);
        List(json, "includes", count.Includes);
        Foot(json, count.Recorded, count.Reference);
    }

    /// <summary>A single part of which nobody says how many it was is written as a text.</summary>
    private static void Write(Utf8JsonWriter json, ImmutableArray<CountExcept> parts)
    {
        if (parts is [{ Number: null, IsMost: false, MayCount: false } only])
        {
            json.WriteString("except", only.What);
            return;
        }

        if (parts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("except");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("what", part.What);
            if (part.IsMost)
            {
                json.WriteString("number", OtherLines.Most);
            }
            else if (part.Number is { } number)
            {
                json.WritePropertyName("number");
                Number(json, number);
            }

            if (part.MayCount)
            {
                json.WriteBoolean("may_count", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CaseRecord step)
    {
        Head(json, "case", step);
        json.WriteString("case", step.Case);
        json.WriteString("by", step.By);
        Time(json, "date", step.Date);
        Text(json, "stage", step.Stage is { } stage ? Word(OtherLines.Stages, stage) : null);
        List(json, "events", step.Events);
        List(json, "accused", step.Accused);
        Text(json, "reply", step.Reply);
        Text(json, "text", step.Text);
        Foot(json, step.Recorded, step.Reference);
    }

    private static void Write(Utf8JsonWriter json, DeterminationRecord determination)
    {
        Head(json, "determination", determination);
        json.WriteString("body", determination.Body);
        Time(json, "date", determination.Date);
        json.WriteString("text", determination.Text);
        Text(json, "dissents", determination.Dissents);
        if (determination.About is { } about)
        {
            Text(json, "agreement", about.Agreement);
            json.WriteString("clause", about.Clause);
            List(json, "by", about.By);
            List(json, "events", about.Events);
        }

        Text(json, "decision", determination.Decision is { } decision ? Word(OtherLines.Decisions, decision) : null);
        Foot(json, determination.Recorded, determination.Reference);
    }

    private static void Head(Utf8JsonWriter json, string type, ReportRecord record)
    {
        json.WriteString("type", type);
        json.WriteString("id", record.Id);
    }

    private static void Foot(Utf8JsonWriter json, Model.Time.Moment? recorded, string? reference)
    {
        Time(json, "recorded", recorded);
        Text(json, "reference", reference);
    }
}
