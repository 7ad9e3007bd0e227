using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Binds amounts, zones and lines. An amount is bound when it is first used, since its dimension is that of its rows.</summary>
internal static class TableBinder
{
    /// <summary>What may stand after <c>of</c> where the table is used.</summary>
    public static Entity ParameterOf(TableSymbol table)
    {
        if (table.Parameter.IsError && table.Syntax.ParameterNoun is { } noun)
        {
            table.Parameter = new ExpressionBinder(table.Owner, new Variables(null), table.Section, table).ResolveNoun(noun).Entity;
        }

        return table.Parameter;
    }

    /// <summary>Binds the table. One that needs itself stays unbound here and is reported when all are bound.</summary>
    public static void Bind(TableSymbol table)
    {
        if (table.Bound is not null || table.IsBeingBound)
        {
            return;
        }

        table.IsBeingBound = true;
        var syntax = table.Syntax;
        var binder = new ExpressionBinder(table.Owner, new Variables(null), table.Section, table);
        var parameter = BindParameter(binder, syntax);
        table.IsLapse = syntax.Kind == TableKind.Amount && syntax.Readings.All(r => r.Content.All(IsLapseRow));

        var rows = new RowBinder(table, binder);
        var readings = syntax.Readings
            .Select(r => new Reading<ImmutableArray<Row>>(r.Name?.Text, [.. r.HeldBy.Select(h => h.Text)], rows.BindAll(r.Content)))
            .ToImmutableArray();
        CheckReadingNames(table, syntax.Readings.Select(r => r.Name));

        table.Bound = new Table(
            table.Name, (TableForm)syntax.Kind, parameter, syntax.Reference?.Article.Value, Notes.Bind(syntax.Notes), rows.Dimension ?? "", readings,
            new Origin(table.Owner.File, syntax.Span));
        table.IsBeingBound = false;
    }

    /// <summary>Binds a define.</summary>
    public static void Bind(DefineSymbol define)
    {
        if (define.Bound is not null)
        {
            return;
        }

        var syntax = define.Syntax;
        var readings = ImmutableArray.CreateBuilder<Reading<Pattern>>();
        ResolvedNoun? first = null;
        foreach (var reading in syntax.Readings)
        {
            var binder = new ExpressionBinder(define.Owner, new Variables(null), define.Section, define);
            var bound = binder.BindPattern(reading.Content);
            if (first is null)
            {
                first = bound.Noun;
            }
            else if (!first.IsError && !bound.IsError && first.Entity != bound.Noun.Entity)
            {
                binder.Report(reading.Content, MeaningErrors.ReadingsDiffer(define.Name, first.Entity, bound.Noun.Entity));
            }

            readings.Add(new Reading<Pattern>(reading.Name?.Text, [.. reading.HeldBy.Select(h => h.Text)], bound.Pattern));
        }

        CheckReadingNames(define, syntax.Readings.Select(r => r.Name));
        define.Bound = new Definition(
            define.Name, define.Plural, syntax.Reference?.Article.Value, Notes.Bind(syntax.Notes), readings.ToImmutable(),
            new Origin(define.Owner.File, syntax.Span));
    }

    private static Pattern? BindParameter(ExpressionBinder binder, TableSyntax syntax)
    {
        if (syntax.ParameterNoun is not { } noun)
        {
            return null;
        }

        var head = new NounArgumentSyntax(
            syntax.ParameterVariable is { } variable ? Model.Text.TextSpan.Cover(noun.Span, variable.Span) : noun.Span,
            false, false, noun, syntax.ParameterVariable, null);
        return binder.BindPhrase(new PhraseSyntax(head.Span, head, [])).Pattern;
    }

    private static bool IsLapseRow(RowSyntax row) =>
        row.Values is [TermRowValueSyntax { Term: QuantitySyntax { IsAbout: false, Unit: { } unit } }] && LapseUnits.Find(unit.Text) is not null;

    private static void CheckReadingNames(NamedContentSymbol symbol, IEnumerable<Identifier?> names)
    {
        HashSet<string> seen = [];
        foreach (var name in names.OfType<Identifier>().Where(n => !n.IsMissing && !seen.Add(n.Text)))
        {
            symbol.Owner.All.Report(symbol.Owner.File, name.Span, symbol.Section, MeaningErrors.ReadingTwice(name.Text));
        }
    }
}
