using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Lists where one stands: several addressees, places or things of one act.</summary>
internal sealed partial class FileParser
{
    /// <summary>Behind an act: a comma, <c>and</c> or <c>or</c>, and one more of what stands before it.</summary>
    private Mistake? LooseSeveral(ActSyntax act, bool hasTimes)
    {
        if (!At(Word.And) && !At(Word.Or) && !At(TokenKind.Comma))
        {
            return null;
        }

        if (hasTimes)
        {
            return AtTimingBehind(1) ? SyntaxErrors.SeveralTimes(TextOf(Current)) : null;
        }

        var phrase = act switch { DoAct done => done.Pattern.Phrase, HaveAct had => had.Pattern.Phrase, _ => null };
        if (phrase is null || EndsLine(Peek()))
        {
            return null;
        }

        var last = phrase.Tail.IsEmpty ? null : phrase.Tail[^1];
        var from = 1;
        if (Peek().Word.IsPreposition() || Peek().Word == Word.Of)
        {
            from = 2;
        }

        // The second of them: up to a preposition or a time.
        var end = from;
        while (!EndsLine(Peek(end)) && !Peek(end).Word.IsPreposition() && !AtTimingBehind(end) && Peek(end).Word is not (Word.Unless or Word.Otherwise or Word.Where or Word.Is))
        {
            end++;
        }

        if (end == from || ModalBehind(0) is not null)
        {
            return null;
        }

        var (second, rest) = (Written(from, end), RestOfItem(end));
        if (last is null)
        {
            var noun = phrase.Head is NounArgumentSyntax head ? head.Name.Text : _text[phrase.Head.Span.Start..phrase.Head.Span.End];
            return SyntaxErrors.SeveralThings(TextOf(Current), noun, second, act is HaveAct);
        }

        var upTo = OnOneLine(_text[_tokens[_itemStart].Start..last.Argument.Span.Start]).TrimEnd();
        var first = OnOneLine(_text[last.Argument.Span.Start..last.Argument.Span.End]);
        return last.Preposition.Text is "in" or "into" or "on" or "over" or "through" or "outside"
            ? SyntaxErrors.SeveralPlaces(TextOf(Current), first, second, $"{upTo} either_place {rest}".TrimEnd())
            : SyntaxErrors.SeveralOthers(TextOf(Current), last.Preposition.Text, $"{upTo} {first} {rest}".TrimEnd(), $"{upTo} {second} {rest}".TrimEnd());
    }

    private bool AtTimingBehind(int at) => Peek(at).Word is Word.No or Word.Within or Word.Effective or Word.Every or Word.As or Word.Until;

    /// <summary>Two counts with <c>and</c>: <c>keep number of howitzers of P and mortars of P at most 75</c>.</summary>
    private Mistake? LooseSum(TermSyntax left)
    {
        if (!At(Word.And) || EndsLine(Peek()))
        {
            return null;
        }

        var from = Peek().Word == Word.Number && Peek(2).Word == Word.Of ? 3 : 1;
        var end = from;
        while (!EndsLine(Peek(end)) && !(Peek(end).Word is Word.At or Word.More or Word.Less or Word.Is))
        {
            end++;
        }

        if (EndsLine(Peek(end)) || end == from || left is not (AggregateTermSyntax or PhraseTermSyntax))
        {
            return null;
        }

        var first = OnOneLine(_text[left.Span.Start..left.Span.End]);
        return SyntaxErrors.SumOfCounts((left is AggregateTermSyntax ? first : $"number of {first}") + $" + number of {Written(from, end)} {RestOfItem(end)}");
    }
}
