using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Checking.Scenarios;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Scenarios;
using Pacta.Presentation.Scenarios;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta test</c>: the scenarios that stand in the files.</summary>
internal static class TestCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("AGREEMENT")
        {
            Description = "Files of agreements and of the words they use (.pacta), with their scenarios.",
            Arity = ArgumentArity.OneOrMore,
        };
        var coverage = new Option<bool>("--coverage") { Description = "Tell which clauses, exceptions, bounds and last moments no scenario shows." };
        var junit = new Option<string?>("--junit") { Description = "Write the results for a build server, as JUnit XML.", HelpName = "FILE" };
        var command = new Command("test", "Run the scenarios in the files. Exits with 1 if one fails.") { files, coverage, junit };
        command.SetAction(parse => Run(parse.GetValue(files) ?? [], parse.GetValue(coverage), parse.GetValue(junit), host));
        return command;
    }

    private static int Run(string[] paths, bool hasCoverage, string? junit, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Loading.Agreements(paths, host, bag);
        if (loaded is not null && loaded.Compilation.Scenarios.Length == 0)
        {
            bag.Add(CommandErrors.NoScenario());
        }

        Messages.Show(host, bag.Items);
        if (loaded is null || bag.HasErrors)
        {
            return ExitCodes.BadInput;
        }

        var runs = new List<ScenarioRun>();
        using (var text = host.TextOutput())
        {
            foreach (var agreement in loaded.Compilation.Agreements.Where(a => a.Scenarios.Length > 0))
            {
                text.Write(agreement.Title + "\n");
                List<ScenarioOutcome> outcomes = [.. agreement.Scenarios.Select(s => Run(s, agreement, text, host))];
                runs.AddRange(outcomes.Select(o => new ScenarioRun(agreement, o.Scenario, ProblemsOf(o))));
                if (hasCoverage)
                {
                    CoverageText.Write(text, CoverageFinder.Of(agreement, outcomes), host.Screen);
                    text.Write("\n");
                }
            }

            var failed = runs.Count(r => !r.Passed);
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{runs.Count - failed} passed, {failed} failed\n"));
        }

        return junit is not null && !OutputTarget.Write(host, junit, paths, (stream, _) => JUnitXml.Write(stream, runs)) ? ExitCodes.BadInput
            : runs.Exists(r => !r.Passed) ? ExitCodes.Found
            : ExitCodes.Good;
    }

    private static ScenarioOutcome Run(Scenario scenario, Agreement agreement, StreamWriter text, Host host)
    {
        var outcome = ScenarioRunner.Run(scenario, agreement);
        ScenarioText.WriteTitle(text, scenario, outcome.Passed, host.Screen);
        foreach (var expectation in outcome.Expectations.Where(e => !e.Holds))
        {
            ScenarioText.WriteFailure(text, agreement, scenario, expectation.Expectation, expectation.Problem ?? string.Empty, expectation.Found, Speech.Default, host.Screen);
        }

        var errors = outcome.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            text.Flush();
            Messages.Show(host, errors);
        }

        return outcome;
    }

    private static ImmutableArray<(Origin Place, string Expected, string Found)> ProblemsOf(ScenarioOutcome outcome) =>
    [
        .. outcome.Expectations.Where(e => !e.Holds).Select(e => (e.Expectation.Origin, e.Expectation.Text, e.Problem!)),
        .. outcome.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => (outcome.Scenario.Origin, "facts that can be understood", d.Headline)),
    ];
}
