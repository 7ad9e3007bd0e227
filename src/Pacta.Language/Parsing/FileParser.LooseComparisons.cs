using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Figures and their bounds as a lawyer would write them: <c>200 or more</c>, <c>not exceeding 5</c>, <c>between 100 and 200</c>.</summary>
internal sealed partial class FileParser
{
    private static readonly (string Phrase, string Right)[] BoundsBeforeFigures =
    [
        ("greater than or equal to", "at least"), ("more than or equal to", "at least"), ("equal to or greater than", "at least"), ("equal to or more than", "at least"),
        ("less than or equal to", "at most"), ("equal to or less than", "at most"),
        ("not more than", "at most"), ("no more than", "at most"), ("not greater than", "at most"), ("no greater than", "at most"),
        ("not less than", "at least"), ("no less than", "at least"), ("not fewer than", "at least"), ("no fewer than", "at least"),
        ("not to exceed", "at most"), ("not exceeding", "at most"), ("does not exceed", "at most"), ("do not exceed", "at most"), ("not above", "at most"), ("not below", "at least"),
        ("at a minimum of", "at least"), ("at a maximum of", "at most"), ("a minimum of", "at least"), ("a maximum of", "at most"),
        ("at a minimum", "at least"), ("at a maximum", "at most"), ("at minimum", "at least"), ("at maximum", "at most"), ("limited to", "at most"),
        ("up to", "at most"), ("in excess of", "more than"),
        ("greater than", "more than"), ("larger than", "more than"), ("higher than", "more than"), ("fewer than", "less than"), ("smaller than", "less than"), ("lower than", "less than"),
        ("exceeding", "more than"), ("exceeds", "more than"), ("exceed", "more than"), ("above", "more than"), ("over", "more than"), ("greater", "more than"),
        ("below", "less than"), ("under", "less than"), ("fewer", "less than"), ("smaller", "less than"),
        ("minimum", "at least"), ("maximum", "at most"), ("up", "at most"),
        ("equal to", "is"), ("equals", "is"), ("equal", "is"), ("was", "is"), ("are", "is"), ("were", "is"),
    ];

    private static readonly (string Phrase, string Right)[] BoundsBehindFigures =
    [
        ("or more", "at least"), ("and more", "at least"), ("or above", "at least"), ("and above", "at least"), ("or over", "at least"), ("and over", "at least"),
        ("or greater", "at least"), ("and greater", "at least"), ("or higher", "at least"), ("or larger", "at least"), ("and upwards", "at least"), ("or upwards", "at least"),
        ("or less", "at most"), ("and less", "at most"), ("or fewer", "at most"), ("or below", "at most"), ("and below", "at most"), ("or under", "at most"), ("and under", "at most"),
        ("or smaller", "at most"), ("or lower", "at most"), ("at least", "at least"), ("at most", "at most"), ("minimum", "at least"), ("maximum", "at most"),
    ];

    /// <summary>Behind what is compared, perhaps with <c>is</c>; null where it is written as the language writes it, or in no way that is known.</summary>
    private Mistake? LooseComparison(TermSyntax left)
    {
        var at = At(Word.Is) ? 1 : 0;
        var compared = OnOneLine(_text[left.Span.Start..left.Span.End]);
        if (Peek(at).Kind == TokenKind.Number)
        {
            var behind = BehindFigure(at);
            if (FirstSpelt(behind, BoundsBehindFigures) is { } bound && !(at == 0 && Peek(behind + bound.Length).Word == Word.Than))
            {
                return SyntaxErrors.WrongComparison(Written(0, behind + bound.Length), $"{bound.Right} {Written(at, behind)}", compared, string.Empty);
            }

            return at > 0 ? null : SyntaxErrors.ComparisonBeforeFigure(compared, Written(0, behind));
        }

        var hasWord = IsSpelt(Peek(at), "between");
        if ((hasWord || Peek(at).Word == Word.From) && Peek(at + 1).Kind == TokenKind.Number)
        {
            var joint = BehindFigure(at + 1);
            if (Peek(joint).Word is Word.And or Word.To && Peek(joint + 1).Kind == TokenKind.Number)
            {
                var end = BehindFigure(joint + 1);
                var unit = joint == at + 2 && end == joint + 3 ? " " + TextOf(Peek(end - 1)) : string.Empty;
                return SyntaxErrors.WrongComparison(Written(0, end), $"is {Written(at + 1, joint)}{unit} .. {Written(joint + 1, end)}", compared, string.Empty);
            }
        }

        if (IsDone(at))
        {
            return SyntaxErrors.WasDone(compared, Written(0, Spells(0, "has been") > 0 || Spells(0, "have been") > 0 ? 3 : 2));
        }

        if (FirstSpelt(at, BoundsBeforeFigures) is not { } loose || (at > 0 && loose.Right == "is") || (at > 0 && !IsFigure(Peek(at + loose.Length))))
        {
            return At(Word.At) && Peek().Kind == TokenKind.Number ? SyntaxErrors.WrongComparison("at", "is", compared, Written(1, BehindFigure(1))) : null;
        }

        var figure = at + loose.Length;
        return SyntaxErrors.WrongComparison(Written(0, figure), loose.Right, compared, IsFigure(Peek(figure)) ? Written(figure, BehindFigure(figure)) : "9_000");
    }

    private static bool IsFigure(Token token) => token.Kind == TokenKind.Number || token.Word is Word.About;

    /// <summary><c>was given</c>, <c>has been given</c></summary>
    private bool IsDone(int at) =>
        (at == 0 && (Spells(0, "has been") > 0 || Spells(0, "have been") > 0) && IsParticiple(Peek(2)))
        || (at == 0 && Current.Word is Word.Was or Word.Were && IsParticiple(Peek()));

    /// <summary>Where a number that stands here ends, with its unit.</summary>
    private int BehindFigure(int at)
    {
        at += Peek(at).Word == Word.About ? 1 : 0;
        return Peek(at + 1).Kind == TokenKind.Percent || (Peek(at + 1).IsWord && Peek(at + 1).Word is Word.None && !IsBoundWord(Peek(at + 1))) ? at + 2 : at + 1;
    }

    private bool IsBoundWord(Token token) => IsSpelt(token, "minimum") || IsSpelt(token, "maximum");

    /// <summary><c>at most 200 or less</c>: behind a comparison that is complete.</summary>
    private Mistake? BoundSaidTwice(Comparison comparison) =>
        At(Word.Or) && Peek().Word is Word.More or Word.Less && Peek(2).Word != Word.Than
            ? SyntaxErrors.BoundSaidTwice($"or {TextOf(Peek())}", comparison switch { Comparison.AtLeast => "at least", Comparison.AtMost => "at most", Comparison.MoreThan => "more than", _ => "less than" })
            : null;

    /// <summary>How big an event or a thing is, said behind its noun: <c>exercise x of more than 9_000 troops</c>, <c>exceeding 72 hours</c>.</summary>
    private Mistake? LooseSize()
    {
        var at = Current.Word is Word.Of or Word.With || IsSpelt(Current, "lasting") || IsSpelt(Current, "involving") || IsSpelt(Current, "comprising") ? 1 : 0;
        if (at == 0 && !IsSpelt(Current, "exceeding") && Spells(0, "not exceeding") == 0 && Spells(0, "in excess of") == 0)
        {
            return null;
        }

        var (right, length) = (Peek(at).Word, Peek(at + 1).Word) switch
        {
            (Word.At, Word.Least) => ("at least", 2),
            (Word.At, Word.Most) => ("at most", 2),
            (Word.More, Word.Than) => ("more than", 2),
            (Word.Less, Word.Than) => ("less than", 2),
            _ => FirstSpelt(at, BoundsBeforeFigures) is { } bound ? (bound.Right, bound.Length) : ("at least", 0),
        };
        var figure = at + length;
        if (Peek(figure).Kind != TokenKind.Number || (at == 1 && length == 0 && Current.Word is Word.Of or Word.With))
        {
            return null;
        }

        var unit = Peek(figure + 1).IsWord ? TextOf(Peek(figure + 1)) : null;
        var isTime = unit is not null && TimeUnits.Contains(unit);
        var number = TextOf(Peek(figure));
        return SyntaxErrors.SizeBehindNoun(
            Written(0, figure + (unit is null ? 1 : 2)), isTime ? "duration" : unit ?? "troops", right, isTime ? $"{number} {unit}" : number, LastLetter() ?? "x");
    }

    /// <summary><c>50 per cent of ...</c></summary>
    private Mistake? LooseShare(NumberLiteral number)
    {
        var end = IsSpelt(Current, "percent") ? 1 : At(Word.Per) && IsSpelt(Peek(), "cent") ? 2 : 0;
        return end > 0 ? SyntaxErrors.ShareOf($"{_text[number.Span.Start..Peek(end - 1).End]}", $"{TextOf(_tokens[_at - 1])}% * {RestOfItem(end + (Peek(end).Word == Word.Of ? 1 : 0))}".TrimEnd(' ', '*')) : null;
    }

    /// <summary>In a condition, somebody does something: <c>unless aland gave notification of x</c>, <c>unless borland consents</c>.</summary>
    private Mistake? LooseDoing(TermSyntax left)
    {
        if (!_isInClause || left is not PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax { Of: null } who, Tail.IsEmpty: true } })
        {
            return null;
        }

        if (IsSpelt(Current, "lasts") || IsSpelt(Current, "lasted"))
        {
            return SyntaxErrors.LastsForDuration(TextOf(Current), $"duration of {who.Name.Text} {RestOfItem(1)}");
        }

        if (Current.Word is Word.Has or Word.Have && Peek().Kind == TokenKind.Name && IsParticiple(Peek()))
        {
            return SyntaxErrors.DoneBySomebody($"there was {RestOfItem(2)} by {who.Name.Text}");
        }

        if (who.Label is { IsVariable: false } verb)
        {
            return Current.IsName ? SyntaxErrors.DoneBySomebody($"there was {RestOfItem(0)} by {who.Name.Text}")
                : AtEndOfItem && verb.Text.EndsWith('s') ? SyntaxErrors.DoneBySomebody($"there was {verb.Text[..^1]} by {who.Name.Text}")
                : null;
        }

        return null;
    }

    /// <summary>The variable of the noun that stands first on this item.</summary>
    private string? LastLetter()
    {
        for (var i = Math.Max(_itemStart, 0) + 1; i < _at; i++)
        {
            if (_tokens[i].Kind == TokenKind.Variable && _tokens[i - 1].IsName)
            {
                return TextOf(_tokens[i]);
            }
        }

        return null;
    }
}
