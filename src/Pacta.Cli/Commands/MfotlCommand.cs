using System.CommandLine;
using System.Runtime.ExceptionServices;
using System.Text;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Monitor;
using Pacta.Monitor.Input;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta mfotl</c>: runs a temporal formula over a log, in the notation of other monitors.</summary>
internal static class MfotlCommand
{
    /// <summary>So deep may a formula be nested, or so many parts of it be joined in a row: written by a program, it may have thousands.</summary>
    private const int GreatestDepth = 10_000;

    /// <summary>In bytes. What is not used of it takes no memory.</summary>
    private const int DeepStack = 1 << 28;

    public static Command Create(Host host)
    {
        var signature = new Option<string>("--sig") { Description = "The file with the kinds of events and the types of their arguments.", HelpName = "FILE", Required = true };
        var formula = new Option<string>("--formula") { Description = "The file with the formula.", HelpName = "FILE", Required = true };
        var log = new Option<string>("--log") { Description = "The log; - or nothing: standard input.", HelpName = "FILE", DefaultValueFactory = _ => InputFile.StandardInput };
        var negate = new Option<bool>("--negate") { Description = "Print what violates the formula: the assignments of its negation." };
        var noLast = new Option<bool>("--no-new-last-timestamp") { Description = "Do not let time go on at the end of the log: what is open there stays open." };
        var noFilter = new Option<bool>("--no-filter-empty-time-points") { Description = "Taken for compatibility: empty time points are never filtered." };
        var verbose = new Option<bool>("--verbose") { Description = "Also print the formula, its free variables, and a line for each time point without an assignment." };
        var check = new Option<bool>("--check") { Description = "Only say whether the formula can be monitored, and its free variables in order." };
        var plan = new Option<bool>("--plan") { Description = "Only show how the formula is evaluated." };
        var follow = new Option<bool>("--follow") { Description = "At the end of the log wait for what is appended, until the log says > terminate < or the command is stopped." };
        var general = new Option<bool>("--general") { Description = "Take the general way everywhere: no state is asked by key. The verdicts are the same." };
        var command = new Command("mfotl", "Run a formula of metric first-order temporal logic over a log and print verdicts as soon as they are certain.")
        {
            signature, formula, log, negate, noLast, noFilter, verbose, check, plan, follow, general,
        };
        command.SetAction(parse =>
        {
            var bag = new DiagnosticBag();
            var settings = new MonitorSettings { EndsTime = !parse.GetValue(noLast), IsVerbose = parse.GetValue(verbose), Probes = !parse.GetValue(general) };
            var (signatureText, formulaText) = (Text(host, parse.GetValue(signature)!, bag), Text(host, parse.GetValue(formula)!, bag));
            if (signatureText is null || formulaText is null)
            {
                return Messages.Fail(host, bag.Items);
            }

            // To be nested deeper than there is room for anywhere, it must be longer.
            return formulaText.Content.Length > FormulaParser.GreatestDepth ? OnDeepStack(Act) : Act();

            int Act()
            {
                if (Prepare(signatureText, formulaText, parse.GetValue(negate), bag) is not { } ready)
                {
                    return Messages.Fail(host, bag.Items);
                }

                var (kinds, written, known) = ready;
                if (settings.IsVerbose || parse.GetValue(check))
                {
                    host.Output.Write(Encoding.UTF8.GetBytes($"The analyzed formula is:\n  {FormulaPrinter.Print(written)}\nThe sequence of free variables is: ({string.Join(',', known.Columns.Order(StringComparer.Ordinal))})\n"));
                    host.Output.Flush();
                }

                FormulaMonitor monitor;
                try
                {
                    monitor = FormulaMonitor.Create(known, kinds, settings);
                }
                catch (NotMonitorableException e)
                {
                    return Messages.Fail(host, FormulaErrors.NotMonitorable(e));
                }

                if (parse.GetValue(plan))
                {
                    host.Output.Write(Encoding.UTF8.GetBytes(monitor.DescribePlan()));
                }

                if (parse.GetValue(check) || parse.GetValue(plan))
                {
                    host.Output.Write(parse.GetValue(check) ? "The formula can be monitored.\n"u8 : default);
                    return ExitCodes.Good;
                }

                return Run(host, monitor, parse.GetValue(log)!, parse.GetValue(follow), bag);
            }
        });
        return command;
    }

    private static int OnDeepStack(Func<int> act)
    {
        var code = 0;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    code = act();
                }
                catch (Exception e)
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            DeepStack);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return code;
    }

    private static int Run(Host host, FormulaMonitor monitor, string path, bool follows, DiagnosticBag bag)
    {
        using var opened = InputFile.Open(path, host.Input, bag);
        using var input = follows && opened is not null ? new FollowedStream(opened, host.WaitForMore) : opened;
        if (input is null)
        {
            return Messages.Fail(host, bag.Items);
        }

        try
        {
            monitor.Run(input, host.Output);
            return ExitCodes.Good;
        }
        catch (LogException e)
        {
            return Messages.Fail(host, FormulaErrors.Log(InputFile.NameOf(path), e));
        }
    }

    private static (Signature Signature, Formula Written, CheckedFormula Formula)? Prepare(SourceText signatureText, SourceText formulaText, bool negates, DiagnosticBag bag)
    {
        var file = signatureText;
        try
        {
            var signature = SignatureReader.Read(signatureText.Content);
            file = formulaText;
            var formula = FormulaParser.Parse(formulaText.Content, GreatestDepth);
            formula = negates ? new Not(formula) : formula;
            return (signature, formula, FormulaChecker.Check(formula, signature));
        }
        catch (NotationException e)
        {
            bag.Add(FormulaErrors.Notation(file, e, ReferenceEquals(file, formulaText)));
        }
        catch (FormulaException e)
        {
            bag.Add(FormulaErrors.Meaning(e));
        }

        return null;
    }

    private static SourceText? Text(Host host, string path, DiagnosticBag bag) =>
        InputFile.Bytes(path, host.Input, string.Empty, bag) is { } bytes ? InputFile.Mapping(path, bytes, bag) : null;
}
