using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>
/// Conditions, provisos and times around a sentence, where a lawyer puts them: in front of it, or behind it with words of his own. The order
/// of the language is <c>when</c>, <c>while</c>, the sentence with its times, <c>unless</c>.
/// </summary>
internal sealed partial class FileParser
{
    private static readonly string[] Excepting =
    [
        "except where", "except when", "except if", "except that", "except in case", "except in the event that", "except to the extent that", "save where", "save when", "save if", "save that",
        "excepting where", "excepting when", "other than where", "other than when", "if not",
    ];

    private static readonly string[] ExceptingThings = ["except for", "save for", "except", "excepting", "save", "with the exception of"];

    private static readonly string[] Provisos =
    [
        "provided always that", "provided that", "providing that", "on condition that", "on the condition that", "in the event that", "in case", "as long as", "so long as", "insofar as", "to the extent that",
        "if and only if", "if only", "if", "provided", "providing", "where", "whenever", "in the event of", "in case of", "upon the occurrence of", "upon", "once",
    ];

    private static readonly string[] OnlyIf = ["only if", "only where", "only when", "only in case", "only as long as", "only on condition that", "only provided that"];

    private static readonly string[] OtherProvisions =
    [
        "subject to", "notwithstanding", "without prejudice to", "in accordance with", "pursuant to", "as provided in", "as provided for in", "in conformity with", "irrespective of", "regardless of", "by virtue of",
    ];

    private string? FirstSpelt(int from, ReadOnlySpan<string> phrases, out int length)
    {
        foreach (var phrase in phrases)
        {
            length = Spells(from, phrase);
            if (length > 0)
            {
                return Written(from, from + length);
            }
        }

        length = 0;
        return null;
    }

    /// <summary>Behind a sentence, or a line with <c>when</c>, that is complete.</summary>
    private Mistake? LooseCondition(string sentence)
    {

        if (At(TokenKind.Comma))
        {
            // A comma in front of what follows is not what is wrong.
            _at++;
            var behind = LooseCondition(sentence);
            _at--;
            return behind is null ? null : behind with { Instead = null };
        }

        if (FirstSpelt(0, OnlyIf, out var length) is { } only)
        {
            return SyntaxErrors.OnlyIf(only, sentence, RestOfItem(length));
        }

        if (FirstSpelt(0, Excepting, out length) is { } excepting)
        {
            return SyntaxErrors.Except(excepting, sentence, RestOfItem(length));
        }

        if (FirstSpelt(0, ExceptingThings, out length) is { } except)
        {
            return LooksLikeCondition(length) ? SyntaxErrors.Except(except, sentence, RestOfItem(length)) : SyntaxErrors.ExceptThing(except, RestOfItem(length));
        }

        if (FirstSpelt(0, OtherProvisions, out length) is { } provision)
        {
            return SyntaxErrors.OtherProvision(provision, RestOfItem(length));
        }

        if (FirstSpelt(0, Provisos, out length) is { } proviso && proviso is not ("upon" or "once" or "where"))
        {
            return SyntaxErrors.ConditionBehind(proviso, sentence, RestOfItem(length), LooksLikeCondition(length));
        }

        return Spells(0, "mutatis mutandis") > 0 ? SyntaxErrors.MutatisMutandis()
            : IsSpelt(Current, "respectively") ? SyntaxErrors.Respectively()
            : IsSpelt(Current, "jointly") || IsSpelt(Current, "collectively") || IsSpelt(Current, "mutually") ? SyntaxErrors.Jointly(TextOf(Current))
            : IsSpelt(Current, "without") && (IsSpelt(Peek(), "consent") || IsSpelt(Peek(), "notification") || IsSpelt(Peek(), "permission") || IsSpelt(Peek(), "notice") || Peek(2).Word is Word.Of or Word.By)
                ? SyntaxErrors.WithoutEvent(sentence, RestOfItem(1))
            : null;
    }

    /// <summary>In front of the sentence, where it should say who is bound.</summary>
    private Mistake? LooseBeginning()
    {
        if (FirstSpelt(0, OtherProvisions, out var length) is { } provision)
        {
            return SyntaxErrors.OtherProvision(provision, RestOfItem(length));
        }

        if (FirstSpelt(0, Provisos, out length) is { } proviso)
        {
            var comma = length;
            while (!EndsLine(Peek(comma)) && Peek(comma).Kind != TokenKind.Comma)
            {
                comma++;
            }

            var sentence = EndsLine(Peek(comma)) ? string.Empty : RestOfItem(comma + 1);
            return SyntaxErrors.ConditionBefore(proviso, Written(length, comma), sentence, LooksLikeCondition(length));
        }

        return TimeFirst();
    }

    /// <summary>Does what stands here ask for something that lasts, and not for something that happens?</summary>
    private bool LooksLikeCondition(int from)
    {
        for (var i = from; !EndsLine(Peek(i)) && Peek(i).Kind != TokenKind.Comma; i++)
        {
            if (Peek(i).Word is Word.Is or Word.Was or Word.Are or Word.Were or Word.There or Word.Least or Word.Most or Word.Than or Word.Judged)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>within 30 days after signature each party must ...</c>: the time stands before who is bound.</summary>
    private Mistake? TimeFirst()
    {
        var first = TextOf(Current).ToLowerInvariant();
        if (first is not ("within" or "before" or "by" or "no" or "not" or "after" or "until" or "as" or "from" or "every" or "on" or "at" or "starting" or "during" or "prior" or "immediately" or "each")
            || ModalBehind(1) is not { } modal || (first is "no" or "not" && !IsSpelt(Peek(), "later") && !IsSpelt(Peek(), "earlier")) || (first == "each" && (LoosePeriod() is null || !(Peek(2).IsName || Peek(2).Word == Word.Each || Peek(2).Kind == TokenKind.Comma))))
        {
            return null;
        }

        var bearer = modal - 1;
        while (bearer > 1 && (Peek(bearer).IsWord || Peek(bearer).Word is Word.Each or Word.Together or Word.Other) && Peek(bearer - 1).Kind != TokenKind.Comma && Peek(bearer).Word != Word.Each
            && !IsSpelt(Peek(bearer), "the") && (Peek(bearer).Kind == TokenKind.Variable || Peek(bearer).Word == Word.Together) && Peek(bearer - 1).IsWord)
        {
            bearer--;
        }

        if (bearer > 1 && Peek(bearer - 1).Word == Word.Each)
        {
            bearer--;
        }
        else if (bearer > 1 && IsSpelt(Peek(bearer - 1), "the"))
        {
            bearer--;
        }
        else if (Peek(bearer).Kind == TokenKind.Variable && Peek(bearer + 1).Kind == TokenKind.Variable)
        {
            // The letter behind an event ends the time: "before start of x A must".
            bearer++;
        }
        else if (Peek(bearer).IsName && Peek(bearer + 1).Kind == TokenKind.Variable && !(bearer > 1 && Peek(bearer - 1).Word == Word.Each))
        {
            bearer++;
        }

        if (bearer <= 1)
        {
            return null;
        }

        var end = Peek(bearer - 1).Kind == TokenKind.Comma ? bearer - 1 : bearer;
        var must = TextOf(Peek(modal)) is "shall" or "will" ? "must" : TextOf(Peek(modal));
        var act = RestOfItem(modal + 1);
        var lasts = act.StartsWith("not ", StringComparison.Ordinal) || act.StartsWith("keep ", StringComparison.Ordinal) || act.StartsWith("have ", StringComparison.Ordinal);
        var time = TimeOf(first, end, lasts);
        var who = Written(bearer, modal);
        who = who.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "each party" : who;
        return SyntaxErrors.TimeFirst(Written(0, end), $"{who} {must} {act}\n  {time}");
    }

    /// <summary>The time that stands here, as it is written behind an act.</summary>
    private string TimeOf(string first, int end, bool lasts)
    {
        string Rest(int from) => YearIn(from) ?? Written(from + (IsSpelt(Peek(from), "the") ? 1 : 0), end);

        // "before the start of 2021" is the last day of the year before it.
        string? YearIn(int from)
        {
            var at = from + Spells(from, "the");
            return Peek(at + 1).Word == Word.Of && YearOf(Peek(at + 2)) is { } year
                ? IsSpelt(Peek(at), "end") ? Date(year, 12, 31) : IsSpelt(Peek(at), "start") || IsSpelt(Peek(at), "beginning") ? first is "before" or "by" ? Date(year - 1, 12, 31) : Date(year, 1, 1) : null
                : null;
        }

        return first switch
        {
            "before" => (lasts ? "until " : "no later than ") + Rest(1),
            "prior" => "no later than " + Rest(2),
            "by" or "on" or "at" => "no later than " + Rest(1),
            "not" => "no " + Written(1, end),
            "from" or "starting" => "as from " + Rest(IsSpelt(Peek(1), "from") || Peek(1).Word == Word.On ? 2 : 1),
            "after" => (lasts ? "as from " : "no earlier than ") + Rest(1) + (lasts ? string.Empty : " no later than 30 days after " + Rest(1)),
            "during" => "as from entry_into_force until " + Rest(1),
            "immediately" => "within 24 hours " + Written(1, end),
            "each" => "every " + Written(1, end),
            _ => first + " " + Written(1, end),
        };
    }

    /// <summary>Behind a line with <c>when</c> that is complete: its sentence stands on the same line.</summary>
    private Mistake? SentenceOnTheSameLine()
    {
        if (_itemStart < 0 || _tokens[_itemStart].Word is not (Word.When or Word.While))
        {
            return null;
        }

        if (ModalBehind(0) is not { } modal)
        {
            return _tokens[_itemStart].Word == Word.When && _at == _itemStart + 2 && Current.IsName && Peek().IsName
                ? SyntaxErrors.VerbBehindWhen(TextOf(Current), $"when {Written(1, Peek(2).Kind == TokenKind.Variable ? 3 : 2)} by {TextOf(_tokens[_at - 1])} {RestOfItem(Peek(2).Kind == TokenKind.Variable ? 3 : 2)}".TrimEnd())
                : null;
        }

        var from = At(TokenKind.Comma) ? 1 : modal == 0 && _tokens[_at - 1].IsWord ? -1 : 0;
        var line = _text[_tokens[_itemStart].Start..(from < 0 ? _tokens[_at - 2].End : _lastEnd)];
        var sentence = from < 0 ? $"{TextOf(_tokens[_at - 1])} {RestOfItem(0)}" : RestOfItem(from);
        return SyntaxErrors.SentenceOnTheSameLine(TextOf(_tokens[_itemStart]), $"{OnOneLine(line)}\n{sentence}");
    }
}
