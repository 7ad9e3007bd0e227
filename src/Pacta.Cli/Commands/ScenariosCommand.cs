using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Pacta.Checking.Scenarios;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Exploration;
using Pacta.Exploration.Illustrating;
using Pacta.Language.Compilation;
using Pacta.Language.Formatting;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Negotiation.Histories;
using Pacta.Presentation.Histories;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta scenarios</c>: short invented histories that show what clauses mean, as scenarios to keep.</summary>
internal static class ScenariosCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("AGREEMENT") { Description = "The files of an agreement and of the words it uses (.pacta).", Arity = ArgumentArity.OneOrMore };
        var clauses = new Option<string[]>("--clause") { Description = "Only of this clause; may be given several times.", HelpName = "NAME" };
        var (facts, tries) = (HistoryOptions.Facts(IllustrationLimits.Default.Facts), HistoryOptions.Tries(IllustrationLimits.Default.Tries));
        var output = OutputTarget.Option();
        var command = new Command("scenarios", "Write scenarios that show what the clauses mean: the shortest histories found in which each is met, not met, cured, and exactly on each bound, between invented parties.")
        {
            files, clauses, facts, tries, output,
        };
        command.SetAction(parse =>
        {
            ImmutableArray<string> paths = [.. (parse.GetValue(files) ?? []).Distinct(StringComparer.Ordinal)];
            var bag = new DiagnosticBag();
            var loaded = Loading.Agreements(paths, host, bag);
            var wanted = (parse.GetValue(clauses) ?? []).ToHashSet(StringComparer.Ordinal);
            if (loaded is not null && wanted.FirstOrDefault(w => !loaded.Compilation.Agreements.Any(a => a.Clauses.Any(c => c.Name == w))) is { } unknown)
            {
                bag.Add(CommandErrors.NoSuchClause(unknown, loaded.Compilation.Agreements.SelectMany(a => a.Clauses).Select(c => c.Name)));
            }

            Messages.Show(host, bag.Items);
            if (loaded is null || bag.HasErrors)
            {
                return ExitCodes.BadInput;
            }

            var limits = new IllustrationLimits(parse.GetValue(facts), parse.GetValue(tries));
            var text = new StringBuilder();
            foreach (var agreement in loaded.Compilation.Agreements)
            {
                text.Append(text.Length == 0 ? string.Empty : "\n").Append(Of(agreement, loaded, wanted, limits, host));
            }

            return OutputTarget.Write(host, parse.GetValue(output), paths, (stream, _) => stream.Write(Encoding.UTF8.GetBytes(text.ToString()))) ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    private static string Of(Agreement agreement, LoadedAgreements loaded, HashSet<string> wanted, IllustrationLimits limits, Host host)
    {
        ImmutableArray<ClauseIllustrations> all;
        using (var progress = new Progress(host.Progress))
        {
            all = IllustrationExploration.Of(agreement, wanted, limits, (done, of) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {of:#,0} clauses of {agreement.Title}")));
        }

        List<(string Title, Illustration Illustration)> titled = [.. IllustrationText.Titled(agreement, all.SelectMany(c => c.Shown))];
        var kept = Holding(agreement, loaded, titled);
        var text = Head(agreement, all, limits, titled.Count - kept.Count) + IllustrationText.Of(agreement, kept);
        return Formatter.Format(new SourceText("scenarios.pacta", text), new DiagnosticBag()) ?? text;
    }

    /// <summary>Those that come out as written when they are run as scenarios: what a scenario cannot tell, or the agreement's own dates rule out, is left out.</summary>
    private static List<(string Title, Illustration Illustration)> Holding(Agreement agreement, LoadedAgreements loaded, List<(string Title, Illustration Illustration)> titled)
    {
        var source = new SourceText("scenarios.pacta", IllustrationText.Of(agreement, titled));
        var compiled = Compiler.Compile([.. loaded.Sources, source], path => loaded.Maps.GetValueOrDefault(path));
        if (compiled.HasErrors)
        {
            return [.. titled.Where(t => !Compiler.Compile([.. loaded.Sources, new SourceText("scenario.pacta", IllustrationText.Of(agreement, [t]))], path => loaded.Maps.GetValueOrDefault(path)).HasErrors)];
        }

        var bound = compiled.Agreements.First(a => a.Name == agreement.Name);
        var passed = bound.Scenarios.Where(s => s.Origin.File == source && ScenarioRunner.Run(s, bound).Passed).Select(s => s.Title).ToHashSet(StringComparer.Ordinal);
        return [.. titled.Where(t => passed.Contains(t.Title))];
    }

    private static string Head(Agreement agreement, ImmutableArray<ClauseIllustrations> all, IllustrationLimits limits, int left)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// What the clauses of {agreement.Title} mean, in invented histories{(agreement.Citation is null ? string.Empty : " between invented parties")}.\n");
        text.Append(CultureInfo.InvariantCulture, $"// Looked for: histories of up to {limits.Facts} facts, {all.Sum(c => c.Bound.Tried):#,0} of them; of those that lead to the same states by the same comparisons one was followed.\n");
        Line(text, "not all were looked at (--tries looks further)", all.Where(c => c.Bound.IsCutShort).Select(c => c.Clause.Name));
        Line(text, "nothing was found of", all.Where(c => c.Shown.IsEmpty).Select(c => c.Clause.Name));
        Line(text, "no history lies exactly on", all.SelectMany(c => c.BoundsNotReached).Distinct(StringComparer.Ordinal));
        if (left > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"// {left} more {(left == 1 ? "history is" : "histories are")} left out: as {(left == 1 ? "a scenario it does" : "scenarios they do")} not come out so in the time in which the agreement binds.\n");
        }

        return text.Append('\n').ToString();
    }

    private static void Line(StringBuilder text, string what, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"// {char.ToUpperInvariant(what[0])}{what[1..]}: {string.Join("; ", all)}.\n");
        }
    }
}
