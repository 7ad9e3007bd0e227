using Pacta.Language.Lexing;
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

        /// <summary>The lines of a reading, which another reading ends.</summary>
        Reading,

        /// <summary>A list of conditions, which the rest of the sentence around it ends too.</summary>
        Conditions,
    }

    private readonly record struct OpenBlock(string What, TextSpan Head, int Indent, string? Section);

    /// <summary>An inner block whose brace stands further left than the line that opened it: its own brace is probably lost.</summary>
    private (OpenBlock Block, TextSpan Brace)? _suspect;

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
        var block = new OpenBlock(what, SpanFrom(head), IndentOf(head), Section);
        if (!At(TokenKind.OpenBrace) && !RecoverOpenBrace(block, example))
        {
            return false;
        }

        BlockLines(block, level, item);
        return true;
    }

    /// <summary>The lines of a block; the opening brace, if there is one, stands here.</summary>
    private void BlockLines(OpenBlock block, Level level, Action item)
    {
        Eat(TokenKind.OpenBrace);
        while (true)
        {
            if (At(TokenKind.CloseBrace))
            {
                if (level != Level.Conditions && _skippedTo == _at && IndentOf(Current.Start) > block.Indent && IndentOf(block.Head.Start) == block.Indent && IsFirstOnLine(Current))
                {
                    // The brace of the block whose lines were skipped for want of their head.
                    Advance();
                    continue;
                }

                Compare(block, Current);
                Advance();
                return;
            }

            if (At(TokenKind.EndOfFile) || (AtStartOfLine && ClosesBlocks(level)) || (level == Level.Conditions && GoesOnBehindConditions))
            {
                ReportUnclosed(block);
                return;
            }

            if (Eat(TokenKind.EndOfLine))
            {
                continue;
            }

            var start = _at;
            _itemStart = _at;
            item();
            if (_at == start)
            {
                SkipItem();
            }
        }
    }

    private bool AtStartOfLine => _at == 0 || _resumeAt == _at || _tokens[_at - 1].Kind is TokenKind.EndOfLine or TokenKind.OpenBrace or TokenKind.CloseBrace;

    /// <summary>Ends an item: with the end of its line, or where a block ended for want of its brace. Answers false if more follows.</summary>
    private bool EndItem(string what)
    {
        if (Eat(TokenKind.EndOfLine) || AtEndOfItem || IsCutShort)
        {
            return true;
        }

        Missing(RestOfLine(what));
        SkipItem();
        return false;
    }

    /// <summary>The item ended without the end of its line: a block in it lost its brace, or a list ends in a comma.</summary>
    private bool IsCutShort => AtStartOfLine && (_unclosedAt == _at || _resumeAt == _at);

    /// <summary>
    /// After a comma: does the next line begin something new instead of going on with the list? An item of a list is never followed
    /// by another word.
    /// </summary>
    private bool ListEndsInComma()
    {
        var isNewLine = _text.AsSpan(Current.TriviaStart, Current.Trivia.Length).ContainsAny('\n', '\r');
        if (!isNewLine || !At(TokenKind.Name) || !(Peek().IsWord || StartsMajorBlock()))
        {
            return false;
        }

        Report(SyntaxErrors.CommaAtEnd(), _tokens[_at - 1].Span);
        _resumeAt = _at;
        return true;
    }

    /// <summary>A token at which reading goes on as if a line began there.</summary>
    private int _resumeAt = -1;

    private Mistake RestOfLine(string what) => Current.Kind switch
    {
        TokenKind.CloseParenthesis => SyntaxErrors.StrayParenthesis(),
        TokenKind.OpenBrace => SyntaxErrors.StrayOpenBrace(what),
        _ when _tokens[_at - 1].Kind == TokenKind.Text && HasTextBehind() => SyntaxErrors.TwoTexts(),
        _ when At(Word.At) && LooseLength() is { } loose => loose,
        _ when _isInClause && (LooseSize() ?? SentenceOnTheSameLine() ?? LooseCondition(ItemSoFar)) is { } loose => loose,
        _ => SyntaxErrors.RestOfLine(what, Shorten(TextOf(Current)), Before ?? ""),
    };

    /// <summary>Is there another text on this line? Then the one before is a quotation with straight marks inside.</summary>
    private bool HasTextBehind()
    {
        for (var i = _at; !EndsLine(_tokens[i]); i++)
        {
            if (_tokens[i].Kind == TokenKind.Text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Skips to the end of the item, over blocks that open in it, up to a brace or a line that closes the block around it.</summary>
    private void SkipItem()
    {
        Skip(StartsMajorBlock);
        _skippedTo = _at;
    }

    /// <summary>Where the last item that could not be read ends: a line there that makes no sense probably belonged to it.</summary>
    private int _skippedTo = -1;

    private void Skip(Func<bool> stops)
    {
        var depth = 0;
        for (var isFirst = true; ; isFirst = false)
        {
            if (!isFirst && AtStartOfLine && depth > 0 && stops())
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
        || At(Word.Criticisms, Word.Of)
        || (At(Word.Negotiation) && Peek().Kind == TokenKind.Text)
        || (At(Word.Dispute) && Peek().Kind == TokenKind.Text)
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
        Level.Reading or Level.Conditions when AtReading && (Peek(2).Kind == TokenKind.OpenBrace || Peek(2).Word == Word.By) => true,
        Level.Lines or Level.Reading or Level.Conditions => StartsMajorBlock() || StartsFileItem() || StartsDeclarationWithBody(),
        Level.Part => StartsFileItem() || (At(Word.Part) && StartsMajorBlock()),
        _ => StartsFileItem(),
    };
}
