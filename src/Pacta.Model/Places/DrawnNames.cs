namespace Pacta.Model.Places;

/// <summary>Names of places under one reading: <c>territory of aland under map_of_borland</c> is what that reading draws, and nothing under another one.</summary>
public static class DrawnNames
{
    private const string Under = " under ";

    public static string Of(string name, string reading) => $"{name}{Under}{reading}";

    /// <summary>The name without its reading.</summary>
    public static string Plain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.LastIndexOf(Under, StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
    }

    /// <summary>Is it the place as a reading draws it, whichever?</summary>
    public static bool IsUnderReading(string name, string place)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(place);
        return name.Length > place.Length + Under.Length && name.StartsWith(place, StringComparison.Ordinal) && name.AsSpan(place.Length).StartsWith(Under, StringComparison.Ordinal);
    }
}
