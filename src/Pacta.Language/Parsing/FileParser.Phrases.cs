using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Patterns, noun phrases, times and durations.</summary>
internal sealed partial class FileParser
{
    private PatternSyntax? Pattern(string example)
    {
        var start = Current.Start;
        if (Phrase(example) is not { } phrase)
        {
            return null;
        }

        ConditionSyntax? where = null;
        if (Eat(Word.Where))
        {
            _isInDoing = false;
            where = Condition();
            if (where is null)
            {
                return null;
            }
        }

        return new PatternSyntax(SpanFrom(start), phrase, where);
    }

    /// <summary>
    /// <c>of</c> belongs to the noun before it, every other preposition to the first noun. <c>in any</c> is no place but begins a window.
    /// </summary>
    private PhraseSyntax? Phrase(string example)
    {
        var start = Current.Start;
        if (Argument(example) is not { } head)
        {
            return null;
        }

        var tail = ImmutableArray.CreateBuilder<PrepositionalSyntax>();
        while (head is not MomentArgumentSyntax && Current.Word.IsPreposition() && !At(Word.In, Word.Any))
        {
            if (At(Word.By) && Peek().Kind is TokenKind.Date or TokenKind.Month)
            {
                Missing(SyntaxErrors.ByDate(TextOf(Peek())));
                return null;
            }

            if ((LooseYearlyDay() ?? LoosePreposition()) is { } loose)
            {
                Missing(loose);
                return null;
            }

            var preposition = TakeIdentifier();
            if (Argument(example) is not { } argument)
            {
                return null;
            }

            tail.Add(new PrepositionalSyntax(SpanFrom(preposition.Span.Start), preposition, argument));
        }

        return new PhraseSyntax(SpanFrom(start), head, tail.ToImmutable());
    }

    private ArgumentSyntax? Argument(string example)
    {
        if (!Enter())
        {
            return null;
        }

        var argument = ArgumentInside(example);
        _depth--;
        return argument;
    }

    private ArgumentSyntax? ArgumentInside(string example)
    {
        var start = Current.Start;
        if (AtMoment)
        {
            return Moment(example) is { } moment ? new MomentArgumentSyntax(SpanFrom(start), moment) : null;
        }

        if (_isPeriodAllowed && At(TokenKind.Number))
        {
            var period = TakeIdentifier();
            return new NounArgumentSyntax(period.Span, false, false, period, null, null);
        }

        var isEach = Eat(Word.Each);
        var isOther = isEach && Eat(Word.Other);
        Identifier name;
        Identifier? label = null;
        if (isEach)
        {
            if (Name("who or what 'each' is about", example) is not { } named)
            {
                return null;
            }

            name = named;
            label = Current.IsWord && !AtPeriodWord && !AtLooseWord ? TakeIdentifier() : null;
        }
        else if (Current.IsWord)
        {
            if (LooseAddressee() is { } addressee)
            {
                Missing(addressee);
                return null;
            }

            if (IsArticle())
            {
                Missing(SyntaxErrors.GrammaticalArticle(TextOf(Current)));
                return null;
            }

            var isName = Current.IsName;
            name = TakeIdentifier();
            label = isName && Current.IsWord && !AtPeriodWord && !AtLooseWord && !At(Word.Accurate, Word.To) ? TakeIdentifier() : null;
        }
        else
        {
            Missing(
                At(Word.Other) ? SyntaxErrors.OtherWithoutEach()
                : Current.Word is Word.All or Word.Any or Word.Every ? (Before == "have" ? SyntaxErrors.AllThings(TextOf(Current)) : SyntaxErrors.AllForEach(TextOf(Current)))
                : LooseHowMany() is { } many ? many
                : SyntaxErrors.NounMissing(Before, Found, example));
            return null;
        }

        ArgumentSyntax? of = null;
        if (At(Word.Of) && LooseSize() is { } size)
        {
            Missing(size);
            return null;
        }

        if (Eat(Word.Of))
        {
            of = Argument(example);
            if (of is null)
            {
                return null;
            }
        }

        ArgumentSyntax? with = null;
        if (of is not null && name.Text == "border" && Eat(Word.With))
        {
            with = Argument("border of aland with borland");
            if (with is null)
            {
                return null;
            }
        }

        return new NounArgumentSyntax(SpanFrom(start), isEach, isOther, name, label, of) { With = with };
    }

    /// <summary>Is this the or a, which the language does without?</summary>
    private bool IsArticle() =>
        Peek().IsName && (At(TokenKind.Variable) || At(TokenKind.Name))
        && _text.AsSpan(Current.Start, Current.End - Current.Start) is "the" or "a" or "an";

    private Mistake? ArticleBehind() => Current.IsWord && IsArticle() ? SyntaxErrors.GrammaticalArticle(TextOf(Current)) : null;

    // ---- time

    private TimeSyntax? Time(string example)
    {
        var start = Current.Start;
        var instants = ImmutableArray.CreateBuilder<InstantSyntax>();
        var isBefore = ImmutableArray.CreateBuilder<bool>();
        while (true)
        {
            if (Instant(example) is not { } instant)
            {
                return null;
            }

            instants.Add(instant);
            if (instant is DurationInstantSyntax && LooseDirection() is { } wrong)
            {
                Missing(wrong);
                return null;
            }

            if (!At(Word.Before) && !At(Word.After))
            {
                return new TimeSyntax(SpanFrom(start), instants.ToImmutable(), isBefore.ToImmutable());
            }

            isBefore.Add(Advance().Word == Word.Before);
        }
    }

    private InstantSyntax? Instant(string example)
    {
        var start = Current.Start;
        if ((LooseDate() ?? LooseInstant()) is { } date)
        {
            Missing(date);
            return null;
        }

        if (At(TokenKind.Number))
        {
            return Duration(example) is { } duration ? new DurationInstantSyntax(SpanFrom(start), duration) : null;
        }

        if (At(Word.Day) && Peek().Kind == TokenKind.Number)
        {
            Advance();
            return Number("the day", example) is { } number ? new DayInstantSyntax(SpanFrom(start), number) : null;
        }

        if (!AtMoment && !Current.IsWord && !At(Word.Each))
        {
            Missing(SyntaxErrors.TimeMissing(Before, Found, example));
            return null;
        }

        return Phrase(example) is { } phrase ? new PhraseInstantSyntax(SpanFrom(start), phrase) : null;
    }

    private DurationSyntax? Duration(string example)
    {
        var start = Current.Start;
        if (!At(TokenKind.Number))
        {
            Missing(LooseNumber() ?? LooseDuration() ?? SyntaxErrors.DurationMissing(Before, Found, example));
            return null;
        }

        if (Number("how long", example) is not { } number)
        {
            return null;
        }

        if (LooseUnitOfTime() is { } unit)
        {
            Missing(unit);
            return null;
        }

        var manner = Current.Word is Word.Working or Word.Calendar ? TakeIdentifier() : null;
        if (!Current.IsName)
        {
            Missing(SyntaxErrors.UnitOfTimeMissing(Before ?? "", Found, example));
            return null;
        }

        return new DurationSyntax(SpanFrom(start), number, manner, TakeIdentifier());
    }

    /// <summary>Goes one level deeper; answers false and reports it if that is too deep.</summary>
    private bool Enter()
    {
        if (_depth >= DeepestNesting)
        {
            return Missing(SyntaxErrors.TooDeep());
        }

        _depth++;
        return true;
    }
}
