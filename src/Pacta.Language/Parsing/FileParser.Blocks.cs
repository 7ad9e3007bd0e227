using Pacta.Language.Lexing;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>Blocks, items and how reading goes on after a mistake or a lost brace.</summary>
internal sealed partial class FileParser
{
    /// <summary>Where a block may stand; what a line means for an open block depends on it.</summary>
    private enum Level
    {
        Vocabulary,
        Agreement,
        Part,

        /// <summary>A block of lines: a clause, a table, a scenario, a list of conditions.</summary>
        Lines,
    }

    private readonly record struct OpenBlock(string What, TextSpan Head, int Indent);

    /// <summary>An inner block whose brace stands further left than the line that opened it: its own brace is probably lost.</summary>
    private OpenBlock? _suspect;

    /// <summary>A closing brace that stands further right than the line it closes: probably one too many.</summary>
    private TextSpan? _surplus;

    /// <summary>The token before which blocks were found to be unclosed: outer blocks that end there too are no further mistake.</summary>
    private int _unclosedAt = -1;

    /// <summary>
    /// Reads a block in braces. <paramref name="what"/> names it for messages; <paramref name="head"/> is where its line starts.
    /// Answers false if there is none.
    /// </summary>
    private bool Block(string what, int head, Level level, Action item, string example)
    {
        var block = new OpenBlock(what, SpanFrom(head), IndentOf(head));
        if (!Eat(TokenKind.OpenBrace) && !RecoverOpenBrace(block, example))
        {
            return false;
        }

        while (true)
        {
            if (At(TokenKind.CloseBrace))
            {
                Compare(block, Current);
                Advance();
                return true;
            }

            if (At(TokenKind.EndOfFile) || (AtStartOfLine && ClosesBlocks(level)))
            {
                ReportUnclosed(block);
                return true;
            }

            if (Eat(TokenKind.EndOfLine))
            {
                continue;
            }

            var start = _at;
            item();
            if (_at == start)
            {
                SkipItem();
            }
        }
    }

    private bool AtStartOfLine => _at == 0 || _tokens[_at - 1].Kind is TokenKind.EndOfLine or TokenKind.OpenBrace or TokenKind.CloseBrace;

    /// <summary>Ends an item: with the end of its line, or where a block ended for want of its brace.</summary>
    private void EndItem(string what)
    {
        if (Eat(TokenKind.EndOfLine) || AtEndOfItem || (AtStartOfLine && _unclosedAt == _at))
        {
            return;
        }

        Missing(RestOfLine(what));
        SkipItem();
    }

    private Mistake RestOfLine(string what) => Current.Kind switch
    {
        TokenKind.CloseParenthesis => SyntaxErrors.StrayParenthesis(),
        TokenKind.Text when _tokens[_at - 1].Kind == TokenKind.Text => SyntaxErrors.TwoTexts(),
        TokenKind.OpenBrace => SyntaxErrors.StrayOpenBrace(what),
        _ => SyntaxErrors.RestOfLine(what, Shorten(TextOf(Current)), Before ?? ""),
    };

    /// <summary>Skips to the end of the item, over blocks that open in it, up to a brace or a line that closes the block around it.</summary>
    private void SkipItem()
    {
        var depth = 0;
        for (var isFirst = true; ; isFirst = false)
        {
            if (!isFirst && AtStartOfLine && depth > 0 && StartsMajorBlock())
            {
                return;
            }

            switch (Current.Kind)
            {
                case TokenKind.EndOfFile:
                    return;
                case TokenKind.EndOfLine when depth == 0:
                    Advance();
                    return;
                case TokenKind.CloseBrace when depth == 0:
                    return;
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace:
                    depth--;
                    break;
            }

            Advance();
        }
    }

    /// <summary>A line whose first words can only begin a large block: after a lost brace it shows that the open ones are at an end.</summary>
    private bool StartsMajorBlock() =>
        Current.Word is Word.Clause or Word.Part or Word.Agreement or Word.Scenario or Word.Exception or Word.Vocabulary
        && (Peek().Kind == TokenKind.Text || Peek().IsWord);

    private bool StartsFileItem() =>
        (Current.Word is Word.Agreement or Word.Scenario or Word.Vocabulary && StartsMajorBlock())
        || (At(Word.Source) && Peek().IsName && Peek(2).Word == Word.Is)
        || (Current.Word is Word.Standard or Word.Perspective && Peek().IsName && Peek(2).Kind == TokenKind.OpenBrace);

    /// <summary>A declaration with a body, such as a zone, in the middle of lines that cannot hold one.</summary>
    private bool StartsDeclarationWithBody()
    {
        if (Current.Word is not (Word.Group or Word.Define or Word.Amount or Word.Zone or Word.Line) || !Peek().IsName)
        {
            return false;
        }

        for (var i = _at + 2; i < _tokens.Length && !EndsLine(_tokens[i]); i++)
        {
            if (_tokens[i + 1].Kind == TokenKind.OpenBrace)
            {
                return true;
            }
        }

        return Peek(2).Kind == TokenKind.OpenBrace;
    }

    private bool ClosesBlocks(Level level) => level switch
    {
        Level.Lines => StartsMajorBlock() || StartsFileItem() || StartsDeclarationWithBody(),
        Level.Part => StartsFileItem() || (At(Word.Part) && StartsMajorBlock()),
        _ => StartsFileItem(),
    };

    // ---- braces

    private void ReportUnclosed(OpenBlock block)
    {
        if (_unclosedAt == _at)
        {
            return;
        }

        _unclosedAt = _at;
        var lost = _suspect ?? block;
        _suspect = null;
        var isEnd = At(TokenKind.EndOfFile);
        var here = isEnd ? new TextSpan(_lastEnd, 0) : Current.Span;
        var before = isEnd ? "the end of the file" : $"'{TextOf(Current)}'";
        Add(
            SyntaxErrors.UnclosedBlock(lost.What, before),
            lost.Head,
            [new Label(_source, here, isEnd ? "the file ends here" : "this cannot stand inside it", Section)]);
    }

    /// <summary>
    /// The opening brace is missing. Reading goes on behind a brace further on in the line, or with the lines below if they are
    /// set in like the lines of a block.
    /// </summary>
    private bool RecoverOpenBrace(OpenBlock block, string example)
    {
        if (AtEndOfItem)
        {
            Missing(SyntaxErrors.OpenBraceMissing(block.What, example));
        }
        else
        {
            Missing(SyntaxErrors.HeadOfBlock(block.What, Found, example));
        }

        while (!EndsLine(Current))
        {
            Advance();
        }

        if (Eat(TokenKind.OpenBrace))
        {
            return true;
        }

        return At(TokenKind.EndOfLine) && IndentOf(Peek().Start) > block.Indent && Peek().Kind != TokenKind.CloseBrace && Eat(TokenKind.EndOfLine);
    }

    private void Compare(OpenBlock block, Token brace)
    {
        var line = LineStart(brace.Start);
        var indent = IndentOf(brace.Start);
        if (line + indent != brace.Start)
        {
            return;
        }

        if (indent < block.Indent)
        {
            _suspect ??= block;
        }
        else if (indent > block.Indent)
        {
            _surplus ??= brace.Span;
        }
    }

    private int LineStart(int offset) => offset == 0 ? 0 : _text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>The blanks at the start of the line of an offset.</summary>
    private int IndentOf(int offset)
    {
        var start = LineStart(offset);
        var at = start;
        while (at < _text.Length && _text[at] is ' ' or '\t')
        {
            at++;
        }

        return at - start;
    }
}
