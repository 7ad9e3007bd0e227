using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Reports.Import;

namespace Pacta.Cli.Commands;

/// <summary>Data sets whose columns are known: UCDP GED, ACLED, GDELT.</summary>
internal static class ImportDataSets
{
    public static Command UcdpGed(Host host)
    {
        var (file, output, keepGoing) = (ImportRun.File(), OutputTarget.Option(), ImportRun.KeepGoing());
        var (kind, source, actor) = (Kind(UcdpGedOptions.Default.Kind), Source(UcdpGedOptions.Default.Source), Actor("Government of Aland=aland"));
        var command = new Command("ucdp-ged", "The UCDP Georeferenced Event Dataset, as CSV.") { file, kind, source, actor, keepGoing, output };
        command.SetAction(parse =>
        {
            if (Pairs(parse.GetValue(actor), "--actor", "a name", "Government of Aland=aland", host) is not { } actors)
            {
                return ExitCodes.BadInput;
            }

            var options = new UcdpGedOptions { Kind = parse.GetRequiredValue(kind), Source = parse.GetRequiredValue(source), Actors = actors };
            var table = parse.GetRequiredValue(file);
            return ImportRun.Run(host, [table], ImportRun.Form.Text, parse.GetValue(output), parse.GetValue(keepGoing), new DiagnosticBag(),
                (input, text, diagnostics, progress) => UcdpGedImporter.Import(table, input[0], text, options, diagnostics, progress));
        });
        return command;
    }

    public static Command Acled(Host host)
    {
        var (file, output, keepGoing) = (ImportRun.File(), OutputTarget.Option(), ImportRun.KeepGoing());
        var (kind, source, actor) = (Kind(AcledOptions.Default.Kind), Source(AcledOptions.Default.Source), Actor("Military Forces of Aland=aland"));
        var types = new Option<string[]>("--event-types") { Description = "The kind for a type or a sub-type of events; may be repeated, and rows of other types are then left out.", HelpName = "TYPE=KIND" };
        var together = new Option<bool>("--one-origin") { Description = "Take all sources of a row for one origin, instead of one each." };
        var command = new Command("acled", "An export of ACLED, as CSV.") { file, kind, types, source, actor, together, keepGoing, output };
        command.SetAction(parse =>
        {
            if (Pairs(parse.GetValue(actor), "--actor", "a name", "Military Forces of Aland=aland", host) is not { } actors
                || Pairs(parse.GetValue(types), "--event-types", "a type of events", "Explosions/Remote violence=fire", host) is not { } kinds)
            {
                return ExitCodes.BadInput;
            }

            var options = new AcledOptions
            {
                Kind = parse.GetRequiredValue(kind),
                Kinds = kinds,
                Source = parse.GetRequiredValue(source),
                Actors = actors,
                IsOneOrigin = parse.GetValue(together),
            };
            var table = parse.GetRequiredValue(file);
            return ImportRun.Run(host, [table], ImportRun.Form.Text, parse.GetValue(output), parse.GetValue(keepGoing), new DiagnosticBag(),
                (input, text, diagnostics, progress) => AcledImporter.Import(table, input[0], text, options, diagnostics, progress));
        });
        return command;
    }

    public static Command Gdelt(Host host)
    {
        var (file, output, keepGoing) = (ImportRun.File("The table of events of GDELT 2.0, as it is: 61 columns, no header."), OutputTarget.Option(), ImportRun.KeepGoing());
        var mentions = new Option<string?>("--mentions") { Description = "The table of mentions: each is a report by an outlet.", HelpName = "FILE" };
        var codes = new Option<string[]>("--event-codes")
        {
            Description = "Which CAMEO codes are which kind, such as 190-196=fire; may be repeated. Other rows are left out.",
            HelpName = "CODES=KIND",
            Required = true,
        };
        var (source, actor) = (Source(GdeltOptions.Default.Source), Actor("ALA=aland", "by its CAMEO code or its name"));
        var target = new Option<string?>("--target") { Description = "The preposition of the second actor, if the kind has one for it: against.", HelpName = "PREPOSITION" };
        target.AcceptOnlyFromAmong([.. GdeltOptions.Targets]);
        var command = new Command("gdelt", "Events of GDELT 2.0, and mentions of them.") { file, mentions, codes, source, actor, target, keepGoing, output };
        command.SetAction(parse =>
        {
            if (Pairs(parse.GetValue(actor), "--actor", "a code or a name", "ALA=aland", host) is not { } actors)
            {
                return ExitCodes.BadInput;
            }

            var kinds = ImmutableArray.CreateBuilder<GdeltCodes>();
            foreach (var text in parse.GetValue(codes) ?? [])
            {
                if (GdeltCodes.Parse(text) is not { } read)
                {
                    return Messages.Fail(host, CommandErrors.Usage(
                        $"--event-codes “{text}” does not say which codes are which kind.", "Write one code or the first and the last of equal length, = and the kind.",
                        "--event-codes 190-196=fire --event-codes 036=meeting"));
                }

                kinds.Add(read);
            }

            var options = new GdeltOptions { Codes = kinds.ToImmutable(), Source = parse.GetRequiredValue(source), Actors = actors, Target = parse.GetValue(target) };
            var (table, second) = (parse.GetRequiredValue(file), parse.GetValue(mentions));
            return ImportRun.Run(host, second is null ? [table] : [table, second], ImportRun.Form.Text, parse.GetValue(output), parse.GetValue(keepGoing), new DiagnosticBag(),
                (input, text, diagnostics, progress) => GdeltImporter.Import(
                    table, input[0], second is null ? null : (second, input[1]), text, options, diagnostics, progress));
        });
        return command;
    }

    private static Option<string> Kind(string usual) => new("--kind") { Description = "The kind that every event gets.", HelpName = "NAME", DefaultValueFactory = _ => usual };

    private static Option<string> Source(string usual) =>
        new("--source") { Description = "The name under which the data set is declared as a source.", HelpName = "NAME", DefaultValueFactory = _ => usual };

    private static Option<string[]> Actor(string example, string how = "as the data set names it") =>
        new("--actor") { Description = $"The actor for a side, {how}: \"{example}\"; may be repeated.", HelpName = "SIDE=NAME" };

    /// <summary>Null, and told, if one is not written as it should be.</summary>
    private static ImmutableDictionary<string, string>? Pairs(string[]? words, string option, string what, string example, Host host)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var word in words ?? [])
        {
            var at = word.LastIndexOf('=');
            if (at <= 0 || at == word.Length - 1)
            {
                Messages.Fail(host, CommandErrors.Usage($"{option} “{word}” does not say what it stands for.", $"Write {what}, = and the name in your agreement.", $"{option} \"{example}\""));
                return null;
            }

            pairs[word[..at].Trim()] = word[(at + 1)..].Trim();
        }

        return pairs.ToImmutable();
    }
}
