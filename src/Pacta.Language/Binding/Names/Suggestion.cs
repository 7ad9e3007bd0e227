using Pacta.Language.Syntax;
using Pacta.Model.Reports;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

/// <summary>"Did you mean": the known name nearest to a misspelt one, and the line as it would read with it.</summary>
/// <param name="Span">Where the misspelt name stands.</param>
/// <param name="Written">The name as it is written there.</param>
internal sealed record Suggestion(string Name, string Line, TextSpan Span, string Written)
{
    public override string ToString() => Name;

    /// <summary>
    /// As <see cref="DidYouMean"/>: ties go to the first in ordinal order, so the answer never depends on the order of declarations.
    /// </summary>
    public static Suggestion? For(SourceText file, Identifier name, IEnumerable<string> candidates) =>
        DidYouMean.Nearest(name.Text, candidates) is { } nearest ? Of(file, name.Span, nearest, nearest) : null;

    /// <summary>As above, for a name in quotation marks.</summary>
    public static Suggestion? For(SourceText file, StringLiteral name, IEnumerable<string> candidates) =>
        DidYouMean.Nearest(name.Value, candidates) is { } nearest ? Of(file, name.Span, nearest, $"\"{nearest}\"") : null;

    /// <summary>A name that is known to be meant.</summary>
    public static Suggestion Named(SourceText file, Identifier written, string name) => Of(file, written.Span, name, name);

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
}
