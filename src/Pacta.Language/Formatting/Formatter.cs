using Pacta.Language.Lexing;
using Pacta.Language.Parsing;
using Pacta.Language.Printing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Formatting;

/// <summary>
/// Lays out a file in the one canonical form, with its comments. Before anybody gets it, it is read again: the same words, the same comments and the same tree must
/// be in it, and laying it out once more must change nothing.
/// </summary>
public static class Formatter
{
    /// <returns>
    /// The text, with the line ends that the source has; null where the source has mistakes, or where something would be lost: why, is then in the bag.
    /// </returns>
    public static string? Format(SourceText source, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var found = new DiagnosticBag();
        var file = Parser.Parse(source, found);
        if (found.HasErrors)
        {
            foreach (var diagnostic in found.Items)
            {
                diagnostics.Add(diagnostic);
            }

            return null;
        }

        var text = Printer.Print(file, source);
        if (LostBy(text, source, file) is { } lost)
        {
            diagnostics.Add(FormattingErrors.WouldChange(source, lost));
            return null;
        }

        return HasWindowsLineEnds(source.Content) ? text.ReplaceLineEndings("\r\n") : text;
    }

    /// <summary>Where something of the source is missing in its layout, or is not as it was; null: nothing.</summary>
    private static TextSpan? LostBy(string text, SourceText source, FileSyntax before)
    {
        // Of the parentheses in what a side of a dispute prefers only those are kept that are needed.
        var hasParentheses = !before.Items.Any(i => i is DisputeSyntax);
        if (Missing(Pieces.Of(source.Content, hasParentheses), Pieces.Of(text, hasParentheses)) is { } missing)
        {
            return missing;
        }

        var again = new SourceText(source.Path, text);
        var found = new DiagnosticBag();
        var file = Parser.Parse(again, found);
        return found.HasErrors || Printer.Print(file) != Printer.Print(before) || Printer.Print(file, again) != text ? new TextSpan(0, 0) : null;
    }

    /// <summary>The first piece that is not in both.</summary>
    private static TextSpan? Missing(List<(string Text, TextSpan Span)> before, List<(string Text, TextSpan Span)> after)
    {
        var left = after.CountBy(p => p.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (text, span) in before)
        {
            if (left.GetValueOrDefault(text) == 0)
            {
                return span;
            }

            left[text]--;
        }

        return before.Count == after.Count ? null : new TextSpan(0, 0);
    }

    private static bool HasWindowsLineEnds(string text) => text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && text[end - 1] == '\r';

    /// <summary>Words, numbers, texts and comments, however they are laid out.</summary>
    private static class Pieces
    {
        public static List<(string Text, TextSpan Span)> Of(string text, bool hasParentheses)
        {
            var pieces = new List<(string Text, TextSpan Span)>();
            foreach (var token in Lexer.Read(text).Tokens)
            {
                foreach (var comment in CommentFeed.In(text, token.Trivia))
                {
                    pieces.Add((text.AsSpan(comment.Start, comment.Length).TrimEnd().ToString(), comment));
                }

                if (token.Kind is not (TokenKind.EndOfLine or TokenKind.EndOfFile) && (hasParentheses || token.Kind is not (TokenKind.OpenParenthesis or TokenKind.CloseParenthesis)))
                {
                    pieces.Add((Plain(token, text), token.Span));
                }
            }

            return pieces;
        }

        private static string Plain(Token token, string text) => text[token.Start..token.End] switch
        {
            var number when token.Kind == TokenKind.Number => number.Replace("_", string.Empty, StringComparison.Ordinal),
            "have" => "has", // one has power, several have
            var word => word,
        };
    }
}
