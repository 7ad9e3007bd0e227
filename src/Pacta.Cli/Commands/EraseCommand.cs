using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Ledger;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta erase</c>: takes the text of a record out of a store. Its number, time and hash stay, with the reason.</summary>
internal static class EraseCommand
{
    public static Command Create(Host host)
    {
        var store = new Argument<string>("STORE") { Description = "The store." };
        var id = new Argument<string>("ID") { Description = "The id of the record." };
        var reason = new Option<string>("--reason") { Description = "Why; it stays beside the hash.", HelpName = "TEXT", Required = true };
        var command = new Command("erase", "Erase what a record says, for the sake of a person; its hash and the reason stay.") { store, id, reason };
        command.SetAction(parse =>
        {
            var path = parse.GetRequiredValue(store);
            if (!File.Exists(path))
            {
                return Messages.Fail(host, StoreErrors.None(path));
            }

            try
            {
                using var ledger = ReportLedger.Open(path, host.StorePatience);
                var isNew = ledger.Erase(parse.GetRequiredValue(id), parse.GetRequiredValue(reason), host.Now());
                using var text = host.TextOutput();
                text.Write(isNew ? "erased; its hash and the reason stay\n" : "it had been erased before\n");
                return ExitCodes.Good;
            }
            catch (LedgerException e)
            {
                return Messages.Fail(host, StoreErrors.Of(path, e));
            }
        });
        return command;
    }
}
