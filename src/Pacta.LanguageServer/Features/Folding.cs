using Pacta.Language.Lexing;
using Pacta.Language.Printing;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Features;

/// <summary>What can be folded: blocks in braces, and remarks of several lines. By the words alone, so that a mistake somewhere unfolds nothing.</summary>
internal static class Folding
{
    public static FoldingRange[] Of(Document document)
    {
        var found = new List<FoldingRange>();
        var open = new Stack<int>();
        foreach (var token in Lexer.Read(document.Text).Tokens)
        {
            Comments(token.Trivia, document, found);
            var line = document.Lines.PositionOf(token.Start).Line;
            switch (token.Kind)
            {
                case TokenKind.OpenBrace:
                    open.Push(line);
                    break;
                case TokenKind.CloseBrace when open.TryPop(out var start) && line > start + 1:
                    // The line of the closing brace stays in sight.
                    found.Add(new FoldingRange(start, line - 1, "region"));
                    break;
            }
        }

        return [.. found.OrderBy(f => f.StartLine).ThenByDescending(f => f.EndLine)];
    }

    /// <summary>Lines of remarks that follow each other.</summary>
    private static void Comments(TextSpan trivia, Document document, List<FoldingRange> found)
    {
        var (first, last) = (-1, -1);
        foreach (var line in CommentFeed.In(document.Text, trivia).Select(c => document.Lines.PositionOf(c.Start).Line).Append(int.MaxValue))
        {
            if (first >= 0 && line == last + 1)
            {
                last = line;
                continue;
            }

            if (last > first)
            {
                found.Add(new FoldingRange(first, last, "comment"));
            }

            (first, last) = (line, line);
        }
    }
}
