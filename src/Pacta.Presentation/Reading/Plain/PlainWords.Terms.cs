using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Presentation.Reading.Plain;

internal sealed partial class PlainWords
{
    /// <summary>A unit with so many letters is a word, and has a plural: "persons", but not "kms".</summary>
    private const int LongUnit = 5;

    /// <summary>A term whose counts per period are asked at one moment; in a duty to keep they are told of each period.</summary>
    private bool _isOfEachPeriod;

    private string Term(Term term) => term switch
    {
        NumberTerm number => Number(number),
        TextTerm text => $"“{text.Value}”",
        FieldTerm field => $"the {PlainNames.Spaced(field.Field.Name)} of {Argument(field.Of, Quantity.One)}",
        DistanceTerm distance => $"the distance of {Argument(distance.From, Quantity.One)} from {Place(distance.To)}",
        DurationTerm duration => $"the duration of {Argument(duration.Of, Quantity.One)}",
        TableTerm { Parameter: { } parameter } table => $"the {PlainNames.Spaced(table.Table)} of {Argument(parameter, Quantity.One)}",
        TableTerm table => $"the {PlainNames.Spaced(table.Table)}",
        ArithmeticTerm arithmetic => Arithmetic(arithmetic),
        RoundedTerm rounded => $"{Nested(rounded.Term)}, rounded {(rounded.Up ? "up" : "down")} to a whole number",
        AggregateTerm aggregate => Aggregate(aggregate),
        AtTimeTerm then => $"{Nested(then.Term)} (as it was {At(then.Time)})",
        _ => Quoted(term.Text),
    };

    /// <summary>As it is written, with commas between thousands, and with its unit where that was left out.</summary>
    private static string Number(NumberTerm number)
    {
        var written = Words(number.Text);
        var end = written.IndexOf(' ', StringComparison.Ordinal);
        var (digits, unit) = end < 0 ? (written, number.Dimension) : (written[..end], written[(end + 1)..]);
        var told = Grouped(digits);
        return unit.Length == 0 || digits.EndsWith('%') ? told
            : unit.Length >= LongUnit && char.IsLetter(unit[^1]) && unit[^1] != 's' && digits != "1" ? $"{told} {unit}s"
            : $"{told} {unit}";
    }

    private static string Grouped(string digits)
    {
        var percent = digits.EndsWith('%') ? "%" : string.Empty;
        var plain = digits.Replace("_", string.Empty, StringComparison.Ordinal).TrimEnd('%');
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        return decimal.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,0", CultureInfo.InvariantCulture) + (point < 0 ? string.Empty : plain[point..]) + percent
            : digits;
    }

    private string Arithmetic(ArithmeticTerm term)
    {
        switch (term.Operator)
        {
            case Model.Agreements.Arithmetic.Add:
                return $"{Nested(term.Left)} plus {Nested(term.Right)}";
            case Model.Agreements.Arithmetic.Subtract:
                return $"{Nested(term.Left)} minus {Nested(term.Right)}";
            case Model.Agreements.Arithmetic.Divide:
                return $"{Factor(term.Left)} divided by {Factor(term.Right)}";
            default:
                // 2 / 3 * ceiling; ceiling * 10%
                return term.Left is ArithmeticTerm { Operator: Model.Agreements.Arithmetic.Divide, Left: NumberTerm above, Right: NumberTerm below } ? $"{Factor(above)}/{Factor(below)} of {Factor(term.Right)}"
                    : term.Right is NumberTerm share && share.Text.EndsWith('%') ? $"{Number(share)} of {Factor(term.Left)}"
                    : $"{Factor(term.Left)} times {Factor(term.Right)}";
        }
    }

    /// <summary>A number by which something is multiplied or divided has no unit but the one that is written.</summary>
    private string Factor(Term term) => term is NumberTerm number ? Number(number with { Dimension = string.Empty }) : Nested(term);

    /// <summary>What is computed first, in parentheses.</summary>
    private string Nested(Term term) => term is ArithmeticTerm or RoundedTerm ? $"({Term(term)})" : Term(term);

    private string Aggregate(AggregateTerm aggregate)
    {
        var of = PlainNames.Spaced(aggregate.Field?.Name ?? aggregate.Amount ?? string.Empty);
        var what = Pattern(aggregate.Pattern, Quantity.Many);
        var told = aggregate.Form switch
        {
            AggregateForm.Number => $"the number of {what}",
            AggregateForm.Total => $"the total {of} of {what}",
            AggregateForm.Largest => $"the largest {of} among {what}",
            AggregateForm.Smallest => $"the smallest {of} among {what}",
            _ => $"the average {of} of {what}",
        };
        return told + Window(aggregate.Window);
    }

    private string Window(Window? window) => window switch
    {
        null => string.Empty,
        CalendarWindow { Unit: var unit } => _isOfEachPeriod ? $" in each calendar {Unit(unit)}" : $" in the calendar {Unit(unit)} so far",
        SlidingWindow { Calendar: true, Length: var length } => _isOfEachPeriod
            ? $" in any {Counted(length)} of the calendar (a {Unit(length.Unit)} and the {length.Amount - 1} before it)"
            : $" in this calendar {Unit(length.Unit)} and the {length.Amount - 1} before it ({length.Amount} in all)",
        SlidingWindow { Length: var length } => _isOfEachPeriod ? $" in any {Lapse(length)}" : $" in the last {Lapse(length)}",
        _ => " going on at once",
    };

    private static string Counted(Lapse length) => length.ToString();

    private static string Unit(LapseUnit unit) => unit.ToString().ToLowerInvariant();

    public static string Lapse(Lapse length)
    {
        var told = length.ToString();
        return length.Amount < 1000 ? told : length.Amount.ToString("#,0", CultureInfo.InvariantCulture) + told[told.IndexOf(' ', StringComparison.Ordinal)..];
    }

    /// <summary>Does a condition count per calendar period, so that it is asked of each period?</summary>
    private static bool CountsPerPeriod(Condition condition) => condition switch
    {
        CompareCondition compare => CountsPerPeriod(compare.Left) || CountsPerPeriod(compare.Right),
        RangeCondition range => CountsPerPeriod(range.Term) || CountsPerPeriod(range.Low) || CountsPerPeriod(range.High),
        NotCondition not => CountsPerPeriod(not.Operand),
        AllCondition all => all.Operands.Any(CountsPerPeriod),
        AnyCondition any => any.Operands.Any(CountsPerPeriod),
        _ => false,
    };

    private static bool CountsPerPeriod(Term term) => term switch
    {
        AggregateTerm aggregate => aggregate.Window is CalendarWindow or SlidingWindow,
        ArithmeticTerm both => CountsPerPeriod(both.Left) || CountsPerPeriod(both.Right),
        RoundedTerm rounded => CountsPerPeriod(rounded.Term),
        _ => false,
    };
}
