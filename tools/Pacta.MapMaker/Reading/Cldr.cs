using System.Text.Json;

namespace Pacta.MapMaker.Reading;

/// <summary>Codes and names of countries, from the npm packages cldr-core and cldr-localenames-full.</summary>
internal sealed class Cldr
{
    /// <summary>The official languages of the United Nations, and those in which agreements and reports about security are often written.</summary>
    public static readonly string[] Languages =
    [
        "ar", "az", "be", "bg", "bn", "bs", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko",
        "lt", "lv", "mk", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "tr", "uk", "ur", "vi", "zh",
    ];

    /// <summary>Short names of the United Nations where they are other ones, and names that two countries have.</summary>
    private static readonly Dictionary<string, string[]> more = new()
    {
        ["BN"] = ["Brunei Darussalam"],
        ["BO"] = ["Plurinational State of Bolivia"],
        ["CD"] = ["Democratic Republic of the Congo", "DR Congo", "Congo"],
        ["CG"] = ["Republic of the Congo", "Congo"],
        ["FM"] = ["Federated States of Micronesia"],
        ["GB"] = ["United Kingdom of Great Britain and Northern Ireland", "Great Britain"],
        ["IR"] = ["Islamic Republic of Iran"],
        ["KP"] = ["Democratic People's Republic of Korea", "DPRK", "Korea"],
        ["KR"] = ["Republic of Korea", "Korea"],
        ["LA"] = ["Lao People's Democratic Republic"],
        ["MD"] = ["Republic of Moldova"],
        ["NL"] = ["Kingdom of the Netherlands"],
        ["RU"] = ["Russian Federation"],
        ["SY"] = ["Syrian Arab Republic"],
        ["TZ"] = ["United Republic of Tanzania"],
        ["US"] = ["United States of America"],
        ["VA"] = ["Holy See"],
        ["VE"] = ["Bolivarian Republic of Venezuela"],
        ["VN"] = ["Viet Nam"],
    };

    private readonly Dictionary<string, (string Alpha3, string Numeric)> codes = [];
    private readonly Dictionary<string, Dictionary<string, string>> names = [];

    public Cldr(string core, string localeNames)
    {
        foreach (var code in Root(core, "supplemental", "codeMappings.json").GetProperty("supplemental").GetProperty("codeMappings").EnumerateObject())
        {
            codes[code.Name] = (AreaList.Text(code.Value, "_alpha3"), AreaList.Text(code.Value, "_numeric"));
        }

        foreach (var language in Languages.Append("en"))
        {
            var territories = Root(localeNames, "main", language, "territories.json").GetProperty("main").GetProperty(language).GetProperty("localeDisplayNames").GetProperty("territories");
            names[language] = territories.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!);
        }
    }

    public (string Alpha3, string Numeric) Codes(string alpha2) => alpha2 == "XK" ? ("XKX", "") : codes[alpha2];

    public string Name(string language, string alpha2) => names[language].GetValueOrDefault(alpha2, "");

    /// <summary>Short and variant forms, in all languages.</summary>
    public IEnumerable<string> Aliases(string alpha2) =>
        names.OrderBy(n => n.Key, StringComparer.Ordinal).SelectMany(n => n.Value.Where(t => t.Key.StartsWith(alpha2 + "-alt-", StringComparison.Ordinal)).Select(t => t.Value))
            .Concat(more.GetValueOrDefault(alpha2, [])).Distinct(StringComparer.Ordinal);

    private static JsonElement Root(params string[] path)
    {
        using var stream = File.OpenRead(Path.Combine(path));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
