using Pacta.Model.Time;

namespace Pacta.Language.Binding.Expressions;

/// <summary>The words for units of time, singular and plural.</summary>
internal static class LapseUnits
{
    public static readonly string[] Names =
        ["second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];

    public static LapseUnit? Find(string name) => name switch
    {
        "second" or "seconds" => LapseUnit.Second,
        "minute" or "minutes" => LapseUnit.Minute,
        "hour" or "hours" => LapseUnit.Hour,
        "day" or "days" => LapseUnit.Day,
        "week" or "weeks" => LapseUnit.Week,
        "month" or "months" => LapseUnit.Month,
        "year" or "years" => LapseUnit.Year,
        _ => null,
    };
}
