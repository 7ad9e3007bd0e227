using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Binding.Sentences;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Binds the rows of one table, and finds the dimension that all of them share.</summary>
internal sealed class RowBinder(TableSymbol table, ExpressionBinder binder)
{
    private TypedTerm? _first;
    private TermSyntax? _firstSyntax;

    /// <summary>The dimension of the values; null while none was bound.</summary>
    public string? Dimension => table.IsLapse ? UnitBinder.Time : _first?.Dimension;

    public ImmutableArray<Row> BindAll(ImmutableArray<RowSyntax> rows)
    {
        var bound = ImmutableArray.CreateBuilder<Row>(rows.Length);
        RowSyntax? catchAll = null;
        foreach (var row in rows)
        {
            if (catchAll is not null)
            {
                binder.Report(row, MeaningErrors.RowAfterOtherwise(binder.Text(row)), new Model.Diagnostics.Label(table.Owner.File, catchAll.Span, "this row always applies", table.Section));
                break;
            }

            if (row is { If: null, Spans.Length: 0 } && (row.IsOtherwise || rows.Length > 1))
            {
                catchAll = row;
            }

            bound.Add(Bind(row));
        }

        return bound.ToImmutable();
    }

    private Row Bind(RowSyntax row)
    {
        // The condition first: a "there was ... c" in it may introduce what the value uses.
        var condition = row.If is null ? null : binder.BindCondition(row.If);
        var values = row.Values.Select(Bind).OfType<RowValue>().ToImmutableArray();
        table.IsBroken |= values.Length < row.Values.Length;
        if (!table.IsPlace && row.Values.Length > 1)
        {
            binder.Report(row.Values[1], MeaningErrors.TwoAmounts(table.Name));
        }

        var (within, butNot) = (Limit(row.Within), Limit(row.ButNot));
        var height = row.Height is { } at ? Height(at) : null;
        var accuracy = row.Accuracy is { } metres ? Metres(metres) : 0;
        var (from, until) = Spans.Bind(binder, row.Spans);
        return new Row(binder.Text(row), values, within, butNot, height, accuracy, condition, from, until);
    }

    /// <summary>The place after 'within' or 'but not'.</summary>
    private Place? Limit(PhraseSyntax? limit)
    {
        if (limit is null)
        {
            return null;
        }

        if (table.IsPlace && limit.Tail.Length == 0)
        {
            return binder.BindPlace(limit.Head);
        }

        binder.Report(limit, MeaningErrors.ButNotWhat(binder.Text(limit)));
        return null;
    }

    private HeightRange? Height(HeightSyntax height)
    {
        var range = new HeightRange(height.Low is { } low ? Metres(low) : null, height.High is { } high ? Metres(high) : null, height.Above);
        if (range.Low <= range.High || range.Low is null || range.High is null)
        {
            return range;
        }

        binder.Report(height, MapErrors.HeightsReversed(binder.Text(height)));
        return null;
    }

    private RowValue? Bind(RowValueSyntax value)
    {
        var text = binder.Text(value);
        switch (value)
        {
            case DrawnRowValueSyntax drawn when table.IsPlace:
                return DrawingBinder.Bind(binder, drawn, isLine: table.Syntax.Kind == TableKind.Line);
            case BandRowValueSyntax band when table.IsPlace:
                return new BandRow(text, Metres(band.Distance, isWidth: true), binder.BindPlace(band.From), (Model.Agreements.BandSide)band.Side);
            case BetweenRowValueSyntax between when table.IsPlace:
                return new BetweenRow(text, binder.BindPlace(between.First), binder.BindPlace(between.Second));
            case TermRowValueSyntax { Term: PhraseTermSyntax { Phrase: { Tail.Length: 0 } phrase } } when table.IsPlace:
                return new PlaceRow(text, binder.BindPlace(phrase.Head));
            case TermRowValueSyntax { Term: QuantitySyntax quantity } when table.IsLapse:
                var length = new DurationSyntax(quantity.Span, quantity.Number, null, quantity.Unit!);
                return binder.BindLapse(length) is { } lapse ? new LapseRow(text, lapse) : null;
            case TermRowValueSyntax term when !table.IsPlace:
                return BindAmount(text, term);
            default:
                binder.Report(value, table.IsPlace ? MeaningErrors.NotAPlaceRow(text, table.What) : MeaningErrors.NotAnAmountRow(text));
                return null;
        }
    }

    private TermRow? BindAmount(string text, TermRowValueSyntax value)
    {
        var term = binder.BindNumber(value.Term);
        if (term.IsError)
        {
            return null;
        }

        if (_first is not { } first || _firstSyntax is null)
        {
            (_first, _firstSyntax) = (term, value.Term);
        }
        else if (!binder.Unify(ref first, ref term, value, _firstSyntax, value.Term, "values of one amount"))
        {
            return null;
        }
        else
        {
            _first = first;
        }

        return new TermRow(text, term.Term);
    }

    /// <param name="isWidth">A band is wider than nothing: of what lies on a line, no position says it.</param>
    private decimal Metres(QuantitySyntax syntax, bool isWidth = false)
    {
        var distance = binder.BindTerm(syntax);
        if (distance is { IsError: false, Term: NumberTerm number } && UnitBinder.Metre(table.Owner) is { } metre && metre.Dimension == distance.Dimension)
        {
            var metres = number.Range.High.GetValueOrDefault() / metre.Factor;
            if (isWidth && metres == 0)
            {
                binder.Report(syntax, UnitErrors.NoWidth(binder.Text(syntax)));
            }

            return metres;
        }

        if (!distance.IsError)
        {
            binder.Report(syntax, UnitErrors.NotALength(binder.Text(syntax), distance.Dimension));
        }

        return 0;
    }
}

/// <summary>The dates of rows, members, participations: at most one <c>as from</c> and one <c>until</c>.</summary>
internal static class Spans
{
    public static (TimeExpression? From, TimeExpression? Until) Bind(ExpressionBinder binder, ImmutableArray<SpanSyntax> spans)
    {
        TimeExpression? from = null;
        TimeExpression? until = null;
        var windows = new Windows();
        foreach (var span in spans)
        {
            ref var slot = ref span.IsUntil ? ref until : ref from;
            if (slot is not null)
            {
                binder.Report(span, TimeErrors.SaidTwice(span.IsUntil ? "until" : "as from"));
            }

            slot = binder.BindTime(span.Time);
            if (span.IsUntil)
            {
                windows.Ends(span, slot);
            }
            else
            {
                windows.Begins(span, slot);
            }
        }

        windows.Check(binder);
        return (from, until);
    }
}
