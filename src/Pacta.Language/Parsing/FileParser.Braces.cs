using Pacta.Language.Lexing;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>Braces that are missing or too many, and what the indentation says about them. Where all is right it says nothing.</summary>
internal sealed partial class FileParser
{
    private void ReportUnclosed(OpenBlock block)
    {
        if (_unclosedAt == _at)
        {
            return;
        }

        _unclosedAt = _at;
        if (_suspect is var (lost, brace))
        {
            _suspect = null;
            AddUnclosed(lost, "this brace", brace, "this brace ends it, but stands where an outer block would end");
        }
        else if (At(TokenKind.EndOfFile))
        {
            AddUnclosed(block, "the end of the file", new TextSpan(_lastEnd, 0), "the file ends here");
        }
        else
        {
            AddUnclosed(block, $"this '{TextOf(Current)}'", Current.Span, "this cannot stand inside it");
        }
    }

    private void AddUnclosed(OpenBlock block, string before, TextSpan place, string label)
    {
        var mistake = SyntaxErrors.UnclosedBlock(block.What, before);
        ReportLexicalMistakes(_at - 1);
        _diagnostics.Add(new Diagnostic(
            mistake.Code,
            Severity.Error,
            mistake.Headline,
            [new Label(_source, block.Head, mistake.Label, block.Section), new Label(_source, place, label)],
            mistake.Help,
            mistake.Example)
        { Fix = BraceBefore(place, IndentOf(block.Head.Start)) });
    }

    /// <summary>A line with the brace, before the line of what cannot stand inside.</summary>
    private Fix? BraceBefore(TextSpan place, int indent)
    {
        var brace = new string(' ', indent) + "}";
        return At(TokenKind.EndOfFile) && place.Length == 0 ? new Fix(_source, place, "\n" + brace)
            : LineStart(place.Start) + IndentOf(place.Start) == place.Start ? new Fix(_source, new TextSpan(LineStart(place.Start), 0), brace + "\n")
            : null;
    }

    /// <summary>
    /// The opening brace is missing. Reading goes on behind a brace further on in the line, or with the lines below if they are
    /// set in like the lines of a block.
    /// </summary>
    private bool RecoverOpenBrace(OpenBlock block, string example)
    {
        var isBeforeItem = ClosesOnThisLine();
        Unexpected(
            AtEndOfItem || isBeforeItem ? SyntaxErrors.OpenBraceMissing(block.What, example)
            : At(TokenKind.Text) ? SyntaxErrors.AtMissing(TextOf(Current), block.What, example)
            : SyntaxErrors.HeadOfBlock(block.What, Found, example));

        if (isBeforeItem)
        {
            return true;
        }

        while (!EndsLine(Current))
        {
            Advance();
        }

        if (At(TokenKind.OpenBrace) || (At(TokenKind.EndOfLine) && IndentOf(Peek().Start) > block.Indent && Peek().Kind != TokenKind.CloseBrace))
        {
            Eat(TokenKind.EndOfLine);
            return true;
        }

        Eat(TokenKind.EndOfLine);
        _skippedTo = _at;
        return false;
    }

    /// <summary>Does the line go on to a closing brace? Then what stands before it is the content of the block.</summary>
    private bool ClosesOnThisLine()
    {
        var i = _at;
        while (!EndsLine(_tokens[i]))
        {
            i++;
        }

        return i > _at && _tokens[i] is { Kind: TokenKind.EndOfLine, Span.Length: 0 } && _tokens[i + 1].Kind == TokenKind.CloseBrace;
    }

    private bool IsFirstOnLine(Token token) => LineStart(token.Start) + IndentOf(token.Start) == token.Start;

    private void Compare(OpenBlock block, Token brace)
    {
        var indent = IndentOf(brace.Start);
        if (!IsFirstOnLine(brace))
        {
            return;
        }

        if (indent < block.Indent)
        {
            _suspect ??= (block, brace.Span);
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
