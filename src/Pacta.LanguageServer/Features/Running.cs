using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Checking.Scenarios;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Scenarios;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.LanguageServer.Features;

/// <summary>Scenarios: a mark in the margin of each, and running them.</summary>
internal static class Running
{
    /// <summary>Arguments: the URI of a document, and the title of a scenario in it; without a title, all of them.</summary>
    public const string Run = "pacta.runScenario";

    /// <summary>What an editor does with a mark: it asks the server to run, and shows what comes of it.</summary>
    private const string Show = "pacta.showScenario";

    public static CodeLens[] LensesOf(Document document)
    {
        var scenarios = document.Parsed.Syntax.Items.OfType<ScenarioSyntax>().ToList();
        var lenses = scenarios.Select(s => Lens(document, s, "Run scenario", s.Title.Value)).ToList();
        if (scenarios.Count > 1)
        {
            lenses.Insert(0, Lens(document, scenarios[0], $"Run all {scenarios.Count} scenarios of this file", null));
        }

        return [.. lenses];
    }

    /// <exception cref="ProtocolException">There are mistakes in the files, or there is no such scenario.</exception>
    public static ScenarioResult[] Results(Analysed analysed, string? title)
    {
        var result = analysed.Analysis.Result;
        if (result.HasErrors)
        {
            var first = result.Diagnostics.First(d => d.Severity == Severity.Error);
            var place = first.Labels[0].File.PositionOf(first.Labels[0].Span.Start);
            throw new ProtocolException(ProtocolException.RequestFailed, $"The files have mistakes, and nothing follows from them until they are mended. The first: {first.Headline} ({Path.GetFileName(first.Labels[0].File.Path)}, line {place.Line})");
        }

        var own = result.Scenarios.Where(s => ReferenceEquals(s.Origin.File, analysed.Document.Source) && (title is null || s.Title == title)).ToImmutableArray();
        return own.IsEmpty
            ? throw new ProtocolException(ProtocolException.RequestFailed, title is null ? "There is no scenario in this file." : $"There is no scenario “{title}” in this file.")
            : [.. own.Select(s => ResultOf(s, result.Agreements.First(a => a.Name == s.Agreement), analysed))];
    }

    private static ScenarioResult ResultOf(Scenario scenario, Agreement agreement, Analysed analysed)
    {
        var outcome = ScenarioRunner.Run(scenario, agreement);
        var text = new StringWriter { NewLine = "\n" };
        var screen = Screen.Of(Screen.Narrowest, hasColour: false);
        ScenarioText.WriteTitle(text, scenario, outcome.Passed, screen);
        var failed = outcome.Expectations.Where(e => !e.Holds).ToList();
        foreach (var expectation in failed)
        {
            ScenarioText.WriteFailure(text, agreement, scenario, expectation.Expectation, expectation.Problem ?? string.Empty, expectation.Found, Speech.Default, screen);
        }

        foreach (var diagnostic in outcome.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            text.Write($"        {diagnostic.Headline}\n");
        }

        return new ScenarioResult(scenario.Title, outcome.Passed, text.ToString(),
            [.. failed.Select(f => new FailedExpectation(analysed.Document.LocationOf(f.Expectation.Origin.Span), f.Expectation.Text, f.Problem ?? string.Empty))]);
    }

    private static CodeLens Lens(Document document, ScenarioSyntax scenario, string title, string? name)
    {
        JsonElement[] arguments = name is null ? [ProtocolJson.Element(document.Uri)] : [ProtocolJson.Element(document.Uri), ProtocolJson.Element(name)];
        return new CodeLens(document.RangeOf(scenario.Title.Span), new Command(title, Show, arguments));
    }
}
