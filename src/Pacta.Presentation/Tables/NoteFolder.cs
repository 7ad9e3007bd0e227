using System.Collections.Immutable;

namespace Pacta.Presentation.Tables;

/// <summary>
/// Folds notes that say the same of several: "reports of fire by aland ..." and "reports of fire by borland ..." become one line. The same
/// words before and after a single differing stretch after <c> by </c> are taken together.
/// </summary>
internal static class NoteFolder
{
    private const string Marker = " by ";
    private const string Tail = " are taken to be complete";
    private const int MostNames = 3;

    public static ImmutableArray<string> Fold(IEnumerable<string> notes) =>
    [
        .. notes
            .Distinct(StringComparer.Ordinal)
            .Select(Split)
            .GroupBy(n => (n.Before, n.After, Name: n.Name is null ? n.Before : null))
            .Select(g => g.First().Name is null ? g.Key.Before : g.Key.Before + Names([.. g.Select(n => n.Name!)]) + g.Key.After),
    ];

    private static (string Before, string? Name, string After) Split(string note)
    {
        var at = note.IndexOf(Marker, StringComparison.Ordinal);
        var end = note.LastIndexOf(Tail, StringComparison.Ordinal);
        return at < 0 || end < at
            ? (note, null, string.Empty)
            : (note[..(at + Marker.Length)], note[(at + Marker.Length)..end], note[end..]);
    }

    private static string Names(ImmutableArray<string> names) => names.Length <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(2))} and {names.Length - 2} others";
}
