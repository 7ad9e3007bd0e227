using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>The sentence: who must, must not, may or has power to do what, and by when.</summary>
internal sealed partial class FileParser
{
    private SentenceSyntax? Sentence()
    {
        if (!Enter())
        {
            return null;
        }

        var sentence = SentenceInside();
        _depth--;
        return sentence;
    }

    private SentenceSyntax? SentenceInside()
    {
        var start = Current.Start;
        if (Subject() is not { } subject || Modal() is not { } modal || Act() is not { } act || Timings() is not { } timings)
        {
            return null;
        }

        ConditionSyntax? unless = null;
        if (Eat(Word.Unless))
        {
            unless = Condition();
            if (unless is null)
            {
                return null;
            }
        }

        SentenceSyntax? otherwise = null;
        if (Eat(Word.Otherwise))
        {
            otherwise = Sentence();
            if (otherwise is null)
            {
                return null;
            }
        }

        if (!AtEndOfItem && !IsCutShort)
        {
            Missing(AfterSentence(act, timings.Length > 0, unless is not null));
            return null;
        }

        return new SentenceSyntax(SpanFrom(start), subject, modal, act, timings, unless, otherwise);
    }

    /// <summary>What stands behind a sentence that is complete.</summary>
    private Mistake AfterSentence(ActSyntax act, bool hasTimes, bool hasUnless) => Current switch
    {
        { Kind: TokenKind.Text or TokenKind.OpenBrace or TokenKind.CloseParenthesis } => RestOfLine("the sentence"),
        { Word: Word.Not } when Peek().Word is Word.Later or Word.Earlier => SyntaxErrors.NotLaterThan(TextOf(Peek())),
        _ when LooseWindow(act) is { } window => window,
        _ when LooseCondition(ItemSoFar) is { } condition => condition,
        _ when (LooseSpan() ?? LooseParticiple() ?? LooseLength() ?? LooseDirection() ?? LooseAdverb() ?? LooseClock() ?? LooseTiming() ?? LooseSize()) is { } loose => loose,
        _ when LooseSeveral(act, hasTimes) is { } several => several,
        { Word: Word.Before or Word.After } => SyntaxErrors.BareBeforeOrAfter(TextOf(Current), BareExample()),
        _ when hasUnless && (AtTiming || At(Word.Unless)) => SyntaxErrors.TimeAfterUnless(At(Word.No) ? $"no {TextOf(Peek())} than" : TextOf(Current)),
        _ when ArticleBehind() is { } article => article,
        _ => SyntaxErrors.AfterSentence(Before ?? "", Found),
    };

    private SubjectSyntax? Subject()
    {
        const string Example = "each party P must give calendar to each other party every year by 15 november";
        var start = Current.Start;
        var first = _at;
        Identifier? each = null;
        Identifier? variable = null;
        if (LooseSubject() is { } loose)
        {
            Unexpected(loose);
            return null;
        }

        var names = ImmutableArray.CreateBuilder<Identifier>();
        if (Eat(Word.Each))
        {
            if (At(Word.Of))
            {
                Missing(IsSpelt(Peek(), "the") && IsParty(Peek(2)) ? SyntaxErrors.EachOfThe(Written(0, 3)) : SyntaxErrors.EachOf());
                return null;
            }

            each = Name("the party who is bound", Example);
            if (each is null)
            {
                return null;
            }

            variable = At(TokenKind.Variable) ? TakeIdentifier() : null;
            if (At(Word.Of) && Peek().IsWord)
            {
                Missing(SyntaxErrors.BearerWithOf(each.Text, variable?.Text ?? "P", TextOf(Peek())));
                return null;
            }
        }
        else if (!Current.IsWord)
        {
            Unexpected(Current.Word is Word.All or Word.Any or Word.Every ? SyntaxErrors.AllForEach(TextOf(Current)) : SyntaxErrors.NoSubject(Found));
            return null;
        }
        else
        {
            do
            {
                if (WordOrVariable("a party", Example) is not { } name)
                {
                    return null;
                }

                names.Add(name);
            }
            while (Eat(TokenKind.Comma));
        }

        if (At(Word.And) || At(Word.Or))
        {
            Missing(LooseList(first));
            return null;
        }

        var together = Eat(Word.Together);
        return new SubjectSyntax(SpanFrom(start), each, variable, names.ToImmutable(), together);
    }

    private Modal? Modal()
    {
        // What begins with a word of the language and goes on otherwise: "may not", "must be prohibited from", "has the right to".
        if (LooseModal() is { } loose)
        {
            Missing(loose);
            return null;
        }

        switch (Current.Word)
        {
            case Word.Must:
                Advance();
                return Eat(Word.Not) ? Syntax.Modal.MustNot : Syntax.Modal.Must;
            case Word.May:
                Advance();
                return Syntax.Modal.May;
            case Word.Has or Word.Have:
                const string Example = "each party has power to give withdrawal_notice n to each other party effective 6 months after n";
                Advance();
                return Expect(Word.Power, Example) && Expect(Word.To, Example) ? Syntax.Modal.HasPowerTo : null;
        }

        var text = TextOf(Current).ToLowerInvariant();
        if (text is "is" or "are" && PassiveModal(TextOf(Peek()).ToLowerInvariant()) is { } meant)
        {
            // What is in place of these two words is for the drafter to say: the words behind them change as well.
            Missing(SyntaxErrors.WrongModal($"{text} {TextOf(Peek())}", meant, null) with { Instead = null });
            return null;
        }

        _ = RightModal(text) is { } right ? Missing(SyntaxErrors.WrongModal(text, right, null))
            : Peek().IsName && ModalBehind(1) is not null && At(Word.Of) ? Missing(SyntaxErrors.BearerIsOwner(ItemSoFar, TextOf(Peek())))
            : IsSpelt(Current, "jointly") || IsSpelt(Current, "collectively") ? Missing(SyntaxErrors.Jointly(TextOf(Current)))
            : IsSpelt(Current, "respectively") ? Missing(SyntaxErrors.Respectively())
            : Current.IsName && Peek().Word is Word.Must or Word.May || Current.IsName && RightModal(TextOf(Peek())) is not null ? Missing(SyntaxErrors.TwoWordsForBearer(ItemSoFar, TextOf(Current)))
            : Unexpected(SyntaxErrors.NoModal(Before ?? "", Found));
        return null;
    }

    /// <summary><c>is prohibited from</c>, <c>is entitled to</c></summary>
    private static string? PassiveModal(string word) => word switch
    {
        "prohibited" or "forbidden" or "barred" or "not" => "must not",
        "entitled" or "allowed" or "permitted" or "free" => "may",
        _ => null,
    };

    private static string? RightModal(string word) => word switch
    {
        "shall" or "will" or "should" or "undertakes" or "undertake" or "is" or "are" or "agrees" or "agree" => "must",
        "cannot" => "must not",
        "can" or "might" => "may",
        _ => null,
    };

    private ActSyntax? Act()
    {
        _isInAct = true;
        var act = ActInside();
        _isInAct = false;
        return act;
    }

    private ActSyntax? ActInside()
    {
        const string Example = "A must give notification of x to each other party no later than 42 days before start of x";
        var start = Current.Start;
        switch (Current.Word)
        {
            case Word.Keep:
                Advance();
                return Condition() is { } condition ? new KeepAct(SpanFrom(start), condition) : null;
            case Word.Have:
                Advance();
                return Pattern("each party must not have inf_missiles") is { } things ? new HaveAct(SpanFrom(start), things) : null;
        }

        if (IsPassive())
        {
            var modal = Before == "not" ? "must not" : Before ?? "must";
            Missing(PassiveOf($"{modal} be{(IsParticiple(Peek()) ? " " + TextOf(Peek()) : string.Empty)}", 0, modal));
            return null;
        }

        if (LooseVerb() is { } noVerb)
        {
            Missing(noVerb);
            return null;
        }

        if (!Current.IsName || (AtPeriodWord && Peek().IsName))
        {
            Missing(LooseLength() ?? Misplaced(LooseAdverb()) ?? SyntaxErrors.NoVerb(Before ?? "", Found));
            return null;
        }

        var verb = TakeIdentifier();
        if ((AtPeriodWord && Peek().IsName) || (At(Word.Each) && LoosePeriod() is not null))
        {
            Missing(Misplaced(LooseAdverb())!);
            return null;
        }

        if (!Current.IsWord && !At(Word.Each))
        {
            Missing(LooseOften() ?? LooseLength() ?? SyntaxErrors.VerbWithoutNoun(verb.Text, Found, VerbExample(verb.Text)));
            return null;
        }

        _isInDoing = true;
        var done = Pattern(Example);
        _isInDoing = false;
        return done is { } pattern ? new DoAct(SpanFrom(start), verb, pattern) : null;
    }

    /// <summary>What would be right behind the act is not yet right before it.</summary>
    private static Mistake? Misplaced(Mistake? mistake) => mistake is null ? null : mistake with { Instead = null };
}
