using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Prohibited acts (docs/semantics.md, 9).</summary>
internal sealed partial class NormEvaluation
{
    private IEnumerable<InstanceResult> EvaluateProhibition(SentenceScope scope)
    {
        var act = (DoAct)scope.Sentence.Act;
        var begin = BeginningOf(scope.Sentence.Timing, scope.Opening, scope.Binding);
        if (_evaluation.IsAhead(begin.Earliest))
        {
            yield break;
        }

        var root = RootOf(scope);
        var bearers = KeptBearers(scope);
        var (broken, named) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if (root?.BrokenIn is { } brokenIn)
        {
            broken.UnionWith(_focus is null ? brokenIn(_evaluation.World).All : []);
            named.UnionWith(_focus is null ? brokenIn(_evaluation.World).Named : []);
        }

        foreach (var result in root?.BrokenIn is null ? Violations(scope, act, bearers, root?.Fact) : [])
        {
            if (result.Key.Path == scope.Path)
            {
                broken.UnionWith(result.Bearers);
                named.UnionWith(result.IsUnattributed ? [] : result.Bearers);
            }

            yield return result;
        }

        foreach (var bearer in root?.Fact is null ? bearers : [])
        {
            var isBroken = broken.Contains(bearer.Name) || bearer.Members.Any(m => bearer.IsJoint && broken.Contains(m.Name));

            var key = new InstanceKey(scope.Path, string.Empty, bearer.Name, string.Empty, string.Join(',', scope.Opening?.Ids ?? []));
            if (!IsOutOfFocus(key))
            {
                // An act of which nobody says whose it was does not make anybody see what nobody could see.
                var unviolated = IfSeen(Unviolated(scope, act, bearer, begin, key), act, bearer.Binding, begin);
                var isUnseen = unviolated.Possible.Causes.Any(c => c.Kind == CauseKind.NotSeen);
                yield return unviolated with { IsListed = !isBroken || (isUnseen && !bearer.Members.Any(m => named.Contains(m.Name)) && !named.Contains(bearer.Name)) };
            }
        }
    }

    /// <summary>Each event that is, or may be, the prohibited act of somebody who is bound.</summary>
    /// <param name="only">Only this one; null: any.</param>
    private IEnumerable<InstanceResult> Violations(SentenceScope scope, DoAct act, IReadOnlyList<Bearer> bearers, Fact? only)
    {
        var author = only is null ? (Held?)null : _evaluation.RoleOf(new EventEntity(only), "by", _evaluation.TimeOf(only).Range);
        var seen = new HashSet<InstanceKey>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bearer in bearers)
        {
            if (author is { } by && !MayBeUnattributed(by) && bearer.Members.All(m => _evaluation.IsFilledBy(by, m, _evaluation.TimeOf(only!).Range).Truth == Truth.False))
            {
                continue;
            }

            foreach (var found in FillEach(scope.Sentence, bearer, bearer.Binding, null)
                .SelectMany(row => _evaluation.MatchesAndCounts(act.Pattern, row.Binding, only).Select(m => (Match: m, row.Binding)))
                .Select(m => m.Match with { Judged = m.Match.Judged.And(AreFillers(scope.Sentence, m.Binding, MomentOf(m.Match.Entity))).Because(m.Match.Judged.Why) }))
            {
                if (found.Entity is not EventEntity { Fact: var fact } || found.Judged.Truth == Truth.False || OnlyCounted(found, fact) is not { } match)
                {
                    continue;
                }

                var held = _evaluation.RoleOf(match.Entity, "by", _evaluation.TimeOf(fact).Range);
                if (MayBeUnattributed(held) && done.Add(fact.Key))
                {
                    foreach (var result in Unattributed(scope, match, fact, held, bearers))
                    {
                        yield return result;
                    }
                }

                // That its author denies it, or that another source leaves it open, does not make it somebody else's act.
                var moment = _evaluation.TimeOf(fact).Range;
                var named = held with { Options = [.. held.Options.Where(o => o is not Model.Values.OneOfValue)], MayDiffer = false };
                if (named.IsMissing || bearer.Members.All(m => _evaluation.IsFilledBy(named, m, moment).Truth == Truth.False))
                {
                    continue;
                }

                var isHis = bearer.IsJoint
                    ? bearer.Members.Aggregate(Judged.False, (sum, m) => sum.Or(_evaluation.IsFilledBy(held, m, _evaluation.TimeOf(fact).Range)))
                    : _evaluation.IsFilledBy(held, bearer.Members[0], _evaluation.TimeOf(fact).Range);
                var key = ViolationKey(scope, bearer.Name, BeneficiaryOf(act.Pattern, match.Binding), fact);
                if (isHis.Truth == Truth.False || !seen.Add(key) || IsOutOfFocus(key))
                {
                    continue;
                }

                if (Violation(scope, act, bearer, match, fact, WithAuthor(match.Judged, isHis), key, false) is { } violation)
                {
                    yield return violation;
                    foreach (var next in EvaluateExceptions(scope, match.Binding, OpeningOf(scope, match, fact)))
                    {
                        yield return next;
                    }
                }
            }
        }
    }

    /// <summary>Of a count what is not reported by itself: an act that is found already is not found again. Null where nothing is left.</summary>
    private Match? OnlyCounted(Match match, Fact fact)
    {
        if (fact.Form != FactForm.Count || Evaluation.IncludedIn(fact).Count(id => _evaluation.Index.Event(id) is not null) is not (> 0 and var known))
        {
            return match;
        }

        var (low, high) = (fact.Counted.Min(c => c.Remaining.Low ?? 0), fact.Counted.Any(c => c.Remaining.High is null) ? (decimal?)null : fact.Counted.Max(c => c.Remaining.High));
        return high <= known ? null
            : low > known ? match
            : match with { Judged = match.Judged.And(Judged.Unknown(Causes.MayBeAmong(fact, CountName.Parse(fact.Id)?.Told() ?? fact.Id))).Because(match.Judged.Why) };
    }

    /// <summary>Whether it was done, and by somebody: its step is as doubtful as that is.</summary>
    private static Judged WithAuthor(Judged done, Judged by)
    {
        var both = done.And(by);
        return both.Because(done.Why is { Code: DerivationCode.Fact } fact ? fact with { Truth = both.Truth } : done.Why);
    }

    private InstantRange MomentOf(Entity entity) => entity is EventEntity e ? _evaluation.TimeOf(e.Fact).Range : AtHorizon;

    /// <summary>Nobody says who did it, or somebody only that it was one of several, or the author that was named is denied.</summary>
    private static bool MayBeUnattributed(Held held) => held.IsMissing || held.MayDiffer || held.Options.Any(o => o is Model.Values.OneOfValue);

    private static InstanceKey ViolationKey(SentenceScope scope, string bearer, Entity? beneficiary, Fact fact) =>
        new(scope.Path, string.Empty, bearer, beneficiary?.Name ?? string.Empty, string.Join(',', (scope.Opening?.Ids ?? []).Add(fact.Id)));

    private Opening OpeningOf(SentenceScope scope, Match match, Fact fact)
    {
        var time = _evaluation.TimeOf(fact);
        return new Opening(match.Binding, match.Judged, time.Range, time.AsPoint(), [.. scope.Opening?.Ids ?? [], fact.Id]);
    }

    private InstanceResult? Violation(
        SentenceScope scope, DoAct act, Bearer bearer, Match match, Fact fact, Judged judged, InstanceKey key, bool unattributed)
    {
        var time = _evaluation.TimeOf(fact);
        var happened = _evaluation.HasHappened(time);
        if (happened.Truth == Truth.False)
        {
            return null;
        }

        var members = unattributed ? [] : bearer.Members;
        var beneficiary = BeneficiaryOf(act.Pattern, match.Binding);
        var live = _evaluation.Live(members, beneficiary, time.Range, SurvivalOf(scope))
            .And(_evaluation.Within(scope.Sentence.Timing.From, scope.Sentence.Timing.Until, time.Range, match.Binding))
            .At(time.Causes);
        if (live.Truth == Truth.False)
        {
            return null;
        }

        var @while = While(scope, match.Binding, time.Range).At(time.Causes);
        var binds = live.And(@while);
        if (scope.Opening is { } opening)
        {
            binds = binds.And(opening.Judged).And(Judged.Of(time.Range.NotBefore(opening.At), time.Causes.Union(opening.Point.Causes)));
        }

        if (!unattributed)
        {
            binds = binds.And(IsBearer(scope.Sentence.Subject, bearer, scope.Binding, time.Range).At(time.Causes));
        }

        if (binds.Truth == Truth.False)
        {
            return null;
        }

        var notes = new HashSet<FindingNote>();
        var excused = Excused(scope, match.Binding, time.Range, notes).At(time.Causes);
        var names = new[] { scope.Path.Split('/')[^1] };
        // Where it is in doubt it is told as what is not known, and not again as what follows.
        var whyWhile = @while.Truth == Truth.Unknown ? null : @while.Why;
        var survives = _evaluation.WhySurvives(members, beneficiary, SurvivalOf(scope), time.Range);
        var violated = Derivations.Make(unattributed ? DerivationCode.Unattributed : DerivationCode.Violated, Truth.True, [judged.Why, .. survives, whyWhile, excused.Why], [], names, act.Text, bearer.Name, fact.Id);
        var possible = Possible.If(
            judged.And(happened).And(binds).Because(Derivations.Strung(Truth.Unknown, judged.Why, @while.Why)),
            () => Possible.If(
                excused,
                () => Possible.State(ClauseState.Excused, ExcusedStep(excused, judged.Why)),
                () => Possible.State(ClauseState.Breached, violated)),
            () => Possible.State(ClauseState.Dormant, Derivations.Make(DerivationCode.NotTriggered, Truth.False, [judged.Why, whyWhile], [], [], act.Text)));
        var changes = possible.Only is { } only ? ImmutableArray.Create(new StateChange(only, time.Range, possible.Why)) : [];
        return new InstanceResult(
            key,
            [.. bearer.Members.Select(m => m.Name)],
            bearer.IsJoint,
            unattributed,
            beneficiary?.Name,
            [.. (scope.Opening?.Ids ?? []).Add(fact.Id)],
            null,
            possible,
            time.Range,
            null,
            changes,
            [.. notes.Order()],
            time.Range)
        {
            Binding = match.Binding,
        };
    }

    /// <summary>
    /// One of several: broken, if all of them are bound, with the bearer left open; otherwise not known to be anybody's breach. Where nobody says by
    /// whom, or who is named may not be it, it may be by anybody: all who are bound are named as such, and none of them as one of several.
    /// </summary>
    private IEnumerable<InstanceResult> Unattributed(SentenceScope scope, Match match, Fact fact, Held held, IReadOnlyList<Bearer> bearers)
    {
        var all = bearers.SelectMany(b => b.Members).Distinct().ToList();
        var doubtful = match.Judged.And(Judged.Of(Truth.Unknown, held.Causes)).Because(match.Judged.Why);
        foreach (var names in held.Options.OfType<Model.Values.OneOfValue>().Select(o => o.Names.Distinct(StringComparer.Ordinal).ToList()))
        {
            if (!all.Exists(m => names.Contains(m.Name)))
            {
                continue;
            }

            var isSomebodyBound = names.TrueForAll(n => all.Exists(b => b.Name == n));
            var judged = isSomebodyBound && held is { Options.Length: 1, MayDiffer: false } ? match.Judged : doubtful;
            // Everybody who may have done it is named, bound or not: a list that left some out would point at the others.
            if (OfUnknownAuthor("one of ", names.Select(_evaluation.Resolve), judged) is { } named)
            {
                yield return named with { AreAuthorsNamed = true };
            }
        }

        if (all.Count > 0 && (held.IsMissing || held.MayDiffer))
        {
            var isDenied = held.MayDiffer || held.Denied is not null;
            if (OfUnknownAuthor(isDenied ? "not as reported, " : "one of ", all, doubtful) is { } open)
            {
                yield return open;
            }
        }

        InstanceResult? OfUnknownAuthor(string prefix, IEnumerable<Entity> who, Judged judged)
        {
            var bearer = new Bearer([.. who.OrderBy(m => m.Name, StringComparer.Ordinal)], false, scope.Binding, Judged.True);
            var key = ViolationKey(scope, prefix + bearer.Name, null, fact);
            return IsOutOfFocus(key) || Violation(scope, (DoAct)scope.Sentence.Act, bearer, match, fact, judged, key, true) is not { } found ? null
                : found with { AuthorCauses = held.Causes.Count > 0 ? held.Causes : [Causes.Missing(fact.Id, "by")] };
        }
    }

    private InstanceResult Unviolated(SentenceScope scope, DoAct act, Bearer bearer, InstantRange begin, InstanceKey key)
    {
        var kind = act.Pattern.Noun.Name;
        // That nothing was reported stays so, whether or not the clause's "while" holds: only the end of the duty ends it.
        var line = new KeepLine(scope with { While = null }, bearer, null, new AllCondition(string.Empty, []), bearer.Binding, begin, []);
        Derivation None(InstantRange at) => Derivations.Make(DerivationCode.NoViolation, Truth.True, WhySurvives(line, at), [], [scope.Path.Split('/')[^1]], act.Text, bearer.Name);
        var none = None(_evaluation.LastMoment);
        var states = StateSet.Of(ClauseState.Dormant);
        var why = none;
        var causes = ImmutableHashSet<Cause>.Empty;
        var changes = ImmutableArray.CreateBuilder<StateChange>();
        foreach (var at in InstantsOf(line, begin.Latest, _evaluation.LastMoment.Latest).Select(InstantRange.At))
        {
            var binds = Binds(line, at);
            var next = StateSet.Of(states.List
                .SelectMany(s => new[] { binds.Truth == Truth.False ? Rested(s, changes.Count > 0, line, at) : ClauseState.Met, binds.Truth == Truth.Unknown ? Rested(s, changes.Count > 0, line, at) : ClauseState.Met })
                .Where(s => binds.Truth != Truth.False || s != ClauseState.Met));
            if (next == states)
            {
                continue;
            }

            causes = next.Count == 1 ? [] : causes.Union(binds.Causes);
            why = next is [ClauseState.Met] ? None(at) : WhyNow(line, next[^1], binds, at);
            if (next.Count == 1)
            {
                changes.Add(new StateChange(next[0], at, why));
            }

            states = next;
        }

        var possible = states is [ClauseState.Met] && _agreement.Vocabulary.OpenKinds.Contains(kind)
            ? Possible.If(
                Judged.Unknown(Causes.OpenKind(kind), none),
                () => Possible.State(ClauseState.Met, none),
                () => Possible.State(ClauseState.Breached, none))
            : new Possible(states, causes, states is [ClauseState.Met] ? none : why);
        return new InstanceResult(
            key,
            [.. bearer.Members.Select(m => m.Name)],
            bearer.IsJoint,
            false,
            null,
            scope.Opening?.Ids ?? [],
            null,
            possible,
            begin,
            null,
            possible.Only is null ? [] : changes.ToImmutable(),
            [new FindingNote(NoteCode.TakenToBeComplete, kind, bearer.Name)])
        {
            LookedAtThrough = _evaluation.LastMoment.Latest,
        };
    }
}
