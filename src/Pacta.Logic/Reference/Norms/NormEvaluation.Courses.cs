using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference.Norms;

/// <summary>How a lasting duty passes through its states (docs/semantics.md, 8).</summary>
internal sealed partial class NormEvaluation
{
    /// <summary>One way in which it may have gone: the state reached, and how a doubt was taken, if the last moment was in doubt.</summary>
    private readonly record struct Course(ClauseState State, bool? Kept);

    /// <summary>Whether the duty is kept at a moment, and what makes it doubtful.</summary>
    /// <param name="Compared">The figures that were compared without a result.</param>
    /// <param name="Before">Where the time of one event is in doubt: whether it is kept as long as that has not come, if that is known.</param>
    /// <param name="After">In the same case: whether it is kept once that has come.</param>
    private sealed record Doubt(
        Truth Truth, ImmutableHashSet<Cause> Causes, ImmutableArray<(NumberRange Left, NumberRange Right)> Compared, Lazy<bool?>? Before, Lazy<Doubt>? After)
    {
        public static readonly Doubt Kept = new(Truth.True, [], [], null, null);

        public static readonly Doubt NotKept = new(Truth.False, [], [], null, null);

        private readonly Lazy<int> _times = new(() => Causes.Count(c => c.Attribute is "time" or "end"));

        public bool IsSameAs(Doubt other) => Truth == Truth.Unknown && other.Truth == Truth.Unknown && Compared.AsSpan().SequenceEqual(other.Compared.AsSpan()) && Causes.SetEquals(other.Causes);

        /// <summary>Can it be so now, if it was taken to be otherwise, or so, a moment ago?</summary>
        /// <remarks>
        /// The same doubt has the same answer, unless a time is in doubt: then it may change unseen. Where only one time was, the change had
        /// come already or had not: what was no longer as before it was as it is once that has come.
        /// </remarks>
        public bool Allows(Doubt last, bool wasKept, bool isKept)
        {
            if (last._times.Value == 0)
            {
                return !IsSameAs(last) || wasKept == isKept;
            }

            var isAfter = last._times.Value == 1 && _times.Value == 0 && Causes.IsSubsetOf(last.Causes);
            return !isAfter || isKept == wasKept || last.Before?.Value is not { } before || wasKept == before || last.After?.Value is not { } after
                || (after.Truth == Truth.Unknown ? !after.IsSameAs(this) : wasKept == (after.Truth == Truth.True));
        }
    }

    /// <summary>Runs along the instants at which anything can change and follows the states.</summary>
    private InstanceResult Lasting(KeepLine line, InstanceKey key, ImmutableArray<string> trigger, InstantRange begin, InstantRange end)
    {
        ImmutableHashSet<Course> courses = [new Course(ClauseState.Dormant, null)];
        var states = StateSet.Of(ClauseState.Dormant);
        Doubt? doubt = null;
        var doubts = new DoubtfulMoments();
        var changes = ImmutableArray.CreateBuilder<StateChange>();
        Derivation? why = null;
        InstantRange? unsure = null;
        Instant? mayBreakFrom = null;
        Instant? mayBeKeptFrom = null;
        Instant? isKeptFrom = null;
        var hasBound = false;
        foreach (var instant in InstantsOf(line, begin.Earliest, end.Latest))
        {
            var at = InstantRange.At(instant);
            _evaluation.Explains = false;
            var concerns = Concerns(line, at);
            var binds = concerns.Truth == Truth.False ? Judged.True : Binds(line, at);
            line.Since = hasBound ? line.Since : Instant.Max(instant, FirstFact ?? instant);
            hasBound = binds.Truth == Truth.True;
            _evaluation.Doubts.Clear();
            var kept = concerns.Truth == Truth.False || binds.Truth == Truth.False ? Judged.True : IsKept(line, at);
            _evaluation.Explains = true;
            // Where it may not concern or bind, whether it is kept is still the same question as a moment later.
            var isJudged = concerns.Truth != Truth.False && binds.Truth != Truth.False;
            var now = isJudged ? DoubtOf(line, at, kept) : null;
            courses = Next(courses, concerns, binds, kept, now is null ? null : doubt, now, changes.Count > 0, line, at);
            doubt = now;
            var next = StateSet.Of(courses.Select(c => c.State));
            if (next.Count > 1)
            {
                doubts.Add(at, concerns.Causes.Union(binds.Causes).Union(kept.Causes), changesStates: next != states);
            }

            if (next == states)
            {
                continue;
            }

            if (next.Count == 1)
            {
                why = WhyNow(line, next[0], binds, at);
                // After a doubt that left it as it was nothing has changed.
                if (changes.Count > 0 ? changes[^1].State != next[0] : next[0] != ClauseState.Dormant)
                {
                    changes.Add(new StateChange(next[0], new InstantRange(unsure?.Earliest ?? instant, instant), why));
                }

                doubts.Clear();
                unsure = null;
            }
            else
            {
                unsure ??= at;
            }

            if (next.Any(IsKeptState))
            {
                mayBeKeptFrom ??= instant;
                isKeptFrom ??= next.All(IsKeptState) ? instant : null;
            }

            mayBreakFrom = next.Count > 1 && (next.Contains(ClauseState.Breached) || next.Contains(ClauseState.Cured)) ? mayBreakFrom ?? instant : null;
            states = next;
        }

        if (states.Count > 1)
        {
            _evaluation.HangsOnEnd(); // until when it may have been otherwise
        }

        why = states.Count > 1 ? WhyInDoubt(line, states, doubts.ToTell) : why;

        // The changes say why it began; the finding says why it is so at the end.
        if (states.Count == 1 && (states[0] is ClauseState.Met or ClauseState.Cured || (states[0] == ClauseState.Breached && !line.IsForGood)) && Concerns(line, end).Truth == Truth.True)
        {
            why = WhyNow(line, states[0], Binds(line, end), end);
        }

        why ??= Derivations.Make(DerivationCode.NotTriggered, Truth.False, [], [], [], line.Scope.Sentence.Text);
        var opened = changes.Count > 0 ? changes[0].At : begin;
        return new InstanceResult(
            key,
            [.. line.Bearer.Members.Select(m => m.Name)],
            line.Bearer.IsJoint,
            line.Bearer.IsUnknown,
            line.Beneficiary?.Name,
            trigger,
            null,
            new Possible(states, states.Count > 1 ? doubts.Causes : [], why),
            opened,
            null,
            changes.ToImmutable(),
            [.. line.Notes.Order()],
            mayBreakFrom is { } first ? new InstantRange(first, end.Latest) : null)
        {
            FirstKept = mayBeKeptFrom is { } since ? new InstantRange(since, isKeptFrom ?? Instant.MaxValue) : null,
            DoubtfulFrom = unsure?.Earliest,
            Binding = line.Binding,
            LookedAtThrough = end.Latest,
        };

        static bool IsKeptState(ClauseState state) => state is ClauseState.Met or ClauseState.Cured;
    }

    /// <summary>Why a state is in doubt, by a moment at which it is: whether the duty binds, or whether it is kept.</summary>
    private Derivation WhyInDoubt(KeepLine line, StateSet states, InstantRange at)
    {
        var binds = Binds(line, at);
        var kept = IsKept(line, at);
        var @while = binds.Truth == Truth.Unknown ? binds.Why : line.Scope.While is null ? null : While(line.Scope, line.Binding, at).Why;
        // Of what is forbidden the same step would say the contrary.
        string[] ways = line.Scope.Sentence.Modality != Modality.MustNot && binds.Truth == Truth.True && kept.Truth == Truth.Unknown && states.Count == 2 && states.Contains(ClauseState.Met)
            ? [nameof(ClauseState.Met), $"{states.Remove(ClauseState.Met)[0]}"]
            : [];
        return Derivations.Make(DerivationCode.Undecided, Truth.Unknown, [@while, kept.Why], [], [], [states.Told, .. ways]);
    }

    /// <summary>Is what <c>each weapon w of P</c> stands for there, and still what the phrase says?</summary>
    private Judged Concerns(KeepLine line, InstantRange at) => EachFinder.In(line.Scope.Sentence)
        .Select(each => (each, Thing: line.Binding[Evaluation.EachKey(each)] as ThingEntity))
        .Where(e => e.Thing is not null)
        .Aggregate(Judged.True, (sum, e) => sum.And(Concerns(e.each, e.Thing!, line.Bearer.Binding, at)));

    /// <summary>What a doubt hangs on. As long as it is the same, the truth is the same, though nobody knows which.</summary>
    private Doubt DoubtOf(KeepLine line, InstantRange at, Judged kept)
    {
        if (kept.Truth != Truth.Unknown)
        {
            return kept.Truth == Truth.True ? Doubt.Kept : Doubt.NotKept;
        }

        var doubt = new Doubt(Truth.Unknown, kept.Causes, [.. _evaluation.Doubts], null, null);
        return kept.Causes.Where(c => c.Attribute is "time" or "end").Take(2).ToList() is [{ Attribute: "time", Key: var key }]
            ? doubt with
            {
                Before = new Lazy<bool?>(() => KeptAsIf(line, at, key, hasCome: false) is { Truth: not Truth.Unknown and var truth } ? truth == Truth.True : null),
                After = new Lazy<Doubt>(() => KeptAsIf(line, at, key, hasCome: true)),
            }
            : doubt;
    }

    /// <summary>Whether it is kept at a moment if the one event whose time is in doubt has come by then, or has not.</summary>
    private Doubt KeptAsIf(KeepLine line, InstantRange at, string key, bool hasCome)
    {
        var explains = _evaluation.Explains;
        _evaluation.Explains = false;
        _evaluation.Doubts.Clear();
        var kept = _evaluation.AsIf(_evaluation.Index.Fact(key), hasCome, () => IsKept(line, at));
        _evaluation.Explains = explains;
        return new Doubt(kept.Truth, kept.Causes, [.. _evaluation.Doubts], null, null);
    }

    private ImmutableHashSet<Course> Next(
        ImmutableHashSet<Course> courses, Judged concerns, Judged binds, Judged kept, Doubt? last, Doubt? now, bool wasInPlay, KeepLine line, InstantRange at)
    {
        var next = ImmutableHashSet.CreateBuilder<Course>();
        foreach (var (state, assumed) in courses)
        {
            if (concerns.Truth != Truth.True)
            {
                next.Add(new Course(state == ClauseState.Breached ? ClauseState.Cured : state, null));
            }

            if (concerns.Truth == Truth.False)
            {
                continue;
            }

            if (binds.Truth != Truth.True)
            {
                // What was not kept for a time stays so.
                next.Add(new Course(state is ClauseState.Breached or ClauseState.Cured ? state : Rested(state, wasInPlay, line, at), null));
            }

            if (binds.Truth == Truth.False)
            {
                continue;
            }

            foreach (var isKept in new[] { true, false }.Where(k => kept.Truth == Truth.Unknown || k == (kept.Truth == Truth.True)))
            {
                if (assumed is { } before && last is not null && now?.Allows(last, before, isKept) == false)
                {
                    continue;
                }

                var entered = !isKept || (state == ClauseState.Breached && line.IsForGood) ? ClauseState.Breached
                    : state is ClauseState.Breached or ClauseState.Cured ? ClauseState.Cured
                    : ClauseState.Met;
                next.Add(new Course(entered, kept.Truth == Truth.Unknown ? isKept : null));
            }
        }

        return next.ToImmutable();
    }

    /// <param name="wasInPlay">What never bound does not lapse.</param>
    private ClauseState Rested(ClauseState state, bool wasInPlay, KeepLine line, InstantRange at) =>
        _evaluation.RestOf(line.Bearer.Members, line.Beneficiary, at, SurvivalOf(line.Scope)).Why switch
        {
            Rest.Suspended when WouldBind(line, at).Truth != Truth.False => ClauseState.Suspended,
            Rest.None when MayBeSuspended(line, at) => ClauseState.Suspended,
            Rest.NotInForce when WouldBind(line, at).Truth != Truth.False => ClauseState.Dormant,
            _ when state == ClauseState.Dormant && !wasInPlay => ClauseState.Dormant,
            _ => ClauseState.Lapsed,
        };

    /// <summary>Would it bind, were it not that somebody may be suspended?</summary>
    private bool MayBeSuspended(KeepLine line, InstantRange at) =>
        _evaluation.MayBeSuspended(line.Bearer.Members, line.Beneficiary, at) is not null && WouldBind(line, at).Truth == Truth.True;

    private Derivation WhyNow(KeepLine line, ClauseState state, Judged binds, InstantRange at)
    {
        var text = line.Condition?.Text ?? (line.Scope.Sentence.Modality == Modality.MustNot ? "not " : string.Empty) + line.Scope.Sentence.Act.Text;
        var names = new[] { line.Scope.Path.Split('/')[^1] };
        if (Concerns(line, at).Truth == Truth.False)
        {
            var seen = EachFinder.In(line.Scope.Sentence)
                .Select(each => line.Binding[Evaluation.EachKey(each)])
                .OfType<ThingEntity>()
                .SelectMany(t => _evaluation.View(_evaluation.Index.Thing(t.Name)!, at).Current)
                .SelectMany(o => o.AssertedBy);
            return Derivations.Make(DerivationCode.KeptAgain, Truth.True, [], seen, names, text, line.Bearer.Name);
        }

        if (binds.Truth == Truth.True)
        {
            var kept = IsKept(line, at);
            var @while = line.Scope.While is null ? null : While(line.Scope, line.Binding, at).Why;
            var survives = WhySurvives(line, at);
            return state switch
            {
                ClauseState.Breached => Derivations.Make(DerivationCode.NotKept, Truth.False, [@while, .. survives, kept.Why], [], names, text, line.Bearer.Name),
                ClauseState.Cured => Derivations.Make(DerivationCode.KeptAgain, Truth.True, [@while, .. survives, kept.Why], [], names, text, line.Bearer.Name),
                _ => Derivations.Make(DerivationCode.Kept, Truth.True, [@while, .. survives, kept.Why], [], names, text, line.Bearer.Name),
            };
        }

        var (rest, who) = _evaluation.RestOf(line.Bearer.Members, line.Beneficiary, at, SurvivalOf(line.Scope));
        return rest == Rest.None
            ? Derivations.Make(DerivationCode.WhileEnded, Truth.True, [While(line.Scope, line.Binding, at).Why], [], names, WhatEnded(line, at))
            : Resting(rest, who);
    }

    private IEnumerable<Derivation> WhySurvives(KeepLine line, InstantRange at) =>
        _evaluation.WhySurvives(line.Bearer.Members, line.Beneficiary, SurvivalOf(line.Scope), at);

    /// <summary>The words of what no longer holds: its <c>while</c>, or an exception under which it binds; nothing where its time is over.</summary>
    private string WhatEnded(KeepLine line, InstantRange at) =>
        line.Scope.While is { } condition && _evaluation.Evaluate(condition, line.Binding, at).Truth == Truth.False ? condition.Text
        : line.Scope.Under.FirstOrDefault(u => Holds(u.Exception, line.Binding, at, null).Truth == Truth.False)?.Exception.If.Text ?? string.Empty;
}
