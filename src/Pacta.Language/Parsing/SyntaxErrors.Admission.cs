namespace Pacta.Language.Parsing;

/// <summary>Which reports are admitted.</summary>
internal static partial class SyntaxErrors
{
    private const string AdmissionExample =
        "clause quiet at \"4\" {\n  each party must not open fire in certain_areas\n  admits reports within 30 days\n}";

    public static Mistake AdmitsLate() => new(
        AdmissionCode,
        "How late a report may come is said with a length.",
        "how late?",
        "Write within which time after what it tells a report must have come; or 'admits all reports' where it may come at any time.",
        "admits reports within 30 days");

    public static Mistake AdmissionInReading() => new(
        AdmissionCode,
        "Which reports a clause admits stands outside of its readings.",
        "this stands in a reading",
        "A clause admits the same reports under all its readings: write the line in the clause itself, once.",
        AdmissionExample);

    public static Mistake AdmissionInException() => new(
        AdmissionCode,
        "An exception admits what its clause admits.",
        "this cannot stand in an exception",
        "Write the line in the clause that the exception is made to.",
        AdmissionExample);
}
