using System.Globalization;
using Pacta.Model.Reports;

namespace Pacta.Reports.Import;

/// <summary>A point whose parts have a column each.</summary>
internal sealed record PositionSpec(NumberSpec Latitude, NumberSpec Longitude, NumberSpec Accuracy) : FieldSpec
{
    public override ReportedValue? Of(TableRow row)
    {
        var (latitude, longitude, accuracy) = (In(row, Latitude, -90, 90), In(row, Longitude, -180, 180), In(row, Accuracy, 0, 20_100_000));
        return latitude is { } lat && longitude is { } lon && accuracy is { } within ? new ReportedPosition((double)lat, (double)lon, (double)within) : null;
    }

    private static decimal? In(TableRow row, NumberSpec spec, decimal low, decimal high)
    {
        if (spec.Low is null || spec.Number(row, spec.Low) is not { } number)
        {
            return null;
        }

        if (number < low || number > high)
        {
            row.Error(
                spec.Low.Column, $"{number.ToString(CultureInfo.InvariantCulture)} does not lie between {low} and {high}", "out of range",
                "Degrees with decimals, south and west negative; the accuracy in metres.", null);
        }

        return number;
    }
}

/// <summary>A point in one cell, as forms on telephones write it: latitude, longitude, altitude, accuracy.</summary>
/// <param name="Otherwise">Within how many metres it is right where the cell does not say; null if nobody does.</param>
internal sealed record GeopointSpec(TextSpec Point, NumberSpec? Otherwise) : FieldSpec
{
    public override ReportedValue? Of(TableRow row)
    {
        if (Point.Of(row) is not { } text)
        {
            return null;
        }

        var parts = text.Trim('[', ']').Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(Number).ToList();
        if (parts.Length is < 2 or > 4 || numbers.Contains(null) || numbers is not [{ } latitude, { } longitude, ..]
            || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            row.Error(
                Point.Column, $"\"{TableText.Shortened(text, 40)}\" is not a point", "expected latitude, longitude, altitude and accuracy",
                "Degrees with decimals, south and west negative, parted by blanks.", "48.02 37.8 120 4.5");
            return null;
        }

        // A point that was put on a map by hand has accuracy 0, which says that nobody measured it, and not that it is exact.
        var accuracy = parts.Length == 4 && numbers[3] is > 0 and <= 20_100_000 and var measured ? measured : Otherwise?.Low is { } low ? Otherwise.Number(row, low) : null;
        if (accuracy is { } within)
        {
            return new ReportedPosition((double)latitude, (double)longitude, (double)within);
        }

        row.Warn(
            "PACTA0612", Point.Column, "It is not known how accurate this point is", "no accuracy, or 0",
            "The report is written without its position. Say in the mapping what to take then: \"position\":{\"geopoint\":\"point\",\"accuracy_m\":1000}.");
        return null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
