using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Html;

/// <summary>
/// The drawing of a timeline: a picture for each clause with a row for each finding, its name above its bars. A bar begins with the sign of its state and is filled with the
/// pattern of it; a flag marks a due, a line across all rows the end of the history.
/// </summary>
internal sealed class TimelineDrawing
{
    private const int Width = 960;
    private const int Left = 12;
    private const int Right = 12;
    private const int AxisHeight = 26;
    private const int ClauseHeight = 26;
    private const int RowHeight = 42;
    private const int BarHeight = 12;
    private const int SignSize = 16;

    // Within a row, from its top.
    private const int NameBaseline = 11;
    private const int FlagTop = 14;
    private const int BarTop = 22;
    private const int SignTop = BarTop - ((SignSize - BarHeight) / 2);

    private readonly AgreementPart _part;
    private readonly HtmlWriter _html;
    private readonly ImmutableArray<TimelineGroup> _groups;
    private readonly TimelineScale _scale;

    private TimelineDrawing(AgreementPart part, ImmutableArray<TimelineGroup> groups)
    {
        (_part, _html, _groups) = (part, part.Html, groups);
        var rows = groups.SelectMany(g => g.Rows).ToList();
        var dues = rows.Select(r => r.Due).OfType<Model.Time.InstantRange>().ToList();
        _scale = new TimelineScale(
            part.Checked.Agreement.Calendar,
            rows.SelectMany(r => r.Bars).Select(b => b.At.Earliest).Concat(dues.Select(d => d.Earliest)),
            dues.Select(d => d.Latest),
            part.Checked.Through,
            Left,
            Width - Left - Right);
    }

    public static void Write(AgreementPart part, ImmutableArray<TimelineGroup> groups) => new TimelineDrawing(part, groups).Write();

    /// <summary>
    /// A picture for each clause, one below the other without a gap: paper can then turn a page between two of them, and cuts through none. The first
    /// has the dates above it, the last below.
    /// </summary>
    private void Write()
    {
        for (var i = 0; i < _groups.Length; i++)
        {
            WritePiece(_groups[i], i);
        }
    }

    private void WritePiece(TimelineGroup group, int number)
    {
        var (isFirst, isLast) = (number == 0, number == _groups.Length - 1);
        var top = isFirst ? AxisHeight : 0;
        var end = top + ClauseHeight + (RowHeight * (group.IsDense ? group.Lanes.Length : group.Rows.Length));
        var height = end + (isLast ? AxisHeight : 0);
        var of = string.Create(CultureInfo.InvariantCulture, $"timeline-{number + 1}");
        var (title, description) = (_part.Anchor(of + "-title"), _part.Anchor(of + "-desc"));
        using (_html.In(
            "svg",
            ("class", "drawing"),
            ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
            ("role", "img"),
            ("aria-labelledby", isFirst ? $"{title} {description}" : title)))
        {
            _html.Element("title", _part.Say("html.timeline.title", isFirst ? _part.Checked.Agreement.Title : group.Clause), ("id", title));
            if (isFirst)
            {
                _html.Element("desc", Description(), ("id", description));
            }

            WriteAxis(isFirst, isLast, height);
            var y = top;
            Text("clause", Left, y + 18, group.Clause);
            y += ClauseHeight;
            foreach (var lane in group.Lanes)
            {
                WriteLane(lane, y);
                y += RowHeight;
            }

            foreach (var row in group.IsDense ? [] : group.Rows)
            {
                WriteRow(row, y);
                y += RowHeight;
            }

            WriteUpright("horizon", _scale.Of(_part.Checked.Through), isFirst, isLast, height);
        }
    }

    private string Description() => _part.Say(
        "html.timeline.desc",
        _part.Times.LocalDate(_scale.First),
        _part.Times.LocalDate(_scale.Last),
        _groups.Sum(g => g.Rows.Length).ToString(CultureInfo.InvariantCulture),
        _groups.Length.ToString(CultureInfo.InvariantCulture),
        _part.Times.EndOf(_part.Checked.Through));

    private void WriteAxis(bool isFirst, bool isLast, int height)
    {
        foreach (var (x, text) in _scale.Ticks())
        {
            WriteUpright("grid", x, isFirst, isLast, height);

            // A text at an edge must not run out of the drawing.
            var anchor = x < 40 ? "start" : x > Width - 40 ? "end" : "middle";
            if (isFirst)
            {
                Text("tick", x, AxisHeight - 10, text, anchor);
            }

            if (isLast)
            {
                Text("tick", x, height - 8, text, anchor);
            }
        }
    }

    /// <summary>A line through all pieces.</summary>
    private void WriteUpright(string kind, double x, bool isFirst, bool isLast, int height)
    {
        var (from, to) = (isFirst ? AxisHeight - 6 : 0, isLast ? height - AxisHeight + 6 : height);
        _html.Empty("path", ("class", kind), ("d", string.Create(CultureInfo.InvariantCulture, $"M{N(x)} {from}V{to}")));
    }

    private void WriteRow(TimelineRow row, int y)
    {
        var about = _part.About(row.Finding);
        var who = _part.Speech.Parties.Of(row.Finding);
        Text("row", Left, y + NameBaseline, about.Length > 0 ? _part.Say("html.timeline.row", who, about) : who);
        foreach (var bar in row.Bars)
        {
            WriteBar(bar, y + BarTop);
        }

        if (row.Due is { } due)
        {
            WriteDue(due.Latest, y);
        }

        // The sign of each state stands on its bar and on that of the state before.
        foreach (var bar in row.Bars)
        {
            WriteSign(bar.Sign, bar.At.Earliest, y + SignTop);
        }
    }

    private void WriteBar(TimelineBar bar, int y)
    {
        var from = _scale.Of(bar.At.Earliest);
        if (bar.End is { } end)
        {
            _html.Empty(
                "rect",
                ("class", "bar b-" + bar.Sign),
                ("x", N(from)),
                ("y", N(y)),
                ("width", N(Math.Max(1, _scale.Of(end) - from))),
                ("height", N(BarHeight)),
                ("fill", Signs.FillOf(bar.Sign)));
        }

        // Where it is not known exactly when a state begins: from when to when it may.
        var latest = _scale.Of(bar.At.Latest);
        if (latest - from > SignSize)
        {
            _html.Empty("path", ("class", "unsure"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{N(from)} {y - 3}H{N(latest)}")));
        }
    }

    private void WriteSign(string sign, Instant at, int y) =>
        _html.Empty("use", ("href", "#m-" + sign), ("class", "mark"), ("x", N(_scale.Of(at) - (SignSize / 2d))), ("y", N(y)), ("width", N(SignSize)), ("height", N(SignSize)));

    /// <summary>The staff of the flag stands at the time, its cloth above the bar; a due that is off the line has its date at the edge.</summary>
    private void WriteDue(Instant due, int y)
    {
        var x = Math.Min(_scale.Of(due), Width - Right - 8);
        _html.Empty("path", ("class", "m-line"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{N(x)} {y + FlagTop}V{y + BarTop + BarHeight + 2}")));
        _html.Empty("path", ("class", "m-fill"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{N(x)} {y + FlagTop - 1}l9 3.5l-9 3.5z")));
        if (_scale.IsBeyond(due))
        {
            Text("tick", x - 6, y + BarTop + BarHeight - 2, _part.Times.LocalDate(due), "end");
        }
    }

    /// <summary>Many findings in one row: when they came to their state. Where signs would lie upon each other, one stands for all.</summary>
    private void WriteLane(TimelineLane lane, int y)
    {
        Text("row", Left, y + NameBaseline, _part.Say("html.at", _part.Speech.Phrases.Numbered("html.timeline.many", lane.Rows.Length), lane.Words));
        foreach (var bar in Apart(lane.Rows.Select(r => r.Bars[^1]), b => b.At.Earliest))
        {
            WriteSign(bar.Sign, bar.At.Earliest, y + SignTop);
        }

        foreach (var due in Apart(lane.Rows.Where(r => r.Due is not null && r.Finding.States.Contains(Model.Findings.ClauseState.Open)).Select(r => r.Due!.Value.Latest), d => d))
        {
            WriteDue(due, y);
        }
    }

    /// <summary>Those that lie far enough from the one before to be seen.</summary>
    private IEnumerable<T> Apart<T>(IEnumerable<T> things, Func<T, Instant> at)
    {
        var last = double.NegativeInfinity;
        foreach (var thing in things.OrderBy(at))
        {
            if (_scale.Of(at(thing)) - last >= SignSize)
            {
                last = _scale.Of(at(thing));
                yield return thing;
            }
        }
    }

    /// <summary>A text that would run out of the drawing is shortened, and whole for whoever points at it.</summary>
    private void Text(string kind, double x, double y, string text, string? anchor = null)
    {
        using (_html.In("text", ("class", kind), ("x", N(x)), ("y", N(y)), ("text-anchor", anchor)))
        {
            var shown = Shortened(text);
            if (shown != text)
            {
                _html.Element("title", text);
            }

            _html.Text(shown);
        }
    }

    private static string Shortened(string text)
    {
        var (used, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            // No font is known here: these are more than those of the style sheet need.
            used += rune.Value is 'W' or 'M' or 'm' or 'w' or '@' or '%' ? 14 : DisplayWidth.Of(rune.ToString()) > 1 ? 14 : Rune.IsUpper(rune) ? 10 : 8;
            if (used > Width - Left - Right)
            {
                return text[..length] + "…";
            }

            length += rune.Utf16SequenceLength;
        }

        return text;
    }

    private static string N(double value) => TimelineScale.Number(value);
}
