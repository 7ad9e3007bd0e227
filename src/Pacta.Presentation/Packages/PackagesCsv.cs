using System.Numerics;
using Pacta.Negotiation.Packages;
using Pacta.Presentation.Csv;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Packages;

/// <summary>
/// The listed packages as comma-separated values, a row each: number, an option for each issue, a worth for each party, whether it is efficient, whether it is
/// left, in which senses it is best, whose red lines it crosses, and whose alternative is better.
/// </summary>
public static class PackagesCsv
{
    public static void Write(TextWriter output, PackageFindings found)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(found);
        var space = found.Space;
        CsvCells.Row(
            output,
            ["package", .. space.Talks.Issues.Select(i => i.Name), .. space.Parties.Select(p => "worth_" + p.Name), "efficient", "left", "best", "crosses_red_line_of", "worse_than_alternative_of"]);
        foreach (var (number, row) in Rows(found))
        {
            var worth = space.WorthOf(number);
            CsvCells.Row(
                output,
                [
                    number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    .. space.OptionsOf(number).Select((o, i) => space.Talks.Issues[i].Options[o].Name),
                    .. worth.Select(w => space.Declared(w).ToString()),
                    row.IsEfficient ? "yes" : "no",
                    row.Excluded is null ? "yes" : "no",
                    string.Join(' ', found.Optima.Where(o => o.Packages.Any(p => p.Number == number)).Select(o => Names.Snake(o.Kind))),
                    string.Join(' ', (row.Excluded?.Crosses ?? []).Select(r => space.Parties[space.RedLines[r].Party].Name).Distinct(StringComparer.Ordinal)),
                    string.Join(' ', row.WorseFor.Select(p => space.Parties[p].Name)),
                ]);
        }
    }

    private static SortedDictionary<BigInteger, Row> Rows(PackageFindings found)
    {
        var rows = new SortedDictionary<BigInteger, Row>();
        foreach (var excluded in found.Excluded)
        {
            rows[excluded.Package.Number] = new Row(false, excluded, [.. excluded.WorseFor]);
        }

        foreach (var point in found.Efficient)
        {
            foreach (var number in point.Packages)
            {
                rows[number] = new Row(
                    true, point.WorseFor.IsEmpty ? null : new ExcludedPackage(new Package(number, point.Worth), [], point.WorseFor), [.. point.WorseFor]);
            }
        }

        foreach (var number in found.Optima.SelectMany(o => o.Packages).Select(p => p.Number))
        {
            rows.TryAdd(number, new Row(false, null, []));
        }

        return rows;
    }

    private sealed record Row(bool IsEfficient, ExcludedPackage? Excluded, int[] WorseFor);
}
