using System.Collections.Immutable;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>What the columns of a report are about, in the order in which they stand.</summary>
internal enum PeriodColumn
{
    Clause,
    Recorded,
    When,
    What,
    Who,
    Place,
    Figures,
    Number,
    Days,
    Received,
    Form,
    Late,
    Complete,
    State,
    Certainty,
    Before,
    SaidBy,
    DeniedBy,
    Means,
    Field,
    Low,
    High,
    Unit,
    Name,
    Value,
    Why,
    Id,
}

/// <summary>The names of columns.</summary>
internal static class PeriodColumns
{
    public static ImmutableArray<PeriodColumn> All { get; } = [.. Enum.GetValues<PeriodColumn>()];

    /// <summary>The name for machines, the same in every language.</summary>
    public static string NameOf(PeriodColumn column) => Names.Snake(column);

    public static string Heading(PeriodColumn column, Speech speech) => speech.Phrases.Say("period.column." + NameOf(column));

    /// <summary>On paper it is a remark below the row.</summary>
    public static bool IsForSheets(PeriodColumn column) => column is PeriodColumn.Why or PeriodColumn.Low or PeriodColumn.High or PeriodColumn.Unit or PeriodColumn.Field;

    /// <summary>In a sheet it has two more columns: from when, and until when.</summary>
    public static bool IsTime(PeriodColumn column) => column is PeriodColumn.When or PeriodColumn.Recorded;
}
