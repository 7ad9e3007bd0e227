using Pacta.Model.Text;

namespace Pacta.Language.Lexing;

/// <summary>The names and words of a file as they are written, outside of texts and comments; also of a file that cannot be read as sentences.</summary>
public static class SourceNames
{
    public static IEnumerable<TextSpan> In(SourceText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Lexer.Read(file.Content).Tokens.Where(t => t.Kind is TokenKind.Name or TokenKind.Variable).Select(t => t.Span);
    }
}
