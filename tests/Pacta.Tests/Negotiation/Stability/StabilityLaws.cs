using CsCheck;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Stability;

namespace Pacta.Tests.Negotiation.Stability;

/// <summary>What is found agrees with the definitions written out plainly, and with what is known to follow from them.</summary>
public sealed class StabilityLaws
{
    private static readonly Concept[] Concepts = Enum.GetValues<Concept>();

    [Fact]
    public void Verdicts_on_any_graph_are_those_of_the_definitions() => GeneratedDisputes.Graph.Sample(
        drawn =>
        {
            var (model, plain) = drawn;
            var found = StabilityAnalysis.Of(model);
            foreach (var (party, state, concept) in Questions(model))
            {
                Assert.Equal(plain.IsStable(party, state, concept) ? Verdict.Stable : Verdict.Unstable, found.OfParty(party, state, concept));
            }
        },
        iter: 4_000);

    [Fact]
    public void Verdicts_for_coalitions_are_those_of_the_definitions() => GeneratedDisputes.Graph.Sample(
        drawn =>
        {
            var (model, plain) = drawn;
            var found = StabilityAnalysis.Of(model);
            foreach (var coalition in found.Coalitions)
            {
                foreach (var (state, concept) in StatesAndConcepts(model))
                {
                    Assert.Equal(
                        plain.IsStable([.. StabilityAnalysis.Members(coalition)], state, concept) ? Verdict.Stable : Verdict.Unstable,
                        found.OfCoalition(coalition, state, concept));
                }
            }
        },
        iter: 1_500);

    [Fact]
    public void States_and_moves_are_those_of_the_definitions() => GeneratedDisputes.Dispute.Sample(
        dispute =>
        {
            var (states, moves) = Plain.Graph(dispute);
            if (GraphModel.Of(dispute, out var count) is not { } model)
            {
                Assert.Empty(states);
                return;
            }

            Assert.Equal(states.Count, count);
            Assert.Equal(states.Select(s => s.Order()), model.States.Select(s => s.Order()));
            for (var party = 0; party < model.Parties; party++)
            {
                Assert.Equal(moves[party].Order(), model.Moves[party].SelectMany((to, from) => to.Select(t => (from, t))));
            }
        },
        iter: 3_000);

    /// <summary>
    /// What is called stable or unstable is so under every way in which the unknown preferences may turn out. Where the answers of the others do not hang on what
    /// they prefer, what is called undetermined can turn out both ways.
    /// </summary>
    [Fact]
    public void Unknown_preferences_leave_undetermined_what_hangs_on_them() => Gen.Select(GeneratedDisputes.Dispute, Gen.Int[0, 1_000_000]).Sample(
        (dispute, seed) =>
        {
            if (GraphModel.Of(dispute, out _) is not { } model || model.States.Length > 16)
            {
                return;
            }

            var (_, moves) = Plain.Graph(dispute);
            var found = StabilityAnalysis.Of(model);
            var random = new Random(seed);
            for (var i = 0; i < 8; i++)
            {
                var plain = new Plain(moves, Values(dispute, model, _ => random.NextDouble()));
                foreach (var (party, state, concept) in Questions(model))
                {
                    var verdict = found.OfParty(party, state, concept);
                    Assert.True(
                        verdict == Verdict.Undetermined || plain.IsStable(party, state, concept) == (verdict == Verdict.Stable),
                        $"{party} at {state}, {concept}: {verdict}");
                }
            }

            foreach (var (party, state, concept) in Questions(model).Where(q => q.Concept != Concept.Sequential && found.OfParty(q.Party, q.State, q.Concept) == Verdict.Undetermined))
            {
                Assert.True(new Plain(moves, Values(dispute, model, s => s == state ? 1 : 0)).IsStable(party, state, concept));
                Assert.False(new Plain(moves, Values(dispute, model, s => s == state ? 0 : 1)).IsStable(party, state, concept));
            }
        },
        iter: 1_500);

    [Fact]
    public void Whoever_has_no_move_that_it_prefers_is_held_back_under_every_concept() => GeneratedDisputes.Dispute.Sample(
        dispute =>
        {
            if (GraphModel.Of(dispute, out _) is not { } model)
            {
                return;
            }

            var found = StabilityAnalysis.Of(model);
            foreach (var (party, state, _) in Questions(model))
            {
                // The rest follows one way only: symmetric and sequential stability do not follow from each other.
                Implies(Concept.Nash, Concept.SymmetricMetarational);
                Implies(Concept.Nash, Concept.Sequential);
                Implies(Concept.SymmetricMetarational, Concept.GeneralMetarational);
                Implies(Concept.Sequential, Concept.GeneralMetarational);

                void Implies(Concept narrow, Concept wide)
                {
                    Assert.False(found.OfParty(party, state, narrow) == Verdict.Stable && found.OfParty(party, state, wide) != Verdict.Stable);
                    Assert.False(found.OfParty(party, state, wide) == Verdict.Unstable && found.OfParty(party, state, narrow) != Verdict.Unstable);
                }
            }
        },
        iter: 1_500);

    [Fact]
    public void The_order_of_states_and_parties_changes_nothing() => Gen.Select(GeneratedDisputes.Graph, Gen.Int[0, 1_000_000]).Sample(
        (drawn, seed) =>
        {
            var model = drawn.Model;
            var random = new Random(seed);
            var states = Enumerable.Range(0, model.States.Length).ToArray();
            var parties = Enumerable.Range(0, model.Parties).ToArray();
            random.Shuffle(states);
            random.Shuffle(parties);
            var (other, _) = GeneratedDisputes.Of(
                model.Parties,
                model.States.Length,
                (p, s, t) => model.Moves[parties[p]][states[s]].Contains(states[t]),
                (p, s) => states.Count(t => model.Prefers(parties[p], states[s], t)));
            var (first, second) = (StabilityAnalysis.Of(model), StabilityAnalysis.Of(other));
            foreach (var (party, state, concept) in Questions(model))
            {
                Assert.Equal(first.OfParty(parties[party], states[state], concept), second.OfParty(party, state, concept));
            }

            foreach (var (state, concept) in StatesAndConcepts(model))
            {
                Assert.Equal(first.OfCoalitions(states[state], concept), second.OfCoalitions(state, concept));
            }
        },
        iter: 500);

    /// <summary>A state that all like best is stable under everything, for every party and every coalition.</summary>
    [Fact]
    public void Nobody_leaves_what_everybody_likes_best() => GeneratedDisputes.Graph.Sample(
        drawn =>
        {
            var found = StabilityAnalysis.Of(drawn.Model);
            foreach (var (state, concept) in StatesAndConcepts(drawn.Model))
            {
                if (Enumerable.Range(0, drawn.Model.Parties).All(p => Enumerable.Range(0, drawn.Model.States.Length).All(t => !drawn.Model.Prefers(p, t, state))))
                {
                    Assert.Equal(Verdict.Stable, found.OfState(state, concept));
                    Assert.Equal(Verdict.Stable, found.OfCoalitions(state, concept));
                }
            }
        },
        iter: 1_000);

    /// <summary>Every reason that is given can be walked through: the moves are moves, and what is said of who prefers what is so.</summary>
    [Fact]
    public void Every_reason_can_be_walked_through() => GeneratedDisputes.Dispute.Sample(
        dispute =>
        {
            if (GraphModel.Of(dispute, out _) is not { } model)
            {
                return;
            }

            var found = StabilityAnalysis.Of(model);
            foreach (var (party, state, concept) in Questions(model))
            {
                Walk(model, found.ReasonOfParty(party, state, concept), party, state);
            }
        },
        iter: 600);

    [Fact]
    public void What_would_have_to_be_preferred_is_met_exactly_where_the_state_is_stable() => GeneratedDisputes.Graph.Sample(
        drawn =>
        {
            var (model, plain) = drawn;
            foreach (var (party, state, concept) in Questions(model))
            {
                var condition = Inverse.Of(model, party, state, concept);

                Assert.True(condition.IsExact);
                Assert.Equal(
                    plain.IsStable(party, state, concept),
                    condition.Needed.All(r => r.Alternatives.Any(a => a.All(t => !plain.Prefers(party, t, state)))));
            }
        },
        iter: 2_000);

    /// <summary>The moves are kept, and the preferences of the party are drawn anew: the condition says of all of them which make the state stable.</summary>
    [Fact]
    public void What_would_have_to_be_preferred_holds_for_other_preferences_too() => Gen.Select(GeneratedDisputes.Graph, Gen.Long[0, 3].Array[7]).Sample(
        (drawn, anew) =>
        {
            var model = drawn.Model;
            foreach (var (party, state, concept) in Questions(model))
            {
                var condition = Inverse.Of(model, party, state, concept);
                var (_, plain) = GeneratedDisputes.Of(
                    model.Parties,
                    model.States.Length,
                    (p, s, t) => model.Moves[p][s].Contains(t),
                    (p, s) => p == party ? anew[s] : Enumerable.Range(0, model.States.Length).Count(t => model.Prefers(p, s, t)));

                Assert.Equal(
                    plain.IsStable(party, state, concept),
                    condition.Needed.All(r => r.Alternatives.Any(a => a.All(t => !plain.Prefers(party, t, state)))));
            }
        },
        iter: 1_000);

    private static void Walk(GraphModel model, Reason reason, int party, int state)
    {
        Assert.Equal(model.Moves[party][state].Length, reason.MoveCount);
        foreach (var move in reason.Moves)
        {
            Assert.Contains(move.To, model.Moves[party][state]);
            Assert.True(model.MayPrefer(party, move.To, state));
            Assert.Equal(reason.Verdict == Verdict.Undetermined, move.Doubts.Length > 0);
            Assert.All(move.Doubts, d => Assert.Equal(Liking.Unknown, model.Compare(d.Party, d.First, d.Second)));
            Assert.Equal(reason.Verdict == Verdict.Stable, move.Answer is not null && reason.Verdict != Verdict.Undetermined);
            if (reason.Verdict == Verdict.Unstable)
            {
                Assert.True(model.Prefers(party, move.To, state));
            }

            var (at, last) = (move.To, -1);
            foreach (var step in move.Answer?.Steps ?? [])
            {
                var mover = Assert.Single(step.Movers);
                Assert.NotEqual(party, mover);
                Assert.NotEqual(last, mover);
                Assert.Contains(step.To, model.Moves[mover][at]);
                if (reason.Concept == Concept.Sequential)
                {
                    Assert.True(reason.Verdict == Verdict.Stable ? model.Prefers(mover, step.To, at) : model.MayPrefer(mover, step.To, at));
                }

                (at, last) = (step.To, mover);
            }

            if (reason.Verdict == Verdict.Stable)
            {
                Assert.False(model.MayPrefer(party, at, state));
                Assert.All(reason.Concept == Concept.SymmetricMetarational ? model.Moves[party][at] : [], way => Assert.False(model.MayPrefer(party, way, state)));
            }
        }
    }

    /// <summary>A way in which what is unknown may turn out: statements decide first, and what they leave open is drawn.</summary>
    private static long[][] Values(Dispute dispute, GraphModel model, Func<int, double> draw) =>
    [
        .. dispute.Parties.Select((party, p) => Enumerable.Range(0, model.States.Length).Select(state =>
        {
            var drawn = draw(state);
            var order = party.Preference as OrderedPreference;
            var (low, high) = (0L, 0L);
            foreach (var statement in order?.Statements ?? [])
            {
                var holds = model.States[state].Count(statement.Holds);
                (low, high) = ((2 * low) + (holds == model.States[state].Length ? 1 : 0), (2 * high) + (holds > 0 ? 1 : 0));
            }

            // A thousand values between two ranks of the statements; a whole rank is left over where ties are unknown.
            var room = (high - low) * 1_000 + (order?.RestEqual == true ? 0 : 900);
            return (low * 1_000) + (long)(drawn * room);
        }).ToArray()),
    ];

    private static IEnumerable<(int Party, int State, Concept Concept)> Questions(GraphModel model) =>
        from party in Enumerable.Range(0, model.Parties)
        from asked in StatesAndConcepts(model)
        select (party, asked.State, asked.Concept);

    private static IEnumerable<(int State, Concept Concept)> StatesAndConcepts(GraphModel model) =>
        from state in Enumerable.Range(0, model.States.Length)
        from concept in Concepts
        select (state, concept);
}
