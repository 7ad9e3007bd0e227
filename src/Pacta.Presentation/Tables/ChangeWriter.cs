using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Json;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>
/// What is found otherwise than before, a line each, as it comes: through when the history is complete, which finding, how it stood and how it stands. As
/// JSON each line is an object with <c>through</c>, <c>agreement</c>, <c>before</c> and <c>after</c>.
/// </summary>
public sealed class ChangeWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { MaxDepth = 4096, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly Speech _speech;
    private readonly Utf8JsonWriter? _json;

    public ChangeWriter(Stream output, Speech speech, bool isJson)
    {
        (_output, _speech) = (output, speech);
        _json = isJson ? new Utf8JsonWriter(output, Options) : null;
    }

    /// <param name="changes">As they were and as they are; null where there was none, or is none any more. What only came to be kept is not told.</param>
    public void Write(Agreement agreement, Instant through, IEnumerable<(Finding? Before, Finding? After)> changes)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(changes);
        var speech = _speech.In(agreement.Calendar);
        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        foreach (var (before, after) in changes.Where(IsTold).OrderBy(c => (c.After ?? c.Before)!.ClausePath, StringComparer.Ordinal).ThenBy(c => (c.After ?? c.Before)!.Id, StringComparer.Ordinal))
        {
            if (_json is not null)
            {
                WriteJson(agreement, through, before, after, speech, times);
                continue;
            }

            var told = (after ?? before)!;
            var none = speech.Phrases.Say("history.none_yet");
            string Standing(Finding? finding) => finding is null ? none : speech.Standing(finding);
            var about = string.Join(", ", new[] { speech.Clauses.Short(told), speech.Parties.Of(told), speech.Triggers.Of(told) }.Where(t => t.Length > 0));
            _output.Write(Encoding.UTF8.GetBytes($"{times.Of(InstantRange.At(through))}  {told.Id}  {about}: {Standing(before)} -> {Standing(after)}\n"));
        }

        _output.Flush();
    }

    public void Dispose() => _json?.Dispose();

    /// <summary>That something is kept of which nothing was told before needs no line.</summary>
    private static bool IsTold((Finding? Before, Finding? After) change) =>
        !((change.Before is null || FindingTable.IsMerelyKept(change.Before)) && (change.After is null || FindingTable.IsMerelyKept(change.After)));

    private void WriteJson(Agreement agreement, Instant through, Finding? before, Finding? after, Speech speech, TimeWords times)
    {
        _json!.Reset();
        _json.WriteStartObject();
        _json.WriteString("through", InstantPattern.ExtendedIso.Format(through));
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
