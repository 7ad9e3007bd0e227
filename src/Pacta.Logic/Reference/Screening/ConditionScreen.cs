using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference.Screening;

/// <summary>
/// Looks at a condition on what is bound. What is asked in what order is as in <see cref="Evaluation"/>: whatever would leave a doubt there is left to it.
/// </summary>
internal abstract class ConditionScreen
{
    public abstract Screened Run(Slot[] frame);

    protected static Screened Of(Truth truth) => truth switch { Truth.True => Screened.Yes, Truth.False => Screened.No, _ => Screened.Unsure };
}

internal sealed class UnsureCondition : ConditionScreen
{
    public static readonly UnsureCondition Instance = new();

    public override Screened Run(Slot[] frame) => Screened.Unsure;
}

/// <summary>All of several, or any of them: the first that decides, does.</summary>
/// <param name="decides"><see cref="Screened.No"/> for all, <see cref="Screened.Yes"/> for any.</param>
internal sealed class SeveralScreen(ConditionScreen[] operands, Screened decides) : ConditionScreen
{
    public override Screened Run(Slot[] frame)
    {
        foreach (var operand in operands)
        {
            var here = operand.Run(frame);
            if (here == decides || here == Screened.Unsure)
            {
                return here;
            }
        }

        return decides == Screened.No ? Screened.Yes : Screened.No;
    }
}

internal sealed class NotScreen(ConditionScreen operand) : ConditionScreen
{
    public override Screened Run(Slot[] frame) => operand.Run(frame) switch { Screened.Yes => Screened.No, Screened.No => Screened.Yes, _ => Screened.Unsure };
}

/// <summary>A field of an event against a number.</summary>
/// <param name="isLeft">Whether the field stands on the left.</param>
internal sealed class FieldScreen(int place, string field, Relation relation, NumberRange number, bool isLeft) : ConditionScreen
{
    private readonly FieldKey _field = new(field);

    /// <summary>The number, where it is a whole one; else one that no field has.</summary>
    private readonly long _whole = number.IsExact && number.Low is { } exact && decimal.IsInteger(exact) && Math.Abs(exact) <= int.MaxValue ? (long)exact : long.MinValue;

    public override Screened Run(Slot[] frame)
    {
        if (frame[place].Event is not { } fact)
        {
            return Screened.Unsure;
        }

        if (_whole != long.MinValue && fact.IsRow(out var rows, out var row))
        {
            return !_field.TryIn(rows, row, out var held) || held.IsTruth ? Screened.Unsure
                : (isLeft ? Is(held.Number, _whole) : Is(_whole, held.Number)) ? Screened.Yes : Screened.No;
        }

        return Exact.Number(fact, _field) is { } value
            ? Of(isLeft ? Numbers.Compare(value, relation, number) : Numbers.Compare(number, relation, value))
            : Screened.Unsure;
    }

    private bool Is(long left, long right) => relation switch
    {
        Relation.AtLeast => left >= right,
        Relation.AtMost => left <= right,
        Relation.MoreThan => left > right,
        Relation.LessThan => left < right,
        _ => left == right,
    };
}

internal sealed class TruthScreen(int place, string field) : ConditionScreen
{
    private readonly FieldKey _field = new(field);

    public override Screened Run(Slot[] frame) =>
        frame[place].Event is { } fact && Exact.Truth(fact, _field) is { } isTrue ? isTrue ? Screened.Yes : Screened.No : Screened.Unsure;
}

/// <summary>Whether an event is one of several nouns.</summary>
internal sealed class OneOfScreen(int place, PatternScreen[] nouns, Slot[] none) : ConditionScreen
{
    public override Screened Run(Slot[] frame)
    {
        if (frame[place].Event is not { } fact)
        {
            return Screened.Unsure;
        }

        var result = Screened.No;
        foreach (var noun in nouns)
        {
            switch (noun.Run(fact, none))
            {
                case Screened.Unsure:
                    return Screened.Unsure;
                case Screened.Yes:
                    result = Screened.Yes;
                    break;
            }
        }

        return result;
    }
}
