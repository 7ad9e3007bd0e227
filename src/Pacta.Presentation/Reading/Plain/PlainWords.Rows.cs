using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Plain;

internal sealed partial class PlainWords
{
    /// <summary>A row of a table: "140 km if w is a tornado s or a smerch".</summary>
    /// <param name="isLast">It stands behind others, so that without a condition it is for all that is left.</param>
    public string Row(Row row, bool isLast)
    {
        var value = Joined(row.Values.Select(Value), "and");
        return value
            + (row.ButNot is { } without ? $" but not {Place(without)}" : string.Empty)
            + (row.If is { } condition ? $" if {Condition(condition)}" : isLast && row.From is null && row.Until is null ? " otherwise" : string.Empty)
            + FromUntil(row.From, row.Until);
    }

    /// <summary>", as from 2020-01-01, until 2021-12-31"; nothing where there are no dates.</summary>
    public string FromUntil(TimeExpression? from, TimeExpression? until) =>
        (from is null ? string.Empty : $", as from {Time(from)}") + (until is null ? string.Empty : $", until {Time(until)}");

    private string Value(RowValue value) => value switch
    {
        TermRow term => Term(term.Term),
        LapseRow lapse => Lapse(lapse.Lapse),
        PlaceRow place => Place(place.Place),
        BandRow band when Words(band.Text) is var text && text.IndexOf(" from ", StringComparison.Ordinal) is > 0 and var at && text.StartsWith("up to ", StringComparison.Ordinal) =>
            $"up to {Distance(text["up to ".Length..at])} from {Place(band.From)} (the bound included)",
        MapRow map => $"the area on the map “{map.File}”",
        PolygonRow polygon => $"the polygon with the corners {Corners(polygon)}",
        _ => Quoted(value.Text),
    };

    private static string Distance(string written) => written.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? Grouped(written[..at]) + written[at..] : Grouped(written);

    private static string Corners(PolygonRow polygon) => Words(polygon.Text) is var text && text.IndexOf('"', StringComparison.Ordinal) is >= 0 and var from && text.LastIndexOf('"') is var to && to > from
        ? text[(from + 1)..to]
        : Quoted(text);
}
