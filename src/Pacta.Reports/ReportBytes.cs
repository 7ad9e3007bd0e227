using System.Text;
using Pacta.Model.Text;

namespace Pacta.Reports;

/// <summary>The bytes of a report file, with its characters where somebody has to be shown some.</summary>
internal sealed record ReportBytes(SourceText Text, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>Marks bytes that are no character; Unicode promises never to give this code point one.</summary>
    public const char NoCharacter = '\uffff';

    private static readonly Encoding Coding =
        Encoding.GetEncoding("utf-8", new EncoderReplacementFallback(NoCharacter.ToString()), new DecoderReplacementFallback(NoCharacter.ToString()));

    /// <summary>A file by its characters: half a surrogate pair is no character.</summary>
    public static ReportBytes Of(SourceText text) => new(text, Coding.GetBytes(text.Content));

    /// <summary>A file by its bytes; a byte order mark is none of its characters.</summary>
    public static ReportBytes Of(string path, ReadOnlyMemory<byte> utf8)
    {
        var bytes = utf8.Span.StartsWith("\ufeff"u8) ? utf8[3..] : utf8;
        return new ReportBytes(new SourceText(path, () => TextOf(bytes.Span), new ByteLines(bytes).At), bytes);
    }

    /// <summary>The characters of a file or of a part of it that begins and ends with a line. Bytes that are none become such that no line may have.</summary>
    public static string TextOf(ReadOnlySpan<byte> utf8) => Coding.GetString(utf8);
}
