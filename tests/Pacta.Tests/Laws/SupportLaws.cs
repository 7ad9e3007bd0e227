using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Pacta.Checking;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Tests.Logic.Direct;
using Pacta.Tests.Logic.Monitoring;
using Pacta.Tests.Logic.Reference.Resolving;
using static Pacta.Tests.Laws.SmallAgreement;

namespace Pacta.Tests.Laws;

/// <summary>The reports that a certain finding is said to rest on suffice, and none of them can be spared.</summary>
public sealed class SupportLaws
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("PACTA_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 60;

    /// <summary>How often a round is followed by another because chance had it that its cases asked too little.</summary>
    private const int MostRounds = 8;

    [Fact]
    public void Support_alone_leads_to_the_same_finding_and_without_any_report_of_it_to_another()
    {
        var (looked, withReports, withOthers) = (0, 0, 0);
        var rounds = 0;
        do
        {
            TryCases();
        }
        while (AsksTooLittle() && ++rounds < MostRounds);
        Assert.False(AsksTooLittle(), $"the cases ask too little: {looked} looked at, {withReports} rest on reports, {withOthers} on others as well");

        bool AsksTooLittle() => withReports <= looked / 4 || withOthers == 0;

        void TryCases() => Gen.OneOf(ReportLines.Some, DisputedLines.Some).Sample(
            lines =>
            {
                var records = Read(lines);
                var request = new CheckRequest([Agreement], records, null, Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31)));
                var run = Checker.Check(request).Agreements[0];
                foreach (var finding in run.Findings.Where(f => f.Certainty == Certainty.Certain && f.Reports.Length > 0).Take(4))
                {
                    var support = SupportFinder.Find(run, finding, request);
                    Assert.True(support is { IsMinimal: true }, $"no minimal support of {Show(finding)}");
                    Assert.Equal(Told(finding), Told(Only(support.Reports.Select(r => r.Id), finding)));
                    foreach (var report in support.Reports)
                    {
                        var without = support.Reports.Where(r => r.Id != report.Id).Select(r => r.Id).ToList();
                        Assert.True(Told(Only(without, finding)) != Told(finding), $"{report.Id} can be spared: {Show(finding)}");
                    }

                    foreach (var other in support.Others)
                    {
                        Assert.Contains(support.Reports, r => Told(Only(support.Reports.Where(s => s != r).Append(other).Select(s => s.Id), finding)) == Told(finding));
                    }

                    looked++;
                    withReports += support.Reports.Length > 0 ? 1 : 0;
                    withOthers += support.Others.Length > 0 ? 1 : 0;
                }

                Finding? Only(IEnumerable<string> ids, Finding of)
                {
                    var kept = ids.ToHashSet(StringComparer.Ordinal);
                    return Checker.Check(request with { Reports = [.. records.Where(r => kept.Contains(r.Id))] }).Agreements[0].Findings.FirstOrDefault(f => f.Id == of.Id);
                }
            },
            iter: Cases,
            threads: 1);
    }

    /// <summary>A row is a unit as its report is: what it is about and names is asked of the row.</summary>
    [Fact]
    public void Rows_support_what_whole_reports_do()
    {
        var (withReports, withOthers) = (0, 0);
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var dice = new Dice(seed);
                var kept = PlainFindingsTests.MostlyKept(dice).ToList();

                // A reply and a notice of which somebody else tells, too.
                string[] lines = [.. kept, .. kept.Where(_ => dice.OneIn(3)).Select(l => l.Replace("\"id\":\"kept", "\"id\":\"too", StringComparison.Ordinal).Replace("alpha", "beta", StringComparison.Ordinal))];
                var (whole, inRows) = (SupportOf(Read(lines)), SupportOf(Read(lines, new NumberedNames())));

                Assert.Equal(whole, inRows);
                Interlocked.Add(ref withReports, whole.Count(s => s.Contains("[kept", StringComparison.Ordinal)));
                Interlocked.Add(ref withOthers, whole.Count(s => !s.EndsWith("[]", StringComparison.Ordinal)));
            },
            iter: Cases);
        Assert.InRange(withReports, Cases, int.MaxValue);
        Assert.InRange(withOthers, Cases / 8, int.MaxValue);

        static List<string> SupportOf(ImmutableArray<ReportRecord> records)
        {
            var request = new CheckRequest([Agreement], records, null, Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31)));
            var run = Checker.Check(request).Agreements[0];
            return [.. run.Findings.Where(f => f.Reports.Length > 0 && f.Certainty == Certainty.Certain).Take(3).Select(f => SupportFinder.Find(run, f, request) is { } support
                ? $"{f.Id} {support.IsMinimal} [{string.Join(' ', support.Reports.Select(r => r.Id))}] [{string.Join(' ', support.Others.Select(r => r.Id))}]"
                : f.Id)];
        }
    }

    private static string Told(Finding? f) => f is null
        ? "none"
        : $"{string.Join('/', f.States)} {f.Certainty} {f.IsSettled} {f.Opened} {f.Due} {string.Join('+', f.Bearers)} {string.Join(' ', f.Changes.Select(c => $"{c.State}@{c.At}"))}";
}
