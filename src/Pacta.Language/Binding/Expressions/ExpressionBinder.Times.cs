using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using LocalDate = NodaTime.LocalDate;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Times: dates, starts and ends, and what is counted from them.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>Reads a chain from the right: "14 days after day 2 after entry_into_force" starts with the entry into force.</summary>
    public TimeExpression BindTime(TimeSyntax syntax)
    {
        if (syntax.Instants.IsDefaultOrEmpty)
        {
            return BrokenTime(syntax);
        }

        var last = syntax.Instants[^1];
        if (last is not PhraseInstantSyntax anchor)
        {
            Report(last, TimeErrors.CountedFromNothing(Text(last)));
            return BrokenTime(syntax);
        }

        var time = BindAnchor(anchor);
        for (var i = syntax.Instants.Length - 2; i >= 0; i--)
        {
            var step = syntax.Instants[i];
            var before = syntax.IsBefore[i];
            var text = scope.File.Quote(Model.Text.TextSpan.Cover(step.Span, syntax.Instants[^1].Span));
            time = step switch
            {
                DurationInstantSyntax duration when BindLapse(duration.Duration) is { } lapse => new OffsetTime(text, lapse, before, time),
                DayInstantSyntax day when BindWhole(day.Number) is { } number => new DayTime(text, number, before, time),
                PhraseInstantSyntax phrase => BindTableOffset(phrase, text, before, time),
                _ => time,
            };
        }

        if (syntax.Instants.Length > 1 || time is not FixedTime)
        {
            scope.All.Names?.NoteTime(scope, syntax.Span, time);
        }

        return time;
    }

    /// <summary>A stretch of time; null where it was reported.</summary>
    /// <param name="allowCalendar">In windows, "3 calendar years" are not the same as "3 years".</param>
    public Lapse? BindLapse(DurationSyntax syntax, bool allowCalendar = false)
    {
        if (syntax.Unit.IsMissing)
        {
            return null;
        }

        if (LapseUnits.Find(syntax.Unit.Text) is not { } unit)
        {
            Report(syntax.Unit, TimeErrors.UnknownTimeUnit(syntax.Unit.Text, Suggestion.For(scope.File, syntax.Unit, LapseUnits.Names)));
            return null;
        }

        if (syntax.Manner?.Text == "working")
        {
            if (unit != LapseUnit.Day)
            {
                Report(syntax.Unit, TimeErrors.WorkingWhat(syntax.Unit.Text));
                return null;
            }

            unit = LapseUnit.WorkingDay;
        }
        else if (syntax.Manner?.Text == "calendar" && ((!allowCalendar && unit != LapseUnit.Day) || unit < LapseUnit.Day))
        {
            Report(syntax.Manner, TimeErrors.CalendarWhat($"{Text(syntax.Number)} calendar {syntax.Unit.Text}"));
            return null;
        }

        return BindWhole(syntax.Number) is { } amount ? new Lapse(amount, unit) : null;
    }

    public Moment? BindMoment(MomentLiteral literal)
    {
        var moment = Moments.Of(literal);
        if (moment is null)
        {
            Report(literal, TimeErrors.NoSuchDate(Text(literal)));
        }
        else if (literal.Year is < Moments.FirstYear or > Moments.LastYear)
        {
            Report(literal, TimeErrors.YearBeyond(Text(literal)));
        }
        else if (scope.Agreement?.Zone is { } zone && !moment.ExistsIn(zone))
        {
            Report(literal, TimeErrors.NoSuchDayInZone(Text(literal), zone.Id));
        }

        return moment;
    }

    private int? BindWhole(NumberLiteral number)
    {
        if (number.Value == decimal.Truncate(number.Value) && number.Value is >= 0 and <= 100_000)
        {
            return (int)number.Value;
        }

        Report(number, TimeErrors.WholeNumber(Text(number)));
        return null;
    }

    private TimeExpression BindAnchor(PhraseInstantSyntax syntax)
    {
        if (syntax.Phrase.Head is MomentArgumentSyntax { Moment: var literal })
        {
            return BindMoment(literal) is { } moment ? new FixedTime(Text(syntax), moment) : BrokenTime(syntax);
        }

        var noun = (NounArgumentSyntax)syntax.Phrase.Head;
        if (noun.Name.IsMissing)
        {
            return BrokenTime(syntax);
        }

        if (syntax.Phrase.Tail.Length > 0 || noun.IsEach || noun.Label is not null)
        {
            Report(syntax, TimeErrors.NotATime(Text(syntax)));
            return BrokenTime(syntax);
        }

        var text = Text(syntax);
        switch (noun.Name.Text, noun.Of)
        {
            case ("entry_into_force", null):
                CheckHeader(syntax, scope.Agreement is { EntersIntoForce: true }, TimeErrors.NoEntryIntoForce());
                return new EntryIntoForceTime(text);
            case ("signature", null):
                CheckHeader(syntax, scope.Agreement is { IsSigned: true }, TimeErrors.NotSigned());
                return new SignatureTime(text);
            case ("start", { } of):
                return new StartTime(text, BindArgument(of, Entity.AnyEvent, introduces: false));
            case ("end", { } of):
                return new EndTime(text, BindArgument(of, Entity.AnyEvent, introduces: false));
            case ("fulfilment", NounArgumentSyntax { Of: null, Label: null } of):
                return ResolveClause(of.Name) is { } clause ? new FulfilmentTime(text, clause) : BrokenTime(syntax);
            case (_, null) when noun.Name.IsVariable:
                return new StartTime(text, BindArgument(noun, Entity.AnyEvent, introduces: false));
            default:
                string[] known = ["entry_into_force", "signature", "start", "end", "fulfilment"];
                Report(noun.Name, TimeErrors.UnknownTime(Text(noun), Suggestion.For(scope.File, noun.Name, known)));
                return BrokenTime(syntax);
        }
    }

    /// <summary>A header must be there for its time to be named, unless the agreement is only proposed or oral and has neither.</summary>
    private void CheckHeader(SyntaxNode syntax, bool isThere, Parsing.Mistake mistake)
    {
        if (!isThere && scope.Agreement is not { IsTentative: true })
        {
            Report(syntax, mistake);
        }
    }

    private TimeExpression BindTableOffset(PhraseInstantSyntax syntax, string text, bool before, TimeExpression origin)
    {
        if (syntax.Phrase is { Head: NounArgumentSyntax { IsEach: false, Label: null } noun, Tail.Length: 0 })
        {
            var symbol = Find(noun.Name);
            if (symbol is TableSymbol { IsPlace: false } table)
            {
                TableBinder.Bind(table);
                if (table is { IsLapse: false, Bound: not null })
                {
                    Report(syntax, TimeErrors.AmountIsNoTime(table.Name), table.DeclaredHere);
                }

                return new TableOffsetTime(text, table.Name, BindParameter(table, noun), before, origin);
            }

            if (symbol is null && !noun.Name.IsVariable)
            {
                ReportUnknown(noun.Name, "a stretch of time", "42 days before start of x", s => s is TableSymbol { IsPlace: false });
                return origin;
            }
        }

        Report(syntax, TimeErrors.NotALength(Text(syntax)));
        return origin;
    }

    /// <summary>The <c>on DATE</c> or <c>on signature</c> at the end of a phrase.</summary>
    private static PrepositionalSyntax? TimeAtEnd(PhraseSyntax phrase) =>
        phrase.Tail is [.., { Preposition.Text: "on" } last]
            && last.Argument is MomentArgumentSyntax or NounArgumentSyntax { Name.Text: "signature" or "entry_into_force", Of: null, Label: null }
            ? last
            : null;

    private TimeExpression BindOn(PrepositionalSyntax on) =>
        BindAnchor(new PhraseInstantSyntax(on.Argument.Span, new PhraseSyntax(on.Argument.Span, on.Argument, [])));

    private FixedTime BrokenTime(SyntaxNode syntax) => new(Text(syntax), Moment.OnDay(new LocalDate(1, 1, 1)));
}
