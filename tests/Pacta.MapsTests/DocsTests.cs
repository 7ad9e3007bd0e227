using System.Text;
using Pacta.Geography.Shapes;
using Pacta.Maps.Gazetteers;
using Pacta.Maps.Perspectives;
using Pacta.Maps.World;

namespace Pacta.MapsTests;

/// <summary>docs/maps.md says what is so.</summary>
public sealed class DocsTests
{
    private static readonly string text = File.ReadAllText(Path.Combine(Root(), "docs", "maps.md"));

    private static readonly WorldMap map = WorldMap.Load();

    [Fact]
    public void Every_disputed_area_is_in_the_table_with_all_who_claim_it()
    {
        var rows = text.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(c => c[1].Trim('`'));

        Assert.Equal(map.DisputedAreas.Select(a => a.Key).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(map.DisputedAreas, a => Assert.Equal((a.Name, string.Join(", ", a.Claimants)), (rows[a.Key][2], rows[a.Key][3])));
        Assert.All(map.RoughAreas, r => Assert.Contains($"- {r.Name}: {r.Note}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_perspective_map_on_the_page_can_be_read()
    {
        var start = text.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var perspective = PerspectiveMap.Read(Encoding.UTF8.GetBytes(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]), "page");

        Assert.Empty(perspective.Problems(map));
        Assert.Equal("Aland", perspective.On(map).At(new GeoPoint(10.5, -29.5)).Declared);
    }

    [Fact]
    public void What_the_page_says_of_its_examples_and_sizes_is_so()
    {
        Assert.Equal("POL", map.Country("Польща").Code);
        Assert.Equal(["RUS", "UKR"], map.At(new GeoPoint(45.3, 34.2), metres: 500).Possible);
        Assert.Equal(48, map.Countries.SelectMany(c => c.Names.Keys).Append("en").Distinct().Count());
        Assert.Equal(53_316, Gazetteer.Load().Places.Length);
        Assert.Equal((298, 4764), (map.Data.Units.Length, map.Data.Checks.Count));
        Assert.NotNull(Gazetteer.Load().Find("Debalzewo").Place);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pacta.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
