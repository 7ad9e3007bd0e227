using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with what is to be drawn.</summary>
internal static class MapErrors
{
    public static Diagnostic NothingDrawn(IReadOnlyCollection<string> named, bool isChosen) => new(
        "PACTA0981", Severity.Error, isChosen ? "Nothing of what was chosen is drawn." : "Nothing is drawn in these agreements.", [],
        isChosen ? "There is no drawing of it on that day, or under that reading. Without --at, --reading and --only everything is drawn."
        : named.Count == 0 ? "They have no zones and lines. A zone is drawn by its corners, by a map, or as a band from something that is drawn."
        : $"Known by name only: {string.Join(", ", named.Take(8))}{(named.Count > 8 ? ", …" : string.Empty)}. A zone is drawn by its corners, by a map, or as a band from something that is drawn.",
        "zone bay { polygon \"10.0 55.0, 12.0 55.0, 12.0 57.0, 10.0 57.0\" }");

    public static Diagnostic NoSuchPlace(string name, IReadOnlyCollection<string> drawn) => new(
        "PACTA0982", Severity.Error, $"No place “{name}” is drawn.", [], Nearest(name, drawn, "Nothing is drawn."), "--only bay");

    public static Diagnostic NoSuchReading(string name, IReadOnlyCollection<string> readings) => new(
        "PACTA0983", Severity.Error, $"No place is drawn under a reading “{name}”.", [],
        Nearest(name, readings, "What is drawn has no rival readings: leave --reading out."), "--reading map_of_aland");

    private static string Nearest(string name, IReadOnlyCollection<string> known, string none) => DidYouMean.Nearest(name, known) is { } nearest ? $"Did you mean “{nearest}”?"
        : known.Count == 0 ? none
        : $"There are: {string.Join(", ", known.Take(12))}.";
}
