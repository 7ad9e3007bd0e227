using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Json;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>
/// What is found otherwise than before, a line each, as it comes: through when the history is complete, which finding, how it stood, how it stands and since
/// or until when. As JSON each line is an object (schema/pacta-changes-1.schema.json).
/// </summary>
public sealed class ChangeWriter : IDisposable
{
    public const string Schema = "urn:pacta:schema:changes:1";

    private static readonly JsonWriterOptions Options = new() { MaxDepth = 4096, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly Speech _speech;
    private readonly bool _namesAgreements;
    private readonly Utf8JsonWriter? _json;

    /// <param name="namesAgreements">Whether a line names the agreement that it is about.</param>
    public ChangeWriter(Stream output, Speech speech, bool isJson, bool namesAgreements)
    {
        (_output, _speech, _namesAgreements) = (output, speech, namesAgreements);
        _json = isJson ? new Utf8JsonWriter(output, Options) : null;
    }

    /// <param name="changes">As they were and as they are; null where there was none, or is none any more. What only came to be kept is not told.</param>
    public void Write(Agreement agreement, Instant through, IEnumerable<(Finding? Before, Finding? After)> changes)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(changes);
        var speech = _speech.In(agreement.Calendar);
        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        var places = agreement.Clauses.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
        foreach (var (before, after) in changes
            .Where(IsTold)
            .OrderBy(c => places.GetValueOrDefault((c.After ?? c.Before)!.ClauseName, places.Count))
            .ThenBy(c => (c.After ?? c.Before)!.ClausePath, StringComparer.Ordinal)
            .ThenBy(c => (c.After ?? c.Before)!.Id, StringComparer.Ordinal))
        {
            if (_json is not null)
            {
                WriteJson(agreement, through, before, after, speech, times);
            }
            else
            {
                _output.Write(Encoding.UTF8.GetBytes($"{times.Of(InstantRange.At(through))}  {(after ?? before)!.Id}  {Line(agreement, before, after, speech, times)}\n"));
            }
        }

        _output.Flush();
    }

    public void Dispose() => _json?.Dispose();

    /// <summary>That something is kept of which nothing was told before needs no line.</summary>
    private static bool IsTold((Finding? Before, Finding? After) change) =>
        !((change.Before is null || FindingTable.IsMerelyKept(change.Before)) && (change.After is null || FindingTable.IsMerelyKept(change.After)));

    private string Line(Agreement agreement, Finding? before, Finding? after, Speech speech, TimeWords times)
    {
        var told = (after ?? before)!;
        var about = string.Join(", ", new[] { _namesAgreements ? agreement.Name : string.Empty, speech.Clauses.Short(told), speech.Parties.Of(told), speech.Triggers.Of(told) }.Where(t => t.Length > 0));
        var (was, now) = (before is null ? speech.Phrases.Say("change.new") : speech.Standing(before), after is null ? speech.Phrases.Say("change.gone") : speech.Standing(after));
        var (when, whenBefore) = (after is null ? string.Empty : WhenWords.Of(after, times, speech), before is null ? string.Empty : WhenWords.Of(before, times, speech));
        return Wrapping.Harmless(was == now && when == whenBefore ? speech.Phrases.Say("change.same", about, now) : speech.Phrases.Say("change.line", about, was, now, when));
    }

    private void WriteJson(Agreement agreement, Instant through, Finding? before, Finding? after, Speech speech, TimeWords times)
    {
        _json!.Reset();
        _json.WriteStartObject();
        _json.WriteString("schema", Schema);
        _json.WriteString("through", InstantPattern.ExtendedIso.Format(through));
        _json.WriteString("through_local_date", times.LocalDate(through));
        _json.WriteString("agreement", agreement.Name);
        var writer = new FindingJson(_json, times, speech, Measures.Of(agreement), withSentences: false);
        Write("before", before);
        Write("after", after);
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);

        void Write(string name, Finding? finding)
        {
            _json.WritePropertyName(name);
            if (finding is null)
            {
                _json.WriteNullValue();
            }
            else if (name == "before")
            {
                writer.WriteStanding(finding);
            }
            else
            {
                writer.Write(finding);
            }
        }
    }
}
