using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Packages;
using Pacta.Negotiation.Solving;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Packages;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta packages</c>: the packages of a negotiation: efficient ones, best ones, excluded ones.</summary>
internal static class PackagesCommand
{
    /// <summary>So many packages are listed if nothing else is asked for.</summary>
    private const int UsualList = 100;

    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("NEGOTIATION") { Description = "The file of a negotiation, and those of the words it uses (.pacta).", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string?>("--negotiation") { Description = "Which one, where the files hold several: the word after 'as'.", HelpName = "NAME" };
        var without = new Option<string[]>("--without") { Description = "Leave a party out, such as one whose interests are not declared; may be repeated.", HelpName = "PARTY" };
        var list = new Option<int>("--list") { Description = $"How many packages a list may have (default {UsualList}).", HelpName = "NUMBER", DefaultValueFactory = _ => UsualList };
        var solver = new Option<string>("--solver")
        {
            Description = "Who is asked where there are too many packages: auto (a solver that is installed; the default), none (only Pacta's own search). By name, z3 or cp-sat, a solver is asked in any case.",
            HelpName = "auto|z3|cp-sat|none",
            DefaultValueFactory = _ => "auto",
        };
        solver.AcceptOnlyFromAmong("auto", "z3", "cp-sat", "none");
        var effort = new Option<int>("--effort") { Description = $"How far a solver, or Pacta's own search, follows each question (default {SolverUse.UsualEffort}).", HelpName = "NUMBER", DefaultValueFactory = _ => SolverUse.UsualEffort };
        var points = new Option<int>("--points") { Description = $"How many efficient points, and packages that tie, a solver or Pacta's own search looks for (default {SolverUse.UsualPoints}).", HelpName = "NUMBER", DefaultValueFactory = _ => SolverUse.UsualPoints };
        var (format, output, speech) = (Formats.Option("text", "json", "html", "csv"), OutputTarget.Option(), new SpeechOptions());
        var command = new Command("packages", "Say which packages of a negotiation are efficient, which are best in what sense, and which are excluded and why.")
        {
            files, name, without, list, solver, effort, points, speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            string[] paths = parse.GetValue(files) ?? [];
            string[] left = parse.GetValue(without) ?? [];
            var (listed, language) = (parse.GetValue(list), speech.ReadLanguage(parse));
            if (listed < 1)
            {
                return Messages.Fail(host, CommandErrors.Usage($"--list {listed} lists nothing.", "Write a number from 1 on.", "--list 500"));
            }

            var use = new SolverUse(Choice(parse.GetValue(solver)), host.SolverFolders) { Effort = parse.GetValue(effort), Points = parse.GetValue(points), Patience = host.SolverPatience };
            if (use.Effort is < 1 or > SolverUse.MostEffort)
            {
                return Messages.Fail(host, CommandErrors.Usage($"--effort {use.Effort} is not between 1 and {SolverUse.MostEffort}.", "Write a number from 1 on.", "--effort 100"));
            }

            if (use.Points < 1)
            {
                return Messages.Fail(host, CommandErrors.Usage($"--points {use.Points} looks for nothing.", "Write a number from 1 on.", "--points 50"));
            }

            if (NegotiationInput.Of(paths, parse.GetValue(name), host) is not { } input || Space(input.Talks, left, host) is not { } space)
            {
                return ExitCodes.BadInput;
            }

            ImmutableArray<TalkParty> leftOut = [.. input.Talks.Parties.Except(space.Parties)];
            var found = PackageFinder.Find(space, leftOut, listed, use);
            var madeOf = new MadeOf(AppVersion.Text, Repeated(input, parse.GetValue(name), left, listed, use, language.Phrases.Language), input.Files);
            return OutputTarget.Write(host, parse.GetValue(output), paths, (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    PackagesJson.Write(stream, found, madeOf);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                switch (parse.GetValue(format))
                {
                    case "html":
                        PackagesHtml.Write(text, found, madeOf, language);
                        break;
                    case "csv":
                        PackagesCsv.Write(text, found);
                        break;
                    default:
                        PackagesText.Write(text, found, language, screen);
                        break;
                }
            })
                ? ExitCodes.Good
                : ExitCodes.BadInput;
        });
        return command;
    }

    private static SolverChoice Choice(string? name) => Enum.GetValues<SolverChoice>().First(c => Name(c) == (name ?? "auto"));

    private static string Name(SolverChoice choice) => choice switch
    {
        SolverChoice.Auto => "auto",
        SolverChoice.Z3 => "z3",
        SolverChoice.CpSat => "cp-sat",
        _ => "none",
    };

    /// <summary>Null where interests are missing or beyond what can be calculated with, which was said.</summary>
    private static PackageSpace? Space(Talks talks, string[] without, Host host)
    {
        var bag = new DiagnosticBag();
        foreach (var unknown in without.Where(w => !talks.Parties.Any(p => p.Name == w)))
        {
            bag.Add(NegotiationInputErrors.NoSuchParty(unknown, [.. talks.Parties.Select(p => p.Name)]));
        }

        List<TalkParty> counted = [.. talks.Parties.Where(p => !without.Contains(p.Name, StringComparer.Ordinal))];
        List<string> missing = [.. counted.Where(p => talks.Of(p.Name) is null).Select(p => p.Name)];
        if (missing.Count > 0)
        {
            bag.Add(NegotiationInputErrors.InterestsMissing(missing));
        }
        else if (counted.Count == 0)
        {
            bag.Add(NegotiationInputErrors.NobodyLeft());
        }

        var space = bag.HasErrors ? null : PackageSpace.Of(talks, counted);
        if (space is null && !bag.HasErrors)
        {
            bag.Add(NegotiationInputErrors.TooManyDigits(talks.Name));
        }

        Messages.Show(host, bag.Items);
        return space;
    }

    private static string Repeated(NegotiationInput input, string? name, string[] without, int listed, SolverUse use, string language) => string.Join(' ', (string[])
        [
            "pacta packages",
            .. input.Files.Select(f => f.File.Contains(' ', StringComparison.Ordinal) ? $"\"{f.File}\"" : f.File),
            .. name is null ? Array.Empty<string>() : ["--negotiation", name],
            .. without.SelectMany(w => new[] { "--without", w }),
            .. listed == UsualList ? Array.Empty<string>() : ["--list", listed.ToString(CultureInfo.InvariantCulture)],
            .. use.Choice == SolverChoice.Auto ? Array.Empty<string>() : ["--solver", Name(use.Choice)],
            .. use.Effort == SolverUse.UsualEffort ? Array.Empty<string>() : ["--effort", use.Effort.ToString(CultureInfo.InvariantCulture)],
            .. use.Points == SolverUse.UsualPoints ? Array.Empty<string>() : ["--points", use.Points.ToString(CultureInfo.InvariantCulture)],
            "--language", language,
        ]);
}
