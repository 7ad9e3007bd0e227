using System.CommandLine;
using System.Globalization;
using Pacta.Checking;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
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
        var command = new Command("test", "Run the scenarios in the files. Exits with 1 if one fails.") { files };
        command.SetAction(parse => Run(parse.GetValue(files) ?? [], host));
        return command;
    }

    private static int Run(string[] paths, Host host)
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

        using var text = host.TextOutput();
        var failed = 0;
        foreach (var agreement in loaded.Compilation.Agreements.Where(a => a.Scenarios.Length > 0))
        {
            text.Write(agreement.Title + "\n");
            failed += agreement.Scenarios.Count(s => !Passes(s, agreement, text, host));
        }

        var count = loaded.Compilation.Scenarios.Length;
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{count - failed} passed, {failed} failed\n"));
        return failed > 0 ? ExitCodes.Found : ExitCodes.Good;
    }

    private static bool Passes(Scenario scenario, Agreement agreement, StreamWriter text, Host host)
    {
        var outcome = ScenarioRunner.Run(scenario, agreement);
        ScenarioText.WriteTitle(text, scenario, outcome.Passed, host.Screen);
        foreach (var expectation in outcome.Expectations.Where(e => !e.Holds))
        {
            ScenarioText.WriteFailure(text, agreement, expectation.Expectation, expectation.Problem ?? string.Empty, expectation.Found, Speech.Default, host.Screen);
        }

        var errors = outcome.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            text.Flush();
            Messages.Show(host, errors);
        }

        return outcome.Passed;
    }
}
