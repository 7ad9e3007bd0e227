using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>One line of a report file, and what was found wrong with it.</summary>
/// <param name="lead">How many characters of the line stand before what was read.</param>
/// <param name="utf8">The bytes of the line.</param>
internal sealed class LineContext(SourceText file, int line, int lead, ReadOnlyMemory<byte> utf8, DiagnosticBag diagnostics)
{
    public RecordPlace Place { get; } = new(file.Path, line) { Text = file };

    public bool HasErrors { get; private set; }

    public void Error(string code, ByteSpan at, string headline, string label, string help, string? example)
    {
        HasErrors = true;
        diagnostics.Error(code, file, SpanOf(at), headline, label, help, example);
    }

    public string TextOf(ByteSpan at) => Encoding.UTF8.GetString(utf8.Span.Slice(at.Start, at.Length));

    /// <summary>Bytes to characters; a place inside a character stands for the whole of it.</summary>
    public TextSpan SpanOf(ByteSpan at)
    {
        var bytes = utf8.Span;
        var (first, end) = (at.Start, at.Start + at.Length);
        while (first > 0 && first < bytes.Length && IsContinuation(bytes[first]))
        {
            first--;
        }

        while (end < bytes.Length && IsContinuation(bytes[end]))
        {
            end++;
        }

        return new TextSpan(file.StartOf(line) + lead + Encoding.UTF8.GetCharCount(bytes[..first]), Encoding.UTF8.GetCharCount(bytes[first..end]));

        static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;
    }
}
