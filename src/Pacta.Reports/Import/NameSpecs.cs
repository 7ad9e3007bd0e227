using System.Collections.Immutable;
using Pacta.Model.Reports;

namespace Pacta.Reports.Import;

/// <summary>Who or what fills a role.</summary>
/// <param name="Split">Parts several names in one cell.</param>
internal sealed record NamesSpec(ImmutableArray<TextSpec> Names, bool IsOneOf, string? Split)
{
    public ChosenSpec? Chosen { get; init; }

    public ReportedValue? Of(TableRow row)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        names.AddRange(Chosen?.Of(row) ?? []);
        foreach (var spec in Names)
        {
            if (spec.Of(row) is { } text)
            {
                names.AddRange(Split is null ? [text] : text.Split(Split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return names.Count switch
        {
            0 => null,
            1 => new ReportedText(names[0]),
            _ => new ReportedNames([.. names.Distinct(StringComparer.Ordinal)], IsOneOf),
        };
    }
}

/// <summary>Names out of several columns, one for each answer that may be chosen: <c>sides/aland</c> with 1 or 0 in it.</summary>
/// <param name="Question">What the names of the columns begin with, before the stroke.</param>
/// <param name="Map">From answers to names; an answer that it does not have stays as it is.</param>
internal sealed record ChosenSpec(string Question, ImmutableDictionary<string, string>? Map)
{
    public IEnumerable<string> Of(TableRow row)
    {
        foreach (var (option, cell) in row.Under(Question + "/"))
        {
            switch (cell)
            {
                case "1" or "true" or "True" or "TRUE" or "yes":
                    if (TableText.OneLine(Map is not null && (Map.TryGetValue(option, out var name) || Map.TryGetValue("*", out name)) ? name : option) is { Length: > 0 } chosen)
                    {
                        yield return chosen;
                    }

                    break;
                case "" or "0" or "false" or "False" or "FALSE" or "no":
                    break;
                default:
                    row.Error(
                        $"{Question}/{option}", $"\"{TableText.Shortened(cell, 40)}\" does not say whether this answer was chosen", "expected 1 or 0",
                        "Export answers to questions with several as columns of 1 and 0; or map the column by itself.", null);
                    break;
            }
        }
    }
}
