using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>Acts as a lawyer would write them: words before the verb, limits without <c>keep</c>, who is told.</summary>
internal sealed partial class FileParser
{
    /// <summary>Where the verb should stand.</summary>
    private Mistake? LooseVerb()
    {
        var modal = Before == "not" ? "must not" : Before ?? "must";
        var bearer = ItemSoFar.EndsWith(" " + modal, StringComparison.Ordinal) ? ItemSoFar[..^(modal.Length + 1)] : "each party";
        if (At(TokenKind.Comma))
        {
            var end = 1;
            while (!EndsLine(Peek(end)) && Peek(end).Kind != TokenKind.Comma)
            {
                end++;
            }

            return EndsLine(Peek(end)) ? null : SyntaxErrors.TimeBetween($"{bearer} {modal} {RestOfItem(end + 1)}\n  {Written(1, end)}");
        }

        if (Current.Kind != TokenKind.Name)
        {
            return null;
        }

        if (FirstSpelt(0, ["use their best endeavours", "use its best endeavours", "use best endeavours", "use best efforts", "use its best efforts", "make every effort", "endeavour to", "endeavor to", "strive to", "seek to"], out _) is { } efforts)
        {
            return SyntaxErrors.BestEfforts(efforts);
        }

        if (Spells(0, "ensure that") > 0)
        {
            return SyntaxErrors.LimitWithoutKeep("ensure that", $"{bearer} must keep {RestOfItem(2)}");
        }

        if (IsSpelt(Current, "exceed") && Peek().Kind == TokenKind.Number && Peek(2).IsWord)
        {
            return SyntaxErrors.LimitWithoutKeep($"{modal} exceed", $"{WithLetter(bearer, out var p)} must keep number of {TextOf(Peek(2))} of {p} at most {TextOf(Peek())}");
        }

        if (Peek().Word is Word.Number or Word.Total && Current.IsName)
        {
            var end = 1;
            while (!EndsLine(Peek(end)) && !(Peek(end).Word == Word.To && Peek(end + 1).Kind == TokenKind.Number))
            {
                end++;
            }

            return SyntaxErrors.LimitWithoutKeep(TextOf(Current), EndsLine(Peek(end)) ? $"{bearer} must keep {RestOfItem(1)}" : $"{bearer} must keep {Written(1, end)} at most {RestOfItem(end + 1)}");
        }

        if (!Peek().IsName)
        {
            return null;
        }

        return TextOf(Current) switch
        {
            "only" => SyntaxErrors.OnlyBeforeVerb(modal, bearer, RestOfItem(1)),
            "jointly" or "collectively" or "mutually" => SyntaxErrors.JointlyBeforeVerb(TextOf(Current), bearer, modal, RestOfItem(1)),
            "also" or "hereby" or "further" or "thereafter" or "therefore" or "henceforth" or "always" or "duly" or "likewise" or "in" or "then" or "fully" or "strictly" =>
                SyntaxErrors.WordBeforeVerb(TextOf(Current), $"{bearer} {modal} {RestOfItem(1)}"),
            _ => null,
        };
    }

    /// <summary>"each party P" for "each party", and its letter.</summary>
    private static string WithLetter(string bearer, out string letter)
    {
        var last = bearer[(bearer.LastIndexOf(' ') + 1)..];
        letter = last.Length == 1 ? last : bearer.StartsWith("each ", StringComparison.Ordinal) ? "P" : bearer;
        return last.Length > 1 && letter == "P" ? bearer + " P" : bearer;
    }

    /// <summary><c>B must reply to r</c>: the noun stands without its verb.</summary>
    private string? VerbExample(string noun)
    {
        var act = ItemSoFar;
        return (Current.Word.IsPreposition() || At(Word.Of)) && act.EndsWith(" " + noun, StringComparison.Ordinal)
            ? $"{act[..^noun.Length]}give {noun} {RestOfItem(0)}".TrimEnd()
            : null;
    }

    /// <summary>Who is told, where a noun should stand: <c>the other party</c>, <c>both parties</c>.</summary>
    private Mistake? LooseAddressee()
    {
        if (!_isInClause || At(TokenKind.Variable))
        {
            return null;
        }

        var right = _at > 0 && _tokens[_at - 1].Word is Word.To or Word.From or Word.Against ? "each other party" : "each party";
        return TextOf(Current).ToLowerInvariant() switch
        {
            "the" when Peek().Word == Word.Other && Peek(2).IsName => SyntaxErrors.AllForEach(Written(0, 3), "each other party"),
            "the" when IsParty(Peek()) => SyntaxErrors.AllForEach(Written(0, 2), right),
            "the" when IsBackReference(Peek()) => SyntaxErrors.BackReference(Written(0, Peek(2).IsName ? 3 : 2)),
            "both" or "either" when IsParty(Peek()) => SyntaxErrors.AllForEach(Written(0, 2), right),
            "another" when IsParty(Peek()) => SyntaxErrors.AllForEach(Written(0, 2), "each other party"),
            "one" when IsSpelt(Peek(), "another") => SyntaxErrors.AllForEach(Written(0, 2), "each other party"),
            _ => null,
        };
    }

    /// <summary>How many of something, where <c>have</c> takes its noun.</summary>
    private Mistake? LooseHowMany()
    {
        if (Before != "have" || !_isInClause)
        {
            return null;
        }

        var act = ItemSoFar;
        var isNot = act.EndsWith(" must not have", StringComparison.Ordinal);
        var bearer = isNot ? act[..^14] : act.EndsWith(" must have", StringComparison.Ordinal) ? act[..^10] : null;
        if (bearer is null)
        {
            return null;
        }

        if (At(Word.No) && Peek().IsName)
        {
            return SyntaxErrors.HaveNone(TextOf(Peek()), $"{bearer} must not have {RestOfItem(1)}");
        }

        var (comparison, at) = (Current.Word, Peek().Word) switch
        {
            (Word.At, Word.Least) => ("at least", 2),
            (Word.At, Word.Most) => ("at most", 2),
            (Word.More, Word.Than) => (isNot ? "at most" : "more than", 2),
            (Word.Less, Word.Than) => (isNot ? "at least" : "less than", 2),
            (Word.No or Word.Not, Word.More) => ("at most", 3),
            (Word.No or Word.Not, Word.Less) => ("at least", 3),
            _ => ("is", 0),
        };
        if (Peek(at).Kind != TokenKind.Number || !Peek(at + 1).IsName)
        {
            return null;
        }

        var noun = TextOf(Peek(at + 1));
        var subject = WithLetter(bearer, out var letter);
        var rest = RestOfItem(at + 2);
        var of = rest.StartsWith("of ", StringComparison.Ordinal) ? string.Empty : $" of {letter}";
        return SyntaxErrors.HowMany(Written(0, at + 2), $"{subject} must keep number of {noun}{of} {(rest.Length > 0 && !rest.StartsWith("no ", StringComparison.Ordinal) ? rest + " " : string.Empty)}{comparison} {TextOf(Peek(at))}");
    }
}
