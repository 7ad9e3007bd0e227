using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Presentation.Html;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Pictures;

/// <summary>What stands below a picture: every place with its reading, whose map it is and how exact; every finding in words; what is not drawn, and why.</summary>
internal sealed class PictureLegend
{
    private const double Column = 470;
    private const double LineHeight = 15;
    private const double TextLeft = 46;
    private const int MostFindings = 40;

    private readonly PictureContent _content;
    private readonly Speech _speech;
    private readonly string _prefix;
    private readonly List<Action<HtmlWriter>> _written = [];
    private readonly double[] _bottoms;

    private PictureLegend(PictureContent content, Speech speech, string prefix, double top)
    {
        (_content, _speech, _prefix) = (content, speech, prefix);
        _bottoms = [top, top];
    }

    /// <summary>How far down it goes.</summary>
    public double Bottom => _bottoms.Max();

    public static PictureLegend Of(PictureContent content, PictureFrame frame, ImmutableArray<PlaceLook> looks, PictureBackground? background, Speech speech, string prefix, double top)
    {
        var legend = new PictureLegend(content, speech, prefix, top);
        legend.AddPlaces(looks);
        legend.AddBackground(background);
        legend.AddFindings(frame);
        legend.AddNotes(frame, background);
        return legend;
    }

    public void Write(HtmlWriter html) => _written.ForEach(w => w(html));

    /// <summary>What stands beside a place in the picture: its name, or its number in the legend.</summary>
    public static string LabelOf(DrawnPlace place, PictureContent content, Speech speech) => content.IsNumbered
        ? (content.Places.IndexOf(place) + 1).ToString(CultureInfo.InvariantCulture)
        : ShortNameOf(place, content.Agreement, speech);

    /// <summary>A name of a place that tells it from others of the same name, in a few words.</summary>
    public static string ShortNameOf(DrawnPlace place, Agreement agreement, Speech speech)
    {
        string[] more =
        [
            place.Reading ?? string.Empty,
            TimeOf(place.Row.From, agreement, speech) is { Length: > 0 } from ? speech.Phrases.Say("map.from", from) : string.Empty,
            TimeOf(place.Row.Until, agreement, speech) is { Length: > 0 } until ? speech.Phrases.Say("map.until", until) : string.Empty,
        ];
        return string.Join(", ", more.Where(m => m.Length > 0)) is { Length: > 0 } all ? speech.Phrases.Say("map.short", place.Name, all) : place.Name;
    }

    /// <summary>A place with all that tells it from others of its name.</summary>
    /// <param name="tellsMap">Whether it says whose map it is drawn after.</param>
    public static string NameOf(DrawnPlace place, Agreement agreement, Speech speech, bool tellsMap = true)
    {
        var name = place.Reading is not { } reading ? place.Name
            : place.HeldBy.IsEmpty ? speech.Phrases.Say("map.reading", place.Name, reading)
            : speech.Phrases.Say("map.reading.held", place.Name, reading, string.Join(", ", place.HeldBy));
        string[] more =
        [
            place.If is { } condition ? speech.Phrases.Say("map.if", condition) : string.Empty,
            TimeOf(place.Row.From, agreement, speech) is { Length: > 0 } from ? speech.Phrases.Say("map.from", from) : string.Empty,
            TimeOf(place.Row.Until, agreement, speech) is { Length: > 0 } until ? speech.Phrases.Say("map.until", until) : string.Empty,
            place.Row.Height is { } height ? Height(height, speech) : string.Empty,
            place.AccuracyMetres > 0 ? speech.Phrases.Say("map.accurate", Metres(place.AccuracyMetres, speech)) : string.Empty,
            place.Attributions.IsEmpty || !tellsMap ? string.Empty : speech.Phrases.Say("map.attribution", string.Join("; ", place.Attributions)),
        ];
        return string.Join("; ", more.Where(m => m.Length > 0).Prepend(name));
    }

    /// <summary>A position with what is found about it, for those who point at it and those who hear it.</summary>
    public static string TextOf(string id, PlacedPosition position, PictureContent content, Speech speech)
    {
        var where = speech.Phrases.Say("map.position", position.Of.Kind, id, Degrees(position, speech), position.AccuracyMetres > 0 ? Metres(position.AccuracyMetres, speech) : string.Empty);
        var rivals = position.Rivals > 1 ? speech.Phrases.Say("map.rivals", $"{position.Rivals}") : string.Empty;
        return string.Join("; ", content.Findings.GetValueOrDefault(id, []).Select(f => Standing(f, speech)).Prepend(rivals).Where(t => t.Length > 0).Prepend(where));
    }

    public static string Standing(Finding finding, Speech speech) =>
        string.Join(", ", new[] { speech.States.WithClause(finding, speech.Clauses.Short(finding)), speech.Certainties.Of(finding) }.Where(t => t.Length > 0));

    /// <summary>A latitude or a longitude; the equator and the meridians of 0 and 180 degrees have no side.</summary>
    public static string Degrees(double degrees, bool isLongitude, Speech speech) => Graticule.Number(degrees) is var number && number is "0" or "180" ? $"{number}°"
        : speech.Phrases.Say(isLongitude ? degrees < 0 ? "map.west" : "map.east" : degrees < 0 ? "map.south" : "map.north", number);

    private static string TimeOf(TimeExpression? time, Agreement agreement, Speech speech) =>
        time is FixedTime { Moment: var moment } ? new TimeWords(agreement.Calendar, speech.Phrases).Of(moment.In(agreement.Calendar.Zone)) : time?.Text ?? string.Empty;

    private static string Degrees(PlacedPosition position, Speech speech) =>
        Degrees(position.At.Latitude, isLongitude: false, speech) + " " + Degrees(position.At.Longitude, isLongitude: true, speech);

    private static string Metres(double metres, Speech speech) => metres >= 10_000
        ? speech.Phrases.Say("map.km", (metres / 1000).ToString("#,0.#", CultureInfo.InvariantCulture))
        : speech.Phrases.Say("map.m", metres.ToString("#,0.#", CultureInfo.InvariantCulture));

    private static string Height(HeightRange height, Speech speech)
    {
        var bounds = (height.Low, height.High) switch
        {
            (null, { } high) => speech.Phrases.Say("map.height.most", Metres((double)high, speech)),
            ({ } low, null) => speech.Phrases.Say("map.height.least", Metres((double)low, speech)),
            ({ } low, { } high) => speech.Phrases.Say("map.height.between", Metres((double)low, speech), Metres((double)high, speech)),
            _ => string.Empty,
        };
        return height.Above is { } above ? speech.Phrases.Say("map.height." + Names.Snake(above), bounds) : bounds;
    }

    private void AddPlaces(ImmutableArray<PlaceLook> looks)
    {
        if (_content.Places.Length == 0)
        {
            return;
        }

        Line(0, "title", _speech.Phrases.Say("map.places"));
        var top = _bottoms[0];
        // Where all are drawn after one map, it is named once, in the notes. Many places take the column of the findings as well, where there are none.
        var tellsMap = !_content.IsNumbered || _content.Places.Any(p => !p.Attributions.SequenceEqual(_content.Places[0].Attributions));
        var isInTwo = _content.IsNumbered && _content.Positions.IsEmpty;
        for (var i = 0; i < _content.Places.Length; i++)
        {
            var column = isInTwo && i >= (_content.Places.Length + 1) / 2 ? 1 : 0;
            if (column == 1 && _bottoms[1] < top)
            {
                _bottoms[1] = top;
            }

            var (place, look, y) = (_content.Places[i], looks[i], _bottoms[column]);
            _written.Add(html => Swatch(html, place, look, column, y));
            var name = NameOf(place, _content.Agreement, _speech, tellsMap);
            Text(column, _content.IsNumbered ? $"{LabelOf(place, _content, _speech)}. {name}" : name);
        }
    }

    private void AddBackground(PictureBackground? background)
    {
        foreach (var kind in (background?.Lines ?? []).Select(l => Names.Snake(l.Kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var y = _bottoms[0];
            _written.Add(html => html.Empty("path", ("class", kind), ("d", $"M6 {PictureDrawing.N(y - 4)}h33")));
            Text(0, _speech.Phrases.Say("map.background." + kind));
        }
    }

    private void Swatch(HtmlWriter html, DrawnPlace place, PlaceLook look, int column, double y)
    {
        var left = column * Column;
        if (place.Zone is not null)
        {
            var path = $"M{PictureDrawing.N(left + 8.5)} {PictureDrawing.N(y - 9.5)}h28v11h-28z";
            html.Empty("path", ("class", $"tint t{look.Tint}"), ("d", path));
            if (look.Hatch is { } hatch)
            {
                html.Empty("path", ("fill", $"url(#{_prefix}h{hatch})"), ("d", path));
            }

            html.Empty("path", ("class", "outline"), ("stroke-dasharray", look.Dashes), ("d", path));
        }
        else if (place.Lines.Length > 0)
        {
            html.Empty("path", ("class", "way"), ("stroke-dasharray", look.Dashes), ("d", $"M{PictureDrawing.N(left + 6)} {PictureDrawing.N(y - 4)}h33"));
        }
        else
        {
            html.Empty("rect", ("class", "site"), ("x", PictureDrawing.N(left + 20)), ("y", PictureDrawing.N(y - 7)), ("width", "6"), ("height", "6"));
        }
    }

    private void AddFindings(PictureFrame frame)
    {
        var placed = _content.Positions.Where(p => frame.Shows(p.At)).Select(p => p.Of.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (placed.Count == 0)
        {
            return;
        }

        var rows = placed.SelectMany(id => _content.Findings.GetValueOrDefault(id, []).Select(f => (Id: id, Finding: f))).ToList();
        Line(1, "title", _speech.Phrases.Say("map.findings"));
        foreach (var row in rows.Take(MostFindings))
        {
            Sign(PictureSigns.Of(row.Finding));
            Text(1, _speech.Phrases.Say("html.at", row.Id, $"{Standing(row.Finding, _speech)} ({_speech.Parties.Of(row.Finding)})"));
        }

        if (rows.Count > MostFindings)
        {
            Text(1, _speech.Phrases.Numbered("map.more_findings", rows.Count - MostFindings));
        }

        if (placed.Exists(id => !_content.Findings.ContainsKey(id)))
        {
            Sign(PictureSigns.Reported);
            Text(1, _speech.Phrases.Say("map.reported"));
        }

        if (_content.Positions.Any(p => p.AccuracyMetres / frame.MetresPerDot >= 4))
        {
            var y = _bottoms[1];
            _written.Add(html => html.Empty("circle", ("class", "about"), ("cx", PictureDrawing.N(Column + 22)), ("cy", PictureDrawing.N(y - 4)), ("r", "6.5")));
            Text(1, _speech.Phrases.Say("map.circle"));
        }

        void Sign(string sign)
        {
            var y = _bottoms[1];
            _written.Add(html => html.Empty("use", ("href", $"#{_prefix}m-{sign}"), ("x", PictureDrawing.N(Column + 14)), ("y", PictureDrawing.N(y - 12)), ("width", "16"), ("height", "16")));
        }
    }

    private void AddNotes(PictureFrame frame, PictureBackground? background)
    {
        _bottoms[0] = _bottoms[1] = Bottom + 4;
        foreach (var note in Notes(frame, background).Where(n => n.Length > 0))
        {
            foreach (var line in LabelPlacing.Lines(note, 980))
            {
                Line(0, "soft", line);
            }
        }
    }

    private IEnumerable<string> Notes(PictureFrame frame, PictureBackground? background)
    {
        var phrases = _speech.Phrases;
        yield return phrases.Say("map.no_opinion");
        if (_content.Places.Any(p => p.Reading is not null))
        {
            yield return phrases.Say("map.rival");
        }

        if (_content.Places.Any(p => p.AccuracyMetres / frame.MetresPerDot >= 1.5))
        {
            yield return phrases.Say("map.doubtful");
        }

        string[] maps = [.. _content.Places.SelectMany(p => p.Attributions).Concat(background is null ? [] : [background.Attribution]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        yield return maps.Length == 0 ? phrases.Say("map.own") : phrases.Say("map.maps", string.Join("; ", maps));
        yield return frame.IsPolar ? phrases.Say("map.plane.pole") : phrases.Say("map.plane");
        if (_content.NotDrawn.Length > 0)
        {
            yield return phrases.Say("map.not_drawn", string.Join(", ", _content.NotDrawn));
        }

        string[] outside = [.. _content.Positions.Where(p => !frame.Shows(p.At)).Select(p => p.Of.Id).Distinct(StringComparer.Ordinal)];
        yield return outside.Length == 0 ? string.Empty : phrases.Say("map.outside", outside.Length <= 12 ? string.Join(", ", outside) : $"{string.Join(", ", outside.Take(12))} … ({outside.Length})");
    }

    private void Text(int column, string text)
    {
        foreach (var line in LabelPlacing.Lines(text, Column - TextLeft - 8))
        {
            var y = _bottoms[column];
            _written.Add(html => html.Element("text", line, ("x", PictureDrawing.N((column * Column) + TextLeft)), ("y", PictureDrawing.N(y))));
            _bottoms[column] += LineHeight;
        }

        _bottoms[column] += 2;
    }

    private void Line(int column, string kind, string text)
    {
        var y = _bottoms[column];
        _written.Add(html => html.Element("text", text, ("class", kind), ("x", PictureDrawing.N((column * Column) + 6)), ("y", PictureDrawing.N(y))));
        _bottoms[column] += LineHeight + (kind == "title" ? 3 : -1);
    }
}
