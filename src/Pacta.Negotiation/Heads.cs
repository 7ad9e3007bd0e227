using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;

namespace Pacta.Negotiation;

/// <summary>A line of the head of an agreement, on which the meaning of all its clauses hangs.</summary>
public enum HeadLine
{
    Standing,
    Parties,
    EntryIntoForce,
    Provisional,
    Duration,
    TimeZone,
    Holidays,
    Participation,
    Tolerance,
}

/// <summary>A line of the head in which two drafts differ; null: one has none.</summary>
public sealed record HeadDifference(HeadLine Line, string? First, string? Second);

internal static class Heads
{
    public static ImmutableArray<HeadDifference> Compare(Agreement first, Agreement second) =>
    [
        .. Enum.GetValues<HeadLine>()
            .Select(l => new HeadDifference(l, Told(first, l), Told(second, l)))
            .Where(d => d.First != d.Second),
    ];

    /// <summary>The lines in which any two of several drafts differ.</summary>
    public static ImmutableArray<Several.HeadRow> Compare(ImmutableArray<Agreement> drafts) =>
    [
        .. Enum.GetValues<HeadLine>()
            .Select(l => new Several.HeadRow(l, [.. drafts.Select(d => Told(d, l))]))
            .Where(r => r.Cells.Distinct(StringComparer.Ordinal).Count() > 1),
    ];

    private static string? Told(Agreement agreement, HeadLine line) => line switch
    {
        HeadLine.Standing => agreement.Status.Standing.ToString().ToLowerInvariant() + (agreement.Status.Disputed ? ", disputed" : string.Empty),
        HeadLine.Parties => List(agreement.Parties.Order(StringComparer.Ordinal)),
        HeadLine.EntryIntoForce => Words(agreement.EntryIntoForce),
        HeadLine.Provisional => List(new[] { Words(agreement.ProvisionalFrom), Words(agreement.ProvisionalUntil) }.OfType<string>(), " .. "),
        HeadLine.Duration => Words(agreement.Expiry),
        HeadLine.TimeZone => agreement.TimeZone,
        HeadLine.Holidays => List(agreement.Calendar.Holidays.Order().Select(NodaTime.Text.LocalDatePattern.Iso.Format)),
        HeadLine.Participation => List(agreement.Participations.Select(Told)),
        _ => agreement.Vocabulary.Tolerance.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Told(Participation participation) => string.Join(
        ' ',
        new[]
        {
            participation.IsWithdrawn ? "withdrawn" : "suspended",
            "by " + string.Join(", ", participation.By),
            participation.From is { } from ? "from " + Words(from) : null,
            participation.Until is { } until ? "until " + Words(until) : null,
        }.OfType<string>());

    private static string? Words(TimeExpression? time) => time is null ? null : PieceReader.Words(time.Text);

    private static string? List(IEnumerable<string> items, string between = ", ") => string.Join(between, items) is { Length: > 0 } list ? list : null;
}
