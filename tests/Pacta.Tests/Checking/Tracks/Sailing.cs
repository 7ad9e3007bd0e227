using System.Collections.Immutable;
using System.Globalization;
using Pacta.Checking;
using Pacta.Checking.Tracks;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Reports;

namespace Pacta.Tests.Checking.Tracks;

/// <summary>An invented agreement on an invented sea, and tracks of ships in it.</summary>
internal static class Sailing
{
    public const string Square = "zone square { polygon \"10 0, 11 0, 11 1, 10 1\" }";

    public static Agreement Agree(string body) => Compile($$"""
        vocabulary sea_words {
          unit m
          unit km is 1_000 m
          actor aland, borland
          kind ship (ships) of actor in place
          event make entry (entries) by actor of ship into place
          event make exit by actor of ship from place
        }
        source ais is sensor "receivers"
        agreement "Sea Accord" as sea_accord {
          status political
          enters into force 2020-01-01
          time zone "UTC"
          parties aland, borland
          use sea_words
          {{body}}
        }
        """);

    /// <param name="positions">Hours since the beginning of June 2021, latitude, longitude; parted by semicolons.</param>
    public static string Track(string positions, string rest = "\"accuracy_m\":0", string id = "t1", string ship = "heron")
    {
        var all = positions.Split(';').Select(p => p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(p => $"[\"{Time(double.Parse(p[0], CultureInfo.InvariantCulture))}\",{p[1]},{p[2]}]");
        return $$"""{"type":"track","id":"{{id}}","source":"ais","event":"{{ship}}","kind":"ship","of":"aland","entering":"entry","leaving":"exit",{{rest}},"positions":[{{string.Join(',', all)}}]}""";
    }

    public static string Time(double hours) => MomentText.Format(Moment.At(NodaTime.Instant.FromUtc(2021, 6, 1, 0, 0) + NodaTime.Duration.FromHours(hours)));

    public static ImmutableArray<Report> Made(Agreement agreement, params string[] lines)
    {
        var bag = new DiagnosticBag();
        var records = ReportReader.Read(new SourceText("t.jsonl", string.Join('\n', lines)), bag, keepGoing: false).Records;
        Assert.Empty(bag.Items.Select(d => $"{d.Code} {d.Headline}"));
        return [.. TrackGathering.Expand([agreement], records).Cast<Report>()];
    }

    /// <summary>What each report says, in one line each.</summary>
    public static string[] Said(ImmutableArray<Report> reports) => [.. reports.SelectMany(r => r.Claims).Select(c => string.Join(' ',
        new[] { c.Id, c.Kind, c.Time!.From == c.Time.To ? Clock(c.Time.From) : $"{Clock(c.Time.From)}..{Clock(c.Time.To)}" }
            .Concat(c.Roles.Where(r => r.Key is not ("of" or "by")).Select(r => $"{r.Key} {Told(r.Value)}"))
            .Concat(c.Fields.Select(f => f.Key == "position" ? "anywhere" : $"{f.Key} {Told(f.Value)}"))))];

    public static ImmutableArray<Finding> Findings(Agreement agreement, string until, params string[] lines)
    {
        var result = Checker.Check(new CheckRequest([agreement], [.. Made(agreement, lines)], null, Moment.OnDay(NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value)));
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Headline}"));
        return result.Agreements[0].Findings;
    }

    private static Agreement Compile(string text)
    {
        var compiled = Compiler.Compile([new SourceText("sea.pacta", text)]);
        Assert.Empty(compiled.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Headline}"));
        return compiled.Agreements[0];
    }

    private static string Clock(Moment moment) => moment.Local.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Told(ReportedValue value) => value switch
    {
        ReportedText text => text.Text,
        ReportedNames names => string.Join('+', names.Names),
        ReportedNumber number => string.Create(CultureInfo.InvariantCulture, $"{number.Low}..{number.High}{number.Unit}"),
        _ => value.ToString(),
    };
}
