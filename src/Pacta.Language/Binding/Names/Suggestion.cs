using Pacta.Language.Syntax;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

/// <summary>"Did you mean": the known name nearest to a misspelt one, and the line as it would read with it.</summary>
/// <param name="Span">Where the misspelt name stands.</param>
/// <param name="Written">The name as it is written there.</param>
internal sealed record Suggestion(string Name, string Line, TextSpan Span, string Written)
{
    public override string ToString() => Name;

    /// <summary>
    /// The nearest of <paramref name="candidates"/> that is at most two edits away (one, for names of up to four letters); null if there is none.
    /// Ties go to the first in ordinal order, so the answer never depends on the order of declarations.
    /// </summary>
    public static Suggestion? For(SourceText file, Identifier name, IEnumerable<string> candidates) =>
        Nearest(name.Text, candidates) is { } nearest ? Of(file, name.Span, nearest, nearest) : null;

    /// <summary>As above, for a name in quotation marks.</summary>
    public static Suggestion? For(SourceText file, StringLiteral name, IEnumerable<string> candidates) =>
        Nearest(name.Value, candidates) is { } nearest ? Of(file, name.Span, nearest, $"\"{nearest}\"") : null;

    /// <summary>A name that is known to be meant.</summary>
    public static Suggestion Named(SourceText file, Identifier written, string name) => Of(file, written.Span, name, name);

    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var limit = name.Length <= 4 ? 1 : 2;
        return candidates
            .Where(c => Math.Abs(c.Length - name.Length) <= limit && c != name)
            .Distinct(StringComparer.Ordinal)
            .Select(c => (Name: c, Distance: Distance(name, c)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// Damerau-Levenshtein distance in its "optimal string alignment" form: insertions, deletions, substitutions and swaps of neighbours.
    /// Letter case does not count.
    /// </summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    /// <summary>The line on which <paramref name="span"/> stands, with something else in its place.</summary>
    public static string Mended(SourceText file, TextSpan span, string replacement)
    {
        var at = file.PositionOf(span.Start);
        var line = file.LineAt(at.Line);
        var start = at.Column - 1;
        var end = Math.Min(start + span.Length, line.Length);
        return (line[..start] + replacement + line[end..]).Trim();
    }

    private static Suggestion Of(SourceText file, TextSpan span, string name, string written) => new(name, Mended(file, span, written), span, written);

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
