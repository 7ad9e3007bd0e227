using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Exploration;
using Pacta.Exploration.Reciprocity;
using Pacta.Exploration.Separating;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Negotiation;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Reciprocity;
using Pacta.Presentation.Reciprocity;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta reciprocity</c>: who owes what to whom, and what changes when two parties change places.</summary>
internal static class ReciprocityCommand
{
    /// <summary>So many pairs of parties are exchanged where none is named.</summary>
    private const int MostPairs = 6;

    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        options.Words.Description = "The files of a draft and of the words it uses (.pacta).";
        options.Words.HelpName = "DRAFT";
        var between = new Option<string?>("--between") { Description = "Exchange these two parties only.", HelpName = "PARTY,PARTY" };
        var (facts, tries) = (HistoryOptions.Facts(), HistoryOptions.Tries(SearchLimits.Default.Tries));
        var format = Formats.Option("text", "json", "html");
        var output = OutputTarget.Option();
        var command = new Command("reciprocity", "Show who owes what to whom, and what one party may do that another may not.")
        {
            options.Words, between, facts, tries, options.Speech.Mandate, options.Speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            if (Read(words.Agreements, parse.GetValue(between), host) is not var (loaded, draft, pairs))
            {
                return ExitCodes.BadInput;
            }

            var exchanges = ImmutableArray.CreateBuilder<PartyExchange>();
            using (var progress = new Progress(host.Progress))
            {
                foreach (var (one, other) in pairs)
                {
                    progress.Step(string.Create(CultureInfo.InvariantCulture, $"{one} and {other}"));
                    exchanges.Add(Of(loaded, draft, one, other, new SearchLimits(parse.GetValue(facts), parse.GetValue(tries))));
                }
            }

            var found = new DraftReciprocity(draft, exchanges.ToImmutable(), DraftReciprocity.DeclaredIn(draft));
            var manifest = new Manifest(AppVersion.Text, words.Options, loaded.Files, [], []) { Maps = loaded.MapFiles, Command = "reciprocity" };
            var isWritten = OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    ReciprocityJson.Write(stream, found, manifest);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                if (parse.GetValue(format) == "html")
                {
                    ReciprocityText.WriteHtml(text, found, manifest, words.Speech);
                    return;
                }

                ReciprocityText.Write(text, found, words.Speech, screen);
            });
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    private static PartyExchange Of(LoadedAgreements loaded, Agreement draft, string one, string other, SearchLimits limits)
    {
        var texts = loaded.Texts.Select(t => Exchange.Of(t, one, other)).ToList();
        var exchanged = Compiler.Compile(texts, loaded.Maps.GetValueOrDefault).Agreements.First(a => a.Name == draft.Name);
        var comparison = DraftComparison.Of(draft, exchanged);
        return new PartyExchange(one, other, limits.Steps == 0 ? comparison : comparison with
        {
            Strictness = DraftExploration.Of(comparison, limits),
        });
    }

    private static (LoadedAgreements Loaded, Agreement Draft, ImmutableArray<(string One, string Other)> Pairs)? Read(ImmutableArray<string> files, string? between, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Loading.Agreements(files, host, bag);
        if (loaded is { Compilation.Agreements: { Length: not 1 } several })
        {
            bag.Add(CommandErrors.Usage(
                $"One draft is looked at, and there {(several.IsEmpty ? "is none" : $"are {several.Length}")}: {string.Join(", ", several.Select(a => a.Name))}.",
                "Name the file of one draft, and of the words it uses.",
                "pacta reciprocity words.pacta draft.pacta"));
        }

        ImmutableArray<(string One, string Other)> pairs = [];
        if (loaded is { Compilation.Agreements: [var draft] })
        {
            var parties = DutyMatrix.Of(draft).Parties.Select(p => p.Name).ToList();
            if (between is null)
            {
                pairs = [.. parties.SelectMany((p, i) => parties.Skip(i + 1).Select(q => (p, q))).Take(MostPairs)];
            }
            else if (between.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var one, var other] && one != other && parties.Contains(one) && parties.Contains(other))
            {
                pairs = [(one, other)];
            }
            else
            {
                bag.Add(CommandErrors.Usage(
                    $"--between takes two of the parties ({string.Join(", ", parties.Take(12))}), and not \"{between}\".",
                    "Name two different parties with a comma between them.",
                    $"--between {string.Join(',', parties.Take(2))}"));
            }
        }

        Messages.Show(host, bag.Items);
        return bag.HasErrors || loaded is null ? null : (loaded, loaded.Compilation.Agreements[0], pairs);
    }
}
