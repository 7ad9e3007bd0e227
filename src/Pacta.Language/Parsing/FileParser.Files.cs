using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>What stands in a file, and what to make of lines that stand in the wrong place.</summary>
internal sealed partial class FileParser
{
    private readonly ImmutableArray<DeclarationSyntax>.Builder _items = ImmutableArray.CreateBuilder<DeclarationSyntax>();

    /// <summary>The closing brace of the last agreement, which may turn out to have come too early.</summary>
    private TextSpan _agreementEnd;

    private bool _hasOutsideAgreement;

    public FileSyntax ParseFile()
    {
        while (!At(TokenKind.EndOfFile))
        {
            if (Eat(TokenKind.EndOfLine))
            {
                continue;
            }

            var start = _at;
            _itemStart = _at;
            if (At(TokenKind.CloseBrace))
            {
                StrayCloseBrace();
                Advance();
                Eat(TokenKind.EndOfLine);
                continue;
            }

            FileItem();
            if (_at == start)
            {
                SkipItem();
            }
        }

        ReportLexicalMistakes(_at);
        return new FileSyntax(new TextSpan(0, _text.Length), _items.ToImmutable());
    }

    private void StrayCloseBrace()
    {
        if (!_hasOutsideAgreement && _skippedTo != _at)
        {
            Report(SyntaxErrors.StrayCloseBrace(), _surplus ?? Current.Span);
        }

        _surplus = null;
        _hasOutsideAgreement = false;
    }

    private void FileItem()
    {
        // A brace that closes this item too early or too late is searched for within it.
        _suspect = null;
        switch (Current.Word)
        {
            case Word.Vocabulary:
                Keep(_items, Vocabulary());
                break;
            case Word.Agreement:
                _surplus = null;
                Keep(_items, Agreement());
                break;
            case Word.Scenario:
                Keep(_items, Scenario());
                break;
            case Word.Source:
                Keep(_items, Source());
                break;
            case Word.Standard:
                Keep(_items, Standard());
                break;
            case Word.Perspective:
                Keep(_items, Perspective());
                break;
            case Word.Criticisms:
                Keep(_items, CriticismsBlock());
                break;
            case Word.Negotiation:
                Keep(_items, Negotiation());
                break;
            case Word.Dispute:
                Keep(_items, Dispute());
                break;
            case Word.Clause or Word.Part or Word.Exception when StartsMajorBlock():
                OutsideAgreement();
                break;
            default:
                if (!Declaration(_items))
                {
                    UnknownItem("a file", ItemWords.InFile, FileItem);
                }

                break;
        }
    }

    private static void Keep(ImmutableArray<DeclarationSyntax>.Builder items, DeclarationSyntax? item)
    {
        if (item is not null)
        {
            items.Add(item);
        }
    }

    /// <summary>
    /// A clause outside of an agreement. After an agreement it shows that a brace too many has closed it: reading goes on as if it
    /// were still open.
    /// </summary>
    private void OutsideAgreement()
    {
        if (_items.Count == 0 || _items[^1] is not AgreementSyntax agreement)
        {
            if (!_hasOutsideAgreement)
            {
                _hasOutsideAgreement = true;
                Missing(SyntaxErrors.OutsideAgreement(TextOf(Current)));
            }

            if (At(Word.Part))
            {
                Part();
            }
            else
            {
                SkipItem();
            }

            return;
        }

        var title = agreement.Title.Value;
        var hint = _surplus is { } surplus
            ? new Label(_source, surplus, "this brace is probably one too many")
            : new Label(_source, _agreementEnd, "the agreement was closed here");
        _surplus = null;
        if (!_hasOutsideAgreement)
        {
            Add(SyntaxErrors.ClosedTooEarly(TextOf(Current), title), Current.Span, [hint]);
        }

        _hasOutsideAgreement = false;
        _items.RemoveAt(_items.Count - 1);
        var headers = agreement.Headers.ToBuilder();
        var more = agreement.Items.ToBuilder();
        while (!At(TokenKind.EndOfFile) && !At(TokenKind.CloseBrace) && !StartsFileItem())
        {
            if (Eat(TokenKind.EndOfLine))
            {
                continue;
            }

            var start = _at;
            _itemStart = _at;
            AgreementItem(headers, more);
            if (_at == start)
            {
                SkipItem();
            }
        }

        if (At(TokenKind.CloseBrace))
        {
            _agreementEnd = Current.Span;
            Advance();
            EndItem("the agreement");
        }

        _items.Add(agreement with { Span = SpanFrom(agreement.Span.Start), Headers = headers.ToImmutable(), Items = more.ToImmutable() });
    }

    /// <summary>
    /// A line that starts with no word that may stand here. A word that is nearly right, or that other people use for it, is read
    /// as if it were right.
    /// </summary>
    private void UnknownItem(string where, ItemWords words, Action item)
    {
        if (_skippedTo == _at)
        {
            SkipUnknown();
            return;
        }

        var token = Current;
        var text = TextOf(token);
        var isHead = token.Kind == TokenKind.Name && (Peek().Kind is TokenKind.Text or TokenKind.Number or TokenKind.Date || Peek().IsWord);
        if (isHead && words.Nearest(text, token.Word) is { } meant)
        {
            Missing(SyntaxErrors.MisspeltItem(text, meant.Spelling(), ItemWords.Example(meant)));
            _guessedAt = _at;
            _tokens[_at] = token with { Word = meant };
            item();
            return;
        }

        _hasOutsideAgreement |= words == ItemWords.InFile && AtHeader;
        Missing(isHead && ItemWords.HomeOf(token.Word) is { } home
            ? SyntaxErrors.WrongPlace(text, where, home, ItemWords.Example(token.Word))
            : SyntaxErrors.UnknownItem(where, Found, words.List, words.MainExample));
        SkipUnknown();

        // The braces of an unknown head do not matter if what stands between them can stand here too.
        void SkipUnknown()
        {
            if (words == ItemWords.InFile)
            {
                Skip(StartsFileItem);
                _skippedTo = _at;
                return;
            }

            var block = new OpenBlock("this block", Current.Span, IndentOf(Current.Start), Section);
            while (!EndsLine(Current))
            {
                Advance();
            }

            if (!At(TokenKind.OpenBrace) || !(Peek().Word is Word.Clause or Word.Exception or Word.Define or Word.Amount or Word.Zone or Word.Line or Word.Group))
            {
                SkipItem();
                return;
            }

            BlockLines(block, Level.Part, item);
            EndItem("the block");
        }
    }
}
