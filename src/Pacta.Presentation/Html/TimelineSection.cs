using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Html;

/// <summary>Findings of one clause that came to the same state.</summary>
internal sealed record TimelineLane(string Words, ImmutableArray<TimelineRow> Rows);

/// <summary>The rows of one clause.</summary>
internal sealed record TimelineGroup(string Clause, ImmutableArray<TimelineRow> Rows)
{
    /// <summary>Of more rows than this those that came to the same state are drawn in one.</summary>
    private const int MostRows = 12;

    /// <summary>Empty where each finding has a row of its own.</summary>
    public ImmutableArray<TimelineLane> Lanes { get; } = Rows.Length <= MostRows
        ? []
        : [.. Rows.Where(r => r.Bars.Length > 0).GroupBy(r => r.Bars[^1].Words, StringComparer.Ordinal).Select(g => new TimelineLane(g.Key, [.. g]))];

    public bool IsDense => Lanes.Length > 0;
}

/// <summary>The findings over time: drawn, and the same as a table; and what the signs of the page mean.</summary>
internal static class TimelineSection
{
    public const string Name = "timeline";

    private const int Columns = 4;

    public static void Write(AgreementPart part)
    {
        var html = part.Html;
        part.Heading(Name, part.Say("html.timeline"));
        var groups = Groups(part);
        if (groups.Length == 0)
        {
            html.Element("p", part.Say("html.timeline.none"));
            return;
        }

        using (html.In("figure", ("class", "timeline")))
        {
            using (part.Wide(part.Say("html.timeline")))
            {
                TimelineDrawing.Write(part, groups);
            }
        }

        using (html.In("details"))
        {
            html.Element("summary", part.Say("html.timeline.table"));
            WriteTable(part, groups);
        }
    }

    private static ImmutableArray<TimelineGroup> Groups(AgreementPart part) =>
    [
        .. part.Shown
            .Select(f => TimelineRow.Of(part, f))
            .OfType<TimelineRow>()
            .GroupBy(r => r.Finding.ClausePath, StringComparer.Ordinal)
            .Select(g => new TimelineGroup(part.Speech.Clauses.Full(g.First().Finding), [.. g])),
    ];

    /// <summary>What the signs mean, before the first of them: the summary has them as well.</summary>
    public static void WriteLegend(AgreementPart part)
    {
        var (html, groups) = (part.Html, Groups(part));
        if (groups.Length == 0)
        {
            return;
        }

        var states = groups.SelectMany(g => g.Rows).SelectMany(r => r.Bars).Where(b => b.Sign != Signs.Doubt)
            .GroupBy(b => b.Sign, StringComparer.Ordinal)
            .OrderBy(g => Enum.GetValues<ClauseState>().ToList().FindIndex(s => Signs.Of(s) == g.Key))
            .Select(g => (g.Key, Lasts: g.Any(b => b.End is not null), Words: string.Join(part.Say("state.or"), g.Select(b => b.Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))));
        using (html.In("ul", ("class", "legend"), ("aria-label", part.Say("html.timeline.legend"))))
        {
            foreach (var (sign, lasts, words) in states)
            {
                Entry(sign, words, lasts);
            }

            if (groups.Any(g => g.Rows.Any(r => r.Bars.Any(b => b.Sign == Signs.Doubt))))
            {
                Entry(Signs.Doubt, part.Speech.Certainties.Of(Certainty.Contested) + part.Say("state.or") + part.Speech.Certainties.Of(Certainty.Undetermined));
            }

            if (groups.Any(g => g.Rows.Any(r => r.Due is not null)))
            {
                Entry(Signs.Due, part.Say("html.timeline.due"), lasts: false);
            }

            using (html.In("li"))
            {
                using (html.In("svg", ("class", "swatch"), ("viewBox", "0 0 44 16"), ("aria-hidden", "true")))
                {
                    html.Empty("path", ("class", "horizon"), ("d", "M22 0v16"));
                }

                html.Text(part.Say("html.timeline.horizon", part.Times.EndOf(part.Checked.Through)));
            }
        }

        void Entry(string sign, string words, bool lasts = true)
        {
            using (html.In("li"))
            {
                using (html.In("svg", ("class", "swatch"), ("viewBox", "0 0 44 16"), ("aria-hidden", "true")))
                {
                    if (lasts)
                    {
                        html.Empty("rect", ("class", "bar b-" + sign), ("x", "8"), ("y", "3"), ("width", "35"), ("height", "10"), ("fill", Signs.FillOf(sign)));
                    }

                    html.Empty("use", ("href", "#m-" + sign), ("class", "mark"), ("x", "0"), ("y", "0"), ("width", "16"), ("height", "16"));
                }

                html.Text(words);
            }
        }
    }

    private static void WriteTable(AgreementPart part, ImmutableArray<TimelineGroup> groups)
    {
        using (part.Table("times", part.Say("html.timeline.table")))
        {
            part.HeaderRow(part.Say("table.who"), part.Say("page.states"), part.Say("html.timeline.due"), part.Say("page.finding"));
            foreach (var group in groups)
            {
                using (part.Body())
                {
                    part.WholeRow("group", group.Clause, Columns);
                    if (group.IsDense)
                    {
                        WriteDense(part, group);
                        continue;
                    }

                    foreach (var row in group.Rows)
                    {
                        WriteRow(part, row);
                    }
                }
            }
        }
    }

    private static string Dates(AgreementPart part, NodaTime.Instant first, NodaTime.Instant last) =>
        (part.Times.LocalDate(first), part.Times.LocalDate(last)) is var (from, to) && from == to ? from : part.Say("time.range", from, to);

    private static void WriteRow(AgreementPart part, TimelineRow row)
    {
        var html = part.Html;
        using (part.Row())
        {
            using (part.RowHeader())
            {
                part.WhoAndAbout(part.Speech.Parties.Of(row.Finding), part.About(row.Finding));
            }

            using (part.Cell())
            using (html.In("ol"))
            {
                foreach (var bar in row.Bars)
                {
                    html.Element("li", part.Say("html.at", part.Times.Of(bar.At), bar.Words));
                }
            }

            part.Cell(row.Due is { } due ? part.Times.Of(due) : string.Empty);
            using (part.Cell())
            {
                part.Link(row.Finding);
            }
        }
    }

    /// <summary>Of many rows in one: how many come to which state, from the first to the last.</summary>
    private static void WriteDense(AgreementPart part, TimelineGroup group)
    {
        foreach (var (words, rows) in group.Lanes)
        {
            using (part.Row())
            {
                using (part.RowHeader())
                {
                    part.Html.Text(part.Speech.Phrases.Numbered("html.timeline.many", rows.Length));
                }

                part.Cell(part.Say(
                    "html.at",
                    Dates(part, rows.Min(r => r.Bars[^1].At.Earliest), rows.Max(r => r.Bars[^1].At.Latest)),
                    words));
                part.Cell(string.Empty);
                part.Cell(string.Empty);
            }
        }
    }
}
