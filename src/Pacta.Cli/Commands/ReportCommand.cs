using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NodaTime;
using Pacta.Checking.Periods;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Periods;
using Pacta.Model.Time;
using Pacta.Presentation.Periods;
using Pacta.Presentation.Text;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta report</c>: what there is to report about a day or a week, to hand in.</summary>
internal static class ReportCommand
{
    private const string Example = "pacta report grey_line.pacta --reports reports.jsonl --period day --from 2024-07-12";

    /// <summary>A year of days. More is no document that anybody reads.</summary>
    private const int MostPeriods = 366;

    public static Command Create(Host host)
    {
        var options = new CheckOptions();
        var period = new Option<string>("--period")
        {
            Description = "About what: a day, or a week from Monday to Sunday, of the agreement's time zone.",
            HelpName = "day|week",
            DefaultValueFactory = _ => "day",
        };
        period.AcceptOnlyFromAmong("day", "week", "DAY", "WEEK");
        var from = new Option<string?>("--from") { Description = "A day: the period in which it lies is the first.", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "The period in which this day lies is the last; without it there is one period.", HelpName = "DATE" };
        var format = Formats.Option("text", "html", "docx", "xlsx", "csv", "json");
        var output = OutputTarget.Option();
        options.AsOf.Description = "Only what was recorded by then (default: by the end of each period).";
        var command = new Command("report", "Report about a day or a week: what was observed, assessed, due and revised, what came late, and what could be seen.")
        {
            options.Words, options.Reports, options.Store, period, from, to, options.AsOf, options.Perspective, options.KeepGoing, options.Public,
            options.Speech.Mandate, options.Speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var words = options.Read(parse, hasCheckOptions: false);
            var length = string.Equals(parse.GetValue(period), "week", StringComparison.OrdinalIgnoreCase) ? PeriodLength.Week : PeriodLength.Day;
            var form = parse.GetRequiredValue(format);
            return Run(words, length, parse.GetValue(from), parse.GetValue(to), form, host with { HidesIdentities = words.IsPublic }) is { } run
                && OutputTarget.Write(host, parse.GetValue(output), words.Files, (stream, screen) => Write(host, run, form, stream, screen, words))
                    ? ExitCodes.Good
                    : ExitCodes.BadInput;
        });
        return command;
    }

    private static PeriodRun? Run(CheckWords words, PeriodLength length, string? from, string? to, string format, Host host)
    {
        var bag = new DiagnosticBag();
        if (Periods(length, from, to, bag) is not { } periods)
        {
            Messages.Show(host, bag.Items);
            return null;
        }

        // A day of which nobody reported anything is reported as well: then it is said that there is nothing.
        var through = words.AsOf is null && words.Until is null ? MomentOf(periods[^1].Last) : words.Until;
        if (CheckRun.Load(words with { Until = through }, host) is not { } input)
        {
            return null;
        }

        var said = input;
        if (words.IsPublic)
        {
            // A report about a day tells of that day; who reported, and where exactly it was, it does not tell in public.
            var (texts, records) = Hiding.Hide(input.Agreements, input.Reports);
            input = input with { Agreements = texts, Reports = records };
        }

        var agreements = input.Agreements.Compilation.Agreements;
        if (input.AsOf is { } asOf && agreements.Any(a => asOf.In(a.Calendar.Zone).Latest < periods[^1].In(a.Calendar).Earliest))
        {
            Messages.Fail(host, CommandErrors.Usage(
                $"As of {words.AsOf}, the period from {MomentOf(periods[^1].First)} had not begun.", "Leave --as-of out, or give a later day: a report may be told as it is known weeks after.",
                Example + " --as-of 2024-07-20"));
            return null;
        }

        if (CheckRun.LinesLeftOut(said, words, host) is not { } skipped)
        {
            return null;
        }

        using var progress = new Progress(host.Progress);
        return new PeriodRun(
            input.Manifest(words) with
            {
                IsPublic = words.IsPublic,
                Command = "report",
                OwnOptions = ["--period", length.ToString().ToLowerInvariant(), "--from", from!, .. to is null ? [] : new[] { "--to", to }, "--format", format],
            },
            length,
            from!,
            to,
            skipped,
            [
                .. agreements.Select(a => new AgreementPeriods(a, PeriodReporter.Of(
                    new PeriodRequest(a, input.Reports.Records, periods, input.AsOf, words.Perspective),
                    (done, all) => progress.Step(string.Create(CultureInfo.InvariantCulture, $"{a.Name}: {done:#,0} of {all:#,0} periods")))
                    is var reports && words.IsPublic ? [.. reports.Select(WithoutPositions)] : reports)),
            ]);
    }

    private static PeriodReport WithoutPositions(PeriodReport report) => report with
    {
        Observed = [.. report.Observed.Select(o => o with { Fact = o.Fact with { Fields = o.Fact.Fields.Remove("position") } })],
    };

    private static ImmutableArray<ReportPeriod>? Periods(PeriodLength length, string? from, string? to, DiagnosticBag bag)
    {
        if (from is null)
        {
            bag.Add(CommandErrors.Usage("About which day or week?", "Give the day, or a day of the week, with --from.", Example));
            return null;
        }

        if (Day("--from", from, bag) is not { } first || (to is null ? first : Day("--to", to, bag)) is not { } last)
        {
            return null;
        }

        // Before they are listed: a misspelt year would give thousands.
        if (last < first || Period.Between(first, last, PeriodUnits.Days).Days / (length == PeriodLength.Week ? 7 : 1) >= MostPeriods)
        {
            bag.Add(last < first
                ? CommandErrors.Usage("--to is before --from.", "The first day comes first.", Example + " --to 2024-07-14")
                : CommandErrors.Usage($"From {from} to {to} there are more than {MostPeriods} periods.", "Report about fewer at once, or about weeks.", Example.Replace("day", "week", StringComparison.Ordinal) + " --to 2024-08-31"));
            return null;
        }

        return ReportPeriod.Between(length, first, last);
    }

    private static LocalDate? Day(string option, string text, DiagnosticBag bag)
    {
        if (DateOption.Read(option, text, bag) is not { } moment)
        {
            return null;
        }

        if (moment.Precision != Precision.Day)
        {
            bag.Add(CommandErrors.BadDate(option, text, "a day is needed here, without a clock"));
            return null;
        }

        return moment.Local.Date;
    }

    private static string MomentOf(LocalDate day) => Moment.OnDay(day).ToString();

    private static void Write(Host host, PeriodRun run, string format, Stream stream, Screen screen, CheckWords words)
    {
        switch (format)
        {
            case "json":
                PeriodJson.Write(stream, run, words.Speech);
                stream.Write("\n"u8);
                return;
            case "docx":
                PeriodDocx.Write(stream, run, words.Speech);
                return;
            case "xlsx":
                PeriodXlsx.Write(stream, run, words.Speech);
                return;
        }

        using var text = OutputTarget.Text(stream);
        switch (format)
        {
            case "html":
                PeriodHtml.Write(text, run, words.Speech);
                break;
            case "csv":
                PeriodCsv.Write(text, run, words.Speech);
                Messages.LinesLeftOut(host, run.LinesSkipped);
                break;
            default:
                PeriodText.Write(text, run, words.Speech, screen);
                break;
        }
    }
}
