using Pacta.Model.Time;

namespace Pacta.Reports.Import.Sheets;

/// <summary>A cell as the workbook holds it.</summary>
/// <param name="Text">What it says; of numbers the shortest way to write them, of dates year-month-day.</param>
/// <param name="Number">What it is, where it is a number.</param>
/// <param name="Moment">What it is, where it is a date.</param>
/// <param name="Problem">Why it has no value: <c>#N/A</c>, or a formula without a stored result.</param>
internal readonly record struct SheetCell(string Text, decimal? Number = null, Moment? Moment = null, string? Problem = null)
{
    public static readonly SheetCell Empty = new(string.Empty);

    public bool IsEmpty => Problem is null && string.IsNullOrWhiteSpace(Text);
}
