using System.Collections.Immutable;
using Pacta.Language.Binding.Names;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Documents;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Features.Completion;

/// <summary>
/// Where in a file one is typing, by its words alone: what is being typed is seldom a whole sentence, and the sentences around it may have mistakes. The lexer joins
/// lines, so that an item is all of a sentence so far.
/// </summary>
/// <param name="Blocks">The heads of the blocks around, the outermost first: all tokens of each up to its brace.</param>
/// <param name="Item">The tokens of the item before the word that is being typed.</param>
/// <param name="Word">What is replaced: the word that is being typed; empty between words.</param>
/// <param name="IsBelow">On a line below an item, which may go on there.</param>
/// <param name="InText">The text in quotation marks, if one is being typed.</param>
internal sealed record Place(
    Document Document, int Offset, ImmutableArray<ImmutableArray<Token>> Blocks, ImmutableArray<Token> Item, TextSpan Word, Token? InText, bool InComment, bool IsBelow)
{
    public static Place Of(Document document, int offset)
    {
        var text = document.Text;
        var blocks = new Stack<ImmutableArray<Token>>();
        var item = new List<Token>();
        Token? inText = null;
        var word = new TextSpan(offset, 0);
        var (inComment, isBelow) = (false, false);
        foreach (var token in Lexer.Read(text).Tokens)
        {
            if (token.Start >= offset)
            {
                inComment = InCommentOf(text, token.TriviaStart, offset);
                break;
            }

            if (token.Kind == TokenKind.Text && offset < token.End)
            {
                inText = token;
                break;
            }

            if (token.Kind is TokenKind.Name or TokenKind.Variable && offset <= token.End)
            {
                word = token.Span;
                break;
            }

            isBelow = token.Kind == TokenKind.EndOfLine;
            if (token.Kind is TokenKind.EndOfLine or TokenKind.OpenBrace or TokenKind.CloseBrace)
            {
                if (token.Kind == TokenKind.OpenBrace)
                {
                    blocks.Push([.. item]);
                }
                else if (token.Kind == TokenKind.CloseBrace)
                {
                    blocks.TryPop(out _);
                }

                item.Clear();
                continue;
            }

            item.Add(token);
        }

        return new Place(document, offset, [.. blocks.Reverse()], [.. item], word, inText, inComment, isBelow);
    }

    /// <summary>The first word of the innermost block; <see cref="Language.Lexing.Word.None"/> in the file itself.</summary>
    public Word Block => Blocks.IsEmpty ? Language.Lexing.Word.None : HeadWord(Blocks[^1]);

    /// <summary>The first word of the block around.</summary>
    public Word OuterBlock => Blocks.Length < 2 ? Language.Lexing.Word.None : HeadWord(Blocks[^2]);

    public Token? Last => Item.IsEmpty ? null : Item[^1];

    public Token? BeforeLast => Item.Length < 2 ? null : Item[^2];

    public bool Has(Word word) => Item.Any(t => t.Word == word);

    public string TextOf(Token token) => Document.Text[token.Start..token.End];

    /// <summary>The block of that head word, the innermost; empty if there is none.</summary>
    public ImmutableArray<Token> Enclosing(params ReadOnlySpan<Word> heads)
    {
        for (var i = Blocks.Length - 1; i >= 0; i--)
        {
            if (heads.Contains(HeadWord(Blocks[i])))
            {
                return Blocks[i];
            }
        }

        return [];
    }

    /// <summary>A list of conditions has no head of its own where it goes on with a sentence: <c>unless any of {</c>.</summary>
    private static Word HeadWord(ImmutableArray<Token> head) => head switch
    {
        [.., { Word: Language.Lexing.Word.Any or Language.Lexing.Word.All or Language.Lexing.Word.None_ }, { Word: Language.Lexing.Word.Of }] => Language.Lexing.Word.Any,
        [var first, ..] => first.Word,
        _ => Language.Lexing.Word.None,
    };

    private static bool InCommentOf(string text, int from, int offset)
    {
        var line = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        return text.IndexOf("//", Math.Max(line, Math.Min(from, offset)), offset - Math.Max(line, Math.Min(from, offset)), StringComparison.Ordinal) >= 0;
    }
}

/// <summary>What can be named at a place: the scope that is seen there, and the variables of the sentence so far.</summary>
internal sealed class Sight
{
    private readonly Place _place;

    public Sight(Analysed analysed, Place place)
    {
        _place = place;
        Analysed = analysed;
        Agreement = FindAgreement(analysed, place);
        Scope = Agreement?.Scope
            ?? analysed.Analysis.Declared.Vocabularies.Find(v => ReferenceEquals(v.File, place.Document.Source) && place.Enclosing(Word.Vocabulary) is [_, var name, ..] && place.TextOf(name) == v.Name)
            ?? analysed.Analysis.Declared.FileScope(place.Document.Source);
        Variables = FindVariables();
    }

    public Analysed Analysed { get; }

    public AgreementSymbol? Agreement { get; }

    public Scope Scope { get; }

    /// <summary>By letter; null where it is not known what it stands for.</summary>
    public SortedDictionary<string, KindSymbol?> Variables { get; }

    public IEnumerable<Symbol> Symbols => Scope.Visible().SelectMany(s => s.Symbols).DistinctBy(s => s.Name);

    /// <summary>The kind behind a noun as it is written, in the singular or the plural, declared or defined.</summary>
    public KindSymbol? KindOf(string noun) => KindOf(Scope.Find(noun), 0);

    private KindSymbol? KindOf(Symbol? symbol, int depth) => symbol switch
    {
        KindSymbol kind => kind,
        DefineSymbol { Base.Kind: { } kind } => kind,
        DefineSymbol define when depth < 8 => define.Syntax.Readings.Select(r => r.Content.Phrase.Head).OfType<NounArgumentSyntax>().Select(h => KindOf(define.Owner.Find(h.Name.Text), depth + 1)).FirstOrDefault(k => k is not null),
        _ => null,
    };

    private static AgreementSymbol? FindAgreement(Analysed analysed, Place place)
    {
        var declared = analysed.Analysis.Declared;
        if (place.Enclosing(Word.Scenario, Word.Criticisms) is [_, ..] head)
        {
            return head.FirstOrDefault(t => t.IsName && t.Start > head[0].End) is { Kind: TokenKind.Name } name ? declared.FindAgreement(place.TextOf(name)) : null;
        }

        return place.Enclosing(Word.Agreement) is [_, ..]
            ? declared.Agreements.Where(a => ReferenceEquals(a.Scope.File, place.Document.Source) && a.Syntax.Span.Start <= place.Offset).MaxBy(a => a.Syntax.Span.Start)
            : null;
    }

    private SortedDictionary<string, KindSymbol?> FindVariables()
    {
        var found = new SortedDictionary<string, KindSymbol?>(StringComparer.Ordinal);
        var head = _place.Enclosing(Word.Clause, Word.Exception, Word.Define, Word.Amount, Word.Zone, Word.Line, Word.State);
        var start = head.IsEmpty ? _place.Item.IsEmpty ? _place.Offset : _place.Item[0].Start : head[0].Start;
        AddVariables(found, start, _place.Offset);
        if (head is [{ Word: Word.Exception }, ..] && Agreement is { } agreement)
        {
            foreach (var target in head.Select(_place.TextOf).Select(agreement.FindClause).OfType<ClauseSymbol>().Where(c => ReferenceEquals(c.Owner.File, _place.Document.Source)))
            {
                AddVariables(found, target.Syntax.Span.Start, target.Syntax.Span.End);
            }
        }

        return found;
    }

    private void AddVariables(SortedDictionary<string, KindSymbol?> found, int from, int to)
    {
        var text = _place.Document.Text;
        Token? before = null;
        foreach (var token in Lexer.Read(text[from..to]).Tokens)
        {
            if (token.Kind == TokenKind.Variable && from + token.End < _place.Offset + (to < _place.Offset ? 0 : 1) && from + token.Start != _place.Word.Start)
            {
                var letter = text[(from + token.Start)..(from + token.End)];
                var kind = before is { Kind: TokenKind.Name } noun ? KindOf(text[(from + noun.Start)..(from + noun.End)]) : null;
                if (found.GetValueOrDefault(letter) is null)
                {
                    found[letter] = kind;
                }
            }

            before = token;
        }
    }
}
