using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pacta.Geography.Outlines;
using Pacta.Geography.Shapes;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Pictures;

/// <summary>
/// Places, reported positions and findings as GeoJSON (RFC 7946) for other programs: longitude first, outer rings anticlockwise, cut at the date line, no coordinate system named.
/// Properties are flat, texts, numbers and truths; what is not known is left out. A finding about nothing with a position is there too, without a geometry.
/// </summary>
public static class PictureGeoJson
{
    /// <summary>To about a centimetre.</summary>
    private const int Digits = 7;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="findings">All findings about each agreement, in the order of <paramref name="contents"/>; empty where nothing was checked.</param>
    public static void Write(Stream output, IReadOnlyList<PictureContent> contents, IReadOnlyList<ImmutableArray<Finding>> findings, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(speech);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("note", speech.Phrases.Say("map.no_opinion"));
        json.WriteStartArray("features");
        for (var i = 0; i < contents.Count; i++)
        {
            var one = new Features(json, contents[i], speech.In(contents[i].Agreement.Calendar));
            one.WritePlaces();
            one.WriteEvents();
            one.WriteFindings(findings[i]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed class Features(Utf8JsonWriter json, PictureContent content, Speech speech)
    {
        private readonly TimeWords _times = new(content.Agreement.Calendar, speech.Phrases);

        public void WritePlaces()
        {
            foreach (var place in content.Places)
            {
                if (place.Zone is { } zone)
                {
                    var outline = ZoneOutline.Of(zone);
                    Feature("zone", () => Polygons(outline.Polygons), () =>
                    {
                        Place(place);
                        Number("outline_within_m", outline.WithinMetres);
                    });
                }

                if (place.Lines.Length > 0)
                {
                    Feature("line", () => Lines([.. place.Lines.SelectMany(ZoneOutline.Of)]), () => Place(place));
                }

                if (place.Points.Length > 0)
                {
                    Feature("point", () => Points(place.Points), () => Place(place));
                }
            }
        }

        public void WriteEvents()
        {
            foreach (var position in content.Positions)
            {
                Feature("event", () => Points([position.At]), () =>
                {
                    var fact = position.Of;
                    var time = fact.Time.Alternatives.Select(t => t.Value.In(content.Agreement.Calendar.Zone)).Aggregate((a, b) => a.Cover(b));
                    Text("id", fact.Id);
                    Text("what", fact.Kind);
                    Text("time", _times.OfMoment(time));
                    Time("time_earliest", time.Earliest);
                    Time("time_latest", time.Latest);
                    Number("accuracy_m", position.AccuracyMetres);
                    Number("height_m", position.HeightMetres);
                    Text("height_above", position.HeightAbove is { } above ? Names.Snake(above) : null);
                    json.WriteNumber("positions_reported", position.Rivals);
                    json.WriteBoolean("denied", fact.IsDenied);
                    Text("reports", Joined(fact.AssertedBy.Select(r => r.Id)));
                    Text("findings", Joined(content.Findings.GetValueOrDefault(fact.Id, []).Select(f => f.Id)));
                });
            }
        }

        public void WriteFindings(ImmutableArray<Finding> findings)
        {
            foreach (var finding in findings)
            {
                ImmutableArray<PlacedPosition> at = [.. content.Findings.Where(f => f.Value.Contains(finding, ReferenceEqualityComparer.Instance)).SelectMany(f => content.Positions.Where(p => p.Of.Id == f.Key))];
                Feature("finding", at.IsEmpty ? json.WriteNullValue : () => Points([.. at.Select(p => p.At)]), () =>
                {
                    Text("id", finding.Id);
                    Text("clause", finding.Reference ?? finding.ClauseName);
                    Text("clause_name", finding.ClauseName);
                    Text("clause_path", finding.ClausePath);
                    Text("bearer", speech.Parties.Bearer(finding));
                    Text("beneficiary", finding.Beneficiary);
                    Text("about", Joined(TriggerWords.ForMachines(finding)));
                    Text("state", Joined(finding.States.Select(Names.Of)));
                    Text("words", speech.States.WithClause(finding, speech.Clauses.Short(finding)));
                    Text("certainty", finding.IsClaim ? null : Names.Snake(finding.Certainty));
                    if (!finding.IsClaim)
                    {
                        json.WriteBoolean("settled", finding.IsSettled);
                    }

                    Time("due_earliest", finding.Due?.Earliest);
                    Time("due_latest", finding.Due?.Latest);
                    Text("perspective", finding.Perspective);
                    Text("reports", Joined(finding.Reports.Select(r => r.Id)));
                });
            }
        }

        private void Place(DrawnPlace place)
        {
            Text("name", place.Name);
            Text("reading", place.Reading);
            Text("held_by", Joined(place.HeldBy));
            Text("if", place.If);
            Text("from", place.Row.From is FixedTime { Moment: var from } ? _times.Of(from.In(content.Agreement.Calendar.Zone)) : place.Row.From?.Text);
            Text("until", place.Row.Until is FixedTime { Moment: var until } ? _times.Of(until.In(content.Agreement.Calendar.Zone)) : place.Row.Until?.Text);
            Number("height_from_m", (double?)place.Row.Height?.Low);
            Number("height_to_m", (double?)place.Row.Height?.High);
            Text("height_above", place.Row.Height?.Above is { } above ? Names.Snake(above) : null);
            Number("accuracy_m", place.AccuracyMetres);
            Text("maps", Joined(place.Attributions));
        }

        private void Feature(string kind, Action geometry, Action properties)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WritePropertyName("geometry");
            geometry();
            json.WriteStartObject("properties");
            json.WriteString("feature", kind);
            json.WriteString("agreement", content.Agreement.Name);
            properties();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Points(ImmutableArray<GeoPoint> points)
        {
            var isOne = points.Length == 1;
            Geometry(isOne ? "Point" : "MultiPoint", () =>
            {
                if (isOne)
                {
                    Point(points[0].Longitude, points[0].Latitude);
                    return;
                }

                Several(points, p => Point(p.Longitude, p.Latitude));
            });
        }

        private void Lines(IReadOnlyList<IReadOnlyList<PlanePoint>> lines)
        {
            var isOne = lines.Count == 1;
            Geometry(isOne ? "LineString" : "MultiLineString", () =>
            {
                if (isOne)
                {
                    Line(lines[0]);
                    return;
                }

                Several(lines, Line);
            });
        }

        private void Polygons(IReadOnlyList<PlanePolygon> polygons)
        {
            var isOne = polygons.Count == 1;
            Geometry(isOne ? "Polygon" : "MultiPolygon", () =>
            {
                if (isOne)
                {
                    Rings(polygons[0]);
                    return;
                }

                Several(polygons, Rings);
            });
        }

        private void Rings(PlanePolygon polygon) => Several(polygon.Holes.Prepend(polygon.Outer), r => Line([.. r, r[0]]));

        private void Line(IReadOnlyList<PlanePoint> points) => Several(points, p => Point(p.X, p.Y));

        private void Several<T>(IEnumerable<T> parts, Action<T> write)
        {
            json.WriteStartArray();
            foreach (var part in parts)
            {
                write(part);
            }

            json.WriteEndArray();
        }

        private void Geometry(string type, Action coordinates)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WritePropertyName("coordinates");
            coordinates();
            json.WriteEndObject();
        }

        /// <summary>On one line, as people write it.</summary>
        private void Point(double longitude, double latitude) => json.WriteRawValue(string.Create(
            CultureInfo.InvariantCulture, $"[{Math.Round(Math.IEEERemainder(longitude, 360) is -180 && longitude > 0 ? 180 : Within(longitude), Digits) + 0.0}, {Math.Round(latitude, Digits) + 0.0}]"));

        /// <summary>A position may have been reported with a longitude beyond the date line.</summary>
        private static double Within(double longitude) => Math.Abs(longitude) <= 180 ? longitude : Math.IEEERemainder(longitude, 360);

        private void Text(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                json.WriteString(name, text);
            }
        }

        private void Number(string name, double? number)
        {
            if (number is { } known)
            {
                json.WriteNumber(name, Math.Round(known, 3));
            }
        }

        private void Time(string name, Instant? instant) => Text(name, instant is { } at && _times.IsKnown(at) ? InstantPattern.ExtendedIso.Format(at) : null);

        private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts);
    }
}
