using System.Globalization;
using CsCheck;
using Pacta.Evidence;
using Pacta.Language.Compilation;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Text;
using Pacta.Tests.Laws;

namespace Pacta.Tests.Logic.Reference.Resolving;

/// <summary>
/// Certainty and decisive sets, against every world of generated histories in which sources contradict each other. PACTA_CASES sets how many are tried.
/// </summary>
public sealed class EveryWorldTests
{
    private const int UsualCases = 250;
    private const int MostWorlds = 96;

    /// <summary>How often a round is followed by another because chance had it that its cases asked too little.</summary>
    private const int MostRounds = 8;

    private static readonly string[] Clauses = ["notice", "explanation", "quota", "sliding", "ceiling", "silence", "far", "calendar", "judged_calm", "missiles"];

    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("PACTA_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : UsualCases;

    [Fact]
    public void What_is_certain_and_what_decides_is_as_every_world_has_it()
    {
        var (contested, combined, rounds) = (0, 0, 0);
        do
        {
            TryCases();
        }
        while (AsksTooLittle() && ++rounds < MostRounds);
        Assert.False(AsksTooLittle(), $"the cases ask too little: {contested} contested, {combined} by more than one choice");

        bool AsksTooLittle() => contested <= Cases / 15 || combined <= Cases / 60;

        void TryCases() => Gen.Select(DisputedLines.Some, Gen.Int[0, Clauses.Length - 1]).Sample(
            (lines, clause) =>
            {
                var agreement = SmallAgreement.Agreement;
                var history = HistoryBuilder.Build(
                    SmallAgreement.Read(lines), agreement.Vocabulary, agreement.Calendar.Zone, null, NodaTime.Instant.FromUtc(2021, 1, 31, 0, 0), new DiagnosticBag(), agreement.Matters);
                var questions = EveryWorld.In(agreement, history);
                if (EveryWorld.CountOf(questions) > MostWorlds)
                {
                    return;
                }

                var only = new HashSet<string>(StringComparer.Ordinal) { Clauses[clause] };
                var worlds = EveryWorld.Of(agreement, history, questions, only);
                foreach (var finding in ReferenceEvaluator.Evaluate(agreement, history, null, only))
                {
                    var problems = string.Join('\n', new BruteForce(worlds, finding).Problems());
                    contested += finding.Certainty == Certainty.Contested ? 1 : 0;
                    combined += finding.DecisiveSets.Any(o => o.If.Length > 1) ? 1 : 0;
                    Assert.DoesNotContain(StepsOf(finding), s => ReferenceEquals(s, Derivations.Untold)); // worlds that are only asked for states have no reasons to tell
                    Assert.True(problems.Length == 0, $"{SmallAgreement.Show(finding)}\n{problems}\nin\n{string.Join('\n', lines)}");
                }
            },
            iter: Cases,
            threads: 1);
    }

    /// <summary>Alert or not, it is one of both: only worlds tell that. Then it is told why, and when it came to be so.</summary>
    [Fact]
    public void What_every_world_has_alike_is_told_with_its_reasons()
    {
        var agreement = Compiled("""
            clause notice {
              when exercise x by A where x is alert or x is not alert
              A must give notification of x to borland no later than start of x
            }
            """);
        var history = HistoryBuilder.Build(
            SmallAgreement.Read(
            [
                """{"id":"r1","source":"alpha","recorded":"2020-12-31T00:00:00Z","event":"x","kind":"exercise","by":"aland","time":"2020-03-10","fields":{"alert":true}}""",
                """{"id":"r2","source":"beta","recorded":"2020-12-31T00:00:00Z","event":"x","kind":"exercise","by":"aland","time":"2020-03-10","fields":{"alert":false}}""",
            ]),
            agreement.Vocabulary, agreement.Calendar.Zone, null, NodaTime.Instant.FromUtc(2021, 1, 31, 0, 0), new DiagnosticBag(), agreement.Matters);

        var finding = Assert.Single(ReferenceEvaluator.Evaluate(agreement, history));

        Assert.Equal((Certainty.Certain, ClauseState.Breached), (finding.Certainty, finding.State));
        Assert.Equal(DerivationCode.NotPerformed, finding.Derivation.Code);
        Assert.Equal([ClauseState.Open, ClauseState.Breached], finding.Changes.Select(c => c.State));
        Assert.Equal(["r1", "r2"], finding.Reports.Select(r => r.Id));
    }

    /// <summary>What follows a breach follows it in each world in which it is one.</summary>
    [Fact]
    public void What_follows_a_disputed_breach_is_found_in_the_world_that_has_it()
    {
        var agreement = Compiled("""
            clause answer {
              when explanation_request r by A to B
              B must give reply to r within 48 hours after r
              otherwise B must give consent within 5 days
            }
            """);
        var history = HistoryBuilder.Build(
            SmallAgreement.Read(
            [
                """{"id":"r1","source":"alpha","recorded":"2020-12-31T00:00:00Z","event":"q","kind":"explanation_request","by":"aland","to":"borland","time":"2020-03-10T12:00:00Z"}""",
                """{"id":"r2","source":"beta","recorded":"2020-12-31T00:00:00Z","event":"a","kind":"reply","by":"borland","to":"q","time":"2020-03-10T13:00:00Z"}""",
                """{"id":"r3","source":"alpha","recorded":"2020-12-31T00:00:00Z","polarity":"denies","event":"a","kind":"reply"}""",
            ]),
            agreement.Vocabulary, agreement.Calendar.Zone, null, NodaTime.Instant.FromUtc(2021, 1, 31, 0, 0), new DiagnosticBag(), agreement.Matters);

        var after = Assert.Single(ReferenceEvaluator.Evaluate(agreement, history), f => f.ClausePath.EndsWith("/otherwise", StringComparison.Ordinal));

        Assert.Equal(Certainty.Contested, after.Certainty);
        Assert.Equal(
            [(Choice.DidNotHappen, ClauseState.Breached), (Choice.Happened, ClauseState.Dormant)],
            after.Outcomes.Select(o => (Assert.Single(o.If).Value, Assert.Single(o.States))).OrderBy(o => o.Value, StringComparer.Ordinal));
    }

    private static Agreement Compiled(string clause)
    {
        var result = Compiler.Compile([new SourceText("worlds.pacta", $$"""
            {{SmallAgreement.Text[..SmallAgreement.Text.IndexOf("agreement \"", StringComparison.Ordinal)]}}
            agreement "Worlds" as worlds {
              status legal
              signed 2020-01-01
              enters into force 2020-01-01
              time zone "UTC"
              parties aland, borland, cedria
              use laws
              {{clause}}
            }
            """)]);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Headline));
        return Assert.Single(result.Agreements);
    }

    private static IEnumerable<Derivation> StepsOf(Finding finding) =>
        finding.ByReading.Select(r => r.Finding).OfType<Finding>().SelectMany(StepsOf).Concat(finding.Changes.Select(c => c.Derivation).Append(finding.Derivation).SelectMany(StepsOf));

    private static IEnumerable<Derivation> StepsOf(Derivation step) => step.Because.SelectMany(StepsOf).Append(step);
}
