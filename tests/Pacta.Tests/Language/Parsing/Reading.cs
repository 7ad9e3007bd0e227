using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Tests.Language.Parsing;

/// <summary>Ways to read a piece of text in a test.</summary>
internal static class Reading
{
    /// <summary>Reads a file that has no mistakes.</summary>
    public static FileSyntax File(string text)
    {
        var diagnostics = new DiagnosticBag();
        var file = Parser.Parse(new SourceText("test.pacta", text), diagnostics);
        Assert.True(diagnostics.Items.Count == 0, string.Join('\n', diagnostics.Items.Select(d => d.Headline)) + "\n" + text);
        return file;
    }

    public static T Declaration<T>(string text)
        where T : DeclarationSyntax =>
        Assert.IsType<T>(Assert.Single(File(text).Items));

    /// <summary>Reads the lines of a clause.</summary>
    public static ClauseSyntax Clause(string lines)
    {
        var agreement = Declaration<AgreementSyntax>($"agreement \"A\" as aa {{\n  clause test {{\n{lines}\n  }}\n}}");
        return Assert.IsType<ClauseSyntax>(Assert.Single(agreement.Items));
    }

    public static SentenceSyntax Sentence(string text)
    {
        var rule = Assert.Single(Clause(text).Readings).Content;
        Assert.NotNull(rule.Sentence);
        return rule.Sentence;
    }

    public static ConditionSyntax Condition(string text) => Assert.IsType<KeepAct>(Sentence($"A must keep {text}").Act).Condition;

    /// <summary>The one timing of a sentence.</summary>
    public static T Timing<T>(string text)
        where T : TimingSyntax =>
        Assert.IsType<T>(Assert.Single(Sentence($"A must give reply to r {text}").Timings));

    public static T ScenarioLine<T>(string text)
        where T : ScenarioLineSyntax =>
        Assert.IsType<T>(Assert.Single(Declaration<ScenarioSyntax>($"scenario \"S\" of aa {{\n{text}\n}}").Lines));

    public static NounArgumentSyntax Noun(ArgumentSyntax argument) => Assert.IsType<NounArgumentSyntax>(argument);
}
