using System.Text.Json;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.OneText;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Json;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.OneText;

/// <summary>The versions of one text on a screen, as a page, and for machines (schema/pacta-one-text-1.schema.json).</summary>
public static class OneTextOutput
{
    private const string Schema = "pacta-one-text-1";

    public static void WriteText(TextWriter output, OneTextHistory history, Speech speech, Screen screen) => ToldText.Write(output, OneTextSections.Of(history, speech), screen);

    public static void WriteHtml(TextWriter output, OneTextHistory history, MadeOf madeOf, Speech speech) => ToldHtml.Write(output, OneTextSections.Of(history, speech), madeOf, speech);

    public static void WriteJson(Stream output, OneTextHistory history, MadeOf madeOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(madeOf);
        using var json = new Utf8JsonWriter(output, MadeOf.Json);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        madeOf.Write(json);
        json.WriteString("agreement", history.Versions[0].Name);
        json.WriteTexts("versions", history.Versions.Select(v => v.Title));
        json.WriteStartArray("criticisms");
        foreach (var one in history.Criticisms)
        {
            Write(json, one);
        }

        json.WriteEndArray();
        json.WriteStartArray("revisions");
        foreach (var revision in history.Revisions)
        {
            Write(json, revision);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CriticismHistory history)
    {
        json.WriteStartObject();
        json.WriteString("id", history.Criticism.Id);
        json.WriteString("party", history.Criticism.Party);
        json.WriteNumber("version", history.Criticism.Version);
        json.WriteString("clause", history.Clause?.Path);
        json.WriteString("words", history.Criticism.Words);
        json.WriteString("state", Names.Snake(history.State));
        json.WriteStartArray("changed_at");
        foreach (var (to, pair) in history.Answers)
        {
            json.WriteStartObject();
            json.WriteNumber("version", to);
            Write(json, pair);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (history.MetAt is { } met)
        {
            json.WriteNumber("met_at", met);
        }
        else
        {
            json.WriteNull("met_at");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Revision revision)
    {
        json.WriteStartObject();
        json.WriteNumber("to_version", revision.To);
        json.WriteStartArray("clauses");
        foreach (var clause in revision.Clauses)
        {
            json.WriteStartObject();
            json.WriteString("change", Names.Snake(clause.Change));
            Write(json, clause.Pair);
            json.WriteTexts("asked_by", clause.AskedBy.Select(c => c.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("heads", revision.Heads.Select(h => Names.Snake(h.Line)));
        json.WriteTexts("open_of_the_whole", revision.OfWhole.Select(c => c.Id));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClausePair pair)
    {
        json.WriteString("before", pair.First?.Path);
        json.WriteString("after", pair.Second?.Path);
        json.WriteTexts("before_says", Says(pair.First));
        json.WriteTexts("after_says", Says(pair.Second));
    }

    private static IEnumerable<string> Says(Clause? clause) => clause is null ? [] : ClauseSentences.Of(clause);
}
