using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>
/// What a lawyer would write and the language says in another way: lead times, periods, several who are bound, the passive. Each gets a
/// message of its own that shows the right form.
/// </summary>
internal sealed partial class FileParser
{
    /// <summary><c>at least 42 days before</c>, <c>42 days or more prior to</c>, wherever it stands.</summary>
    private Mistake? LooseLength()
    {
        var at = (Current.Word, Peek().Word, Peek(2).Word) switch
        {
            (Word.At, Word.Least, _) or (Word.More, Word.Than, _) => 2,
            (Word.No or Word.Not, Word.Less, Word.Than) => 3,
            _ => 0,
        };
        var isAtLeast = at > 0;
        var number = Peek(at++);
        if (number.Kind != TokenKind.Number)
        {
            return null;
        }

        at += Peek(at).Word is Word.Working or Word.Calendar ? 1 : 0;
        var unit = Peek(at++);
        if (!unit.IsName)
        {
            return null;
        }

        var length = _text[number.Start..unit.End];
        if ((Peek(at).Word, Peek(at + 1).Word) is (Word.Or, Word.More))
        {
            (isAtLeast, at) = (true, at + 2);
        }

        if (!TimeUnits.Contains(TextOf(unit)) && Peek(at).Word is not (Word.Before or Word.After))
        {
            return null;
        }

        return Peek(at).Word == Word.After ? SyntaxErrors.LooseTimeAfter(length, isAtLeast)
            : isAtLeast || Peek(at).Word == Word.Before || IsText(Peek(at), "prior") || IsText(Peek(at + 1), "advance") ? SyntaxErrors.LooseTimeBefore(length)
            : null;
    }

    /// <summary><c>at least 2 hours before</c>: the length, where it leads up to something.</summary>
    private string? LooseLead()
    {
        if (LooseLength() is null)
        {
            return null;
        }

        for (var i = 0; !EndsLine(Peek(i)); i++)
        {
            if (Peek(i).Kind == TokenKind.Number && Peek(i + 1).IsName && TimeUnits.Contains(TextOf(Peek(i + 1))))
            {
                return Written(i, i + 2);
            }
        }

        return null;
    }

    /// <summary>Behind a length of time: what stands there instead of 'before' or 'after'.</summary>
    private Mistake? LooseDirection()
    {
        if ((At(Word.Of) || At(Word.Each) || At(Word.Every)) && MonthOf(_tokens[_at - 1]) is not null && _at > 1)
        {
            return SyntaxErrors.YearlyDay($"{TextOf(_tokens[_at - 2])} {TextOf(_tokens[_at - 1])} {RestOfItem(0)}", $"{TextOf(_tokens[_at - 2])} {TextOf(_tokens[_at - 1]).ToLowerInvariant()}");
        }

        if (At(Word.Of) || At(Word.From))
        {
            return SyntaxErrors.BeforeOrAfter(TextOf(Current));
        }

        if (At(Word.In) && IsText(Peek(), "advance"))
        {
            return SyntaxErrors.WrongDirection("in advance of", "before");
        }

        return At(TokenKind.Name)
            ? TextOf(Current) switch
            {
                "prior" => SyntaxErrors.WrongDirection("prior to", "before"),
                "preceding" or "ahead" => SyntaxErrors.WrongDirection(TextOf(Current), "before"),
                "following" => SyntaxErrors.WrongDirection("following", "after"),
                _ => null,
            }
            : null;
    }

    /// <summary>How often or how soon.</summary>
    private Mistake? LooseAdverb() => LooseSoon() ?? LooseOften() ?? LoosePeriod();

    /// <summary><c>annually</c>, <c>each year</c>, <c>once a month</c></summary>
    private Mistake? LoosePeriod()
    {
        if (At(TokenKind.Name) && PeriodOf(TextOf(Current)) is { } right)
        {
            return SyntaxErrors.LoosePeriod(TextOf(Current), right);
        }

        var at = At(Word.Once) ? 1 : 0;
        if (Peek(at).Word is not (Word.Each or Word.Per or Word.Every) && !(at > 0 && Peek(at).IsWord && TextOf(Peek(at)) is "a"))
        {
            return null;
        }

        var calendar = Peek(at + 1).Word == Word.Calendar ? 1 : 0;
        var unit = Peek(at + 1 + calendar);
        return unit.Kind == TokenKind.Name && TextOf(unit) is "year" or "month" or "week" or "day"
            ? SyntaxErrors.LoosePeriod(_text[Current.Start..unit.End], "every " + TextOf(unit))
            : null;
    }

    /// <summary>Elsewhere an event may be called <c>weekly</c>.</summary>
    private bool _isInAct;

    /// <summary>A word that may stand before or behind a noun and says how often: it is no name for the noun.</summary>
    private bool AtPeriodWord => _isInAct && At(TokenKind.Name)
        && (PeriodOf(TextOf(Current)) is not null || IsVague(TextOf(Current)) || IsTimes(TextOf(Current)) || (At(Word.Once) && LoosePeriod() is not null) || LooseSpan() is not null);

    private static string? PeriodOf(string adverb) => adverb switch
    {
        "annually" or "yearly" => "every year",
        "quarterly" => "every 3 months",
        "monthly" => "every month",
        "weekly" => "every week",
        "daily" => "every day",
        _ => null,
    };

    /// <summary>The digits of a number that is written as a word; null for anything else.</summary>
    private int? DigitsOf(Token token)
    {
        string[] words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        return token.Kind == TokenKind.Name ? TextOf(token) switch
        {
            "fourteen" => 14,
            "fifteen" => 15,
            "twenty" => 20,
            "thirty" => 30,
            "forty" => 40,
            "fifty" => 50,
            "sixty" => 60,
            "seventy" => 70,
            "eighty" => 80,
            "ninety" => 90,
            var word => Array.IndexOf(words, word) is >= 0 and var index ? index + 1 : null,
        } : null;
    }

    /// <summary>Who is bound, where the language has other words: <c>both parties</c>, <c>no party</c>, <c>nobody</c>.</summary>
    private Mistake? LooseSubject()
    {
        var next = Peek();
        switch (Current.Word)
        {
            case Word.No when next.Word is Word.Later or Word.Earlier:
                return TimeFirst();
            case Word.No when next.IsName && IsText(Peek(3), "be"):
                return SyntaxErrors.NobodyMay($"no {TextOf(next)}", "party");
            case Word.No when next.IsName:
                return SyntaxErrors.NobodyMay($"no {TextOf(next)}", NounOf(next));
            case Word.None_:
                return SyntaxErrors.NobodyMay("none", "party");
        }

        if (At(TokenKind.OpenParenthesis) && Peek().Kind is TokenKind.Variable or TokenKind.Number && Peek(2).Kind == TokenKind.CloseParenthesis)
        {
            return SyntaxErrors.NumberOfParagraph(Written(0, 3), RestOfItem(3));
        }

        if (LooseBeginning() is { } beginning)
        {
            return beginning;
        }

        if (!At(TokenKind.Name))
        {
            return LooseLength();
        }

        return TextOf(Current).ToLowerInvariant() switch
        {
            "both" or "either" when next.IsName => SyntaxErrors.AllForEach(TextOf(Current)),
            "neither" when next.IsName => SyntaxErrors.NobodyMay($"neither {TextOf(next)}", NounOf(next)),
            "neither" when next.Word == Word.Of => SyntaxErrors.NobodyMay("neither", "party"),
            "nobody" when !next.IsName => SyntaxErrors.NobodyMay("nobody", "party"),
            "the" when IsParty(next) => SyntaxErrors.AllForEach(Written(0, 2), "each party"),
            "the" when next.Word == Word.Other => SyntaxErrors.BackReference(Written(0, 3)),
            "only" when next.IsWord && ModalBehind(1) is { } modal => SyntaxErrors.OnlyBearer(Written(1, modal), $"each party P must not {RestOfItem(modal + 1)}"),
            "the" when IsBackReference(next) => SyntaxErrors.BackReference(Written(0, 3)),
            "the" when next.IsName => SyntaxErrors.GrammaticalArticle(TextOf(Current)),
            _ => null,
        };
    }

    private bool IsParty(Token token) => IsSpelt(token, "party") || IsSpelt(token, "parties");

    /// <summary><c>said party</c>, <c>aforementioned party</c></summary>
    private bool IsBackReference(Token token) => token.Kind == TokenKind.Name
        && TextOf(token) is "said" or "aforesaid" or "aforementioned" or "abovementioned" or "same" or "latter" or "former" or "respective" or "concerned" or "relevant";

    private string NounOf(Token noun) => TextOf(noun) is "one" ? "party" : TextOf(noun);

    /// <summary><c>aland and borland must</c>: the names as they should be listed.</summary>
    private Mistake LooseList(int from)
    {
        var names = new List<string>();
        for (var i = from; _tokens[i].IsWord || _tokens[i].Kind == TokenKind.Comma || _tokens[i].Word is Word.And or Word.Or; i++)
        {
            if (_tokens[i].IsWord && _tokens[i].Word != Word.Together)
            {
                names.Add(TextOf(_tokens[i]));
            }
        }

        return SyntaxErrors.ListOfBearers(TextOf(Current), string.Join(", ", names));
    }

    private bool IsText(Token token, string text) => token.Kind == TokenKind.Name && _text.AsSpan(token.Start, token.End - token.Start).SequenceEqual(text);
}
