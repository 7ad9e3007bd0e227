using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;
using Pacta.Presentation.Json;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Json;

/// <summary>Agreements as they are read, for programs: each clause with its text, its code and its sentences in plain words.</summary>
public static class ReadJson
{
    public const string Schema = "urn:pacta:schema:reading:1";

    public static void Write(Stream output, ImmutableArray<ReadAgreement> agreements, MadeOf madeOf)
    {
        ArgumentNullException.ThrowIfNull(madeOf);
        using var json = new Utf8JsonWriter(output, MadeOf.Json);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        madeOf.Write(json);
        json.WriteStartArray("agreements");
        foreach (var agreement in agreements)
        {
            Write(json, agreement);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadAgreement read)
    {
        var agreement = read.Agreement;
        json.WriteStartObject();
        json.WriteString("name", agreement.Name);
        json.WriteString("title", agreement.Title);
        Write(json, agreement.Status);
        json.WriteString("cite", agreement.Citation);
        json.WriteString("time_zone", agreement.TimeZone);
        json.WriteTexts("parties", agreement.Parties);
        json.WriteStartArray("clauses");
        foreach (var clause in read.Chapters.SelectMany(c => c.Clauses))
        {
            Write(json, clause);
        }

        json.WriteEndArray();
        json.WriteStartArray("owed");
        foreach (var row in read.Owed)
        {
            json.WriteStartObject();
            Somebody(json, "who", row.Who);
            Somebody(json, "to", row.To);
            json.WriteBoolean("to_each_other", row.ToEachOther);
            json.WriteStartArray("clauses");
            foreach (var duty in row.First)
            {
                json.WriteStartObject();
                json.WriteString("clause", duty.Clause.Path);
                json.WriteString("source", Names.Snake(duty.Source));
                json.WriteString("exception", duty.Exception);
                json.WriteBoolean("power", duty.IsPower);
                json.WriteBoolean("joint", duty.IsJoint);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dates");
        foreach (var date in read.Dates)
        {
            json.WriteStartObject();
            json.WriteString("at", NodaTime.Text.InstantPattern.ExtendedIso.Format(date.At));
            if (date.Latest is { } latest)
            {
                json.WriteString("latest", NodaTime.Text.InstantPattern.ExtendedIso.Format(latest));
            }

            json.WriteString("what", Names.Snake(date.Form));
            json.WriteString("clause", date.Clause?.Path);
            json.WriteString("reading", date.Reading);
            json.WriteString("exception", date.Exception);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("relative");
        foreach (var due in read.Relative)
        {
            json.WriteStartObject();
            json.WriteString("clause", due.Clause.Path);
            json.WriteString("reading", due.Reading);
            json.WriteString("exception", due.Exception);
            json.WriteString("when", due.When);
            json.WriteString("in_time", due.Time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("words");
        foreach (var (term, entry) in read.Terms.Zip(read.Index))
        {
            Write(json, term, entry);
        }

        json.WriteEndArray();
        json.WriteTexts("scenarios", agreement.Scenarios.Select(s => s.Title));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadClause of)
    {
        var clause = of.Clause;
        json.WriteStartObject();
        json.WriteString("path", clause.Path);
        json.WriteString("name", clause.Name);
        json.WriteString("reference", clause.Reference);
        Write(json, clause.Status);
        Write(json, clause.Remarks);
        json.WriteString("code", of.Code);
        json.WriteStartArray("readings");
        foreach (var way in of.Ways)
        {
            json.WriteStartObject();
            json.WriteString("name", way.Name);
            json.WriteTexts("held_by", way.HeldBy);
            Sentences(json, "plain", way.Plain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Exceptions(json, of.Exceptions);
        json.WriteTexts("counted", of.Counted.Select(c => Names.Snake(c)));
        json.WriteTexts("words", of.Terms.Select(t => t.Name));
        json.WriteEndObject();
    }

    private static void Exceptions(Utf8JsonWriter json, ImmutableArray<ReadException> exceptions)
    {
        json.WriteStartArray("exceptions");
        foreach (var exception in exceptions)
        {
            json.WriteStartObject();
            json.WriteString("name", exception.Exception.Name);
            json.WriteString("reference", exception.Exception.Reference);
            Write(json, exception.Exception.Remarks);
            json.WriteString("code", exception.Code);
            json.WriteString("if", exception.If);
            Sentences(json, "instead", exception.Instead);
            Exceptions(json, exception.Below);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Sentences(Utf8JsonWriter json, string name, ImmutableArray<ReadSentence> sentences)
    {
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteString("sentence", sentence.Text);
            json.WriteTexts("lines", sentence.Below);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadTerm term, IndexEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("name", term.Name);
        json.WriteString("form", Names.Snake(term.Form));
        json.WriteString("reference", term.Reference);
        Write(json, term.Remarks);
        json.WriteStartArray("readings");
        foreach (var meaning in term.Meanings)
        {
            json.WriteStartObject();
            json.WriteString("name", meaning.Reading);
            json.WriteTexts("held_by", meaning.HeldBy);
            json.WriteTexts("lines", meaning.Lines);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("clauses", entry.Clauses);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Status status)
    {
        json.WriteString("standing", Names.Snake(status.Standing));
        json.WriteBoolean("disputed", status.Disputed);
    }

    private static void Write(Utf8JsonWriter json, Remarks remarks)
    {
        json.WriteStartArray("texts");
        foreach (var text in remarks.Texts)
        {
            json.WriteStartObject();
            json.WriteString("language", text.Language);
            json.WriteString("text", text.Content);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("notes", remarks.Notes);
        json.WriteTexts("unverified", remarks.Unverified);
    }

    private static void Somebody(Utf8JsonWriter json, string name, ImmutableArray<Somebody> all) =>
        json.WriteTexts(name, all.Select(s => s.Form switch
        {
            SomebodyForm.Everybody => "everybody",
            SomebodyForm.Role => $"{s.Preposition} {s.Name}",
            _ => s.Name,
        }));
}
