using Pacta.Language.Binding.Names;
using Pacta.Language.Lexing;
using Pacta.Language.Printing;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Features;

/// <summary>
/// Colours by meaning: what a name stands for. Words, numbers, texts and remarks are coloured too, for editors without the grammar. The types are those that every theme knows.
/// </summary>
internal static class Colouring
{
    public static readonly SemanticTokensLegend Legend = new(
        ["namespace", "class", "enum", "interface", "struct", "type", "parameter", "variable", "property", "enumMember", "event", "function", "keyword", "comment", "string", "number", "operator"],
        ["declaration", "readonly"]);

    private const int Declaration = 1;

    public static SemanticTokens Of(Analysed analysed)
    {
        var document = analysed.Document;
        var names = analysed.Analysis.Names.In(document.Source).ToDictionary(u => u.Span.Start);
        var data = new Encoder(document);
        foreach (var token in Lexer.Read(document.Text).Tokens)
        {
            foreach (var comment in CommentFeed.In(document.Text, token.Trivia))
            {
                data.Add(comment.Start, comment.Length, "comment", 0);
            }

            if (names.TryGetValue(token.Start, out var use) && use.Span.End == token.End)
            {
                data.Add(token.Start, token.End - token.Start, TypeOf(use.Thing.Sort), use.IsDeclaration(document.Source) ? Declaration : 0);
            }
            else if (TypeOf(token) is { } type)
            {
                data.Add(token.Start, token.End - token.Start, type, 0);
            }
        }

        return new SemanticTokens(data.ToArray());
    }

    private static string TypeOf(NameSort sort) => sort switch
    {
        NameSort.Agreement or NameSort.Vocabulary => "namespace",
        NameSort.Clause or NameSort.Exception => "function",
        NameSort.Actor or NameSort.Source => "enumMember",
        NameSort.Group => "enum",
        NameSort.Unit => "type",
        NameSort.Thing or NameSort.State => "class",
        NameSort.Event or NameSort.Instance => "event",
        NameSort.Noun => "interface",
        NameSort.Amount or NameSort.Zone or NameSort.Line => "struct",
        NameSort.Field => "property",
        NameSort.Variable => "variable",
        _ => "parameter",
    };

    /// <summary>Words of the language are words wherever nothing of their name is meant.</summary>
    private static string? TypeOf(Token token) => token.Kind switch
    {
        TokenKind.Name when token.Word != Word.None => "keyword",
        TokenKind.Text => "string",
        TokenKind.Number or TokenKind.Date or TokenKind.Month or TokenKind.Clock => "number",
        TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash or TokenKind.Percent or TokenKind.Range => "operator",
        _ => null,
    };

    /// <summary>Each token by its distance from the one before, as the protocol has it.</summary>
    private sealed class Encoder(Document document)
    {
        private readonly List<int> _data = [];
        private Position _last;

        public void Add(int start, int length, string type, int modifiers)
        {
            // No token spans lines: not every editor can take one.
            var at = document.Lines.PositionOf(start);
            var sameLine = at.Line == _last.Line;
            _data.AddRange([at.Line - _last.Line, sameLine ? at.Character - _last.Character : at.Character, length, Array.IndexOf(Legend.TokenTypes, type), modifiers]);
            _last = at;
        }

        public int[] ToArray() => [.. _data];
    }
}
