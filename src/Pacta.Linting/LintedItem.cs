using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Linting;

/// <summary>A clause, an exception, a define or a table, where it is written.</summary>
/// <param name="Word">What it is called in a sentence: <c>clause notice</c>.</param>
/// <param name="Part">The bound part itself.</param>
/// <param name="Readings">How many readings it records of itself.</param>
internal sealed record LintedItem(string Word, string? Reference, Remarks Remarks, object Part, int Readings, Origin Origin, string? Section)
{
    public static LintedItem Of(Clause clause) =>
        new($"clause {clause.Name}", clause.Reference, clause.Remarks, clause, clause.Readings.Length, clause.Origin, SectionOf(clause.Parts, clause.Reference));

    public static LintedItem Of(ClauseException exception, Clause of) =>
        new($"exception {exception.Name}", exception.Reference, exception.Remarks, exception, 1, exception.Origin, SectionOf(of.Parts, exception.Reference ?? of.Reference));

    public static LintedItem Of(Definition definition) =>
        new($"define {definition.Name}", definition.Reference, definition.Remarks, definition, definition.Readings.Length, definition.Origin, null);

    public static LintedItem Of(Table table) =>
        new($"{table.Form.ToString().ToLowerInvariant()} {table.Name}", table.Reference, table.Remarks, table, table.Readings.Length, table.Origin, null);

    /// <summary>What the item itself is made of; the exceptions of a clause are items of their own.</summary>
    public IEnumerable<object> Own => Part switch
    {
        Clause clause => AgreementTree.All(clause with { Exceptions = [] }),
        ClauseException exception => AgreementTree.All(exception with { Exceptions = [] }),
        _ => AgreementTree.All(Part),
    };

    /// <summary>A mark of what is unverified that names what is missing: then nobody needs to be told.</summary>
    public static Func<string, bool> SaysThatItLacks(string what, string orWhat) =>
        mark => mark.Split(' ', ',', '.').Any(w => w.Equals(what, StringComparison.OrdinalIgnoreCase) || w.Equals(orWhat, StringComparison.OrdinalIgnoreCase));

    /// <summary>The two words with which it begins.</summary>
    public Label Head(string message) => new(Origin.File, HeadOf(Origin), message, Section);

    /// <summary>Words of it; where they cannot be found again, its head.</summary>
    public Label At(string words, string message) => Find(words) is { } span ? new Label(Origin.File, span, message, Section) : Head($"{message}: {words}");

    /// <summary>Words as they were quoted: a blank stands for any white space.</summary>
    public TextSpan? Find(string words)
    {
        var text = Origin.File.Content;
        for (var start = Origin.Span.Start; start < Origin.Span.End; start++)
        {
            if (EndOf(text, start, words) is { } end)
            {
                return new TextSpan(start, end - start);
            }
        }

        return null;
    }

    private static int? EndOf(string text, int at, string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var begin = at;
            while (words[i] == ' ' && at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at > begin)
            {
                continue;
            }

            if (at >= text.Length || text[at] != words[i])
            {
                return null;
            }

            at++;
        }

        return words.Length == 0 ? null : at;
    }

    private static TextSpan HeadOf(Origin origin)
    {
        var text = origin.File.Content.AsSpan(origin.Span.Start, origin.Span.Length);
        var end = 0;
        for (var word = 0; word < 2; word++)
        {
            while (end < text.Length && text[end] is ' ' or '\t')
            {
                end++;
            }

            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }
        }

        return new TextSpan(origin.Span.Start, Math.Max(1, end));
    }

    private static string? SectionOf(ImmutableArray<string> parts, string? reference)
    {
        string?[] ways = [parts.IsEmpty ? null : $"chapter {parts[^1]}", reference is null ? null : $"article {reference}"];
        return string.Join(", ", ways.OfType<string>()) is { Length: > 0 } section ? section : null;
    }
}
