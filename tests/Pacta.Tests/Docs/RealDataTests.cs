using System.Globalization;
using System.Text.RegularExpressions;
using Pacta.Tests.Agreements;
using Pacta.Tests.Cli;
using Pacta.Tests.Reports;

namespace Pacta.Tests.Docs;

/// <summary>What the walk through real data says of positions and of corridors, where the data are: they are no part of the project.</summary>
public sealed partial class RealDataTests
{
    private const string Line = "line front { map \"contact-line.geojson#line_de_facto_2015_02\" accurate to 10 km }\n zone certain_areas { up to 15 km from front }";

    private static readonly string Page = File.ReadAllText(Path.Combine(Golden.Root(), "docs", "walkthrough-minsk.md"));

    [Theory]
    [InlineData("the two regions on the map", "zone certain_areas { disputed \"donetsk\", disputed \"luhansk\" }", "maps: Made with Natural Earth.")]
    [InlineData("15 km from the line, within 10 km", Line, "hangs on 48.63333 38.38 within 2000 m is 7,535 m from the boundary of certain_areas")]
    public void Events_are_measured_against_a_map_with_their_precision(string row, string zone, string alsoPrinted)
    {
        var table = Samples.Need("ucdp-ged-ukraine.csv");
        using var command = new Command { Width = 120 };
        var imported = command.Run(
            "import", "ucdp-ged", table, "--kind", "fatal_fire", "--output", "@ged.jsonl", "--actor", "Government of Ukraine=ukraine", "--actor", "DPR=cadlr", "--actor", "LPR=cadlr",
            "--actor", "United Armed Forces of Novorossiya=cadlr", "--actor", "Government of Russia (Soviet Union)=russia");
        Assert.Equal(0, imported.ExitCode);
        File.Copy(Path.Combine(Library.Folder, "minsk", "contact-line.geojson"), command.PathOf("contact-line.geojson"));
        command.Write("my-places.pacta", $$"""
            vocabulary minsk_places {
              {{zone}}
              zone border_area
              zone settlements
              actor maidan, supporters_of_ukrainian_unity, supporters_of_independence_for_eastern_ukraine
            }
            source ucdp_ged is media "UCDP Georeferenced Event Dataset"
            """);

        var ran = command.Run(
            "check", Path.Combine(Library.Folder, "minsk", "package.pacta"), Path.Combine(Library.Folder, "vocabulary", "military.pacta"),
            Path.Combine(Library.Folder, "vocabulary", "more.pacta"), "@my-places.pacta", "--reports", "@ged.jsonl", "--clause", "ceasefire");

        Assert.Contains(Told(row), ran.Output, StringComparison.Ordinal);
        Assert.Contains(alsoPrinted, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proposed", 262)]
    [InlineData("agreed", 20)]
    [InlineData("disputed", 7)]
    [InlineData("ends", 282)]
    public void Corridors_are_imported_as_what_they_were(string mapping, int reports)
    {
        var table = Samples.Need("humanitarian-corridors-ukraine.csv");
        using var command = new Command();

        var ran = command.Run("import", "csv", table, "--mapping", Path.Combine(Library.Folder, "minsk", "corridors", mapping + ".json"), "--output", "@corridors.jsonl");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"282 rows: {reports} reports written, 0 rows left out because of errors"), ran.Output + ran.Errors, StringComparison.Ordinal);
        var lines = command.Read("corridors.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, l => Assert.Contains("\"position\":{\"lat\":", l, StringComparison.Ordinal));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{mapping}.json` | {reports} "), Page, StringComparison.Ordinal);
    }

    private static string Told(string row) => Row().Matches(Page).Single(m => m.Groups["name"].Value == row).Groups["line"].Value;

    [GeneratedRegex(@"^\| (?<name>[^|]+) \| `(?<line>[0-9,]+ findings: [^`]+)` \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Row();
}
