using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Shapes;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Syntax;
using Pacta.Maps.Gazetteers;
using Pacta.Maps.World;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Binds what is drawn: maps, corners and points written in the text, countries and places by name.</summary>
internal static class DrawingBinder
{
    public static DrawnRow? Bind(ExpressionBinder binder, DrawnRowValueSyntax syntax, bool isLine)
    {
        var row = new DrawnRow(binder.Text(syntax), (DrawnFrom)syntax.Form, syntax.Content.Value, null);
        switch (syntax.Form)
        {
            case DrawingForm.Map:
                return row with { Drawing = MapReader.Read(binder, syntax, isLine) is { } drawing ? Checked(binder, syntax, drawing) : null };
            case DrawingForm.Polygon:
                return Corners(binder, syntax, 3) is { } corners && Checked(binder, syntax, new Drawing(MultiPolygon.Of(EdgeKind.Geodesic, corners.AsSpan()))) is { } area
                    ? row with { Drawing = area }
                    : null;
            case DrawingForm.Path:
                return Corners(binder, syntax, 2) is { } path && Checked(binder, syntax, new Drawing(MultiLine.Of(EdgeKind.Geodesic, path.AsSpan()))) is { } line
                    ? row with { Drawing = line }
                    : null;
            case DrawingForm.Point:
                return Corners(binder, syntax, 1) is { } points ? row with { Drawing = new Drawing(points) } : null;
            case DrawingForm.Country:
                return Country(binder, syntax) is { } country ? row with { Content = country.Code, Drawing = WorldDrawings.Of(country) } : null;
            case DrawingForm.Disputed:
                return Disputed(binder, syntax) is { } disputed ? row with { Content = disputed.Key, Drawing = WorldDrawings.Of(disputed) } : null;
            default:
                return Named(binder, syntax) is { } named
                    ? row with { Drawing = new Drawing([named.Position]) { AccuracyMetres = Math.Ceiling(named.AccuracyMetres), Attribution = Gazetteer.Load().Source.Credit } }
                    : null;
        }
    }

    private static Country? Country(ExpressionBinder binder, DrawnRowValueSyntax syntax)
    {
        var (country, suggestions) = WorldMap.Load().Find(syntax.Content.Value);
        if (country is null)
        {
            binder.Report(syntax.Content, MapErrors.NoSuchCountry(syntax.Content.Value, [.. suggestions.Select(s => $"{s.Name} ({s.Code})")], suggestions.FirstOrDefault()?.Code));
        }

        return country;
    }

    /// <summary>A place of the gazetteer. An agreement has to say which one it means.</summary>
    private static NamedPlace? Named(ExpressionBinder binder, DrawnRowValueSyntax syntax)
    {
        var (place, candidates, suggestions) = Gazetteer.Load().Find(syntax.Content.Value);
        if (place is null)
        {
            binder.Report(syntax.Content, MapErrors.NoSuchPlace(
                syntax.Content.Value, candidates.Length, [.. (candidates.IsEmpty ? suggestions : candidates).Take(6).Select(c => $"{c} (#{c.Id})")], candidates.FirstOrDefault()?.Id));
        }

        return place;
    }

    private static DisputedArea? Disputed(ExpressionBinder binder, DrawnRowValueSyntax syntax)
    {
        var area = WorldDrawings.Area(syntax.Content.Value);
        if (area is null)
        {
            var keys = WorldMap.Load().DisputedAreas.Select(a => a.Key).ToList();
            binder.Report(syntax.Content, MapErrors.NoSuchArea(syntax.Content.Value, DidYouMean.Nearest(syntax.Content.Value, keys), keys));
        }

        return area;
    }

    /// <summary>A drawing whose rings have an inside and whose lines lead somewhere; otherwise null, and what is wrong is told.</summary>
    private static Drawing? Checked(ExpressionBinder binder, DrawnRowValueSyntax syntax, Drawing drawing)
    {
        if (drawing.Line is { } lines && lines.Lines.Any(l => l.All(p => p == l[0])))
        {
            binder.Report(syntax.Content, MapErrors.TooFewCorners("A line needs two different points", 1));
            return null;
        }

        try
        {
            if (drawing.Area is { } area && RingChecks.Problems(area) is [var odd, ..])
            {
                binder.Scope.All.Warn(binder.Scope.File, syntax.Content.Span, binder.Section, MapErrors.OddRing(Told(odd, syntax.Form), odd.Fix));
            }

            return drawing;
        }
        catch (ShapeException wrong)
        {
            binder.Report(syntax.Content, MapErrors.NoRing(Told(wrong.Problem, syntax.Form), wrong.Problem.Fix));
            return null;
        }
    }

    /// <summary>Of a map it is said which polygon and ring; a text has only one.</summary>
    private static string Told(ShapeProblem problem, DrawingForm form) =>
        (form == DrawingForm.Map ? $"polygon {problem.Polygon + 1}, {(problem.Ring == 0 ? "outer ring" : $"hole {problem.Ring}")}, " : string.Empty)
        + (problem.Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"at longitude {place.Longitude:0.#######}, latitude {place.Latitude:0.#######}: ") : string.Empty) + problem.Problem;

    /// <summary>Corners written as <c>"37.5 47.0, 38.2 47.0, 38.0 48.0"</c>: longitude, then latitude.</summary>
    private static ImmutableArray<GeoPoint>? Corners(ExpressionBinder binder, DrawnRowValueSyntax syntax, int least)
    {
        var corners = ImmutableArray.CreateBuilder<GeoPoint>();
        foreach (var corner in syntax.Content.Value.Split(','))
        {
            var numbers = corner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (numbers.Length != 2 || MapReader.Degrees(numbers[0], 180) is not { } longitude || MapReader.Degrees(numbers[1], 90) is not { } latitude)
            {
                binder.Report(syntax.Content, MapErrors.BadCorner(corner.Trim()));
                return null;
            }

            corners.Add(new GeoPoint(latitude, longitude));
        }

        if (corners.Count >= least)
        {
            return corners.ToImmutable();
        }

        binder.Report(syntax.Content, MapErrors.TooFewCorners(syntax.Form == DrawingForm.Path ? "A line needs two points" : "An area needs three corners", corners.Count));
        return null;
    }
}
