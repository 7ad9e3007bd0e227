using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>A number a term stands for. <c>IsNone</c>: an amount without a row for the case, that is, no limit; <c>MayBeNone</c>: perhaps.</summary>
internal readonly record struct TermValue(NumberRange Range, bool IsNone, bool MayBeNone, ImmutableHashSet<Cause> Causes, Derivation? Why)
{
    public static TermValue Of(NumberRange range, ImmutableHashSet<Cause> causes, Derivation? why = null) => new(range, false, false, causes, why);

    public string Show() => IsNone ? Composed.Of(Composed.NoLimit) : Composed.Of(Range);
}

/// <summary>Terms at a moment (docs/semantics.md, 4, "Terms").</summary>
internal sealed partial class Evaluation
{
    public TermValue Evaluate(Term term, Binding binding, InstantRange at)
    {
        switch (term)
        {
            case NumberTerm number:
                return TermValue.Of(number.Range, []);
            case FieldTerm field:
                return EvaluateField(field, binding, at);
            case DurationTerm duration:
                return EvaluateDuration(duration, binding);
            case DistanceTerm distance:
                return EvaluateDistance(distance, binding, at);
            case TableTerm table:
                return EvaluateTable(table.Table, table.Parameter is null ? null : EntityOf(table.Parameter, binding), at);
            case ArithmeticTerm arithmetic:
                return EvaluateArithmetic(arithmetic, binding, at);
            case RoundedTerm rounded:
                var value = Evaluate(rounded.Term, binding, at);
                return value with { Range = Numbers.Round(value.Range, rounded.Up) };
            case AggregateTerm aggregate:
                return EvaluateAggregate(aggregate, binding, at);
            case AtTimeTerm atTime:
                var moment = Evaluate(atTime.Time, binding).AsDeadline(Calendar);
                return RecordBegins is { } begins && moment.Latest < begins
                    ? TermValue.Of(NumberRange.Anything, [Causes.BeforeRecord(atTime.Text)])
                    : Evaluate(atTime.Term, binding, moment);
            default:
                throw new InvalidOperationException($"no rule for the term {term.GetType().Name}");
        }
    }

    private TermValue EvaluateField(FieldTerm term, Binding binding, InstantRange at)
    {
        var entity = EntityOf(term.Of, binding);
        var held = entity is null ? MissingAttribute(term.Of.Text, term.Field.Name) : FieldOf(entity, term.Field.Name, at);
        var range = held.IsMissing || held.MayDiffer
            ? NumberRange.Anything
            : held.Options.Select(RangeOf).Aggregate((a, b) => a.Cover(b));
        var name = entity is null ? term.Of.Text : NameOf(entity);
        var why = held.IsMissing
            ? Step(DerivationCode.FieldMissing, Truth.Unknown, [], [], term.Field.Name, name)
            : Explains
                ? Derivations.Make(DerivationCode.FieldValue, Truth.True, [], held.Reports, held.Reports.Select(r => r.Source), term.Field.Name, name, Composed.Or(held.Options.Select(Composed.Of)))
                : null;
        return TermValue.Of(range, held.Causes, why);
    }

    private static NumberRange RangeOf(Value value) => value is NumberValue number ? number.Range : NumberRange.Anything;

    private TermValue EvaluateDuration(DurationTerm term, Binding binding)
    {
        if (EntityOf(term.Of, binding) is not EventEntity { Fact: var fact } || EndOf(fact) is not { } end)
        {
            var name = EntityOf(term.Of, binding) is { } entity ? NameOf(entity) : term.Of.Text;
            return TermValue.Of(
                NumberRange.Anything,
                [Causes.Missing(name, "end")],
                Step(DerivationCode.FieldMissing, Truth.Unknown, [], [], "end", name));
        }

        var start = TimeOf(fact);
        var shortest = Math.Max(0, Seconds(end.Range.Earliest - start.Range.Latest));
        var longest = Seconds(end.Range.Latest - start.Range.Earliest);
        return TermValue.Of(
            new NumberRange(shortest, longest),
            start.Causes.Union(end.Causes),
            Step(DerivationCode.FieldValue, Truth.True, [], fact.AssertedBy, "duration", fact.Id, Composed.Of("hours", Composed.Of(new NumberRange(Math.Round(shortest / 3600, 1), Math.Round(longest / 3600, 1))))));
    }

    private static decimal Seconds(Duration duration) => (decimal)duration.ToBigIntegerNanoseconds() / 1_000_000_000m;

    public TermValue EvaluateTable(string name, Entity? argument, InstantRange at)
    {
        var rows = RowsOf(name, argument, at);
        if (rows.Rows.Length == 0)
        {
            return new TermValue(NumberRange.Anything, true, true, [], rows.Why);
        }

        NumberRange? range = null;
        var causes = rows.Rows.Length > 1 || rows.MayHaveNone ? rows.Causes : [];
        Derivation? inner = null;
        foreach (var row in rows.Rows)
        {
            var value = row.Row.Values is [TermRow term]
                ? Evaluate(term.Term, row.Binding, at)
                : row.Row.Values is [LapseRow lapse]
                    ? TermValue.Of(NumberRange.Exactly(SecondsOf(lapse.Lapse)), [])
                    : TermValue.Of(NumberRange.Anything, [Causes.Missing(name, "number")]);
            range = range is { } before ? before.Cover(value.Range) : value.Range;
            causes = causes.Union(value.Causes);
            inner ??= value.Why;
        }

        return new TermValue(range!.Value, false, rows.MayHaveNone, causes, rows.Why is { } why && inner is not null ? why with { Because = why.Because.Add(inner) } : rows.Why);
    }

    private static decimal SecondsOf(Lapse lapse) => lapse.Unit switch
    {
        LapseUnit.Second => lapse.Amount,
        LapseUnit.Minute => lapse.Amount * 60m,
        LapseUnit.Hour => lapse.Amount * 3600m,
        LapseUnit.Week => lapse.Amount * 604_800m,
        _ => lapse.Amount * 86_400m,
    };

    private TermValue EvaluateArithmetic(ArithmeticTerm term, Binding binding, InstantRange at)
    {
        var left = Evaluate(term.Left, binding, at);
        var right = Evaluate(term.Right, binding, at);
        var range = term.Operator switch
        {
            Arithmetic.Add => Numbers.Add(left.Range, right.Range),
            Arithmetic.Subtract => Numbers.Add(left.Range, Numbers.Negate(right.Range)),
            Arithmetic.Multiply => Numbers.Multiply(left.Range, right.Range),
            _ => Numbers.Divide(left.Range, right.Range),
        };
        var why = left.Why is null && right.Why is null
            ? null
            : Step(DerivationCode.Constant, Truth.True, [left.Why, right.Why], [], term.Text, Composed.Of(range));
        return new TermValue(range, left.IsNone || right.IsNone, left.MayBeNone || right.MayBeNone, left.Causes.Union(right.Causes), why);
    }
}
