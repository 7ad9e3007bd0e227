using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Reports;
using Pacta.Presentation.Help;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta help CODE</c>: what a message means.</summary>
internal static class HelpCommand
{
    public static Command Create(Host host)
    {
        var codes = new Argument<string[]>("CODE")
        {
            Description = "The code of a message, such as PACTA0201; without one, all codes are listed.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("help", "Explain a message by its code, with something wrong and something right.") { codes };
        command.SetAction(parse => Run(parse.GetValue(codes) ?? [], host));
        return command;
    }

    private static int Run(string[] codes, Host host)
    {
        if (codes.FirstOrDefault(c => HelpPages.Find(c) is null) is { } unknown)
        {
            return Messages.Fail(host, CommandErrors.UnknownCode(unknown, DidYouMean.Nearest(unknown, HelpPages.Codes)));
        }

        using var text = host.TextOutput();
        if (codes.Length == 0)
        {
            foreach (var page in HelpPages.Codes.Select(HelpPages.Find).OfType<HelpPage>())
            {
                text.Write($"{page.Code}  {page.Title}\n");
            }
        }

        text.Write(string.Join('\n', codes.Select(HelpPages.Find).OfType<HelpPage>().Select(HelpPages.Render)));
        return ExitCodes.Good;
    }
}
