using Pacta.Language.Lexing;
using Pacta.Model.Text;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Docs;

/// <summary>docs/grammar.md is the grammar of the language: whatever is read without a message is derived from it, and each of its alternatives is used by an example that runs.</summary>
public sealed class GrammarTests
{
    private static readonly string Docs = Path.Combine(Golden.Root(), "docs");

    private static readonly Grammar Grammar = new(EbnfOf(File.ReadAllText(Path.Combine(Docs, "grammar.md"))));

    private static readonly string Preamble = File.ReadAllText(Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "Docs", "preamble.pacta")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_file_of_the_library_and_of_the_manual_is_derived_and_every_alternative_is_used()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var underivable = new List<string>();
        foreach (var source in Library().Concat(Manual()))
        {
            var tokens = Lexer.Read(source.Content).Tokens.Where(t => t.Kind != TokenKind.EndOfFile).ToList();
            var (alternatives, furthest) = Grammar.Derive(source, tokens);
            used.UnionWith(alternatives ?? (IReadOnlySet<string>)new HashSet<string>());
            if (alternatives is null)
            {
                var at = source.PositionOf(tokens[Math.Min(furthest, tokens.Count - 1)].Start);
                underivable.Add($"{source.Path}:{at.Line}:{at.Column}: {source.LineAt(at.Line).Trim()}");
            }
        }

        var unused = Grammar.Choices.Where(c => c != "file").Except(used, StringComparer.Ordinal).ToList();
        Assert.True(underivable.Count == 0, $"these cannot be derived:\n{string.Join('\n', underivable)}");
        Assert.True(unused.Count == 0, $"no example uses these:\n{string.Join('\n', unused)}");
    }

    [Fact]
    public void Every_rule_that_is_used_is_there() => Assert.Empty(Grammar.Undefined);

    [Fact]
    public void A_file_that_cannot_be_read_is_not_derived()
    {
        string[] broken =
        [
            "agreement \"A\" as accord {\n  clause notice {\n    aland shall give notice\n  }\n}\n",
            "agreement \"A\" as accord {\n  clause notice {\n    aland must give notice no later 5 days\n  }\n}\n",
            "clause notice { aland must give notice }\n",
            "unit km is 1_000\n",
            "scenario \"x\" of accord { expect met }\n",
        ];

        Assert.All(broken, text => Assert.Null(Grammar.Derive(new SourceText("broken.pacta", text), [.. Lexer.Read(text).Tokens.Where(t => t.Kind != TokenKind.EndOfFile)]).Used));
    }

    [Fact]
    public void Its_words_are_those_of_the_language()
    {
        var words = Enum.GetValues<Word>().Where(w => w != Word.None).Select(w => w.Spelling()).ToHashSet(StringComparer.Ordinal);
        var named = Grammar.Words.Where(w => char.IsLetter(w[0])).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], words.Except(named, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<SourceText> Library() => Directory.EnumerateFiles(Path.Combine(Golden.Root(), "agreements"), "*.pacta", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(f => new SourceText(Path.GetFileName(f), File.ReadAllText(f)));

    private static IEnumerable<SourceText> Manual() => Directory.EnumerateFiles(Docs, "*.md")
        .Order(StringComparer.Ordinal)
        .SelectMany(p => DocBlock.In(Path.GetFileName(p), File.ReadAllText(p)))
        .Where(b => b.Messages is null)
        .Select(b => b.Source(Preamble));

    private static string EbnfOf(string page)
    {
        const string Fence = "```ebnf\n";
        page = page.ReplaceLineEndings("\n");
        var start = page.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
