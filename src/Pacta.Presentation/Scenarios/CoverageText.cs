using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Scenarios;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Scenarios;

/// <summary>What scenarios show of an agreement, and what they do not.</summary>
public static class CoverageText
{
    public static void Write(TextWriter output, ScenarioCoverage coverage, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(screen);
        output.Write($"\nShown of {Wrapping.Harmless(coverage.Agreement.Title)}\n");
        Part(
            output, screen, "clauses", coverage.Clauses.Length, coverage.Clauses.Count(c => c.IsWhole),
            coverage.Clauses.Where(c => !c.IsWhole)
                .Select(c => $"{Named(c.Reference, c.Name)} ({Place(c.Origin)}): {(c.IsShown ? $"nothing under {string.Join(", ", c.ReadingsNotShown)}" : "no scenario")}"));
        Part(
            output, screen, "bounds", coverage.Bounds.Length, coverage.Bounds.Count(b => b.IsWhole),
            coverage.Bounds.Where(b => !b.IsWhole).Select(b => $"{Named(b.Bound.Reference, b.Bound.Owner)} ({Place(b.Bound.Origin)}): {b.Bound.Text}: {string.Join(", ", Missing(b))}"));
        Part(
            output, screen, "last moments", coverage.Times.Length, coverage.Times.Count(t => t.IsWhole),
            coverage.Times.Where(t => !t.IsWhole).Select(t => $"{Named(t.Reference, t.Clause)} ({Place(t.Origin)}): {string.Join(", ", Missing(t))}"));
    }

    private static void Part(TextWriter output, Screen screen, string what, int all, int shown, IEnumerable<string> missing)
    {
        if (all == 0)
        {
            return;
        }

        output.Write(string.Create(CultureInfo.InvariantCulture, $"  {what,-13} {shown} of {all}\n"));
        foreach (var line in missing.SelectMany(m => Wrapping.Hanging(m, "    ", "      ", screen.Width)))
        {
            output.Write(line + "\n");
        }
    }

    private static IEnumerable<string> Missing(ShownBound bound) => !bound.IsOn && !bound.Holds && !bound.Fails
        ? ["never compared"]
        : new[] { bound.IsOn ? null : "nothing exactly on it", bound.Holds ? null : "never holds", bound.Fails ? null : "always holds" }.OfType<string>();

    private static IEnumerable<string> Missing(ShownTime time) =>
        new[] { time.IsAtTheLast ? null : time.IsInTime ? "nothing at the last moment" : "nothing in time", time.IsLate ? null : "nothing late" }.OfType<string>();

    private static string Named(string? reference, string name) => reference is null ? name : $"{reference} {name}";

    private static string Place(Origin origin) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(origin.File.Path)}:{origin.File.PositionOf(origin.Span.Start).Line}");
}
