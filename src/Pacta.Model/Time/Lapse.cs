namespace Pacta.Model.Time;

/// <summary>Units of a stretch of time. Up to <see cref="Hour"/> they are elapsed time; the others count calendar dates.</summary>
public enum LapseUnit
{
    Second,
    Minute,
    Hour,
    Day,

    /// <summary>Monday to Friday less the agreement's holidays.</summary>
    WorkingDay,
    Week,
    Month,
    Year,
}

/// <summary>A stretch of time as an agreement states it: 48 hours, 42 days, 5 working days, 3 years.</summary>
public sealed record Lapse(int Amount, LapseUnit Unit)
{
    public bool IsElapsed => Unit <= LapseUnit.Hour;

    public override string ToString()
    {
        var unit = Unit == LapseUnit.WorkingDay ? "working day" : Unit.ToString().ToLowerInvariant();
        return Amount == 1 ? $"{Amount} {unit}" : $"{Amount} {unit}s";
    }
}
