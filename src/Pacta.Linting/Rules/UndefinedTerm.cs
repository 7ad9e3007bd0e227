using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>
/// A term of a text that nobody defined: words that the text itself puts in quotation marks, and, in English and French, names of several words in capital letters, as treaties write what they
/// have defined. A noun, a table, a group or an actor of that name is enough.
/// </summary>
internal sealed partial class UndefinedTerm() : LintRule("PACTA1011")
{
    public override IEnumerable<Diagnostic> Find(LintContext context)
    {
        foreach (var agreement in context.Agreements)
        {
            var known = Known(agreement);
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in context.Items(agreement))
            {
                foreach (var term in item.Remarks.Texts.SelectMany(TermsIn).Where(t => !known(Plain(t)) && told.Add(Plain(t))))
                {
                    yield return Note(
                        $"The text of {item.Word} speaks of '{term}', and nothing has that name.",
                        [item.At(term, "defined nowhere")],
                        "Write what it means as a 'define', or, if a noun of another name means it, name that noun like the text.",
                        $"define {Plain(term)} {{ means ... }}");
                }
            }
        }
    }

    private static IEnumerable<string> TermsIn(ClauseText text)
    {
        var quoted = Quoted().Matches(text.Content).Select(m => m.Groups["term"].Value);
        return text.Language is null or "en" or "fr" ? quoted.Concat(Capitals().Matches(text.Content).Select(m => m.Value)) : quoted;
    }

    /// <summary>Whatever has a name in the agreement, or is the full name of an actor, alone or in the plural.</summary>
    private static Func<string, bool> Known(Agreement agreement)
    {
        var vocabulary = agreement.Vocabulary;
        var names = vocabulary.Kinds.Values.SelectMany(k => new[] { k.Name, k.Plural })
            .Concat(vocabulary.Groups.Values.SelectMany(g => new[] { g.Name, g.Plural }))
            .Concat(vocabulary.Actors.Values.SelectMany(a => new[] { a.Name, a.FullName }))
            .Concat(agreement.Definitions.Values.SelectMany(d => new[] { d.Name, d.Plural }))
            .Concat(agreement.Tables.Keys)
            .Concat([agreement.Title, agreement.Name])
            .OfType<string>()
            .Select(Plain)
            .ToHashSet(StringComparer.Ordinal);
        return term => names.Contains(term) || names.Contains(term + "s") || (term.EndsWith('s') && names.Contains(term[..^1])) || names.Any(n => n.Length > term.Length && $"_{n}_".Contains($"_{term}_", StringComparison.Ordinal));
    }

    private static string Plain(string term) => NoLetter().Replace(term, "_").Trim('_').ToLowerInvariant();

    [GeneratedRegex(@"[“‘'«]\s?(?<term>\p{L}[\p{L} \-]{2,50}?)\s?[”’'»](?![\p{L}])")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=[\p{Ll},;] )\p{Lu}[\p{Ll}]+(?:[ -](?:of|on|the|and|for|\p{Lu}[\p{Ll}]+))*[ -]\p{Lu}[\p{Ll}]+")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetter();
}
