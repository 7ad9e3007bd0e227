using System.Globalization;
using CsCheck;
using Pacta.Evidence;
using Pacta.Logic.Reference;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
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
                    Assert.True(problems.Length == 0, $"{SmallAgreement.Show(finding)}\n{problems}\nin\n{string.Join('\n', lines)}");
                }
            },
            iter: Cases,
            threads: 1);
    }
}
