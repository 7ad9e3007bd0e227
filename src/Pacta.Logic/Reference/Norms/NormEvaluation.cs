using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference.Readings;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>What opens a sentence: the bindings and the instant, known or planned.</summary>
/// <param name="Ids">What the finding names as its trigger.</param>
/// <param name="Period">For a duty that repeats: the first instant of its window and its due.</param>
/// <param name="Next">For a duty that repeats: the first instant of the next window; what is done from then on counts for that one.</param>
internal sealed record Opening(
    Binding Binding, Judged Judged, InstantRange At, Point Point, ImmutableArray<string> Ids, InstantRange? Period = null, Instant? Next = null);

/// <summary>Who is bound by a sentence in one instance.</summary>
internal sealed record Bearer(ImmutableArray<Entity> Members, bool IsJoint, Binding Binding, Judged Judged)
{
    public string Name => Members is [var only] ? only.Name : string.Join(", ", Members.Select(m => m.Name));

    /// <summary>Of a joint bearer that a dated group makes up: everybody who ever belongs to it. It is bound while just its members do.</summary>
    public ImmutableArray<Entity> Ever { get; init; } = [];

    /// <summary>A variable of the trigger binds parties only.</summary>
    public bool MustBeParty { get; init; }

    public bool IsUnknown => Members.Any(m => m is UnknownEntity);
}

/// <summary>
/// The clauses of one agreement in one world (docs/semantics.md, 6 to 11): finds the instances of each clause and the states that are
/// possible for each.
/// </summary>
internal sealed partial class NormEvaluation : INorms
{
    private readonly Evaluation _evaluation;
    private readonly Agreement _agreement;
    private readonly SharedOpenings? _openings;
    private ExcusedEach? _excused;
    private (string? Path, ImmutableArray<string> Last) _mention;
    private Focus? _focus;
    private UnitRoot? _root;

    /// <param name="openings">What other worlds found that take other readings; null: it is not asked.</param>
    /// <param name="undecided">The clauses in the world that takes the same readings and no sides; null: there is none.</param>
    public NormEvaluation(Agreement agreement, HistoryIndex index, World world, SharedOpenings? openings = null, NormEvaluation? undecided = null)
    {
        (_agreement, _openings) = (agreement, index.Reads is null ? openings : null);
        _evaluation = new Evaluation(agreement, index, world, undecided?._evaluation)
        {
            Norms = this,
        };
    }

    private Dictionary<string, (List<InstanceResult> Found, ReadsTaken Reads)> Results => field ??= [];

    private AgreementCalendar Calendar => _agreement.Calendar;

    private Instant Horizon => _evaluation.Horizon;

    private InstantRange AtHorizon => InstantRange.At(Horizon);

    /// <summary>All instances of a clause, its exceptions and its <c>otherwise</c>.</summary>
    public IReadOnlyList<InstanceResult> Evaluate(Clause clause)
    {
        var reads = _evaluation.Index.Reads;
        _evaluation.Consulted?.All();
        if (!Results.TryGetValue(clause.Name, out var results))
        {
            Results[clause.Name] = ([], ReadsTaken.None);

            // What is kept is kept for whoever asks next: he may want to know why.
            var explains = _evaluation.Explains;
            _evaluation.Explains = true;
            results = reads is null ? (Deduplicate(EvaluateClause(clause)), ReadsTaken.None) : reads.During(() => Deduplicate(EvaluateClause(clause)), isShared: false);
            Results[clause.Name] = results;
            _evaluation.Explains = explains;
        }

        reads?.Add(results.Reads);
        return results.Found;
    }

    /// <summary>The instances of a part of a clause; null: of all of it.</summary>
    /// <param name="consulted">Takes down what is asked of nouns; null: nobody wants to know.</param>
    public IReadOnlyList<InstanceResult> Evaluate(Clause clause, UnitRoot? root, Consulted? consulted)
    {
        _evaluation.Consulted = consulted;
        var found = Evaluate(clause, root);
        _evaluation.Consulted = null;
        return found;
    }

    /// <summary>Is an event none of those that a noun means here?</summary>
    public bool IsNot(NoneOf none) => _evaluation.IsNot(none);

    /// <summary>The instances of a part of a clause; null: of all of it.</summary>
    public IReadOnlyList<InstanceResult> Evaluate(Clause clause, UnitRoot? root)
    {
        if (root is null)
        {
            return Evaluate(clause);
        }

        _evaluation.Forget();
        _excused = null;
        _root = root;
        var found = Deduplicate(EvaluateClause(clause));
        _root = null;
        return found;
    }

    /// <summary>One instance of a clause, or of a part of it, in this world; null if there is none here.</summary>
    public InstanceResult? Evaluate(Clause clause, UnitRoot? root, Focus focus)
    {
        _excused = null;
        (_focus, _root) = (focus, root);
        var found = new List<InstanceResult>();
        foreach (var result in EvaluateClause(clause))
        {
            if (result.Key == focus.Key && result.IsListed)
            {
                found.Add(result);
            }
        }

        (_focus, _root) = (null, null);
        return found.Count == 0 ? null : Deduplicate(found)[0];
    }

    /// <summary>The part of the clause that is asked for, where a sentence is the clause's own and nothing opened it.</summary>
    private UnitRoot? RootOf(SentenceScope scope) => scope.Opening is null ? _root : null;

    private bool WantsStatesOnly => _focus is { Explains: false };

    private bool IsOutOfFocus(InstanceKey key) => _focus is { } focus && !focus.Admits(key);

    private static List<InstanceResult> Deduplicate(IEnumerable<InstanceResult> results)
    {
        // One by one here, and not by what makes lists of anything: such a call has one target.
        var all = new List<InstanceResult>();
        foreach (var result in results)
        {
            all.Add(result);
        }

        return AreDistinct(all) ? all
            : [.. all
                .GroupBy(r => r.Key)
                .Select(g => g.OrderBy(r => r.Possible.States.Contains(ClauseState.Dormant)).ThenBy(r => r.Possible.States.Count).First())];
    }

    private static bool AreDistinct(List<InstanceResult> all)
    {
        if (all.Count <= 1)
        {
            return true;
        }

        var keys = new HashSet<InstanceKey>(all.Count);
        foreach (var result in all)
        {
            if (!keys.Add(result.Key))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<InstanceResult> EvaluateClause(Clause clause)
    {
        var rule = _evaluation.ReadingOf(clause.Name, clause.Readings).Content;
        if (IsUnusedPower(rule.Sentence))
        {
            yield break;
        }

        var root = _root?.Fact;
        foreach (var opening in clause.When is { } when && root is not null && _openings is { } shared ? shared.Of(when, root, _evaluation, () => [.. OpeningsOf(when, root)]) : OpeningsOf(clause.When, root))
        {
            foreach (var result in EvaluateSentence(clause.Path, rule.Sentence, rule.While, clause.Exceptions, opening))
            {
                yield return result;
            }
        }
    }

    /// <summary>Is it a power that nobody has used?</summary>
    private bool IsUnusedPower(Sentence sentence) =>
        sentence is { Modality: Modality.Power, Act: DoAct { Pattern.Noun: KindNoun { Form: KindForm.Event } act } } && _evaluation.Index.Events(act.Name).Count == 0 && !Evaluation.IsEventNoun(act.Name);

    private IEnumerable<InstanceResult> EvaluateSentence(
        string path,
        Sentence sentence,
        Condition? @while,
        ImmutableArray<ClauseException> exceptions,
        Opening? opening) => EvaluateSentence(new SentenceScope(path, sentence, @while, exceptions, opening));

    private IEnumerable<InstanceResult> EvaluateSentence(SentenceScope scope)
    {
        var sentence = scope.Sentence;
        var results = sentence switch
        {
            { Modality: Modality.May } => [],
            not { Modality: Modality.Power } and not { Act: DoAct, Modality: Modality.MustNot } when RootOf(scope)?.Fact is not null => [],
            { Modality: Modality.Power } => EvaluatePower(scope),
            { Act: KeepAct or HaveAct } => EvaluateKeep(scope),
            { Modality: Modality.MustNot } => EvaluateProhibition(scope),
            _ => EvaluateDo(scope),
        };
        foreach (var result in results)
        {
            yield return result;
            if (sentence.Otherwise is { } otherwise && result.Key.Path == scope.Path)
            {
                foreach (var next in EvaluateOtherwise(scope, otherwise, result))
                {
                    yield return next;
                }
            }
        }
    }

    private IEnumerable<InstanceResult> EvaluateOtherwise(SentenceScope scope, Sentence otherwise, InstanceResult result)
    {
        // Whoever may have done it may owe what follows.
        var authors = result.IsUnattributed ? result.Bearers.Select(b => (string?)b) : result.Bearers.Length == 1 ? [result.Bearers[0]] : new string?[] { null };
        foreach (var author in authors)
        {
            var binding = result.Binding ?? scope.Opening?.Binding ?? Binding.Empty;
            binding = author is null ? binding : binding.With(scope.Sentence.Subject.Each?.Variable, _evaluation.Resolve(author));
            foreach (var ((at, breached), index) in BreachesBy(result).Select((b, i) => (b, i)))
            {
                var why = Derivations.Make(DerivationCode.BreachOf, breached.Truth, [breached.Why], [], [scope.Path], scope.Path, result.Key.Bearer);
                var opening = new Opening(binding, breached.Because(why), at, Point.AtInstant(at, breached.Causes), [.. result.Trigger, $"{BreachBy(result, ClauseOf(scope), scope.Sentence, index)}"]);
                foreach (var next in EvaluateSentence(scope.Path + "/otherwise", otherwise, null, [], opening))
                {
                    yield return next;
                }
            }
        }
    }

    /// <summary>The breaches of one of its bearers: only possible ones, where it is not known which of them it was.</summary>
    private static IEnumerable<(InstantRange At, Judged Judged)> BreachesBy(InstanceResult result) => result.IsUnattributed
        ? result.Breaches().Select(b => (b.At, b.Judged.And(Judged.Of(Truth.Unknown, result.AuthorCauses)).Because(b.Judged.Why)))
        : result.Breaches();

    /// <summary>What tells a breach from others of the same clause and trigger: whose, towards whom, of which line, and which time.</summary>
    private static BreachName BreachBy(InstanceResult result, Clause? clause, Sentence sentence, int index)
    {
        var isOneOfSeveral = !sentence.Subject.Together
            && (sentence.Subject.Each is not null || sentence.Subject.Names.Length > 1
                || sentence.Subject.Names.Any(n => n is ActorArgument { IsGroup: true } || (n is VariableArgument v && IsEachOf(v.Variable, clause))));
        var hasSeveral = result.Beneficiary is not null && EachFinder.In(sentence).Count > 0;
        // Who nobody named is not one of two.
        var isAuthorStated = !result.IsUnattributed || result.AuthorCauses.Any(c => c.Code == CauseCode.NotKnownWhich);
        return new BreachName(
            null, isOneOfSeveral && isAuthorStated ? result.Key.Bearer : string.Empty, hasSeveral ? result.Beneficiary ?? string.Empty : string.Empty, result.Key.Line, index + 1, string.Empty);
    }

    // ---- openings

    /// <summary>Each way the trigger happened or is planned; one opening without bindings (null) where there is no trigger.</summary>
    /// <param name="only">Only by this event; null: by any.</param>
    private IEnumerable<Opening?> OpeningsOf(Pattern? when, Fact? only = null)
    {
        if (when is null)
        {
            yield return null;
            yield break;
        }

        var matches = only is not null ? _evaluation.MatchesOf(when, new EventEntity(only), Binding.Empty, null)
            : when.Noun is KindNoun { Form: KindForm.Thing } ? FirstSightings(when) : _evaluation.Matches(when, Binding.Empty, null);
        foreach (var match in matches.ToList())
        {
            var point = match.Entity switch
            {
                EventEntity e => _evaluation.TimeOf(e.Fact).AsPoint(),
                BreachEntity b => Point.AtInstant(b.At, []),
                ThingEntity t => _evaluation.TimeOf(_evaluation.Index.Thing(t.Name)!.Observations[0]).AsPoint(),
                _ => Point.AtInstant(AtHorizon, []),
            };
            var id = match.Entity is EventEntity { Fact: var fact } ? fact.Id : match.Entity.Name;
            var why = Derivations.Make(DerivationCode.Opened, match.Judged.Truth, [match.Judged.Why], [], [], when.Text);
            yield return new Opening(match.Binding, match.Judged.Because(why), point.Extent(Calendar), point, [id]);
        }
    }

    /// <summary>For a trigger that is a thing: the first observation at which it matches.</summary>
    private IEnumerable<Match> FirstSightings(Pattern when)
    {
        foreach (var thing in _evaluation.Index.AllThings)
        {
            foreach (var observation in thing.Observations)
            {
                var at = InstantRange.At(_evaluation.TimeOf(observation).Range.Latest);
                var rows = _evaluation.MatchesOf(when, new ThingEntity(thing.Id), Binding.Empty, at).ToList();
                if (rows.Count > 0)
                {
                    foreach (var row in rows)
                    {
                        yield return row;
                    }

                    break;
                }
            }
        }
    }

    // ---- each

    /// <summary>Every way to fill the <c>each</c> phrases of a sentence.</summary>
    /// <param name="at">When the fillers must be what the phrases say; null: whoever ever is, to be asked again at each moment.</param>
    private IEnumerable<(Binding Binding, ImmutableArray<Entity> Filled)> FillEach(Sentence sentence, Bearer bearer, Binding binding, InstantRange? at)
    {
        IEnumerable<(Binding Binding, ImmutableArray<Entity> Filled)> rows = [(binding, [])];
        foreach (var each in EachFinder.In(sentence))
        {
            if (bearer.IsUnknown && each.Pattern.Noun is MemberNoun or ActorNoun)
            {
                // Nobody knows who is bound: one finding says so, not one for each who would be owed.
                rows = rows.Select(row => (row.Binding.WithEach(Evaluation.EachKey(each), (Entity)new UnknownEntity(each.Text)), row.Filled));
                continue;
            }

            rows = rows.SelectMany(row => FillersOf(each, bearer, row.Binding, at)
                .Select(e => (row.Binding.WithEach(Evaluation.EachKey(each), e), row.Filled.Add(e))));
        }

        return rows;
    }

    private IEnumerable<Entity> FillersOf(EachArgument each, Bearer bearer, Binding binding, InstantRange? at)
    {
        if (each.Pattern.Noun is KindNoun { Form: KindForm.Thing } or DefinedNoun)
        {
            var owner = each.Pattern.Roles.FirstOrDefault(r => r.Preposition == "of")?.Argument;
            var candidates = each.Pattern.Noun is not KindNoun kind ? _evaluation.Index.AllThings
                : owner is not null && _evaluation.EntityOf(owner, binding) is ActorEntity actor ? _evaluation.Index.ThingsOf(kind.Name, actor.Name)
                : _evaluation.Index.Things(kind.Name);
            var things = candidates
                .Where(t => t.Observations.Any(o => _evaluation
                    .MatchesOf(each.Pattern, new ThingEntity(t.Id), binding, InstantRange.At(_evaluation.TimeOf(o).Range.Latest))
                    .Any()))
                .Select(t => (Entity)new ThingEntity(t.Id));
            if (each.Pattern.Noun is KindNoun)
            {
                return things.OrderBy(t => t.Name, StringComparer.Ordinal);
            }

            return things.Concat(_evaluation.Matches(each.Pattern, binding, at).Select(m => m.Entity).Where(e => e is not ThingEntity))
                .Distinct()
                .Where(e => !each.Other || !bearer.Members.Contains(e))
                .OrderBy(t => t.Name, StringComparer.Ordinal);
        }

        var fillers = at is null ? EverybodyEver(each.Pattern, binding) : _evaluation.Matches(each.Pattern, binding, at).Select(m => m.Entity);
        return fillers
            .Distinct()
            .Where(e => !each.Other || !bearer.Members.Contains(e))
            .OrderBy(e => e.Name, StringComparer.Ordinal);
    }
}

/// <summary>A sentence with what surrounds it in its clause.</summary>
internal sealed record SentenceScope(
    string Path,
    Sentence Sentence,
    Condition? While,
    ImmutableArray<ClauseException> Exceptions,
    Opening? Opening)
{
    public Binding Binding => Opening?.Binding ?? Binding.Empty;

    /// <summary>The exceptions that have to apply: it says what is to be kept as long as they do.</summary>
    public ImmutableArray<Applying> Under { get; init; } = [];
}
