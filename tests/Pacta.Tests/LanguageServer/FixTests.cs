using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Help;
using Pacta.Tests.Cli;

namespace Pacta.Tests.LanguageServer;

/// <summary>What mistakes say about how they are mended is right.</summary>
public sealed class FixTests
{
    private static readonly string Broken = Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "Language", "Broken");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Broken, "*.pacta").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Whoever_takes_what_is_offered_is_not_told_the_same_again(string name)
    {
        var source = new SourceText(name, File.ReadAllText(Path.Combine(Broken, name + ".pacta")));
        var before = Compiler.Compile([source]).Diagnostics;
        foreach (var diagnostic in before.Where(d => d.Fix is not null))
        {
            var after = Compiler.Compile([Mended(source, diagnostic.Fix!)]).Diagnostics;

            Assert.DoesNotContain(after, d => (d.Code, d.Headline, d.Labels[0].Span.Start) == (diagnostic.Code, diagnostic.Headline, diagnostic.Labels[0].Span.Start));
            // What is said about meaning may only be seen now.
            Assert.True(after.Count(IsSyntax) <= before.Count(IsSyntax), $"{diagnostic.Code} in {name}: {string.Join("; ", after.Select(d => d.Headline))}");
        }
    }

    /// <summary>The codes of which at least one mistake is sure of what would be right.</summary>
    private const string Mendable =
        "PACTA0101 PACTA0102 PACTA0103 PACTA0105 PACTA0106 PACTA0107 PACTA0109 PACTA0110 PACTA0111 PACTA0113 PACTA0115 PACTA0117 "
        + "PACTA0130 PACTA0139 PACTA0141 PACTA0142 PACTA0146 PACTA0148 PACTA0149 PACTA0151 PACTA0153 PACTA0201 PACTA0205 PACTA0206 "
        + "PACTA0209 PACTA0210 PACTA0215 PACTA0216 PACTA0218 PACTA0220 PACTA0261 PACTA0285 PACTA0303 PACTA0308 PACTA0314 "
        + "PACTA0330 PACTA0363 PACTA0364 PACTA0372 PACTA0383 PACTA0385 PACTA0386 PACTA0404 PACTA0419 PACTA0423 PACTA0444";

    [Fact]
    public void These_sorts_of_mistakes_can_be_mended_without_asking()
    {
        var all = Directory.GetFiles(Broken, "*.pacta").SelectMany(f => Compiler.Compile([new SourceText(f, File.ReadAllText(f))]).Diagnostics)
            .Concat(HelpPages.Codes.Select(c => HelpPages.Find(c)!).SelectMany(p => Compiler.Compile([new SourceText(p.Code, p.Wrong)]).Diagnostics))
            .Where(d => d.Fix is not null)
            .Select(d => d.Code)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Mendable, string.Join(' ', all.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("group g { aland; borland }", "group g { aland borland }")]
    [InlineData("kind tank is asset\nkind heavy_tank is tnak", "kind tank is asset\nkind heavy_tank is tank")]
    [InlineData("define big {\n  means exercise x where troops of x>=9_000\n}", "define big {\n  means exercise x where troops of x at least 9_000\n}")]
    [InlineData("define big {\n  means exercise x where troops of x at least 9,000\n}", "define big {\n  means exercise x where troops of x at least 9_000\n}")]
    [InlineData("zone bay { up to 15km from coast }", "zone bay { up to 15 km from coast }")]
    [InlineData("zone bay at 5", "zone bay at \"5\"")]
    [InlineData("actor “aland”", "actor \"aland\"")]
    [InlineData("actr aland", "actor aland")]
    public void The_first_mistake_is_mended_like_this(string wrong, string right)
    {
        var source = new SourceText("a.pacta", wrong);

        var fix = Compiler.Compile([source]).Diagnostics.First(d => d.Fix is not null).Fix!;

        Assert.Equal(right, Mended(source, fix).Content);
    }

    [Fact]
    public void A_vocabulary_that_is_not_used_is_put_into_the_head()
    {
        var source = new SourceText("a.pacta", Samples.Words + Samples.Accord.Replace("  use bay_words\n", string.Empty, StringComparison.Ordinal));

        var fix = Compiler.Compile([source]).Diagnostics.First(d => d.Code == "PACTA0206").Fix!;

        Assert.Contains("  parties aland, borland\n  use bay_words\n", Mended(source, fix).Content, StringComparison.Ordinal);
        Assert.Empty(Compiler.Compile([Mended(source, fix)]).Diagnostics);
    }

    [Fact]
    public void A_brace_that_is_lost_is_put_in_where_the_block_must_end()
    {
        var source = new SourceText("a.pacta", Samples.Whole.Replace("      if x is alert\n    }\n", "      if x is alert\n", StringComparison.Ordinal));

        var diagnostic = Assert.Single(Compiler.Compile([source]).Diagnostics);

        Assert.Equal("PACTA0110", diagnostic.Code);
        Assert.Empty(Compiler.Compile([Mended(source, diagnostic.Fix!)]).Diagnostics);
    }

    private static bool IsSyntax(Diagnostic diagnostic) => diagnostic.Code.StartsWith("PACTA01", StringComparison.Ordinal);

    private static SourceText Mended(SourceText source, Fix fix) =>
        new(source.Path, string.Concat(source.Content.AsSpan(0, fix.Span.Start), fix.Replacement, source.Content.AsSpan(fix.Span.End)));
}
