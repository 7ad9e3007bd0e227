using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Linting.Holding;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>
/// Rows of a table: one that is never reached, for those before it take all; two that both hold at one figure only, or leave out one figure or some; dates between
/// which no row holds. That a later row holds wherever an earlier one does is the usual way to write steps, and no matter.
/// </summary>
internal sealed class RowsThatDoNotMeet() : LintRule("PACTA1005")
{
    private const string Help = "The first row that holds counts. Write the bounds so that each figure and each day belongs to one row, or end with 'otherwise'.";

    private const string Example = "amount notice_days of exercise x {\n    42 days if troops of x at least 13_000\n    21 days if troops of x less than 13_000\n}";

    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        from item in context.Items(agreement)
        where item.Part is Table
        from reading in ((Table)item.Part).Readings
        from found in Of(agreement, item, (Table)item.Part, reading.Content)
        select found;

    private IEnumerable<Diagnostic> Of(Agreement agreement, LintedItem item, Table table, ImmutableArray<Row> rows)
    {
        var before = Claims.Of(agreement).With(table.Parameter);
        foreach (var row in rows.Where(r => r.If is not null))
        {
            if (before.With(row.If).Clash is { } clash && before.Clash is null)
            {
                yield return Told(item, "a row never holds", [item.At(row.Text, $"'{clash.First}' and '{clash.Second}' cannot both be so")]);
            }
        }

        var spans = rows.Select(r => Span(before, r)).ToList();
        for (var i = 1; i < rows.Length; i++)
        {
            var taking = Enumerable.Range(0, i).FirstOrDefault(e => TakesAll(rows[e], spans[e], rows[i], spans[i]), -1);
            if (taking >= 0)
            {
                yield return Told(item, "a row is never reached", [item.At(rows[i].Text, "never"), item.At(rows[taking].Text, "this holds wherever it would")]);
                yield break;
            }
        }

        foreach (var found in rows.All(r => r.If is null) ? Days(item, rows) : Figures(item, rows, spans))
        {
            yield return found;
        }
    }

    private static bool TakesAll(Row earlier, (string Key, NumberSpan Span)? span, Row later, (string Key, NumberSpan Span)? laterSpan) =>
        earlier.From is null && earlier.Until is null
        && (earlier.If is null || earlier.If.Text == later.If?.Text || (span is { } a && laterSpan is { } b && a.Key == b.Key && a.Span.Holds(b.Span)));

    /// <summary>Rows that are all about one figure.</summary>
    private IEnumerable<Diagnostic> Figures(LintedItem item, IReadOnlyList<Row> rows, List<(string Key, NumberSpan Span)?> spans)
    {
        var stepped = rows.Zip(spans).Where(r => r.First.If is not null).ToList();
        if (stepped.Count < 2 || rows.Any(r => (r.From ?? r.Until) is not null) || stepped.Exists(s => s.Second is null) || stepped.Select(s => s.Second!.Value.Key).Distinct().Skip(1).Any())
        {
            yield break;
        }

        var hasRest = rows.Any(r => r.If is null);
        var ordered = stepped.Select(s => (Row: s.First, s.Second!.Value.Span)).OrderBy(s => s.Span.Low ?? decimal.MinValue).ThenBy(s => s.Span.IsLowOpen).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (lower, upper) = (ordered[i - 1], ordered[i]);
            if (lower.Span.High is not { } high || upper.Span.Low is not { } low)
            {
                continue;
            }

            if (high == low && !lower.Span.IsHighOpen && !upper.Span.IsLowOpen)
            {
                yield return Told(item, $"two rows hold at exactly {Figure(low)}", [item.At(upper.Row.Text, "here it is included"), item.At(lower.Row.Text, "and here as well")]);
            }
            else if (!hasRest && (high < low || (high == low && lower.Span.IsHighOpen && upper.Span.IsLowOpen)))
            {
                var gap = high == low ? $"at exactly {Figure(low)}" : $"between {Figure(high)} and {Figure(low)}";
                yield return Told(item, $"no row holds {gap}", [item.At(lower.Row.Text, "this ends before it"), item.At(upper.Row.Text, "and this begins behind it")]);
            }
        }
    }

    private IEnumerable<Diagnostic> Days(LintedItem item, IList<Row> rows)
    {
        var dated = rows.Where(r => r.From is FixedTime or null && r.Until is FixedTime or null).OrderBy(r => Begin(r)).ToList();
        if (dated.Count < rows.Count || rows.Any(r => r.From is null && r.Until is null))
        {
            yield break;
        }

        for (var i = 1; i < dated.Count; i++)
        {
            if (End(dated[i - 1]) is { } end && Begin(dated[i]) > end.PlusDays(1))
            {
                yield return Told(item, "there are days on which no row holds", [item.At(dated[i - 1].Text, "this ends before them"), item.At(dated[i].Text, "and this begins after them")]);
            }
            else if (i > 0 && (End(dated[i - 1]) is not { } last || Begin(dated[i]).PlusDays(1) < last) && rows.IndexOf(dated[i - 1]) < rows.IndexOf(dated[i]))
            {
                yield return Told(item, "two rows hold on the same days", [item.At(dated[i].Text, "these days"), item.At(dated[i - 1].Text, "belong to this row as well, which counts")]);
            }
        }
    }

    private static LocalDate Begin(Row row) => row.From is FixedTime from ? from.Moment.Local.Date : LocalDate.MinIsoValue;

    private static LocalDate? End(Row row) => (row.Until as FixedTime)?.Moment.Local.Date;

    /// <summary>The figures for which a row holds; null where it asks for anything else.</summary>
    private static (string Key, NumberSpan Span)? Span(Claims claims, Row row) => row.If is CompareCondition or RangeCondition ? claims.FigureOf(row.If) : null;

    private Diagnostic Told(LintedItem item, string what, Label[] labels) => Warning($"In {item.Word} {what}.", labels, Help, Example);

    private static string Figure(decimal figure) => figure.ToString("#,0.######", CultureInfo.InvariantCulture);
}
