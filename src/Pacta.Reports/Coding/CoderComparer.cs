using System.Collections.Immutable;
using Pacta.Model.Codings;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;

namespace Pacta.Reports.Coding;

/// <summary>How far coders agree about what they coded, each attribute by itself.</summary>
public static class CoderComparer
{
    /// <summary>The seed of the drawings, if nobody names one.</summary>
    public const long UsualSeed = 1;

    /// <summary>What cannot be compared as it was asked for is an error in <paramref name="diagnostics"/> and left out.</summary>
    /// <param name="file">To name in an error.</param>
    public static CoderAgreement Compare(
        IEnumerable<CodedAttribute> attributes, IReadOnlyList<ScaleChoice> scales, long seed, SourceText file, DiagnosticBag diagnostics)
    {
        List<CodedAttribute> all = [.. attributes.OrderBy(a => a.Name, StringComparer.Ordinal)];
        foreach (var choice in scales.Where(s => s.Attribute is not null && !all.Exists(a => a.Name == s.Attribute)))
        {
            var near = DidYouMean.Nearest(choice.Attribute ?? string.Empty, all.Select(a => a.Name));
            diagnostics.Error(
                "PACTA0617", file, default, $"Nobody coded an attribute \"{choice.Attribute}\"", "asked for with --scale",
                $"{(near is null ? string.Empty : $"Did you mean \"{near}\"? ")}The attributes are: {string.Join(", ", all.Select(a => a.Name))}.");
        }

        return new CoderAgreement(
            [.. all.Select(a => Of(a, scales.LastOrDefault(s => s.Attribute == a.Name) ?? scales.LastOrDefault(s => s.Attribute is null), seed, file, diagnostics)).OfType<AttributeAgreement>()],
            seed, Bootstrap.Resamples, Bootstrap.Level);
    }

    private static AttributeAgreement? Of(CodedAttribute attribute, ScaleChoice? choice, long seed, SourceText file, DiagnosticBag diagnostics)
    {
        var scale = choice?.Scale ?? (attribute.IsNumeric ? attribute.Usual : Scale.Nominal);
        if (Numbers(attribute, scale, choice?.Order ?? [], file, diagnostics) is not { } numbers)
        {
            return null;
        }

        List<double[]> units = [.. attribute.Units.Values.Select(u => u.Values.Select(v => numbers[v]).ToArray())];
        var alpha = Alpha.Of(units, scale);
        var pairable = units.Count(u => u.Length > 1);
        return new AttributeAgreement(
            attribute.Name, scale, [.. attribute.Coders], units.Count, pairable, alpha.Values, pairable == 0 ? null : alpha.Observed, pairable == 0 ? null : alpha.Expected, alpha.Value,
            alpha.Value is not null ? NoAlpha.None : pairable == 0 ? NoAlpha.NoPairs : NoAlpha.NoVariation,
            alpha.Value is null ? null : Bootstrap.Of(units, scale, seed), Disagreements(attribute, numbers));
    }

    /// <summary>Each value as a number; of names any that tell them apart. Null, and an error, if the scale needs numbers and has none.</summary>
    private static Dictionary<CodedValue, double>? Numbers(
        CodedAttribute attribute, Scale scale, ImmutableArray<string> order, SourceText file, DiagnosticBag diagnostics)
    {
        var numbers = new Dictionary<CodedValue, double>();
        var names = new Dictionary<string, double>(StringComparer.Ordinal);
        var measure = attribute.Units.Values.SelectMany(u => u.Values).FirstOrDefault().Unit;
        foreach (var (unit, values) in attribute.Units)
        {
            foreach (var (coder, value) in values)
            {
                double? number = scale == Scale.Nominal ? Name(value) : order.Length > 0 ? order.IndexOf(value.Text) is >= 0 and var at ? at : null : value.Unit == measure ? value.Number : null;
                if (number is { } usable && (scale != Scale.Ratio || usable >= 0))
                {
                    numbers[value] = usable;
                    continue;
                }

                diagnostics.Error(
                    "PACTA0616", file, default, $"\"{value.Text}\", which {coder} coded for {attribute.Name} of {unit}, is no value of {Needed(scale, order)}", "asked for with --scale",
                    "Mend the value, or take another scale; words in an order are named with it.", $"--scale \"{attribute.Name}=ordinal:low,medium,high\"");
                return null;
            }
        }

        return numbers;

        // Names are alike if they are written alike.
        double Name(CodedValue value) => names.TryGetValue(value.Text, out var known) ? known : names[value.Text] = names.Count;
    }

    private static string Needed(Scale scale, ImmutableArray<string> order) => order.Length > 0 ? $"the order {string.Join(", ", order)}"
        : scale == Scale.Ratio ? "a ratio scale, whose values are numbers from 0 on" : $"an {scale.ToString().ToLowerInvariant()} scale of numbers";

    private static ImmutableArray<Disagreement> Disagreements(CodedAttribute attribute, Dictionary<CodedValue, double> numbers) =>
    [
        .. attribute.Units.Where(u => u.Value.Values.Select(v => numbers[v]).Distinct().Count() > 1)
            .Select(u => new Disagreement(u.Key, [.. u.Value.Select(v => (v.Key, v.Value.Text))])),
    ];
}
