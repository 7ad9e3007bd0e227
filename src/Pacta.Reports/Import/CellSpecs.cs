using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>A piece of a template: characters, or the column whose cell stands there.</summary>
internal readonly record struct Piece(string Text, bool IsColumn);

/// <summary>A text out of a row. Null where a cell that it needs is empty.</summary>
/// <param name="Map">By the text as it stands in the table; <c>*</c> for any other; an empty value leaves the member out.</param>
internal sealed record TextSpec(ImmutableArray<Piece> Pieces, ImmutableDictionary<string, string>? Map)
{
    /// <summary>Where to point when the text is wrong.</summary>
    public string? Column => Pieces.FirstOrDefault(p => p.IsColumn).Text;

    /// <summary>The column, where the text is one cell as it stands.</summary>
    public string? OnlyColumn => Map is null && Pieces is [{ IsColumn: true } piece] ? piece.Text : null;

    public string? Of(TableRow row)
    {
        var texts = new List<string>(Pieces.Length);
        foreach (var piece in Pieces)
        {
            var text = piece.IsColumn ? TableText.OneLine(row.Cell(piece.Text)) : piece.Text;
            if (piece.IsColumn && text.Length == 0)
            {
                return null;
            }

            texts.Add(text);
        }

        return Mapped(row, TableText.OneLine(string.Concat(texts)));
    }

    private string? Mapped(TableRow row, string text)
    {
        if (Map is null)
        {
            return text.Length == 0 ? null : text;
        }

        if (Map.TryGetValue(text, out var mapped) || Map.TryGetValue("*", out mapped))
        {
            return TableText.OneLine(mapped) is { Length: > 0 } value ? value : null;
        }

        var near = DidYouMean.Nearest(text, Map.Keys);
        row.Error(
            Column, $"\"{TableText.Shortened(text, 40)}\" is not in the map of this column", near is null ? "not in the map" : $"did you mean \"{near}\"?",
            "Add it to the map of the mapping file; \"*\" stands for everything else, an empty value leaves the member out.", $"\"map\":{{\"{near ?? "BLR"}\":\"belarus\"}}");
        return null;
    }
}

/// <summary>A moment out of a row.</summary>
/// <param name="Format">As in .NET: <c>dd.MM.yyyy HH:mm</c>; null for the way report files write times.</param>
internal sealed record MomentSpec(TextSpec Text, string? Format)
{
    /// <summary>Clock times without an offset are those of UTC, and not of the agreement's time zone.</summary>
    public bool IsUtc { get; init; }

    /// <summary>A cell that is a date by itself needs nobody to say how it is written.</summary>
    public Moment? Of(TableRow row)
    {
        if (Text.OnlyColumn is { } column && row.MomentOf(column) is { } date)
        {
            return Zoned(date);
        }

        if (Text.Of(row) is not { } text)
        {
            return null;
        }

        var moment = Format is null ? MomentText.Parse(text, out _) : Read(text, Format);
        if (moment is null)
        {
            row.Error(
                Text.Column, $"\"{TableText.Shortened(text, 40)}\" is not a time", $"expected {Format ?? "year-month-day"}",
                "Mend the cell, or say in the mapping how this column writes times.", "\"time\":{\"column\":\"Start\",\"format\":\"dd.MM.yyyy\"}");
        }

        return moment is null ? null : Zoned(moment);
    }

    private Moment Zoned(Moment moment) =>
        IsUtc && moment is { Precision: Precision.Clock, Absolute: null } ? Moment.At(moment.Local.InUtc().ToInstant()) : moment;

    private static Moment? Read(string text, string format)
    {
        if (format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal))
        {
            return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && IsUsual(at.Year)
                ? Moment.At(NodaTime.Instant.FromDateTimeOffset(at))
                : null;
        }

        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || !IsUsual(local.Year))
        {
            return null;
        }

        var day = NodaTime.LocalDateTime.FromDateTime(local);
        return format.Contains('H', StringComparison.Ordinal) || format.Contains('h', StringComparison.Ordinal) ? Moment.At(day)
            : format.Contains('d', StringComparison.Ordinal) ? Moment.OnDay(day.Date)
            : format.Contains('M', StringComparison.Ordinal) ? Moment.InMonth(day.Year, day.Month)
            : Moment.InYear(day.Year);

        static bool IsUsual(int year) => year is >= 1000 and <= 2999;
    }
}

/// <summary>A time out of a row: a moment, or one unknown instant between two.</summary>
internal sealed record WhenSpec(MomentSpec From, MomentSpec To)
{
    public When? Of(TableRow row)
    {
        var from = From.Of(row);
        var to = ReferenceEquals(From, To) ? from : To.Of(row);
        if (from is null || to is null)
        {
            return null;
        }

        if (Lines.Times.IsBefore(to, from))
        {
            row.Error(To.Text.Column, "The time ends before it begins", "before the beginning", "Check for swapped cells, or for day and month in the wrong order.", null);
        }

        return new When(from, to);
    }
}

/// <summary>A field of a row.</summary>
internal abstract record FieldSpec
{
    public abstract ReportedValue? Of(TableRow row);
}

internal sealed record ConstantSpec(ReportedValue Value) : FieldSpec
{
    public override ReportedValue Of(TableRow row) => Value;
}

internal sealed record NamesFieldSpec(NamesSpec Names) : FieldSpec
{
    public override ReportedValue? Of(TableRow row) => Names.Of(row);
}

internal sealed record TruthSpec(TextSpec Text) : FieldSpec
{
    public override ReportedValue? Of(TableRow row)
    {
        switch (Text.Of(row))
        {
            case null:
                return null;
            case "true" or "yes" or "1":
                return new ReportedTruth(true);
            case "false" or "no" or "0":
                return new ReportedTruth(false);
            case { } other:
                row.Error(
                    Text.Column, $"\"{TableText.Shortened(other, 40)}\" is neither yes nor no", "expected yes or no",
                    "Map the words of the table to yes and no.", "\"alert\":{\"column\":\"Alert\",\"type\":\"truth\",\"map\":{\"ja\":\"yes\",\"nein\":\"no\"}}");
                return null;
        }
    }
}

/// <param name="High">The same as <paramref name="Low"/> for a single number.</param>
/// <param name="Thousands">What parts the thousands; null for nothing.</param>
internal sealed record NumberSpec(TextSpec? Low, TextSpec? High, string? Unit, bool IsAbout, string? Thousands) : FieldSpec
{
    public override ReportedValue? Of(TableRow row)
    {
        var low = Low is null ? null : Number(row, Low);
        var high = ReferenceEquals(Low, High) ? low : High is null ? null : Number(row, High);
        if (low > high)
        {
            row.Error((Low ?? High)?.Column, "The lower bound is more than the upper", "swapped?", "Check the two cells.", null);
        }

        return low is null && high is null ? null : new ReportedNumber(low, high, Unit, IsAbout);
    }

    public decimal? Number(TableRow row, TextSpec spec)
    {
        if (spec.OnlyColumn is { } column && row.NumberOf(column) is { } cell && Math.Abs(cell) <= Lines.Values.Limit)
        {
            return cell;
        }

        if (spec.Of(row) is not { } text)
        {
            return null;
        }

        var digits = string.IsNullOrEmpty(Thousands) ? text : text.Replace(Thousands, string.Empty, StringComparison.Ordinal);
        if (decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= Lines.Values.Limit)
        {
            return number;
        }

        row.Error(
            spec.Column, $"\"{TableText.Shortened(text, 40)}\" is not a number", "expected digits, with a point before decimals",
            "Mend the cell; if the column groups digits, say with what.", "\"troops\":{\"column\":\"Troops\",\"thousands\":\",\"}");
        return null;
    }
}
