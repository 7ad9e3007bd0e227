using CsCheck;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Text;
using static Pacta.Tests.Laws.SmallAgreement;

namespace Pacta.Tests.Laws;

/// <summary>
/// All perspectives at once find what each finds by itself: the clauses that are not evaluated again are those that cannot differ.
/// </summary>
public sealed class PerspectiveLaws
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "200", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Agreement Seen = Compiled();

    [Fact]
    public void All_perspectives_at_once_find_what_each_finds_by_itself() =>
        ReportLines.Mixed.Sample(
            lines =>
            {
                var request = new CheckRequest([Seen], Read(lines), null, Model.Time.Moment.OnDay(new NodaTime.LocalDate(2021, 12, 31)));
                var together = Checker.Check(request with { WithEachPerspective = true }).Agreements[0];
                Assert.Equal(Seen.Vocabulary.Perspectives.Keys, together.Perspectives.Select(p => p.Name));
                foreach (var under in together.Perspectives)
                {
                    var alone = Checker.Check(request with { Perspective = under.Name }).Agreements[0];
                    Assert.Equal(alone.Findings.Select(Whole), under.Findings.Select(Whole));
                    Assert.Equal(alone.LeftOut.Length, under.LeftOut.Length);
                }
            },
            iter: Cases);

    private static string Whole(Finding finding) => $"{finding.Id} {finding.IsSettled} {Show(finding)}";

    internal static Agreement Compiled()
    {
        var result = Compiler.Compile([new SourceText("laws.pacta", Text + """

            standard two { needs 2 origins }
            perspective of_monitors { accepts monitor }
            perspective of_parties { accepts party, media }
            perspective of_all {}
            perspective strict { standard two }
            perspective reader { takes or_more of large_exercise }
            """)]);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Model.Diagnostics.Severity.Error).Select(d => d.Headline));
        return result.Agreements[0];
    }
}
