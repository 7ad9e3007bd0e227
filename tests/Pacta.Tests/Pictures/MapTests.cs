using System.Text.Json;
using System.Xml.Linq;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Pictures;

/// <summary><c>pacta map</c>: what is drawn, found and exported of invented agreements.</summary>
public sealed class MapTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Files = ["bay.pacta", "bay.jsonl", "far.pacta", "zones.geojson"];

    [Theory]
    [InlineData("map-bay.svg", "bay.pacta", "bay.jsonl", "svg")]
    [InlineData("map-bay.geojson", "bay.pacta", "bay.jsonl", "geojson")]
    [InlineData("map-far.svg", "far.pacta", null, "svg")]
    [InlineData("map-far.geojson", "far.pacta", null, "geojson")]
    public void What_is_drawn_is_kept(string golden, string agreement, string? reports, string format) =>
        Golden.EqualFile(PathOf(golden), Run(["map", "@" + agreement, .. reports is null ? [] : new[] { "--reports", "@" + reports }, "--format", format]).Output);

    [Fact]
    public void Signs_differ_in_shape_and_their_words_stand_in_the_legend()
    {
        var picture = XDocument.Parse(Bay().Output);
        var texts = TextsOf(picture);

        Assert.Equal(["consistent", "contested", "cured", "doubt", "not_consistent", "reported"], picture.Descendants(Svg + "symbol").Select(s => s.Attribute("id")!.Value["p1-m-".Length..]));
        Assert.Equal(6, picture.Descendants(Svg + "symbol").Select(s => string.Concat(s.Elements(Svg + "path").Select(p => p.Attribute("d")!.Value))).Distinct().Count());
        Assert.Contains("blue_heron: not consistent with 1, certain (aland)", texts);
        Assert.Contains("white_tern: not consistent or not in play (3), contested (borland)", texts);
        Assert.Contains("gun_2: consistent with 2, certain (borland)", texts);
    }

    [Theory]
    [InlineData(12, "site_1", "site_1; accurate to 50 m")]
    [InlineData(13, "1", "1. site_1; accurate to 50 m")]
    public void Many_places_have_numbers_and_the_legend_names_them(int count, string label, string named)
    {
        using var command = new Command();
        var sites = string.Join('\n', Enumerable.Range(1, count).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"zone site_{i} {{ point \"10 {50 + i}\" accurate to 50 m }}")));
        command.Write("many.pacta", $$"""
            vocabulary words {
              unit m
              actor aland, borland
              event open fire by actor in place
            }
            agreement "Sites (invented)" as sites {
              status political
              enters into force 2021-01-01
              time zone "UTC"
              parties aland, borland
              use words
              {{sites}}
              clause calm { each party must not open fire in site_1 }
            }
            """);

        var texts = TextsOf(XDocument.Parse(command.Run("map", "@many.pacta").Output));

        Assert.Contains(label, texts);
        Assert.Contains(named, texts);
    }

    [Fact]
    public void A_mandate_to_observe_compares_nothing_with_a_clause()
    {
        var output = Bay("--mandate", "observe").Output;

        Assert.Contains("such an act is reported", output, StringComparison.Ordinal);
        Assert.DoesNotContain("not consistent", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rival_maps_are_drawn_with_dashes_of_their_own_and_named_with_who_holds_them()
    {
        var picture = XDocument.Parse(Bay().Output);
        var zones = picture.Descendants(Svg + "g").Where(g => g.Attribute("class")?.Value == "zone" && g.Element(Svg + "title")!.Value.StartsWith("territory", StringComparison.Ordinal)).ToList();

        Assert.Equal(["territory of aland, as map_of_aland has it (held by aland)", "territory of aland, as map_of_borland has it (held by borland)"], zones.Select(z => z.Element(Svg + "title")!.Value));
        Assert.Equal([null, "9 4"], zones.Select(z => z.Elements(Svg + "path").Last().Attribute("stroke-dasharray")?.Value));
        Assert.Contains("What is drawn in several ways is so in rival readings; none comes before another.", TextsOf(picture));
    }

    [Fact]
    public void Swapping_two_readings_in_the_file_changes_nothing()
    {
        using var command = Folder();
        var first = command.Run("map", "@bay.pacta", "--reports", "@bay.jsonl").Output;
        var text = command.Read("bay.pacta");
        var start = text.IndexOf("    reading map_of_aland", StringComparison.Ordinal);
        var middle = text.IndexOf("    reading map_of_borland", StringComparison.Ordinal);
        var end = text.IndexOf("    }\n", middle, StringComparison.Ordinal) + 6;
        command.Write("bay.pacta", text[..start] + text[middle..end] + text[start..middle] + text[end..]);

        Assert.Equal(first, command.Run("map", "@bay.pacta", "--reports", "@bay.jsonl").Output);
    }

    [Fact]
    public void It_is_said_what_is_not_drawn_and_that_drawing_is_no_opinion()
    {
        var texts = TextsOf(XDocument.Parse(Bay().Output));

        Assert.Contains("That a line or an area is drawn implies no opinion on the status of any territory.", texts);
        Assert.Contains("Not drawn, because known by name only or not known in full: inner_bay.", texts);
        Assert.Contains("Reported positions outside of the picture: far_ship.", texts);
        Assert.Contains("Everything is drawn as the agreement itself draws it; no other map was used.", texts);
    }

    [Fact]
    public void Only_what_is_chosen_is_drawn()
    {
        Assert.Equal(["front", "front_band"], NamesOf(Run("map", "@bay.pacta", "--only", "front,front_band", "--format", "geojson").Output, "zone", "line").Order(StringComparer.Ordinal));
        Assert.Equal(["map_of_borland"], FeaturesOf(Run("map", "@bay.pacta", "--reading", "map_of_borland", "--format", "geojson").Output).Select(f => Text(f, "reading")).OfType<string>());
        Assert.Equal("2021-06-30", Assert.Single(FeaturesOf(Run("map", "@far.pacta", "--at", "2021-06-30", "--only", "passage", "--format", "geojson").Output)).GetProperty("properties").GetProperty("until").GetString());
        Assert.Equal("2021-07-01", Assert.Single(FeaturesOf(Run("map", "@far.pacta", "--at", "2021-07-01", "--only", "passage", "--format", "geojson").Output)).GetProperty("properties").GetProperty("from").GetString());
    }

    [Fact]
    public void On_a_day_nothing_of_later_days_is_there()
    {
        var features = FeaturesOf(Bay("--at", "2021-02-10", "--format", "geojson").Output);

        Assert.Equal(["far_ship", "gun_1", "gun_2", "sea_otter"], features.Where(f => Text(f, "feature") == "event").Select(f => Text(f, "id")));
        Assert.Equal(
            ["gun_1 not_consistent", "gun_2 consistent"],
            features.Where(f => Text(f, "feature") == "finding" && Text(f, "about") is { } about && about.StartsWith("gun", StringComparison.Ordinal)).Select(f => $"{Text(f, "about")} {Text(f, "state")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_findings_that_are_exported_are_those_of_a_check()
    {
        using var command = Folder();
        using var check = JsonDocument.Parse(command.Run("check", "@bay.pacta", "--reports", "@bay.jsonl", "--format", "json").Output);
        var found = check.RootElement.GetProperty("agreements").EnumerateArray().SelectMany(a => a.GetProperty("findings").EnumerateArray())
            .Select(f => (Id: f.GetProperty("id").GetString(), States: string.Join("; ", f.GetProperty("states").EnumerateArray().Select(s => s.GetString())), Certainty: f.GetProperty("certainty").GetString()));
        var exported = FeaturesOf(command.Run("map", "@bay.pacta", "--reports", "@bay.jsonl", "--format", "geojson").Output).Where(f => Text(f, "feature") == "finding")
            .Select(f => (Id: Text(f, "id"), States: Text(f, "state")!, Certainty: Text(f, "certainty")));

        Assert.Equal(found.Order(), exported.Order());
    }

    [Theory]
    [InlineData("bay.pacta")]
    [InlineData("far.pacta")]
    public void Rings_are_closed_within_the_map_and_outer_ones_anticlockwise(string agreement)
    {
        var polygons = FeaturesOf(Run("map", "@" + agreement, "--format", "geojson").Output).Select(f => f.GetProperty("geometry"))
            .SelectMany(g => g.GetProperty("type").GetString() switch
            {
                "Polygon" => [g.GetProperty("coordinates")],
                "MultiPolygon" => g.GetProperty("coordinates").EnumerateArray(),
                _ => Enumerable.Empty<JsonElement>(),
            })
            .Select(p => p.EnumerateArray().Select(r => r.EnumerateArray().Select(c => (X: c[0].GetDouble(), Y: c[1].GetDouble())).ToList()).ToList()).ToList();

        Assert.NotEmpty(polygons);
        Assert.All(polygons.SelectMany(p => p), r => Assert.Equal(r[0], r[^1]));
        Assert.All(polygons.SelectMany(p => p).SelectMany(r => r), c => Assert.True(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90, $"{c}"));
        Assert.All(polygons, p => Assert.True(Area(p[0]) > 0 && p.Skip(1).All(h => Area(h) < 0)));
        Assert.Equal(agreement == "far.pacta", polygons.Exists(p => p[0].Exists(c => c.X == 180)) && polygons.Exists(p => p[0].Exists(c => c.X == -180)));
    }

    [Fact]
    public void In_public_nobody_learns_where_exactly_nor_who_said_so()
    {
        var output = Bay("--public", "--format", "geojson").Output;
        var events = FeaturesOf(output).Where(f => Text(f, "feature") == "event").ToList();

        Assert.NotEmpty(events);
        Assert.All(events.SelectMany(e => e.GetProperty("geometry").GetProperty("coordinates").EnumerateArray()), c => Assert.Equal(Math.Round(c.GetDouble()), c.GetDouble()));
        Assert.All(events, e => Assert.True(e.GetProperty("properties").GetProperty("accuracy_m").GetDouble() >= 79_000));
        Assert.DoesNotContain("\"m1\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("2021-03-01\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_stays_text()
    {
        using var command = Folder();
        command.Write("bay.pacta", command.Read("bay.pacta").Replace("\"Bay Memorandum\"", "\"<script>alert(1)</script> & Bay\"", StringComparison.Ordinal));
        var output = command.Run("map", "@bay.pacta").Output;

        Assert.DoesNotContain("<script", output, StringComparison.Ordinal);
        Assert.Contains("Places: <script>alert(1)</script> & Bay", TextsOf(XDocument.Parse(output)));
    }

    [Fact]
    public void A_background_is_drawn_where_it_is_asked_for_and_says_whose_map_it_is()
    {
        using var command = Folder();
        var without = XDocument.Parse(command.Run("map", "@bay.pacta").Output);
        var with = XDocument.Parse(command.Run("map", "@bay.pacta", "--background", "coasts").Output);

        Assert.DoesNotContain(without.Descendants(Svg + "path"), p => p.Attribute("class")?.Value == "coast");
        Assert.Equal(2, with.Descendants(Svg + "path").Count(p => p.Attribute("class")?.Value == "coast"));
        Assert.Contains(TextsOf(with), t => t.StartsWith("Maps: Natural Earth", StringComparison.Ordinal) && t.Contains("accurate to", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_of_a_check_has_the_picture_and_signs_lead_to_findings()
    {
        using var command = Folder();
        var page = command.Run("check", "@bay.pacta", "--reports", "@bay.jsonl", "--format", "html").Output;
        var document = XDocument.Parse(page.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));
        var picture = Assert.Single(document.Descendants("svg"), s => s.Attribute("class")?.Value == "picture drawing");
        var anchors = document.Descendants("article").Select(a => "#" + a.Attribute("id")!.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(["blue_heron", "grey_seal", "gun_1", "night_tide", "white_tern"], picture.Descendants("a").Select(a => a.Descendants("title").First().Value.Split(' ')[1]).Distinct());
        Assert.All(picture.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value, anchors));
        Assert.Contains(document.Descendants("a"), a => a.Attribute("href")?.Value == "#a1-map");
        Assert.Single(document.Descendants("style"), s => s.Value.Contains(".picture", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_positions_has_no_picture()
    {
        using var command = Folder();
        var page = command.Run("check", "@bay.pacta", "--until", "2021-03-01", "--format", "html").Output;

        Assert.Contains("howitzers_behind", page, StringComparison.Ordinal);
        Assert.DoesNotContain("picture", page, StringComparison.Ordinal);
        Assert.DoesNotContain("#a1-map", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_a_day_shows_where_what_was_observed_that_day_lies()
    {
        var page = Run("report", "@bay.pacta", "--reports", "@bay.jsonl", "--from", "2021-03-01", "--to", "2021-03-02", "--as-of", "2021-03-10", "--format", "html").Output;
        var document = XDocument.Parse(page.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));
        var picture = Assert.Single(document.Descendants("svg"), s => s.Attribute("class")?.Value == "picture drawing");

        Assert.Equal("p1-map", picture.Ancestors("figure").Single().ElementsBeforeSelf("h3").Last().Attribute("id")?.Value);
        Assert.Contains("blue_heron: not consistent with 1, certain (aland)", picture.Descendants("text").Select(t => t.Value));
        Assert.DoesNotContain("white_tern", picture.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_that_is_read_shows_what_it_draws()
    {
        var page = Run("read", "@bay.pacta", "--format", "html").Output;

        Assert.Contains("<h2 id=\"map\" dir=\"auto\">What is drawn</h2>", page, StringComparison.Ordinal);
        Assert.Contains("quiet_side", XDocument.Parse(page.Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal)).Descendants("svg").Single(s => s.Attribute("class")?.Value == "picture drawing").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_on_a_day_has_no_picture()
    {
        using var command = Folder();
        command.Write("late.pacta", command.Read("far.pacta").Split("agreement \"Treaty of the Ice\"")[0]
            .Replace("  zone lane { up to 12 km from islet }\n", string.Empty, StringComparison.Ordinal)
            .Replace("179.8 51.5\" }", "179.8 51.5\"  as from 2021-07-01 }", StringComparison.Ordinal)
            .Replace("\n    path \"178.2 51.2, 179.4 51.9, -179.1 52.1, -178.0 51.6\"  until 2021-06-30", string.Empty, StringComparison.Ordinal)
            .Replace("ships in lane", "ships in islet", StringComparison.Ordinal));
        var ran = command.Run("map", "@late.pacta", "--at", "2021-01-01");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("PACTA0981", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing of what was chosen is drawn.", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(0, command.Run("map", "@late.pacta", "--at", "2021-07-01").ExitCode);
    }

    private static string PathOf(string name) => Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "Pictures", name);

    private static Command Folder()
    {
        var command = new Command();
        foreach (var file in Files)
        {
            command.Write(file, File.ReadAllText(PathOf(file)));
        }

        return command;
    }

    private static Ran Run(params string[] words)
    {
        using var command = Folder();
        var ran = command.Run(words);
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return ran;
    }

    private static Ran Bay(params string[] options) => Run(["map", "@bay.pacta", "--reports", "@bay.jsonl", .. options]);

    private static List<string> TextsOf(XDocument picture) => [.. picture.Descendants(Svg + "text").Select(t => t.Value)];

    private static List<JsonElement> FeaturesOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal("FeatureCollection", document.RootElement.GetProperty("type").GetString());
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(f => f.Clone())];
    }

    private static IEnumerable<string?> NamesOf(string json, params string[] kinds) => FeaturesOf(json).Where(f => kinds.Contains(Text(f, "feature"))).Select(f => Text(f, "name"));

    private static string? Text(JsonElement feature, string name) => feature.GetProperty("properties").TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double Area(List<(double X, double Y)> ring) => ring.Zip(ring.Skip(1), (a, b) => (a.X * b.Y) - (b.X * a.Y)).Sum();
}
