using System.Globalization;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Words;

/// <summary>
/// In which unit the numbers of a derivation are. The steps of a derivation have them in root units and without a name, for machines; a
/// reader gets them in the unit in which the text of the agreement has them, where no digit is lost by that, else in the root unit.
/// </summary>
public sealed partial class Measures
{
    /// <summary>What lasts is counted in seconds, which no vocabulary declares.</summary>
    private const string Time = "time";

    /// <summary>By the words of the condition or term. Null: the same words stand for different dimensions, or for none.</summary>
    private readonly Dictionary<string, Unit?> _units = new(StringComparer.Ordinal);
    private readonly Agreement _agreement;

    private Measures(Agreement agreement)
    {
        _agreement = agreement;
        foreach (var expression in new Expressions(agreement).All())
        {
            var (text, unit) = expression switch
            {
                CompareCondition compare => (compare.Text, UnitOf(compare.Right, compare.Left)),
                RangeCondition range => (range.Text, UnitOf(range.Low, range.Term)),
                AwayCondition away => (away.Text, UnitOf(away.Distance)),
                Term term => (term.Text, UnitOf(term)),
                _ => (string.Empty, null),
            };
            _units[text] = _units.TryGetValue(text, out var other) && other != unit ? null : unit;
        }
    }

    public static Measures Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new Measures(agreement);
    }

    /// <summary>"4,500 to 5,500" of “troops of x at least 5_000” as "4,500 to 5,500 person".</summary>
    public string Told(string of, string numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (_units.GetValueOrDefault(of) is not { } unit || !Number().IsMatch(numbers))
        {
            return numbers;
        }

        var converted = Converted(numbers, unit.Factor);
        return converted is null ? $"{numbers} {unit.Dimension}" : $"{converted} {unit.Name}";
    }

    /// <summary>The numbers in another unit; null where the digits that are shown would not be all of them.</summary>
    private static string? Converted(string numbers, decimal factor)
    {
        var isExact = true;
        var converted = Number().Replace(numbers, match =>
        {
            if (!decimal.TryParse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                isExact = false;
                return match.Value;
            }

            var inUnit = number / factor;
            isExact &= inUnit == Math.Round(inUnit, 6) && Math.Round(inUnit, 6) * factor == number;
            return inUnit.ToString("#,0.######", CultureInfo.InvariantCulture);
        });
        return isExact ? converted : null;
    }

    /// <summary>The unit of the first term that names one, else the root unit of their dimension; null for plain numbers.</summary>
    private Unit? UnitOf(params ReadOnlySpan<Term> terms)
    {
        var dimension = string.Empty;
        foreach (var term in terms)
        {
            if (Named(term) is { } named)
            {
                return named;
            }

            dimension = dimension.Length > 0 ? dimension : DimensionOf(term);
        }

        return dimension switch
        {
            "" => null,
            Time => new Unit("hours", "seconds", 3600),
            _ => new Unit(dimension, dimension, 1),
        };
    }

    /// <summary>The unit with which a number is written, in a term or in the rows of an amount.</summary>
    private Unit? Named(Term term) => term switch
    {
        NumberTerm { Text: var text } => _agreement.Vocabulary.Units.GetValueOrDefault(text[(text.LastIndexOf(' ') + 1)..]),
        ArithmeticTerm { Operator: Arithmetic.Multiply or Arithmetic.Divide } => null,
        ArithmeticTerm sum => Named(sum.Left) ?? Named(sum.Right),
        RoundedTerm rounded => Named(rounded.Term),
        AtTimeTerm then => Named(then.Term),
        TableTerm { Table: var table } => Rows(table).Select(Named).FirstOrDefault(u => u is not null),
        _ => null,
    };

    private string DimensionOf(Term term) => term switch
    {
        NumberTerm number => number.Dimension,
        FieldTerm field => field.Field.Dimension,
        DurationTerm => Time,
        DistanceTerm => "m",
        TableTerm { Table: var table } => _agreement.Tables.GetValueOrDefault(table)?.Dimension ?? string.Empty,
        ArithmeticTerm { Operator: Arithmetic.Divide } quotient =>
            DimensionOf(quotient.Left) is var dividend && DimensionOf(quotient.Right).Length == 0 ? dividend : string.Empty,
        ArithmeticTerm both => DimensionOf(both.Left) is { Length: > 0 } left ? left : DimensionOf(both.Right),
        RoundedTerm rounded => DimensionOf(rounded.Term),
        AtTimeTerm then => DimensionOf(then.Term),
        AggregateTerm { Form: AggregateForm.Number } => string.Empty,
        AggregateTerm { Field: { } field } => field.Dimension,
        AggregateTerm { Amount: { } amount } => _agreement.Tables.GetValueOrDefault(amount)?.Dimension ?? string.Empty,
        _ => string.Empty,
    };

    private IEnumerable<Term> Rows(string table) => _agreement.Tables.TryGetValue(table, out var found)
        ? found.Readings.SelectMany(r => r.Content).SelectMany(r => r.Values).OfType<TermRow>().Select(r => r.Term)
        : [];

    [GeneratedRegex(@"(?<![\d.,])-?\d[\d,]*(\.\d+)?")]
    private static partial Regex Number();
}
