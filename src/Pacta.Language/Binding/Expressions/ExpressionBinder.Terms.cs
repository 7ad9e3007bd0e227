using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Terms: numbers with their units, fields, amounts.</summary>
internal sealed partial class ExpressionBinder
{
    public TypedTerm BindTerm(TermSyntax syntax) => syntax switch
    {
        ParenthesizedTermSyntax inner => BindTerm(inner.Term),
        QuantitySyntax quantity => BindQuantity(quantity),
        TextTermSyntax text => new TypedTerm(new TextTerm(Text(text), text.Text.Value), TermForm.Text),
        RoundedTermSyntax rounded => BindRounded(rounded),
        BinaryTermSyntax binary => BindBinary(binary),
        AggregateTermSyntax aggregate => BindAggregate(aggregate),
        PhraseTermSyntax phrase => BindPhraseTerm(phrase),
        _ => BrokenTerm(syntax),
    };

    /// <summary>Binds a term that must be a number.</summary>
    public TypedTerm BindNumber(TermSyntax syntax)
    {
        var term = BindTerm(syntax);
        if (term.Form is TermForm.Number or TermForm.Error)
        {
            return term;
        }

        Report(syntax, MeaningErrors.NotANumber(Text(syntax), term.What));
        return BrokenTerm(syntax);
    }

    private TypedTerm BindQuantity(QuantitySyntax syntax)
    {
        var (factor, dimension) = (1m, "");
        if (syntax.IsPercent)
        {
            factor = 0.01m;
        }
        else if (syntax.Unit is { IsMissing: false } name)
        {
            if (UnitBinder.Find(scope, name.Text) is { } unit)
            {
                scope.All.Names?.Use(scope.File, name, scope.FindUnit(name.Text));
                (factor, dimension) = (unit.Factor, unit.Dimension);
            }
            else
            {
                if (scope.IsIncomplete)
                {
                    return BrokenTerm(syntax);
                }

                Report(name, UnitBinder.IsCalendarUnit(name.Text)
                    ? UnitErrors.NoFixedLength(name.Text)
                    : UnitErrors.UnknownUnit(name.Text, UnitBinder.Suggest(scope, name)));
                return BrokenTerm(syntax);
            }
        }

        var value = syntax.Number.Value * factor;
        var margin = syntax.IsAbout ? Math.Abs(value) * scope.FindTolerance() : 0m;
        var term = new NumberTerm(Text(syntax), new NumberRange(value - margin, value + margin), dimension);
        return new TypedTerm(term, TermForm.Number, dimension, syntax.Unit is null && !syntax.IsPercent);
    }

    private TypedTerm BindRounded(RoundedTermSyntax syntax)
    {
        var inner = BindNumber(syntax.Term);
        return inner.IsError ? inner : inner with { Term = new RoundedTerm(Text(syntax), inner.Term, syntax.IsUp) };
    }

    private TypedTerm BindBinary(BinaryTermSyntax syntax)
    {
        var left = BindNumber(syntax.Left);
        var right = BindNumber(syntax.Right);
        if (left.IsError || right.IsError)
        {
            return BrokenTerm(syntax);
        }

        var dimension = left.Dimension;
        switch (syntax.Operator)
        {
            case ArithmeticOperator.Add or ArithmeticOperator.Subtract:
                if (!Unify(ref left, ref right, syntax, syntax.Left, syntax.Right, syntax.Operator == ArithmeticOperator.Add ? "added" : "subtracted"))
                {
                    return BrokenTerm(syntax);
                }

                dimension = left.Dimension;
                break;
            case ArithmeticOperator.Multiply when left.Dimension.Length > 0 && right.Dimension.Length > 0:
                Report(syntax, UnitErrors.ProductOfUnits(Text(syntax.Left), left.Dimension, Text(syntax.Right), right.Dimension));
                return BrokenTerm(syntax);
            case ArithmeticOperator.Multiply:
                dimension = left.Dimension + right.Dimension;
                break;
            case ArithmeticOperator.Divide when right.Dimension.Length > 0:
                if (left.Dimension != right.Dimension)
                {
                    Report(syntax, UnitErrors.DifferentUnits(Text(syntax.Left), left.Dimension, Text(syntax.Right), right.Dimension, "divided"));
                    return BrokenTerm(syntax);
                }

                dimension = "";
                break;
        }

        var term = new ArithmeticTerm(Text(syntax), left.Term, (Arithmetic)syntax.Operator, right.Term);
        return new TypedTerm(term, TermForm.Number, dimension, left.IsBare && right.IsBare);
    }

    /// <summary>Gives both sides one dimension: a bare number takes that of the other side, where that one counts. Reports and answers false otherwise.</summary>
    public bool Unify(ref TypedTerm left, ref TypedTerm right, SyntaxNode whole, TermSyntax leftSyntax, TermSyntax rightSyntax, string what = "compared")
    {
        if (left.IsError || right.IsError || left.Dimension == right.Dimension)
        {
            return true;
        }

        if (right.IsBare && UnitBinder.Counts(scope, left.Dimension))
        {
            right = Retyped(right, left.Dimension);
            scope.All.Names?.ImplyUnit(scope.File, rightSyntax, left.Dimension);
            return true;
        }

        if (left.IsBare && UnitBinder.Counts(scope, right.Dimension))
        {
            left = Retyped(left, right.Dimension);
            scope.All.Names?.ImplyUnit(scope.File, leftSyntax, right.Dimension);
            return true;
        }

        if ((left.IsBare && right.Dimension.Length > 0) || (right.IsBare && left.Dimension.Length > 0))
        {
            var (bare, other, dimension) = left.IsBare ? (leftSyntax, rightSyntax, right.Dimension) : (rightSyntax, leftSyntax, left.Dimension);
            Report(bare, UnitErrors.UnitMissing(Text(bare), Text(other), UnitBinder.NamesOf(scope, dimension)));
        }
        else
        {
            Report(whole, UnitErrors.DifferentUnits(Text(leftSyntax), left.Dimension, Text(rightSyntax), right.Dimension, what));
        }

        return false;
    }

    private static TypedTerm Retyped(TypedTerm term, string dimension) =>
        new(Retyped(term.Term, dimension), TermForm.Number, dimension);

    private static Term Retyped(Term term, string dimension) => term switch
    {
        NumberTerm number => number with { Dimension = dimension },
        RoundedTerm rounded => rounded with { Term = Retyped(rounded.Term, dimension) },
        ArithmeticTerm { Operator: Arithmetic.Add or Arithmetic.Subtract } sum =>
            sum with { Left = Retyped(sum.Left, dimension), Right = Retyped(sum.Right, dimension) },
        ArithmeticTerm product => product with { Left = Retyped(product.Left, dimension) },
        _ => term,
    };

    /// <summary><c>troops of x</c>, <c>black_sea_ceiling</c>, <c>evaluation_quota of P</c>; with <c>on DATE</c>, as it was then.</summary>
    private TypedTerm BindPhraseTerm(PhraseTermSyntax syntax)
    {
        var phrase = syntax.Phrase;
        if (phrase.Head is not NounArgumentSyntax head)
        {
            Report(syntax, MeaningErrors.DateInsteadOfNumber(Text(syntax)));
            return BrokenTerm(syntax);
        }

        if (head is { Name.Text: "distance", IsEach: false, Label: null, Of: null }
            && phrase.Tail is [{ Preposition.Text: "from" } from, { Preposition.Text: "to" } to])
        {
            return BindDistance(syntax, from.Argument, to.Argument);
        }

        var on = TimeAtEnd(phrase);
        if (phrase.Tail.Length > (on is null ? 0 : 1))
        {
            // "tanks of P in zone_a at most 75": most likely "number of" was forgotten.
            SilenceVariables(head);
            Report(syntax, MeaningErrors.NumberOfMissing(Text(syntax)));
            return BrokenTerm(syntax);
        }

        var term = BindNounTerm(head);
        return on is null || term.IsError ? term : term with { Term = new AtTimeTerm(Text(syntax), term.Term, BindOn(on)) };
    }

    /// <summary><c>distance from w to contact_line</c></summary>
    private TypedTerm BindDistance(PhraseTermSyntax syntax, ArgumentSyntax from, ArgumentSyntax to)
    {
        var isEvent = from is NounArgumentSyntax noun && variables.Find(noun.Name.Text)?.Entity.Form == EntityForm.Event;
        var subject = BindArgument(from, isEvent ? Entity.AnyEvent : new Entity(EntityForm.Thing, null), introduces: false);
        var place = BindPlace(to);
        if (UnitBinder.Metre(scope) is { } metre)
        {
            return new TypedTerm(new DistanceTerm(Text(syntax), subject, place), TermForm.Number, metre.Dimension);
        }

        Report(syntax, UnitErrors.NotALength(Text(syntax), ""));
        return BrokenTerm(syntax);
    }

    private TypedTerm BindNounTerm(NounArgumentSyntax noun)
    {
        if (noun.Name.IsMissing)
        {
            return BrokenTerm(noun);
        }

        if (noun.Name.IsVariable)
        {
            return ReportVariableAsTerm(noun);
        }

        if (noun is { Of: { } whole, Name.Text: "duration" })
        {
            return new TypedTerm(new DurationTerm(Text(noun), BindArgument(whole, Entity.AnyEvent, introduces: false)), TermForm.Number, "time");
        }

        if (noun is { IsEach: false, Label: null, Of: NounArgumentSyntax { Name.IsVariable: true } of } && BindField(noun, of) is { } field)
        {
            return field;
        }

        switch (Find(noun.Name))
        {
            case TableSymbol { IsPlace: false } amount when noun.Label is null && !noun.IsEach:
                TableBinder.Bind(amount);
                var term = new TableTerm(Text(noun), amount.Name, BindParameter(amount, noun));
                return amount is { Bound: { } table, IsBroken: false } ? new TypedTerm(term, TermForm.Number, table.Dimension) : BrokenTerm(noun);
            case KindSymbol or DefineSymbol:
                SilenceVariables(noun);
                Report(noun, MeaningErrors.NumberOfMissing(Text(noun)));
                return BrokenTerm(noun);
            case { } other:
                Report(noun.Name, NameErrors.WrongKind(noun.Name.Text, other.What, "a number, an amount or a field", "troops of x at least 9_000"), other.DeclaredHere);
                return BrokenTerm(noun);
            default:
                return ReportUnknownTerm(noun);
        }
    }

    private TypedTerm BrokenTerm(SyntaxNode syntax) => new(new NumberTerm(Text(syntax), NumberRange.Anything, ""), TermForm.Error);
}
