using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Pacta.Geography.Reading;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Reads areas, lines and points from GeoJSON (RFC 7946): positions are longitude, latitude, and edges are straight on the map.</summary>
internal static class MapReader
{
    /// <summary>By the text that was read: each place of a map, and each key stroke beside it, asks for the same one.</summary>
    private static readonly ConditionalWeakTable<string, Feature[]> Parsed = [];

    /// <summary>What a map draws; null where there is no such file, or where it cannot be read, which is reported.</summary>
    public static Drawing? Read(ExpressionBinder binder, DrawnRowValueSyntax syntax, bool isLine)
    {
        var (path, feature) = Split(syntax.Content.Value);
        try
        {
            if (binder.Scope.All.ReadMap(BesideAgreement(binder.Scope.File.Path, path)) is not { } json)
            {
                if (binder.Scope.All.TellsMissingMaps)
                {
                    binder.Scope.All.Warn(binder.Scope.File, syntax.Content.Span, binder.Section, MapErrors.NoSuchMap(path));
                }

                return null;
            }

            var all = Parsed.GetValue(json, text => [.. GeoJsonReader.Read(Encoding.UTF8.GetBytes(text), path)]);
            var wanted = feature is null ? all : [.. all.Where(f => f.IsCalled(feature))];
            if (DrawingOf(Feature.Together(wanted), isLine) is { } drawing)
            {
                return drawing;
            }

            binder.Report(syntax.Content, feature is null ? MapErrors.NothingDrawn(path) : MapErrors.NoSuchFeature(path, feature));
        }
        catch (ShapeFileException wrong)
        {
            binder.Report(syntax.Content, MapErrors.NotAMap(path, wrong.Feature, wrong.Position, wrong.Problem, wrong.Fix));
        }

        return null;
    }

    /// <summary>Areas, or lines where a line is asked for, or points where there is nothing else; null for nothing.</summary>
    private static Drawing? DrawingOf(Feature feature, bool isLine) =>
        feature.Polygons.Polygons.Length > 0 && !(isLine && feature.Lines.Lines.Length > 0) ? new Drawing(feature.Polygons)
        : feature.Lines.Lines.Length > 0 ? new Drawing(feature.Lines)
        : feature.Points.Length > 0 ? new Drawing(feature.Points)
        : null;

    /// <summary>A number of degrees from minus to plus <paramref name="limit"/>; null if it is none.</summary>
    public static double? Degrees(string text, double limit) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= limit ? value : null;

    /// <summary>Maps are named relative to the file that names them.</summary>
    private static string BesideAgreement(string agreement, string map) =>
        Path.Combine(Path.GetDirectoryName(agreement) ?? "", map).Replace('\\', '/');

    private static (string Path, string? Feature) Split(string file)
    {
        var at = file.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (file, null) : (file[..at], file[(at + 1)..]);
    }
}
