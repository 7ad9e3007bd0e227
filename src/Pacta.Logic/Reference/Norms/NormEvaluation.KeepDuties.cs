using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Duties to keep, and to have or not to have (docs/semantics.md, 8).</summary>
internal sealed partial class NormEvaluation
{
    private const string OwnerVariable = "the bearer";

    private Instant? _firstFact;

    /// <summary>One line of a keep duty for one bearer: whether it holds, and whether it binds, at an instant.</summary>
    private sealed record KeepLine(
        SentenceScope Scope,
        Bearer Bearer,
        Entity? Beneficiary,
        Condition? Condition,
        Binding Binding,
        InstantRange Begin,
        HashSet<string> Notes);

    private IEnumerable<InstanceResult> EvaluateKeep(SentenceScope scope)
    {
        var sentence = scope.Sentence;
        var lines = sentence.Act is KeepAct keep ? keep.Lines.Cast<Condition?>().ToImmutableArray() : [null];
        var opening = scope.Opening;
        var begin = BeginningOf(sentence.Timing, opening, scope.Binding);
        if (begin.Earliest > Horizon || opening?.Judged.Truth == Truth.False)
        {
            yield break;
        }

        foreach (var bearer in LastingBearers(sentence.Subject, scope))
        {
            foreach (var (binding, filled) in FillEach(sentence, bearer, bearer.Binding, null))
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    var beneficiary = filled.FirstOrDefault(f => f is ActorEntity or GroupEntity);
                    var label = lines.Length > 1 ? $"{i + 1}" : string.Empty;
                    var trigger = (opening?.Ids ?? []).AddRange(filled.Where(f => f != beneficiary).Select(f => f.Name));
                    var key = new InstanceKey(scope.Path, label, bearer.Name, beneficiary?.Name ?? string.Empty, string.Join(',', trigger));
                    var line = new KeepLine(scope, bearer, beneficiary, lines[i], binding, begin, new HashSet<string>(StringComparer.Ordinal));
                    foreach (var result in lines[i] is CompareCondition { Left: AggregateTerm { Window: CalendarWindow window } } counted
                        ? EvaluatePeriods(line, counted, window, key, trigger)
                        : IsOutOfFocus(key) ? [] : [Lasting(line, key, trigger, begin, AtHorizon)])
                    {
                        yield return lines.Length > 1 ? result with { Line = lines[i]!.Text } : result;
                    }
                }
            }
        }
    }

    private InstantRange BeginningOf(Timing timing, Opening? opening, Binding binding)
    {
        var begin = _agreement.EntryIntoForce is { } entry
            ? _evaluation.Evaluate(_agreement.ProvisionalFrom ?? entry, Binding.Empty).AsBeginning(Calendar)
            : InstantRange.At(FirstFact ?? Horizon);
        if (timing.From is { } from)
        {
            var at = _evaluation.Evaluate(from, binding).AsBeginning(Calendar);
            begin = new InstantRange(Instant.Max(begin.Earliest, at.Earliest), Instant.Max(begin.Latest, at.Latest));
        }

        return opening is null ? begin : new InstantRange(Instant.Max(begin.Earliest, opening.At.Earliest), Instant.Max(begin.Latest, opening.At.Latest));
    }

    /// <summary>
    /// The earliest fact: where the record begins. A proposal's lasting duties begin there, and periods that were over before are not judged
    /// (docs/semantics.md, 2). Null where nothing is reported.
    /// </summary>
    private Instant? FirstFact => _firstFact ??= _evaluation.Index.History.Facts
        .Select(f => (Instant?)_evaluation.TimeOf(f).Range.Earliest)
        .Min();

    /// <summary>Everybody who is ever bound; membership is read at each moment.</summary>
    private IEnumerable<Bearer> LastingBearers(Subject subject, SentenceScope scope)
    {
        if (subject.Each is not { } each)
        {
            return BearersOf(subject, scope.Binding, AtHorizon, WhenOf(scope));
        }

        var entities = EverybodyEver(each, scope.Binding).Distinct().ToImmutableArray();
        return subject.Together
            ? entities.Length == 0 ? [] : [new Bearer(entities, true, scope.Binding, Judged.True)]
            : entities.Select(e => new Bearer([e], false, scope.Binding.With(each.Variable, e), Judged.True));
    }

    /// <summary>Everybody who may match at some moment.</summary>
    private IEnumerable<Entity> EverybodyEver(Pattern each, Binding binding) => each.Noun switch
    {
        MemberNoun member => _evaluation.MembersOf(member.Group),
        KindNoun { Form: KindForm.State } state => _evaluation.SubjectsOf(state.Name),
        _ => Candidates(each, binding, AtHorizon).Select(m => m.Entity),
    };

    private Judged Binds(KeepLine line, InstantRange at)
    {
        var live = _evaluation.Live(line.Bearer.Members, line.Beneficiary, at);
        return live.Truth == Truth.False ? live : live.And(WouldBind(line, at));
    }

    /// <summary>Does the line bind, as far as its own words go, whether or not the agreement is alive between the two?</summary>
    private Judged WouldBind(KeepLine line, InstantRange at)
    {
        var timing = line.Scope.Sentence.Timing;
        var binds = _evaluation.Within(timing.From, timing.Until, at).And(While(line.Scope, line.Binding, at));
        if (line.Scope.Opening is { } opening)
        {
            binds = binds.And(opening.Judged).And(Judged.Of(at.NotBefore(opening.At), opening.Point.Causes));
        }

        return binds.And(IsBearer(line.Scope.Sentence.Subject, line.Bearer, line.Scope.Binding, at)).And(AreFillers(line.Scope.Sentence, line.Binding, at));
    }

    /// <summary>Is the bearer one of those whom <c>each party P</c> means at a moment?</summary>
    private Judged IsBearer(Subject subject, Bearer bearer, Binding binding, InstantRange at) => subject is { Each: { } each, Together: false }
        ? _evaluation.MatchesOf(each, bearer.Members[0], binding, at).Aggregate(Judged.False, (sum, m) => sum.Or(m.Judged))
        : Judged.True;

    /// <summary>Are those who fill <c>each other party</c> among those whom it means at a moment?</summary>
    private Judged AreFillers(Sentence sentence, Binding binding, InstantRange at) => EachFinder.In(sentence)
        .Where(each => binding[Evaluation.EachKey(each)] is ActorEntity or GroupEntity)
        .Aggregate(Judged.True, (sum, each) => sum.And(_evaluation
            .MatchesOf(each.Pattern, binding[Evaluation.EachKey(each)]!, binding, at)
            .Aggregate(Judged.False, (any, m) => any.Or(m.Judged))));

    private Judged IsKept(KeepLine line, InstantRange at)
    {
        if (line.Scope.Sentence.Act is HaveAct have)
        {
            var has = Has(line, have.Pattern, at);
            return line.Scope.Sentence.Modality == Modality.MustNot ? has.Not() : has;
        }

        var holds = _evaluation.Evaluate(line.Condition!, line.Binding, at);
        var kept = line.Scope.Sentence.Modality == Modality.MustNot ? holds.Not() : holds;
        return kept.Truth == Truth.True ? kept : kept.Or(Excused(line.Scope, line.Binding, at, line.Notes)).Because(kept.Why);
    }

    /// <summary>Is there such a thing of a bearer, that no exception or <c>unless</c> allows?</summary>
    private Judged Has(KeepLine line, Pattern pattern, InstantRange at)
    {
        var owned = pattern.Roles.Any(r => r.Preposition == "of")
            ? pattern
            : pattern with { Roles = pattern.Roles.Add(new RoleArgument("of", new VariableArgument(OwnerVariable, OwnerVariable))) };
        var result = Judged.False;
        foreach (var member in line.Bearer.Members)
        {
            foreach (var match in _evaluation.Matches(owned, line.Binding.With(OwnerVariable, member), at))
            {
                result = result.Or(match.Judged.And(Excused(line.Scope, match.Binding, at, line.Notes).Not()).Because(match.Judged.Why));
            }
        }

        var kind = pattern.Noun.Name;
        return result.Truth == Truth.False && _agreement.Vocabulary.OpenKinds.Contains(kind)
            ? Judged.Unknown(Causes.OpenKind(kind))
            : result;
    }

    /// <summary>Runs along the instants at which anything can change and follows the states.</summary>
    private InstanceResult Lasting(KeepLine line, InstanceKey key, ImmutableArray<string> trigger, InstantRange begin, InstantRange end)
    {
        var states = ImmutableSortedSet.Create(ClauseState.Dormant);
        var causes = ImmutableHashSet<Cause>.Empty;
        var changes = ImmutableArray.CreateBuilder<StateChange>();
        Derivation? why = null;
        InstantRange? unsure = null;
        foreach (var instant in InstantsOf(line, begin.Earliest, end.Latest))
        {
            var at = InstantRange.At(instant);
            _evaluation.Explains = false;
            var concerns = Concerns(line, at);
            var binds = concerns.Truth == Truth.False ? Judged.True : Binds(line, at);
            var kept = concerns.Truth == Truth.False || binds.Truth == Truth.False ? Judged.True : IsKept(line, at);
            _evaluation.Explains = true;
            var next = Next(states, concerns, binds, kept, line, at);
            if (next.SetEquals(states))
            {
                continue;
            }

            if (next.Count == 1)
            {
                why = WhyNow(line, next[0], binds, at);
                if (next[0] != ClauseState.Dormant || changes.Count > 0)
                {
                    changes.Add(new StateChange(next[0], new InstantRange(unsure?.Earliest ?? instant, instant), why));
                }

                causes = [];
                unsure = null;
            }
            else
            {
                unsure ??= at;
                causes = causes.Union(concerns.Causes).Union(binds.Causes).Union(kept.Causes);
                why = Derivations.Make(DerivationCode.Undecided, Truth.Unknown, [IsKept(line, at).Why], [], [], string.Join(" or ", next));
            }

            states = next;
        }

        // The changes say why it began; the finding says why it is so at the end.
        if (states.Count == 1 && states[0] is ClauseState.Met or ClauseState.Cured && Concerns(line, end).Truth == Truth.True)
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
            new Possible(states, causes, why),
            opened,
            null,
            changes.ToImmutable(),
            [.. line.Notes.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Is what <c>each weapon w of P</c> stands for there, and still what the phrase says?</summary>
    private Judged Concerns(KeepLine line, InstantRange at) => EachFinder.In(line.Scope.Sentence)
        .Select(each => (each, Thing: line.Binding[Evaluation.EachKey(each)] as ThingEntity))
        .Where(e => e.Thing is not null)
        .Aggregate(Judged.True, (sum, e) =>
        {
            var present = _evaluation.Index.Thing(e.Thing!.Name) is { } thing ? _evaluation.View(thing, at).Present : Judged.False;
            var matches = _evaluation.MatchesOf(e.each.Pattern, e.Thing, line.Bearer.Binding, at).Aggregate(Judged.False, (any, m) => any.Or(m.Judged));
            return sum.And(present).And(matches);
        });

    private ImmutableSortedSet<ClauseState> Next(
        ImmutableSortedSet<ClauseState> states, Judged concerns, Judged binds, Judged kept, KeepLine line, InstantRange at)
    {
        var next = ImmutableSortedSet.CreateBuilder<ClauseState>();
        foreach (var state in states)
        {
            if (concerns.Truth != Truth.True)
            {
                next.Add(state == ClauseState.Breached ? ClauseState.Cured : state);
            }

            if (concerns.Truth == Truth.False)
            {
                continue;
            }

            if (binds.Truth != Truth.True)
            {
                next.Add(state == ClauseState.Breached ? state : Rested(state, line, at));
            }

            if (binds.Truth != Truth.False)
            {
                if (kept.Truth != Truth.False)
                {
                    next.Add(state is ClauseState.Breached or ClauseState.Cured ? ClauseState.Cured : ClauseState.Met);
                }

                if (kept.Truth != Truth.True)
                {
                    next.Add(ClauseState.Breached);
                }
            }
        }

        return next.ToImmutable();
    }

    private ClauseState Rested(ClauseState state, KeepLine line, InstantRange at) =>
        _evaluation.RestOf(line.Bearer.Members, line.Beneficiary, at).Why switch
        {
            Rest.Suspended when WouldBind(line, at).Truth != Truth.False => ClauseState.Suspended,
            Rest.NotInForce => ClauseState.Dormant,
            _ when state == ClauseState.Dormant => ClauseState.Dormant, // what never bound does not lapse
            _ => ClauseState.Lapsed,
        };

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
            return state switch
            {
                ClauseState.Breached => Derivations.Make(DerivationCode.NotKept, Truth.False, [kept.Why], [], names, text, line.Bearer.Name),
                ClauseState.Cured => Derivations.Make(DerivationCode.KeptAgain, Truth.True, [kept.Why], [], names, text, line.Bearer.Name),
                _ => Derivations.Make(DerivationCode.Kept, Truth.True, [kept.Why], [], names, text, line.Bearer.Name),
            };
        }

        var (rest, who) = _evaluation.RestOf(line.Bearer.Members, line.Beneficiary, at);
        return rest == Rest.None
            ? Derivations.Make(DerivationCode.WhileEnded, Truth.True, [While(line.Scope, line.Binding, at).Why], [], names, line.Scope.While?.Text ?? text)
            : Resting(rest, who);
    }
}
