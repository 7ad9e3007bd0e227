using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>When: the times of a sentence, and from when until when something holds.</summary>
internal sealed partial class FileParser
{
    private bool AtTiming => Current.Word is Word.No or Word.Within or Word.Effective or Word.Every or Word.As or Word.Until;

    private ImmutableArray<TimingSyntax>? Timings()
    {
        var timings = ImmutableArray.CreateBuilder<TimingSyntax>();
        while (AtTiming)
        {
            if (Timing() is not { } timing)
            {
                return null;
            }

            timings.Add(timing);
        }

        return timings.ToImmutable();
    }

    private TimingSyntax? Timing()
    {
        const string NoLater = "no later than 42 days before start of x";
        var start = Current.Start;
        switch (Current.Word)
        {
            case Word.No:
                Advance();
                var isLater = At(Word.Later);
                if (!isLater && !At(Word.Earlier))
                {
                    _at--;
                    var loose = LooseLength();
                    _at++;
                    Missing(loose ?? SyntaxErrors.WordMissing("'later than' or 'earlier than'", Before, Found, NoLater));
                    return null;
                }

                Advance();
                if (!Expect(Word.Than, NoLater) || Time(NoLater) is not { } bound)
                {
                    return null;
                }

                return isLater ? new NoLaterTiming(SpanFrom(start), bound) : new NoEarlierTiming(SpanFrom(start), bound);
            case Word.Within:
                Advance();
                return Within(start);
            case Word.Effective:
                Advance();
                return Time("effective 150 days after n") is { } time ? new EffectiveTiming(SpanFrom(start), time) : null;
            case Word.Every:
                Advance();
                return Every(start);
            default:
                return Limit() is { } limit ? new SpanTiming(limit.Span, limit) : null;
        }
    }

    private WithinTiming? Within(int start)
    {
        const string Example = "within 48 hours after r";
        if ((At(Word.At) || At(Word.No) || At(Word.More)) && LooseLength() is { } loose)
        {
            Missing(loose);
            return null;
        }

        if (_isInClause && At(TokenKind.Number) && Peek().IsWord && !TimeUnits.Contains(TextOf(Peek())) && Peek(2).Word is Word.Of or Word.From)
        {
            Missing(SyntaxErrors.WithinDistance(Written(0, 2), $"zone strip {{ up to {Written(0, 2)} from {RestOfItem(3)} }}\neach party must not have weapons in strip"));
            return null;
        }

        if (Current.IsName && (EndsLine(Peek()) || Peek().Word is Word.Unless or Word.Otherwise or Word.As or Word.Until) && LooseNumber() is null && LooseDuration() is null)
        {
            var act = ItemSoFar;
            Missing(SyntaxErrors.InForInside("within", $"{(act.EndsWith(" within", StringComparison.Ordinal) ? act[..^7] : "each party must not open fire")} in {RestOfItem(0)}") with { Instead = null });
            return null;
        }

        if ((LooseSpan() ?? LooseDuration() ?? LooseAmount()) is { } other)
        {
            Missing(other);
            return null;
        }

        if (Duration(Example) is not { } duration)
        {
            return null;
        }

        if (LooseDirection() is { } wrong)
        {
            Missing(wrong);
            return null;
        }

        if (!At(Word.Before) && !At(Word.After))
        {
            return new WithinTiming(SpanFrom(start), duration, false, null);
        }

        var isBefore = Advance().Word == Word.Before;
        return Time(Example) is { } anchor ? new WithinTiming(SpanFrom(start), duration, isBefore, anchor) : null;
    }

    private TimingSyntax? Every(int start)
    {
        const string Example = "every year by 15 november";
        if (LooseEvery() is { } loose)
        {
            Missing(loose);
            return null;
        }

        if (At(TokenKind.Number))
        {
            return Duration("every 6 months") is { } duration ? new EveryTiming(SpanFrom(start), duration) : null;
        }

        if (Name("the period", Example) is not { } cycle)
        {
            return null;
        }

        if (!Eat(Word.By))
        {
            return new YearlyTiming(SpanFrom(start), cycle, null, null);
        }

        if (cycle.Text != "year" && At(TokenKind.Number) && !Peek().IsName)
        {
            Missing(SyntaxErrors.DayOfMonth(TextOf(Current)));
            return null;
        }

        return Number("the day of the month", Example) is { } day && Name("the month", Example) is { } month
            ? new YearlyTiming(SpanFrom(start), cycle, day, month)
            : null;
    }

    /// <summary>Behind <c>every</c>: <c>other year</c>, <c>two years</c>, <c>15 november</c>.</summary>
    private Mistake? LooseEvery()
    {
        if ((At(Word.Other) || IsSpelt(Current, "second") || IsSpelt(Current, "half")) && Peek().IsName && TimeUnits.Contains(TextOf(Peek())))
        {
            return SyntaxErrors.EveryOther(Written(0, 2), IsSpelt(Current, "half") ? IsSpelt(Peek(), "year") ? "6 months" : "15 days" : $"2 {TextOf(Peek())}s");
        }

        if (DigitsOf(Current) is { } digits && Peek().IsName && TimeUnits.Contains(TextOf(Peek())))
        {
            return SyntaxErrors.EveryOther(Written(0, 2), FormattableString.Invariant($"{digits} {TextOf(Peek())}"));
        }

        return At(TokenKind.Number) && MonthOf(Peek()) is not null ? SyntaxErrors.EveryOther(Written(0, 2), $"year by {TextOf(Current)} {TextOf(Peek()).ToLowerInvariant()}") : null;
    }

    private ImmutableArray<SpanSyntax>? Spans()
    {
        var spans = ImmutableArray.CreateBuilder<SpanSyntax>();
        while (At(Word.As) || At(Word.Until))
        {
            if (Limit() is not { } limit)
            {
                return null;
            }

            spans.Add(limit);
        }

        return spans.ToImmutable();
    }

    /// <summary><c>as from TIME</c> or <c>until TIME</c></summary>
    private SpanSyntax? Limit()
    {
        const string Example = "as from 2018-02-05 until 2026-02-04";
        var start = Current.Start;
        if (At(Word.As) && Peek().Word == Word.Of)
        {
            Advance();
            Missing(SyntaxErrors.AsOf($"{(ItemSoFar.EndsWith(" as", StringComparison.Ordinal) ? ItemSoFar : "each party must not open fire as")} from {RestOfItem(1)}"));
            return null;
        }

        if (At(Word.As) && IsSpelt(Peek(), "soon"))
        {
            Missing(SyntaxErrors.VagueTime(Spells(0, "as soon as possible") + Spells(0, "as soon as practicable") + Spells(0, "as soon as feasible") > 0 ? Written(0, 4) : "as soon", ActSoFar()));
            return null;
        }

        var isUntil = Advance().Word == Word.Until;
        return (isUntil || Expect(Word.From, Example)) && Time(Example) is { } time ? new SpanSyntax(SpanFrom(start), isUntil, time) : null;
    }
}
