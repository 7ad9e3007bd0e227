using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference.Readings;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference.Norms;

/// <summary>What an event opened, where every instance of it is certainly met, in time, and there is nothing else to tell.</summary>
/// <param name="Keys">Whose and towards whom.</param>
/// <param name="Acts">The acts by which they are met.</param>
internal sealed record PlainlyMet(ImmutableArray<(string Bearer, string Beneficiary)> Keys, ImmutableArray<Fact> Acts)
{
    public static readonly PlainlyMet Nothing = new([], []);
}

/// <summary>
/// Most duties are done in time, and nobody asks why. Here it is decided by the same rules whether that is so, without what it takes to tell it; whatever is
/// not plain is left to the rules themselves.
/// </summary>
internal sealed partial class NormEvaluation
{
    private Instant[]? _boundaries;

    /// <summary>May a clause be looked at in this way at all?</summary>
    public static bool MayBePlain(Clause clause) => clause is { When: not null, AdmitsWithin: null, Status.Disputed: false } && clause.Readings.All(r => r.Content is
    {
        While: null,
        Sentence: { Act: DoAct, Modality: Modality.Must, Subject.Together: false, Timing.Cycle: null },
    });

    /// <summary>Is all that an event opens plainly met?</summary>
    /// <param name="notes">Takes what is noted on the way, where it is.</param>
    /// <returns>Null: it takes a closer look.</returns>
    /// <param name="consulted">Takes down what is asked of nouns; null: nobody wants to know.</param>
    public PlainlyMet? PlainlyMet(Clause clause, Fact fact, HashSet<FindingNote> notes, Consulted? consulted)
    {
        if (fact.IsDenied || !fact.UnmetDenials.IsEmpty || fact.Time.Alternatives.Length > 1)
        {
            return null;
        }

        _evaluation.Forget();
        var explains = _evaluation.Explains;
        (_evaluation.Explains, _evaluation.Consulted) = (false, consulted);
        var found = PlainlyMetBy(clause, fact, notes);
        (_evaluation.Explains, _evaluation.Consulted) = (explains, null);
        return found;
    }

    private PlainlyMet? PlainlyMetBy(Clause clause, Fact fact, HashSet<FindingNote> notes)
    {
        using var matches = _evaluation.MatchesOf(clause.When!, new EventEntity(fact), Binding.Empty, null).GetEnumerator();
        if (!matches.MoveNext())
        {
            return Norms.PlainlyMet.Nothing;
        }

        var match = matches.Current;
        if (match.Judged.Truth != Truth.True || matches.MoveNext())
        {
            return null;
        }

        var sentence = _evaluation.ReadingOf(clause.Name, clause.Readings).Content.Sentence;
        var point = _evaluation.TimeOf(fact).AsPoint();
        var opening = new Opening(match.Binding, Judged.True, point.Extent(Calendar), point, [fact.Id]);
        var scope = new SentenceScope(clause.Path, sentence, null, clause.Exceptions, opening);
        if (sentence.Timing is not { From: null, Until: null } && _evaluation.Within(sentence.Timing.From, sentence.Timing.Until, opening.At, opening.Binding).Truth != Truth.True)
        {
            return null;
        }

        var keys = ImmutableArray.CreateBuilder<(string, string)>();
        var acts = ImmutableArray.CreateBuilder<Fact>();
        foreach (var bearer in BearersOf(sentence.Subject, opening.Binding, opening.At, clause))
        {
            if (bearer is not { IsJoint: false, IsUnknown: false, Members.Length: 1, Judged.Truth: Truth.True })
            {
                return null;
            }

            foreach (var (binding, filled) in FillEach(sentence, bearer, bearer.Binding, opening.At))
            {
                if (PlainAct(clause, scope, opening, bearer, binding, filled, notes) is not var (beneficiary, act))
                {
                    return null;
                }

                keys.Add((bearer.Name, beneficiary));
                acts.Add(act);
            }
        }

        return keys.Distinct().Count() == keys.Count ? new PlainlyMet(keys.ToImmutable(), acts.ToImmutable()) : null;
    }

    /// <summary>The act by which one instance is met in time, and towards whom; null where it is not, or not plainly.</summary>
    private (string Beneficiary, Fact Act)? PlainAct(
        Clause clause, SentenceScope scope, Opening opening, Bearer bearer, Binding binding, ImmutableArray<Entity> filled, HashSet<FindingNote> notes)
    {
        var sentence = scope.Sentence;
        var pattern = ((DoAct)sentence.Act).Pattern;
        var beneficiary = BeneficiaryOf(pattern, binding);
        var window = WindowOf(sentence.Timing, opening, binding);
        if (filled.Any(f => f is ThingEntity || !f.Equals(beneficiary)) || window.IsOpenEnded)
        {
            return null;
        }

        if (_evaluation.Live(bearer.Members, beneficiary, opening.At, clause.Survival).Truth != Truth.True
            || (window.Due.Latest < opening.At.Earliest && _evaluation.InForce(window.Due, clause.Survival).Truth != Truth.True)
            || MayEndBefore(_evaluation.AtMostHorizon(window.Due.Latest), opening.At.Latest))
        {
            return null;
        }

        if ((sentence.Unless is not null || clause.Exceptions.Length > 0)
            && (Excused(scope, binding, opening.At, notes).Truth != Truth.False || clause.Exceptions.Any(e => Holds(e, binding, opening.At, null).Truth != Truth.False)))
        {
            return null;
        }

        Fact? first = null;
        foreach (var match in _evaluation.Matches(pattern, binding, null))
        {
            if (match.Entity is not EventEntity { Fact: var act } || act.IsDenied || match.Judged.Truth != Truth.True)
            {
                return null;
            }

            var by = ActedBy(act, bearer.Members[0]).Truth;
            if (by == Truth.False)
            {
                continue;
            }

            var time = _evaluation.TimeOf(act);
            if (by != Truth.True || window.Beginnings.Any(b => _evaluation.NotBefore(time, b).Truth != Truth.True))
            {
                return null; // what comes too early is told
            }

            if (first is null && _evaluation.HasHappened(time).Truth == Truth.True && window.Deadlines.All(d => _evaluation.NotAfter(time, d).Truth == Truth.True))
            {
                first = act;
            }
        }

        return first is null ? null : (beneficiary?.Name ?? string.Empty, first);
    }

    /// <summary>Is there a moment after one and up to another at which a duty may end that is open?</summary>
    private bool MayEndBefore(Instant last, Instant from)
    {
        if (last <= from)
        {
            return false;
        }

        var at = Array.BinarySearch(Boundaries, from);
        at = at < 0 ? ~at : at + 1;
        return at < Boundaries.Length && Boundaries[at] <= last;
    }

    /// <summary>The moments at which a duty may begin or cease to bind, in order.</summary>
    private Instant[] Boundaries => _boundaries ??= FindBoundaries();

    private Instant[] FindBoundaries()
    {
        if (_evaluation.Index.Reads is not { } reads)
        {
            return Find();
        }

        // They are found once for all.
        var (found, taken) = reads.During(Find, isShared: false);
        reads.ForAll.Add(taken);
        return found;

        Instant[] Find() => [.. _evaluation.LivenessBoundaries().Distinct().Order()];
    }
}
