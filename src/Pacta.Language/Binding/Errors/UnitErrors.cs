using System.Globalization;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes about units and maps: PACTA0330 to PACTA0359.</summary>
internal static class UnitErrors
{
    public static Mistake UnknownUnit(string name, Suggestion? suggestion) => new(
        "PACTA0330", $"There is no unit called '{name}'.", "not a unit",
        suggestion is null ? $"Declare it with what it is worth, as in 'unit km is 1_000 m', or by itself: 'unit {name}'." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? "15 km")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake NoFixedLength(string unit) => new(
        "PACTA0331", $"'{unit}' have no fixed length, so they cannot be compared here.", "how many days?", "Write days, weeks or hours.", "duration of x at most 30 days");

    /// <summary>Metres and tonnes do not mix.</summary>
    /// <param name="what">What cannot be done with the two: "compared", "added".</param>
    public static Mistake DifferentUnits(string left, string leftUnit, string right, string rightUnit, string what) => new(
        "PACTA0332", $"'{left}' ({InUnit(leftUnit)}) and '{right}' ({InUnit(rightUnit)}) cannot be {what}.",
        $"{InUnit(leftUnit)} on one side, {InUnit(rightUnit)} on the other", "Both must be measured in the same sort of unit.", "tonnage of w more than 15_000 t");

    public static Mistake ProductOfUnits(string left, string leftUnit, string right, string rightUnit) => new(
        "PACTA0333", $"'{left}' ({InUnit(leftUnit)}) and '{right}' ({InUnit(rightUnit)}) cannot be multiplied.", "one of them must be a plain number",
        "Multiply by a plain number.", "2 / 3 * black_sea_ceiling");

    /// <summary>A length without saying whether metres or kilometres.</summary>
    public static Mistake UnitMissing(string number, string other, IReadOnlyList<string> units) => new(
        "PACTA0334", $"'{number}' needs a unit, because '{other}' has one.", $"{Wording.List(units, "or")}?", "Write the unit after the number.", $"{number} {(units.Count > 0 ? units[0] : "km")}");

    public static Mistake UnitCycle(string name) => new(
        "PACTA0335", $"The unit '{name}' is explained by itself.", "this leads back to itself", "One of the units must stand alone.", "unit m\nunit km is 1_000 m");

    public static Mistake NotALength(string text, string dimension) => new(
        "PACTA0336", $"A distance is needed here, and '{text}' is {InUnit(dimension)}.", "not a distance",
        "Write a number with a unit of length. The vocabulary must declare the metre: 'unit m'.", "15 km");

    public static Mistake NoWidth(string text) => new(
        "PACTA0336", $"A distance of more than nothing is needed here, and '{text}' is none.", "nothing is so near",
        "Write up to how far from there something still counts.", "15 km");

    public static Mistake WrongUnit(string field, string unit, string value) => new(
        "PACTA0337", $"'{field}' is {InUnit(unit)}, and '{value}' is not.", "the unit does not fit",
        unit.Length == 0 ? "Leave out the unit." : $"Write the number in {unit}, or in a unit declared from it.", $"with {field} 12_800{(unit is "" or "person" ? "" : " " + unit)}");

    private static string InUnit(string dimension) => dimension switch
    {
        "" => "a plain number",
        "time" => "a stretch of time",
        _ => $"measured in {dimension}",
    };
}

/// <summary>Mistakes in maps and corners: PACTA0350 to PACTA0359.</summary>
internal static class MapErrors
{
    public static Mistake NotAMap(string file, string? feature, long position, string problem, string fix) => new(
        "PACTA0350", $"The map \"{file}\" cannot be read: {problem}.",
        string.Create(CultureInfo.InvariantCulture, $"{(feature is null ? "" : $"feature {feature}, ")}byte {position}"),
        $"{Sentence(fix)} Maps are GeoJSON (RFC 7946) or shapefiles in longitudes and latitudes.", "map \"zones.geojson\"");

    public static Mistake NoSuchMap(string file) => new(
        "PACTA0348", $"There is no map \"{file}\" beside the agreement.", "known by its name only: no position is in it or outside", "Name the file as it is called, from the folder of the agreement.", "map \"zones.geojson\"");

    public static Mistake NothingDrawn(string file) => new(
        "PACTA0351", $"The map \"{file}\" has no areas or lines.", "nothing drawn in it", "A zone needs a polygon, a line needs a line string.", "map \"zones.geojson\"");

    public static Mistake NoSuchFeature(string file, string feature) => new(
        "PACTA0352", $"The map \"{file}\" has nothing called \"{feature}\".", "no feature with this id or name",
        "After # stands the id or the name of a feature of the map.", "map \"zones.geojson#A\"");

    public static Mistake BadCorner(string corner) => new(
        "PACTA0354", $"'{corner}' is not a corner.", "longitude and latitude in degrees are needed",
        "Write longitude (east), a blank, latitude (north); corners are separated by commas.", "polygon \"37.5 47.0, 38.2 47.0, 38.0 48.0\"");

    public static Mistake TooFewCorners(string needed, int count) => new(
        "PACTA0355", $"{needed}, and here {(count == 1 ? "is one" : $"are {count}")}.", "too few corners", "Add corners.", "polygon \"37.5 47.0, 38.2 47.0, 38.0 48.0\"");

    public static Mistake HeightsReversed(string text) => new(
        "PACTA0356", $"'{text}' begins above where it ends.", "the lower height comes first", "Write the lower height first.", "height 100 m .. 500 m");

    public static Mistake NoRing(string problem, string fix) => new(
        "PACTA0357", $"This is no area: {problem}.", "no inside", Sentence(fix), "polygon \"37.5 47.0, 38.2 47.0, 38.0 48.0\"");

    public static Mistake OddRing(string problem, string fix) => new(
        "PACTA0353", $"The area is odd: {problem}.", "what lies within an even number of rings is outside", Sentence(fix), "polygon \"37.5 47.0, 38.2 47.0, 38.0 48.0\"");

    public static Mistake NoSuchCountry(string name, IReadOnlyList<string> meant, string? example) => new(
        "PACTA0358", $"The map of the world has no country '{name}'.", meant.Count == 0 ? "no such country" : $"did you mean {string.Join(" or ", meant)}?",
        "Write its code by ISO 3166, or its name. A territory over which there is a dispute is no country there, but 'disputed'.", $"country \"{example ?? "FIN"}\"");

    public static Mistake NoSuchArea(string name, string? near, IReadOnlyList<string> known) => new(
        "PACTA0359", $"The map of the world has no disputed area '{name}'.", near is null ? "no such area" : $"did you mean '{near}'?",
        $"It has {string.Join(", ", known.Take(40))}.", $"disputed \"{near ?? known[0]}\"");

    public static Mistake NoSuchPlace(string name, int count, IReadOnlyList<string> meant, long? example) => new(
        "PACTA0349", count == 0 ? $"The gazetteer has no place '{name}'." : $"The gazetteer has {count} places '{name}'.",
        count == 0 ? "no such place" : "which of them?",
        meant.Count == 0 ? "Write its point: longitude, then latitude." : count == 0 ? $"Did you mean {string.Join("; ", meant)}?" : $"Say which, by region or number: {string.Join("; ", meant)}.",
        example is { } id ? $"place \"#{id}\"" : "point \"37.8 48.0\"");

    private static string Sentence(string fix) => char.ToUpperInvariant(fix[0]) + fix[1..] + ".";
}
