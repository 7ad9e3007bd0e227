using System.Buffers;
using System.Text.Json;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Json;

/// <summary>
/// Findings within a file that is laid out for reading, each on one line of its own: there may be many, and derivations are deep, so that blanks would be most of
/// the file.
/// </summary>
internal sealed class FindingLines : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private readonly FindingJson _writer;

    /// <param name="options">Those of the file.</param>
    /// <param name="writer">What writes a finding with a writer of JSON.</param>
    public FindingLines(JsonWriterOptions options, Func<Utf8JsonWriter, FindingJson> writer)
    {
        options.Indented = false;
        _json = new Utf8JsonWriter(_line, options);
        _writer = writer(_json);
    }

    /// <summary>Writes one as an item of the array that is open.</summary>
    public void Write(Utf8JsonWriter file, Finding finding)
    {
        _line.ResetWrittenCount();
        var blanks = 1 + (file.Options.IndentSize * file.CurrentDepth); // what is written raw is not laid out
        var start = _line.GetSpan(blanks)[..blanks];
        start.Fill((byte)' ');
        start[0] = (byte)'\n';
        _line.Advance(blanks);
        _json.Reset();
        _writer.Write(finding);
        _json.Flush();
        file.WriteRawValue(_line.WrittenSpan, skipInputValidation: true);
    }

    public void Dispose() => _json.Dispose();
}
