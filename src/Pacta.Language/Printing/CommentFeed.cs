using Pacta.Language.Lexing;
using Pacta.Model.Text;

namespace Pacta.Language.Printing;

/// <summary>The comments of a source in their order, handed out as the printer passes them.</summary>
internal sealed class CommentFeed
{
    private readonly string? _text;
    private readonly List<TextSpan> _comments = [];
    private int _next;

    public CommentFeed(SourceText? source)
    {
        _text = source?.Content;
        if (_text is null)
        {
            return;
        }

        foreach (var token in Lexer.Read(_text).Tokens)
        {
            _comments.AddRange(In(_text, token.Trivia));
        }
    }

    public bool HasSource => _text is not null;

    /// <summary>The comments between two tokens.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan trivia)
    {
        for (var at = trivia.Start; at < trivia.End; at++)
        {
            if (text[at] != '/' || at + 1 >= trivia.End || text[at + 1] != '/')
            {
                continue;
            }

            var length = text.AsSpan(at, trivia.End - at).IndexOfAny('\r', '\n');
            var end = length < 0 ? trivia.End : at + length;
            yield return new TextSpan(at, end - at);
            at = end - 1;
        }
    }

    /// <summary>The next comment that begins before an offset; null if there is none left.</summary>
    public TextSpan? TakeBefore(int offset) =>
        _next < _comments.Count && _comments[_next].Start < offset ? _comments[_next++] : null;

    /// <summary>The next comment, if it stands behind an offset on the same line with nothing but blanks and marks between.</summary>
    public TextSpan? TakeBehind(int offset)
    {
        if (_text is null || _next >= _comments.Count || _comments[_next].Start < offset)
        {
            return null;
        }

        return _text.AsSpan(offset, _comments[_next].Start - offset).ContainsAnyExcept(" \t\u00A0;.") ? null : _comments[_next++];
    }

    public bool HasCommentIn(TextSpan span)
    {
        for (var i = _next; i < _comments.Count && _comments[i].Start < span.End; i++)
        {
            if (_comments[i].Start >= span.Start)
            {
                return true;
            }
        }

        return false;
    }

    public string TextOf(TextSpan comment) => _text!.AsSpan(comment.Start, comment.Length).TrimEnd().ToString();

    /// <summary>Is there a blank line just before an offset?</summary>
    public bool HasBlankLineBefore(int offset)
    {
        var lineEnds = 0;
        for (var at = offset - 1; _text is not null && at >= 0 && char.IsWhiteSpace(_text[at]); at--)
        {
            if (_text[at] == '\n' && ++lineEnds == 2)
            {
                return true;
            }
        }

        return false;
    }
}
