namespace Pacta.Model.Findings;

/// <summary>How far the ways to resolve what is disputed, and to read the text, were looked at: what a certainty and its decisive sets rest on.</summary>
/// <param name="IsExact">
/// Every way was looked at. Otherwise there were too many: what is disputed is taken as unknown, and a choice that is not listed may decide as well.
/// </param>
/// <param name="Disputes">How many disputes the evaluation met; of a bound, until that was given up.</param>
/// <param name="Readings">How many texts with several readings it uses.</param>
/// <param name="Ways">How many ways there are to resolve them all; null of a bound, and where they are too many to count.</param>
public sealed record Resolution(bool IsExact, int Disputes, int Readings, long? Ways)
{
    /// <summary>Nothing is disputed and nothing has several readings: there is one way.</summary>
    public static readonly Resolution Single = new(true, 0, 0, 1);

    /// <summary>Is there anything to resolve?</summary>
    public bool HasChoices => Disputes + Readings > 0;
}
