using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>Words as a lawyer would write them: how the parser looks for them, and what stands around them for an example.</summary>
internal sealed partial class FileParser
{
    /// <summary>In a clause, an exception or a definition, where two names never stand side by side. The name of a fact may be any word.</summary>
    private bool _isInClause;

    /// <summary>How many tokens, from so many behind the current one on, spell this phrase; 0 where they spell something else.</summary>
    private int Spells(int from, string phrase)
    {
        var count = 0;
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            if (!IsSpelt(Peek(from + count), phrase.AsSpan(range)))
            {
                return 0;
            }

            count++;
        }

        return count;
    }

    private bool IsSpelt(Token token, ReadOnlySpan<char> word) =>
        token.Kind is TokenKind.Name or TokenKind.Variable or TokenKind.Comma && _text.AsSpan(token.Start, token.End - token.Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of these phrases that stands here, with what it means; longer ones have to come first.</summary>
    private (string Phrase, string Right, int Length)? FirstSpelt(int from, ReadOnlySpan<(string Phrase, string Right)> phrases)
    {
        foreach (var (phrase, right) in phrases)
        {
            if (Spells(from, phrase) is > 0 and var length)
            {
                return (phrase, right, length);
            }
        }

        return null;
    }

    /// <summary>As it is written, from one token to before another; both are counted from the current one.</summary>
    private string Written(int from, int to) => to <= from ? string.Empty : OnOneLine(_text[Peek(from).Start..Peek(to - 1).End]);

    /// <summary>What stands behind the current token on its item, from so many tokens on.</summary>
    private string RestOfItem(int from) => Written(from, EndOfItem(from));

    /// <summary>The tokens to the end of the item, counted from the current one.</summary>
    private int EndOfItem(int from = 0)
    {
        var end = from;
        while (!EndsLine(Peek(end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>The item as far as it was read.</summary>
    private string ItemSoFar => _at == 0 || Current.Start <= _tokens[_itemStart < 0 ? 0 : _itemStart].Start ? string.Empty : OnOneLine(_text[_tokens[_itemStart].Start..Math.Min(_lastEnd, Current.Start)]);

    private static string OnOneLine(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)) : text;

    private int? ModalBehind(int from)
    {
        for (var i = from; !EndsLine(Peek(i)); i++)
        {
            if (Peek(i).Word is Word.Must or Word.May || IsSpelt(Peek(i), "shall") || IsSpelt(Peek(i), "will") || (Peek(i).Word is Word.Has or Word.Have && Peek(i + 1).Word == Word.Power))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>
    /// A word that says something of the sentence and is no name for the noun before it. Taken as one it would go unnoticed, and
    /// <c>in bay save where</c> would mean the opposite of what it says.
    /// </summary>
    private bool AtLooseWord => _isInClause && At(TokenKind.Name) && (TextOf(Current) switch
    {
        "except" or "excepting" or "save" or "saving" or "provided" or "providing" or "subject" or "notwithstanding" or "without" or "mutatis" or "respectively"
            or "exceeding" or "lasting" or "involving" or "comprising" or "between" or "inside" or "jointly" or "separately" or "individually" or "collectively" or "mutually"
            or "for" or "upon" or "beyond" or "onwards" or "latest" or "only" or "whichever" or "till" or "throughout" or "pursuant" or "whenever" or "once" or "so"
            or "up" or "not" or "equal" or "greater" or "above" or "below" or "fewer" or "than" or "insofar" or "biennially" or "thereof" or "noon" or "midnight" => true,
        _ => false,
    });
}
