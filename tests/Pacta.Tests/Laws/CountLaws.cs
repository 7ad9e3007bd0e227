using System.Globalization;
using CsCheck;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Text;
using Pacta.Model.Time;
using static Pacta.Tests.Laws.SmallAgreement;

namespace Pacta.Tests.Laws;

/// <summary>
/// Counts are intervals: whatever happened that fits what was counted, its state is among those that are found from the count (docs/semantics.md, 12).
/// </summary>
public sealed class CountLaws
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("PACTA_CASES") ?? "400", CultureInfo.InvariantCulture);

    private static readonly Agreement Counted = Compiled();

    /// <summary>Somebody else's act: with it the record begins, in whatever may have happened.</summary>
    private const string Anchor = """{"id":"r_a","source":"watch","recorded":"2020-06-01","event":"a","kind":"fire","by":"cedria","outside":"strip","time":"2020-01-01"}""";

    private static readonly Gen<string> Party = Gen.Int[0, 1].Select(n => n == 0 ? "aland" : "borland");

    private static readonly Gen<string> Place = Gen.Int[0, 2].Select(n => n == 0 ? "elsewhere" : "strip");

    private static readonly Gen<Happening> Event = Gen.Select(Party, Place, Gen.Int[0, 89]).Select((by, place, day) => new Happening(by, place, day));

    private static readonly Gen<Count> One = Gen.Select(Gen.Int[0, 2], Place, Gen.Int[0, 80], Gen.Int[0, 20], Gen.Int[0, 9], Gen.Int[0, 3])
        .Select((by, place, from, length, number, form) => new Count(by == 0 ? null : by == 1 ? "aland" : "borland", place, from, from + length, number, form));

    /// <summary>What may have happened, given the count: how many there were, whose and when.</summary>
    private static readonly Gen<int> Seed = Gen.Int[0, int.MaxValue - 1];

    [Fact]
    public void What_may_have_happened_is_among_what_is_found_from_the_count() =>
        Gen.Select(Event.Array[0, 5], One.Array[1, 2], Seed).Sample(
            (events, counts, seed) =>
            {
                if (counts is [var one, var other] && one.By == other.By && one.Place == other.Place && (one.IsWithin(other) || other.IsWithin(one)))
                {
                    return; // rivals, or the one is in the other: not two sorts of events, of which each may be drawn by itself
                }

                var found = Check([.. events.Select((e, i) => e.Line($"e{i}")), .. counts.Select((c, i) => c.Line($"n{i}"))]);
                var random = new Random(seed);
                var really = new List<Happening>(events);
                foreach (var count in counts)
                {
                    really.AddRange(count.Draw(random, events));
                }

                var exact = Check([.. really.Select((e, i) => e.Line($"e{i}"))]);
                foreach (var finding in exact.Where(f => f.ClauseName is "few" or "enough" && f.Trigger.Length > 0))
                {
                    var counted = found.FirstOrDefault(f => f.Id == finding.Id);
                    // A ceiling of a period in which nothing is counted has no finding of its own: it is kept.
                    var states = counted?.States ?? [ClauseState.Met];
                    Assert.True(
                        finding.State is { } state && states.Contains(state),
                        $"{finding.ClauseName} {finding.Bearers[0]} {finding.Trigger[0]}: {finding.States[0]} is not among {string.Join('/', states)}\n{string.Join('\n', events)}\n{string.Join('\n', counts)}\nreally:\n{string.Join('\n', really)}");
                }

                foreach (var quiet in found.Where(f => f is { ClauseName: "quiet", Certainty: Certainty.Certain, State: ClauseState.Breached } && f.Trigger.Any(t => CountName.Parse(t) is not null)))
                {
                    Assert.Contains(exact, f => f is { ClauseName: "quiet", State: ClauseState.Breached } && f.Bearers.SequenceEqual(quiet.Bearers));
                }
            },
            iter: Cases);

    [Fact]
    public void The_order_of_counts_and_coverage_changes_nothing_and_a_copy_neither() =>
        Gen.Select(ReportLines.Some, ReportLines.Other.Array[1, 6], Seed).Sample(
            (lines, others, seed) =>
            {
                string[] all = [.. lines, .. others.Select((o, i) => ReportLines.Render($"o{i:00}", o, "2021-01-15"))];
                var shuffled = all.Append(all[^1]).ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(SmallAgreement.Check(all).Select(Show), SmallAgreement.Check(shuffled).Select(Show));
            },
            iter: Math.Min(Cases, 100));

    [Fact]
    public void Coverage_makes_nothing_certain_that_was_not_and_no_act_undone() =>
        Gen.Select(ReportLines.Some, Gen.Int[1, 12], Gen.Int[1, 12]).Sample(
            (lines, from, to) =>
            {
                var period = $$"""{"from":"2020-{{Math.Min(from, to):00}}-01","to":"2020-{{Math.Max(from, to):00}}-20"}""";
                var coverage = $$"""{"type":"coverage","id":"v1","source":"watch","place":"strip","period":{{period}},"means":"patrols","recorded":"2021-01-15"}""";
                var before = SmallAgreement.Check(lines).ToDictionary(f => f.Id);
                foreach (var finding in SmallAgreement.Check([.. lines, coverage]))
                {
                    if (!before.TryGetValue(finding.Id, out var was))
                    {
                        // Of a period in which nothing is counted there is a finding only because nobody could see.
                        Assert.Contains(finding.Causes, c => c.Kind == CauseKind.NotSeen);
                        continue;
                    }

                    Assert.True(was.States.All(finding.States.Contains), $"{Show(was)}\n{Show(finding)}");
                    Assert.True(was.State is not ClauseState.Breached || finding.State is ClauseState.Breached, Show(finding));
                    Assert.True(finding.States.SequenceEqual(was.States) || finding.Causes.Any(c => c.Kind == CauseKind.NotSeen), Show(finding));
                }
            },
            iter: Math.Min(Cases, 100));

    private static System.Collections.Immutable.ImmutableArray<Finding> Check(IEnumerable<string> lines) =>
        Checker.Check(new CheckRequest([Counted], Read(lines.Prepend(Anchor)), null, Moment.OnDay(new NodaTime.LocalDate(2020, 3, 31)))).Agreements[0].Findings;

    private static Agreement Compiled()
    {
        var result = Compiler.Compile([new SourceText("counts.pacta", """
            vocabulary counting {
              unit m
              actor aland, borland, cedria
              event open fire (fires) by actor in place
            }
            source watch is monitor
            agreement "Agreement of counts" as counts_agreement {
              status political
              enters into force 2020-01-01
              time zone "UTC"
              parties aland, borland
              use counting
              zone strip
              zone elsewhere
              clause few at "1" { each party P must keep number of fires by P in strip per calendar month at most 3 }
              clause enough at "2" { each party P must keep number of fires by P per calendar month at least 2 }
              clause quiet at "3" { each party must not open fire in strip }
            }
            """)]);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Model.Diagnostics.Severity.Error).Select(d => d.Headline));
        return result.Agreements[0];
    }

    private static DateTime Day(int day) => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day);

    internal sealed record Happening(string By, string Place, int Day)
    {
        public string Line(string id) => $$"""{"id":"r_{{id}}","source":"watch","recorded":"2020-06-01","event":"{{id}}","kind":"fire","by":"{{By}}","{{(Place == "strip" ? "in" : "outside")}}":"strip","time":"{{CountLaws.Day(Day):yyyy-MM-dd}}"}""";
    }

    /// <param name="Form">0: exact; 1: at least; 2: less a part; 3: less most.</param>
    internal sealed record Count(string? By, string Place, int From, int To, int Number, int Form)
    {
        public string Line(string id) =>
            $$"""{"type":"count","id":"{{id}}","source":"watch","recorded":"2020-06-02","kind":"fire","number":{{(Form == 1 ? $"{{\"low\":{Number}}}" : Number)}},"in":"{{Place}}"{{(By is null ? string.Empty : $",\"by\":\"{By}\"")}},"period":{"from":"{{CountLaws.Day(From):yyyy-MM-dd}}","to":"{{CountLaws.Day(To):yyyy-MM-dd}}"}{{Form switch { 2 => ",\"except\":[{\"what\":\"training\",\"number\":2}]", 3 => ",\"except\":[{\"what\":\"training\",\"number\":\"most\"}]", _ => string.Empty }}}}""";

        public bool IsWithin(Count other) => From >= other.From && To <= other.To;

        /// <summary>Events that fit the count, beside those reported ones that are among what was counted.</summary>
        public IEnumerable<Happening> Draw(Random random, Happening[] reported)
        {
            var (low, high) = Form switch
            {
                1 => (Number, Number + 4),
                2 => (Math.Max(0, Number - 2), Math.Max(0, Number - 2)),
                3 => (0, Math.Max(0, ((Number + 1) / 2) - 1)),
                _ => (Number, Number),
            };
            var number = random.Next(low, high + 1);
            var among = reported.Count(e => e.Place == Place && e.Day >= From && e.Day <= To && (By is null || e.By == By));
            var same = random.Next(0, Math.Min(number, among) + 1);
            for (var i = same; i < number; i++)
            {
                yield return new Happening(By ?? (random.Next(2) == 0 ? "aland" : "borland"), Place, random.Next(From, To + 1));
            }
        }
    }
}
