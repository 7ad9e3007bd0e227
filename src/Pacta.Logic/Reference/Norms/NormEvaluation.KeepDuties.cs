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

    private Dictionary<string, (List<Bearer> Bearers, ReadsTaken Reads)> KnownBearers => field ??= new(StringComparer.Ordinal);

    /// <summary>One line of a keep duty for one bearer: whether it holds, and whether it binds, at an instant.</summary>
    private sealed record KeepLine(
        SentenceScope Scope,
        Bearer Bearer,
        Entity? Beneficiary,
        Condition? Condition,
        Binding Binding,
        InstantRange Begin,
        HashSet<FindingNote> Notes)
    {
        /// <summary>Since when it has bound without a break, or the record has begun: a minimum in a sliding window counts from there.</summary>
        public Instant Since { get; set; } = Begin.Latest;

        /// <summary>A number that was exceeded in a calendar period stays exceeded.</summary>
        public bool IsForGood => Condition is CompareCondition { Left: AggregateTerm { Window: CalendarWindow }, Relation: Relation.AtMost or Relation.LessThan };

        /// <summary>The windows of its minimums, such as <c>at least 1 in any 12 months</c>.</summary>
        public ImmutableArray<SlidingWindow> Floors { get; } = [.. Minimums.In(Condition)];
    }

    private IEnumerable<InstanceResult> EvaluateKeep(SentenceScope scope)
    {
        var sentence = scope.Sentence;
        var lines = sentence.Act is KeepAct keep ? keep.Lines.Cast<Condition?>().ToImmutableArray() : [null];
        var opening = scope.Opening;
        var begin = BeginningOf(sentence.Timing, opening, scope.Binding);
        if (_evaluation.IsAhead(begin.Earliest) || opening?.Judged.Truth == Truth.False)
        {
            yield break;
        }

        foreach (var bearer in LastingBearers(sentence.Subject, scope).Where(b => RootOf(scope)?.Bearer is not { } only || b.Name == only))
        {
            foreach (var (binding, filled) in FillEach(sentence, bearer, bearer.Binding, null))
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    var beneficiary = filled.FirstOrDefault(f => f is ActorEntity or GroupEntity);
                    var label = lines.Length > 1 ? $"{i + 1}" : string.Empty;
                    var trigger = (opening?.Ids ?? []).AddRange(filled.Where(f => f != beneficiary).Select(f => f.Name));
                    var key = new InstanceKey(scope.Path, label, bearer.Name, beneficiary?.Name ?? string.Empty, string.Join(',', trigger));
                    var line = new KeepLine(scope, bearer, beneficiary, lines[i] is { } condition ? Minimums.WithClosedWindows(condition) : null, binding, begin, []);
                    foreach (var result in lines[i] is { } quota && QuotaOf(quota) is { } bounds
                        ? EvaluatePeriods(line, bounds, key, trigger)
                        : IsOutOfFocus(key) ? [] : [IfSeen(line, Lasting(line, key, trigger, begin, _evaluation.LastMoment), _evaluation.LastMoment)])
                    {
                        yield return lines.Length > 1 ? result with { Line = lines[i]!.Text } : result;
                    }
                }
            }
        }

        foreach (var result in scope.Exceptions.SelectMany(e => EvaluateInstead(scope, e, [])))
        {
            yield return result;
        }
    }

    private InstantRange BeginningOf(Timing timing, Opening? opening, Binding binding)
    {
        var begin = ClauseBegins.AsBeginning(Calendar);
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
    private Instant? FirstFact => _evaluation.RecordBegins;

    /// <summary>Provisional application or entry into force, whichever is earlier; without either the beginning of the record.</summary>
    private Point ClauseBegins => new[] { _agreement.ProvisionalFrom, _agreement.EntryIntoForce }
        .OfType<TimeExpression>()
        .Select(t => _evaluation.Evaluate(t, Binding.Empty))
        .OrderBy(p => p.AsBeginning(Calendar).Earliest)
        .Append(Point.AtInstant(RecordBegins, []))
        .First();

    /// <summary>Where there is no entry into force, duties without a trigger begin with the record.</summary>
    private InstantRange RecordBegins => InstantRange.At(FirstFact is { } first && _evaluation.IsBeforeEnd(first) ? first : Horizon);

    /// <summary>As <see cref="LastingBearers"/>, found once for what nothing opens: each act that a clause rules out asks for the same.</summary>
    private IReadOnlyList<Bearer> KeptBearers(SentenceScope scope)
    {
        if (scope.Opening is not null)
        {
            return [.. LastingBearers(scope.Sentence.Subject, scope)];
        }

        _evaluation.Consulted?.All();

        var reads = _evaluation.Index.Reads;
        if (!KnownBearers.TryGetValue(scope.Path, out var kept))
        {
            kept = reads is null ? ([.. LastingBearers(scope.Sentence.Subject, scope)], ReadsTaken.None)
                : reads.During(() => LastingBearers(scope.Sentence.Subject, scope).ToList(), isShared: false);
            KnownBearers.Add(scope.Path, kept);
        }

        reads?.Add(kept.Reads);
        return kept.Bearers;
    }

    /// <summary>Everybody who is ever bound; membership is read at each moment.</summary>
    private IEnumerable<Bearer> LastingBearers(Subject subject, SentenceScope scope)
    {
        if (subject is { Names: [VariableArgument only], Each: null } && _evaluation.EntityOf(only, scope.Binding) is { } same)
        {
            // Whether it is bound is asked at each moment.
            var mustBeParty = same is ActorEntity && !scope.Under.Any(u => u.Bearer is not null) && !IsNamed(only.Variable, ClauseOf(scope));
            return [new Bearer([same], false, scope.Binding, Judged.True) { MustBeParty = mustBeParty }];
        }

        if (subject.Each is not { } each)
        {
            return subject.Together && subject.Names.Any(n => n is ActorArgument { IsGroup: true })
                ? Compositions(subject, scope.Binding)
                : BearersOf(subject, scope.Binding, subject.Names.All(IsTheSameAlways) ? _evaluation.LastMoment : AtHorizon, ClauseOf(scope));
        }

        var entities = EverybodyEver(each, scope.Binding).Distinct().ToImmutableArray();
        return subject.Together
            ? entities.Length == 0 ? [] : [new Bearer(entities, true, scope.Binding, Judged.True)]
            : entities.Select(e => new Bearer([e], false, scope.Binding.With(each.Variable, e), Judged.True));
    }

    /// <summary>Does a name mean the same actors at every moment?</summary>
    private bool IsTheSameAlways(Argument name) => name is ActorArgument actor && (!actor.IsGroup || HasUndatedMembers(actor.Name));

    private bool HasUndatedMembers(string group) => _agreement.Vocabulary.Groups[group].Members.All(m =>
        m is { From: null, Until: null } && (!_agreement.Vocabulary.Groups.ContainsKey(m.Member) || HasUndatedMembers(m.Member)));

    /// <summary>Everybody who may match at some moment.</summary>
    private IEnumerable<Entity> EverybodyEver(Pattern each, Binding binding) => each.Noun switch
    {
        MemberNoun member => _evaluation.MembersOf(member.Group),
        KindNoun { Form: KindForm.State } state => _evaluation.SubjectsOf(state.Name),
        DefinedNoun or ActorNoun when IsOfActors(each.Noun) => _evaluation.MembersOf(MemberNoun.Parties)
            .Concat(_agreement.Vocabulary.Actors.Keys.Where(_evaluation.Index.IsInRole).Select(n => new ActorEntity(n)))
            .Distinct(),
        _ => Candidates(each, binding, AtHorizon).Select(m => m.Entity),
    };

    private bool IsOfActors(Noun noun) => noun switch
    {
        ActorNoun => true,
        MemberNoun member => _evaluation.MembersOf(member.Group).All(m => m is ActorEntity),
        DefinedNoun defined => _agreement.Definitions[defined.Name].Readings.All(r => IsOfActors(r.Content.Noun)),
        _ => false,
    };

    /// <summary>
    /// Those who are bound together as members of a group: one joint bearer for each way in which the group was ever made up. Who has left is not
    /// bound with those who stay, and what they did together stays theirs.
    /// </summary>
    private IEnumerable<Bearer> Compositions(Subject subject, Binding binding)
    {
        var ever = subject.Names
            .SelectMany(n => n is ActorArgument { IsGroup: true } group ? _evaluation.ActorsOf(group.Name).Select(a => (Entity)new ActorEntity(a)) : _evaluation.EntityOf(n, binding) is { } one ? [one] : [])
            .Distinct()
            .ToImmutableArray();
        var moments = _agreement.Vocabulary.Groups.Values
            .SelectMany(g => g.Members)
            .SelectMany(m => Edges(m.From is { } from ? _evaluation.Evaluate(from, Binding.Empty).AsBeginning(Calendar) : null, Duration.Zero)
                .Concat(Edges(m.Until is { } until ? _evaluation.Evaluate(until, Binding.Empty).AsDeadline(Calendar) : null, InstantRange.Tick)))
            .Append(ClauseBegins.AsBeginning(Calendar).Earliest)
            .Where(i => !_evaluation.IsAhead(i))
            .Distinct()
            .Order();
        var compositions = new List<ImmutableArray<Entity>>();
        foreach (var at in moments.Select(InstantRange.At))
        {
            foreach (var least in new[] { Truth.True, Truth.Unknown })
            {
                var members = ever.Where(e => Belongs(e, subject, at).Truth >= least).ToImmutableArray();
                if (members.Length > 0 && !compositions.Exists(c => c.SequenceEqual(members)))
                {
                    compositions.Add(members);
                }
            }
        }

        return compositions.Select(c => new Bearer(c, true, binding, Judged.True) { Ever = ever });

        static IEnumerable<Instant> Edges(InstantRange? range, Duration after) => range is { } r ? [r.Earliest + after, r.Latest + after] : [];
    }

    /// <summary>Is somebody named by a joint subject at a moment, by name or as a member of a group?</summary>
    private Judged Belongs(Entity entity, Subject subject, InstantRange at) => subject.Names.Aggregate(Judged.False, (any, n) => any.Or(
        n is ActorArgument actor ? actor.IsGroup ? _evaluation.IsMember(entity.Name, actor.Name, at) : entity.Name == actor.Name ? Judged.True : Judged.False
        : Judged.True));

    private Judged Binds(KeepLine line, InstantRange at)
    {
        var live = _evaluation.Live(line.Bearer.Members, line.Beneficiary, at, SurvivalOf(line.Scope));
        return live.Truth == Truth.False ? live : live.And(WouldBind(line, at));
    }

    /// <summary>Does the line bind, as far as its own words go, whether or not the agreement is alive between the two?</summary>
    private Judged WouldBind(KeepLine line, InstantRange at)
    {
        var timing = line.Scope.Sentence.Timing;
        var binds = _evaluation.Within(timing.From, timing.Until, at, line.Binding).And(While(line.Scope, line.Binding, at));
        if (line.Scope.Opening is { } opening)
        {
            binds = binds.And(opening.Judged).And(Judged.Of(at.NotBefore(opening.At), opening.Point.Causes));
        }

        return binds.And(IsBearer(line.Scope.Sentence.Subject, line.Bearer, line.Scope.Binding, at)).And(AreFillers(line.Scope.Sentence, line.Binding, at));
    }

    /// <summary>Is the bearer one of those whom <c>each party P</c> means at a moment?</summary>
    private Judged IsBearer(Subject subject, Bearer bearer, Binding binding, InstantRange at) => subject switch
    {
        { Together: true } => bearer.Ever.Aggregate(Judged.True, (all, e) => all.And(bearer.Members.Contains(e) ? Belongs(e, subject, at) : Belongs(e, subject, at).Not())),
        { Each: { } each } => _evaluation.MatchesOf(each, bearer.Members[0], binding, at).Aggregate(Judged.False, (sum, m) => sum.Or(m.Judged)),
        _ when bearer.MustBeParty && _agreement.Parties.Length > 0 => _evaluation.IsMember(bearer.Members[0].Name, MemberNoun.Parties, at),
        _ => Judged.True,
    };

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
            var isForbidden = line.Scope.Sentence.Modality == Modality.MustNot;
            var has = Has(line, have.Pattern, at, isForbidden);
            return isForbidden ? has.Not() : has.Truth == Truth.True ? has : OrExcused(has, Excused(line.Scope, line.Binding, at, line.Notes));
        }

        // A minimum is judged once a whole window has passed; until then it is kept.
        var condition = line.Floors.IsEmpty ? line.Condition! : Minimums.Without(line.Condition!, w => !IsWindowOver(w, line.Since, at.Earliest));
        var holds = _evaluation.Evaluate(condition, line.Binding, at);
        if (line.Condition is CompareCondition { Relation: Relation.AtLeast or Relation.MoreThan, Left: AggregateTerm { Window: not null } counted } && holds.Truth != Truth.True)
        {
            line.Notes.Add(new FindingNote(NoteCode.TakenToBeComplete, counted.Pattern.Noun.Name, line.Bearer.Name));
        }

        var kept = line.Scope.Sentence.Modality == Modality.MustNot ? holds.Not() : holds;
        return kept.Truth == Truth.True ? kept : OrExcused(kept, Excused(line.Scope, line.Binding, at, line.Notes));
    }

    /// <summary>What is not kept is consistent all the same where an exception applies; an exception that is set aside is told as well.</summary>
    private static Judged OrExcused(Judged kept, Judged excused)
    {
        var either = kept.Or(excused);
        return either.Because(Derivations.Strung(either.Truth, [kept.Why, .. ToldOf(excused)]));
    }

    /// <summary>The exceptions that apply or may, else those that are set aside.</summary>
    private static IEnumerable<Derivation> ToldOf(Judged excused) =>
        excused.Truth == Truth.False ? SetAsideBy(excused) : excused.Why is { } why ? [why] : [];

    /// <summary>Has a whole window passed since a moment?</summary>
    private bool IsWindowOver(SlidingWindow window, Instant since, Instant at) => window.Calendar
        ? _evaluation.PeriodStart(at, window.Length.Unit, window.Length.Amount) >= since
        : at > Calendar.LastInstant(since, window.Length, false);

    /// <summary>Is there such a thing of a bearer; of a forbidden one, that no exception or <c>unless</c> allows?</summary>
    private Judged Has(KeepLine line, Pattern pattern, InstantRange at, bool isForbidden)
    {
        var owned = pattern.Roles.Any(r => r.Preposition == "of")
            ? pattern
            : pattern with { Roles = pattern.Roles.Add(new RoleArgument("of", new VariableArgument(OwnerVariable, OwnerVariable))) };
        var result = Judged.False;
        foreach (var member in line.Bearer.Members)
        {
            foreach (var match in _evaluation.Matches(owned, line.Binding.With(OwnerVariable, member), at))
            {
                var excused = isForbidden ? Excused(line.Scope, match.Binding, at, line.Notes) : Judged.False;
                var counts = match.Judged.And(excused.Not());
                result = result.Or(counts.Because(Derivations.Strung(counts.Truth, [match.Judged.Why, .. ToldOf(excused)])));
            }
        }

        var kind = pattern.Noun.Name;
        return result.Truth == Truth.False && _agreement.Vocabulary.OpenKinds.Contains(kind)
            ? Judged.Unknown(Causes.OpenKind(kind))
            : result;
    }
}
