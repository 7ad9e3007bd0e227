using System.Collections.Immutable;
using System.Text;
using Pacta.Language.Lexing;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Printing;

/// <summary>
/// Texts of agreements without the names of those who report: what declares sources, scenarios, negotiations and comments go, and a source that holds a reading, or of
/// which a quoted text speaks, loses its name. All else stays, character by character.
/// </summary>
public static class Redaction
{
    /// <summary>What stands in the place of a name in a quoted text.</summary>
    private const string Somebody = "(a source)";

    /// <summary>What stands in the place of the name of a source that holds a reading.</summary>
    private const string Holder = "a_source";

    /// <summary>The texts, redacted together: a source may be declared in one and named in another. Whatever cannot be read stays as it is.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<SourceText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var parsed = texts.Select(t => Parser.Parse(t, new DiagnosticBag())).ToList();
        var declared = parsed.SelectMany(p => p.Items).OfType<SourceSyntax>().ToList();

        // An actor may report too; who owes something is no secret.
        var actors = parsed.SelectMany(p => ActorsIn(p.Items)).ToHashSet(StringComparer.Ordinal);
        var names = declared.Select(s => s.Name.Text).Where(n => n.Length > 0 && !actors.Contains(n)).ToHashSet(StringComparer.Ordinal);
        var full = declared.Select(s => s.FullName?.Value).OfType<string>().Where(n => n.Length > 0 && !actors.Contains(n));
        var hidden = names.Concat(full).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length).ToList();
        return [.. texts.Select((t, i) => Of(t.Content, parsed[i], names, hidden))];
    }

    /// <summary>A text with each of some names in it, as a word of its own, told as "a source".</summary>
    /// <param name="names">The longest first.</param>
    public static string Without(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        return names.Aggregate(text, Without);
    }

    private static IEnumerable<string> ActorsIn(ImmutableArray<DeclarationSyntax> items) => items.SelectMany(i => i switch
    {
        VocabularySyntax vocabulary => ActorsIn(vocabulary.Items),
        AgreementSyntax agreement => ActorsIn(agreement.Items),
        PartSyntax part => ActorsIn(part.Items),
        ActorsSyntax actors => actors.Actors.SelectMany(a => new[] { a.Name.Text, a.FullName?.Value }).OfType<string>(),
        _ => [],
    });

    private static string Of(string text, FileSyntax file, HashSet<string> names, List<string> hidden)
    {
        var cuts = file.Items.Where(i => i is SourceSyntax or ScenarioSyntax or NegotiationSyntax or CriticismsSyntax).Select(i => i.Span).ToList();
        var tokens = Lexer.Read(text).Tokens;
        var said = new StringBuilder(text.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (cuts.Exists(c => token.Start >= c.Start && token.Start < c.End && token.Kind != TokenKind.EndOfFile))
            {
                continue;
            }

            said.Append(WithoutComments(text.AsSpan(token.TriviaStart, token.Start - token.TriviaStart)));
            var own = text[token.Start..token.End];
            said.Append(token.Kind switch
            {
                TokenKind.Text when !IsLookedUp(tokens, i) => Without(own, hidden),
                TokenKind.Name when names.Contains(own) && HoldsReading(tokens, i) => Holder,
                _ => own,
            });
        }

        return said.ToString();
    }

    /// <summary>The name of a time zone or of a map, the corners of a polygon: texts that are no words about anything.</summary>
    private static bool IsLookedUp(Token[] tokens, int at) => at > 0
        && (tokens[at - 1].Word is Word.Map or Word.Polygon || (at > 1 && tokens[at - 1].Word == Word.Zone && tokens[at - 2].Word == Word.Time));

    /// <summary>Is it among those who hold a reading: <c>reading NAME by A, B</c>?</summary>
    private static bool HoldsReading(Token[] tokens, int at)
    {
        var hasBy = false;
        for (var i = at - 1; i >= 0; i--)
        {
            switch (tokens[i])
            {
                case { Word: Word.By }:
                    hasBy = true;
                    break;
                case { Word: Word.Reading }:
                    return hasBy;
                case { Kind: TokenKind.Comma } or { Kind: TokenKind.Name }:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>What stands between two tokens, line by line without comments.</summary>
    private static string WithoutComments(ReadOnlySpan<char> trivia)
    {
        var kept = new StringBuilder(trivia.Length);
        for (var i = 0; i < trivia.Length; i++)
        {
            if (trivia[i] == '/' && i + 1 < trivia.Length && trivia[i + 1] == '/')
            {
                var end = trivia[i..].IndexOfAny('\r', '\n');
                if (end < 0)
                {
                    break;
                }

                i += end;
            }

            kept.Append(trivia[i]);
        }

        return kept.ToString();
    }

    private static string Without(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at > 0 && IsPart(text[at - 1])) || (end < text.Length && IsPart(text[end])))
            {
                at = end;
                continue;
            }

            text = string.Concat(text.AsSpan(0, at), Somebody, text.AsSpan(end));
            at += Somebody.Length;
        }

        return text;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
