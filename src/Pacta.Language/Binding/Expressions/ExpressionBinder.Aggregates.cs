using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Counts and sums, over things present now, events in a window, or the members of a group.</summary>
internal sealed partial class ExpressionBinder
{
    private TypedTerm BindAggregate(AggregateTermSyntax syntax)
    {
        var on = TimeAtEnd(syntax.Phrase);
        var tail = on is null ? syntax.Phrase.Tail : syntax.Phrase.Tail[..^1];

        var introduced = _rolesIntroduce;
        _rolesIntroduce = false;
        var bound = BindPhrase(syntax.Phrase, tail, null, syntax.Phrase.Span);
        _rolesIntroduce = introduced;

        var window = syntax.Window is null ? null : BindWindow(syntax.Window);
        if (bound.IsError)
        {
            return BrokenTerm(syntax);
        }

        var (field, amount, dimension, isBroken) = BindSummed(syntax, bound);
        if (isBroken || !WindowFits(syntax, bound))
        {
            return BrokenTerm(syntax);
        }

        Term term = new AggregateTerm(Text(syntax), (AggregateForm)syntax.Kind, field, amount, bound.Pattern, window);
        if (on is not null)
        {
            term = new AtTimeTerm(Text(syntax), term, BindOn(on));
        }

        return new TypedTerm(term, TermForm.Number, dimension);
    }

    private (Field? Field, string? Amount, string Dimension, bool IsBroken) BindSummed(AggregateTermSyntax syntax, BoundPattern bound)
    {
        if (syntax.Field is not { IsMissing: false } name)
        {
            return (null, null, "", syntax.Kind != AggregateKind.Number);
        }

        // The fields are those of what is counted: of the state itself in "total size of members", which has none.
        var kind = bound.Noun.Kind;
        if (kind?.IsBroken(name.Text) == true)
        {
            return (null, null, "", true);
        }

        if (kind?.Fields.GetValueOrDefault(name.Text) is { } field)
        {
            scope.All.Names?.UseField(scope.File, name, kind);
            if (field.Type is FieldType.Count or FieldType.Quantity)
            {
                return (field, null, field.Dimension, false);
            }

            Report(name, MeaningErrors.CannotSum(name.Text, FormOf(field).Form == TermForm.Truth));
            return (null, null, "", true);
        }

        if (Find(name) is TableSymbol { IsPlace: false } amount)
        {
            if (!amount.HasParameter)
            {
                Report(name, MeaningErrors.NoParameter(amount.Name), amount.DeclaredHere);
                return (null, null, "", true);
            }

            if (!TableBinder.ParameterOf(amount).Accepts(bound.Noun.Entity))
            {
                Report(syntax.Phrase, MeaningErrors.WrongArgument(Text(syntax.Phrase), bound.Noun.Entity.ToString(), TableBinder.ParameterOf(amount)), amount.DeclaredHere);
                return (null, null, "", true);
            }

            TableBinder.Bind(amount);
            return (null, amount.Name, amount.Bound?.Dimension ?? "", amount.Bound is null || amount.IsBroken);
        }

        var fields = kind?.Fields.Values.Where(f => f.Type is FieldType.Count or FieldType.Quantity).Select(f => f.Name).ToList() ?? [];
        var amounts = scope.NamesOf(s => s is TableSymbol { IsPlace: false, HasParameter: true });
        Report(name, NameErrors.UnknownField(name.Text, bound.Noun.Entity, fields, Suggestion.For(scope.File, name, fields.Concat(amounts))));
        return (null, null, "", true);
    }

    /// <summary>Events are counted in a window, things at a moment.</summary>
    private bool WindowFits(AggregateTermSyntax syntax, BoundPattern bound)
    {
        var isEvent = bound.Noun.Entity.Form == EntityForm.Event;
        if (isEvent && syntax.Window is null)
        {
            Report(syntax, MeaningErrors.WindowMissing(Text(syntax)));
            return false;
        }

        if (!isEvent && syntax.Window is not null)
        {
            Report(syntax.Window, MeaningErrors.WindowOverThings(Text(syntax.Phrase)));
            return false;
        }

        return true;
    }

    private Window? BindWindow(WindowSyntax syntax)
    {
        if (syntax.Kind == WindowKind.AtOnce)
        {
            return new AtOnceWindow();
        }

        if (syntax is { Kind: WindowKind.InAny, Duration: { } duration })
        {
            return BindLapse(duration, allowCalendar: true) is { } lapse ? new SlidingWindow(lapse, duration.Manner?.Text == "calendar") : null;
        }

        if (syntax.Calendar is { IsMissing: false } calendar)
        {
            if (LapseUnits.Find(calendar.Text) is LapseUnit.Day or LapseUnit.Week or LapseUnit.Month or LapseUnit.Year)
            {
                return new CalendarWindow(LapseUnits.Find(calendar.Text)!.Value);
            }

            Report(calendar, TimeErrors.UnknownPeriod(calendar.Text, Suggestion.For(scope.File, calendar, ["day", "week", "month", "year"])));
        }

        return null;
    }
}
