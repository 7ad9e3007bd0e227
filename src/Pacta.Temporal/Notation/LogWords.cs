namespace Pacta.Temporal.Notation;

internal enum LogWordKind
{
    /// <summary>A name or a value, with or without quotes.</summary>
    Word,

    Symbol,
    End,
}

internal readonly record struct LogWord(LogWordKind Kind, string Text, int Line, int Column)
{
    public bool Is(string symbol) => Kind == LogWordKind.Symbol && string.Equals(Text, symbol, StringComparison.Ordinal);
}

/// <summary>The words of a signature or of a log, one at a time.</summary>
internal sealed class LogWords
{
    private const string InLogs = "_[]/:-.!";

    private readonly string _text;
    private readonly string _inWords;
    private readonly bool _isLog;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <param name="inWords">What words may have besides letters, digits and underscores, where this is no log.</param>
    public LogWords(string text, string inWords, bool isLog)
    {
        _text = text;
        _inWords = isLog ? InLogs : inWords + "_";
        _isLog = isLog;
        Advance();
    }

    public LogWord Current { get; private set; }

    public string Name(string what, string example)
    {
        if (Current.Kind != LogWordKind.Word)
        {
            throw Unexpected(what, "Write it here.", example);
        }

        var name = Current.Text;
        Advance();
        return name;
    }

    public void Expect(string symbol, string where, string example)
    {
        if (!Current.Is(symbol))
        {
            throw Unexpected($"'{symbol}' {where}", $"Write '{symbol}' here.", example);
        }

        Advance();
    }

    public NotationException Unexpected(string expected, string help, string example) => new(
        Current.Line,
        Current.Column,
        $"Expected is {expected}, but there is {(Current.Kind == LogWordKind.End ? "the end" : $"'{Current.Text}'")}.",
        help,
        example);

    public void Advance()
    {
        SkipBlanks();
        var (line, column) = (_line, _at - _lineStart + 1);
        if (_at >= _text.Length)
        {
            Current = new LogWord(LogWordKind.End, string.Empty, line, column);
            return;
        }

        var c = _text[_at];
        if (IsWordPart(c))
        {
            var start = _at;
            while (_at < _text.Length && IsWordPart(_text[_at]))
            {
                _at++;
            }

            Current = new LogWord(LogWordKind.Word, _text[start.._at], line, column);
        }
        else if (c == '"' && _isLog)
        {
            var end = _text.IndexOf('"', _at + 1);
            if (end < 0)
            {
                throw new NotationException(line, column, "This text does not end.", "Close it with a quote.", "@10 pays(\"aland\", 3)");
            }

            Current = new LogWord(LogWordKind.Word, _text[(_at + 1)..end], line, column);
            Move(end + 1 - _at);
        }
        else if ((_isLog ? "@(),;<>{}" : "(),:").Contains(c, StringComparison.Ordinal))
        {
            _at++;
            Current = new LogWord(LogWordKind.Symbol, c.ToString(), line, column);
        }
        else
        {
            var shown = char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";
            throw new NotationException(
                line,
                column,
                $"The character {shown} is not used here.",
                _isLog ? "Put a value with other characters than letters and digits in quotes." : "Names are of letters, digits and underscores.",
                _isLog ? "@10 pays(\"émile & sons\", 3)" : "pays(id:string, amount:int)");
        }
    }

    private bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || _inWords.Contains(c, StringComparison.Ordinal);

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '#')
            {
                while (_at < _text.Length && _text[_at] is not ('\n' or '\r'))
                {
                    _at++;
                }
            }
            else if (c == '(' && !_isLog && _at + 1 < _text.Length && _text[_at + 1] == '*')
            {
                Move(EndOfComment() - _at);
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            {
                Move(1);
            }
            else
            {
                return;
            }
        }
    }

    private void Move(int length)
    {
        for (var end = _at + length; _at < end; _at++)
        {
            if (_text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }
        }
    }

    /// <summary>In a signature a comment may stand within another.</summary>
    private int EndOfComment()
    {
        var depth = 0;
        for (var at = _at; at + 1 < _text.Length; at++)
        {
            var (isOpening, isClosing) = (_text[at] == '(' && _text[at + 1] == '*', _text[at] == '*' && _text[at + 1] == ')');
            if (!isOpening && !isClosing)
            {
                continue;
            }

            depth += isOpening ? 1 : -1;
            at++;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        throw new NotationException(_line, _at - _lineStart + 1, "This comment does not end.", "Close it with *).", "(* a remark *)");
    }
}
