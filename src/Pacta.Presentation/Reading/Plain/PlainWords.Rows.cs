using Pacta.Geography.Zones;
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
            + (row.Within is { } within ? $" within {Place(within)}" : string.Empty)
            + (row.ButNot is { } without ? $" but not {Place(without)}" : string.Empty)
            + (row.Height is { } height ? $" at a height {Height(height)}{Above(height)}" : string.Empty)
            + (row.AccuracyMetres > 0 ? $" (known to {Metres(row.AccuracyMetres)})" : string.Empty)
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
        BandRow band when band.Side != BandSide.Both => $"up to {Metres(band.Metres)} to the {(band.Side == BandSide.Left ? "left" : "right")} of {Place(band.From)}, as seen along it (the bound included)",
        BetweenRow between => $"what lies between {Place(between.First)} and {Place(between.Second)}",
        DrawnRow drawn => Drawn(drawn),
        _ => Quoted(value.Text),
    };

    private static string Metres(decimal metres) => metres >= 1000 && metres % 100 == 0 ? $"{metres / 1000:#,0.#} km" : $"{metres:#,0.##} m";

    private static string Distance(string written) => written.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? Grouped(written[..at]) + written[at..] : Grouped(written);

    private static string Drawn(DrawnRow drawn) => drawn.From switch
    {
        DrawnFrom.Map => $"the area on the map “{drawn.Content}”",
        DrawnFrom.Polygon => $"the polygon with the corners {drawn.Content}",
        DrawnFrom.Path => $"the line through {drawn.Content}",
        DrawnFrom.Point => $"the point {drawn.Content}",
        DrawnFrom.Country => $"the undisputed territory of “{drawn.Content}” on the map of the world",
        DrawnFrom.Disputed => $"the disputed area “{drawn.Content}”",
        _ => $"“{drawn.Content}”",
    };

    private static string Above(HeightRange height) => height.Above switch
    {
        HeightDatum.Ground => " above ground",
        HeightDatum.Sea => " above the sea",
        _ => string.Empty,
    };

    private static string Height(HeightRange height) => height switch
    {
        { Low: { } low, High: { } high } => $"from {low:#,0.##} to {high:#,0.##} m",
        { Low: { } low } => $"of at least {low:#,0.##} m",
        _ => $"of at most {height.High:#,0.##} m",
    };
}
