using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Pacta.Negotiation.Packages;
using Pacta.Presentation.Json;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Packages;

/// <summary>The packages of a negotiation for machines (schema/pacta-packages-1.schema.json). Numbers that may have a fraction or many digits are texts.</summary>
public static class PackagesJson
{
    private const string Schema = "pacta-packages-1";

    public static void Write(Stream output, PackageFindings found, MadeOf madeOf)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(madeOf);
        using var json = new Utf8JsonWriter(output, MadeOf.Json);
        var space = found.Space;
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        madeOf.Write(json);
        json.WriteString("negotiation", space.Talks.Name);
        json.WriteString("title", space.Talks.Title);
        json.WriteStartArray("parties");
        for (var p = 0; p < space.Parties.Length; p++)
        {
            json.WriteStartObject();
            json.WriteString("name", space.Parties[p].Name);
            json.WriteString("alternative", found.AlternativeOf(p)?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("left_out", found.LeftOut.Select(p => p.Name));
        json.WriteTexts("issues", space.Talks.Issues.Select(i => i.Name));
        WriteSearch(json, found);
        WriteCounts(json, found);
        json.WriteNumber("efficient_points", found.EfficientCount);
        json.WriteNumber("efficient_points_left", found.EfficientLeft);
        json.WriteString("efficient_complete", Names.Snake(found.Completeness));
        json.WriteStartArray("efficient");
        foreach (var point in found.Efficient)
        {
            json.WriteStartObject();
            WriteWorth(json, space, point.Worth);
            json.WriteString("count", Text(point.Count));
            json.WriteBoolean("counted", point.IsCounted);
            WritePackages(json, space, point.Packages);
            json.WriteTexts("worse_for", point.WorseFor.Select(p => space.Parties[p].Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("optima");
        foreach (var optimum in found.Optima)
        {
            WriteOptimum(json, space, optimum);
        }

        json.WriteEndArray();
        json.WriteStartArray("excluded");
        foreach (var excluded in found.Excluded)
        {
            json.WriteStartObject();
            json.WriteString("package", Text(excluded.Package.Number));
            WriteOptions(json, space, excluded.Package.Number);
            WriteWorth(json, space, excluded.Package.Worth);
            json.WriteStartArray("crosses");
            foreach (var line in excluded.Crosses)
            {
                WriteDemand(json, space, new Demand(space.RedLines[line].Party, space.RedLines[line].Combination));
            }

            json.WriteEndArray();
            json.WriteTexts("worse_for", excluded.WorseFor.Select(p => space.Parties[p].Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteEmptiness(json, space, found.Emptiness);
        json.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter json, PackageFindings found)
    {
        json.WriteStartObject("search");
        json.WriteString("method", Names.Snake(found.Search.Method));
        json.WriteString("solver", found.Search.Solver);
        json.WriteNumber("bound", found.Search.Bound);
        json.WriteString("looked", Text(found.Search.Looked));
        json.WriteString("packages", Text(found.Space.Count));
        if (found.Search.Allowance is { } allowance)
        {
            json.WriteStartObject("allowance");
            json.WriteString("measure", Names.Snake(allowance.Measure));
            json.WriteNumber("most", allowance.Most);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("allowance");
        }

        json.WriteBoolean("asked_for", found.Search.WasAskedFor);
        json.WriteStartArray("troubles");
        foreach (var trouble in found.Search.Troubles)
        {
            json.WriteStartObject();
            json.WriteString("solver", trouble.Solver);
            json.WriteString("what", Names.Snake(trouble.Kind));
            json.WriteString("detail", trouble.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, PackageFindings found)
    {
        if (found.Counts is not { } counts)
        {
            json.WriteNull("counts");
            return;
        }

        json.WriteStartObject("counts");
        json.WriteNumber("possible", counts.Possible);
        json.WriteNumber("across_a_red_line", counts.Across);
        json.WriteNumber("left", counts.Left);
        json.WriteStartArray("because_of");
        for (var r = 0; r < counts.ByRedLine.Length; r++)
        {
            WriteDemand(json, found.Space, new Demand(found.Space.RedLines[r].Party, found.Space.RedLines[r].Combination), counts.ByRedLine[r]);
        }

        for (var p = 0; p < counts.ByAlternative.Length; p++)
        {
            if (counts.ByAlternative[p] is { } number)
            {
                WriteDemand(json, found.Space, new Demand(p, null), number);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptimum(Utf8JsonWriter json, PackageSpace space, Optimum optimum)
    {
        json.WriteStartObject();
        json.WriteString("kind", Names.Snake(optimum.Kind));
        json.WriteString("value", optimum.Value?.ToString());
        json.WriteString("none_because", optimum.Absence == NoOptimum.None ? null : Names.Snake(optimum.Absence));
        json.WriteString("proof", optimum.Absence == NoOptimum.None ? Names.Snake(optimum.Proof) : null);
        json.WriteString("count", Text(optimum.Count));
        json.WriteBoolean("counted", optimum.IsCounted);
        json.WriteBoolean("all_ties", optimum.InefficientTies);
        json.WriteTexts("without_share", optimum.WithoutShare.Select(p => space.Parties[p].Name));
        json.WriteStartArray("packages");
        foreach (var package in optimum.Packages)
        {
            json.WriteStartObject();
            json.WriteString("package", Text(package.Number));
            WriteOptions(json, space, package.Number);
            WriteWorth(json, space, package.Worth);
            if (package.IsDecided)
            {
                json.WriteBoolean("efficient", package.BetteredBy is null);
            }
            else
            {
                json.WriteNull("efficient");
            }

            json.WriteString("bettered_by", package.BetteredBy is { } better ? Text(better) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEmptiness(Utf8JsonWriter json, PackageSpace space, Emptiness? emptiness)
    {
        if (emptiness is null)
        {
            json.WriteNull("nothing_left");
            return;
        }

        json.WriteStartObject("nothing_left");
        json.WriteBoolean("none_possible", emptiness.NonePossible);
        json.WriteBoolean("all_smallest_sets", emptiness.AreSmallest);
        json.WriteStartArray("because_of");
        foreach (var set in emptiness.Sets)
        {
            json.WriteStartArray();
            foreach (var demand in set)
            {
                WriteDemand(json, space, demand);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDemand(Utf8JsonWriter json, PackageSpace space, Demand demand, long? packages = null)
    {
        json.WriteStartObject();
        json.WriteString("party", space.Parties[demand.Party].Name);
        json.WriteString("red_line", demand.Combination?.Text);
        if (packages is { } number)
        {
            json.WriteNumber("packages", number);
        }

        json.WriteEndObject();
    }

    private static void WritePackages(Utf8JsonWriter json, PackageSpace space, IEnumerable<BigInteger> packages)
    {
        json.WriteStartArray("packages");
        foreach (var package in packages)
        {
            json.WriteStartObject();
            json.WriteString("package", Text(package));
            WriteOptions(json, space, package);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, PackageSpace space, BigInteger package) =>
        json.WriteTexts("options", space.OptionsOf(package).Select((o, i) => space.Talks.Issues[i].Options[o].Name));

    private static void WriteWorth(Utf8JsonWriter json, PackageSpace space, IEnumerable<long> worth) => json.WriteTexts("worth", worth.Select(w => space.Declared(w).ToString()));

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
