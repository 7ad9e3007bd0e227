using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Patterns as relations: what was reported, joined with the bindings so far (docs/semantics.md, 4).</summary>
internal sealed partial class Evaluation
{
    /// <summary>
    /// Every way to match a pattern; rows that are certainly false are left out. Events are matched whenever they happened: the
    /// caller compares times. Things, memberships and conditions on them are taken as of <paramref name="at"/>; null takes the event's own time.
    /// </summary>
    /// <param name="within">Events that are certainly at another time may be left out.</param>
    public IEnumerable<Match> Matches(Pattern pattern, Binding binding, InstantRange? at, InstantRange? within = null)
    {
        var bound = binding[pattern.Variable];
        return pattern.Noun switch
        {
            KindNoun { Form: KindForm.Thing } noun => MatchThings(pattern, noun.Name, binding, bound, at ?? InstantRange.At(Horizon)),
            KindNoun { Form: KindForm.State } noun => MatchStateSubjects(pattern, noun.Name, binding, at ?? InstantRange.At(Horizon)),
            KindNoun noun => MatchEvents(pattern, noun.Name, binding, bound, at, within),
            DefinedNoun noun => MatchDefined(pattern, noun.Name, binding, at, within),
            BreachNoun noun => MatchBreaches(pattern, noun, binding),
            ActorNoun or MemberNoun => MatchActors(pattern, binding, bound, at ?? InstantRange.At(Horizon)),
            _ => [],
        };
    }

    /// <summary>Does this entity match the pattern? Rows for every way it does.</summary>
    public IEnumerable<Match> MatchesOf(Pattern pattern, Entity entity, Binding binding, InstantRange? at)
    {
        if (binding[pattern.Variable] is { } bound && !bound.Equals(entity) && bound is not UnknownEntity)
        {
            return [];
        }

        var with = binding.With(pattern.Variable, entity);
        switch (pattern.Noun)
        {
            case DefinedNoun defined:
                return MatchDefinedOf(pattern, defined.Name, entity, with, at);
            case KindNoun { Form: KindForm.State } state:
                return MatchStateSubjects(pattern, state.Name, with, at ?? InstantRange.At(Horizon))
                    .Where(m => m.Entity.Equals(entity));
            case ActorNoun when entity is ActorEntity or GroupEntity:
                return Finish(pattern, entity, with, Judged.True, at ?? InstantRange.At(Horizon));
            case MemberNoun member when entity is ActorEntity or GroupEntity:
                var isMember = IsMember(entity.Name, member.Group, at ?? InstantRange.At(Horizon));
                return isMember.Truth == Truth.False ? [] : Finish(pattern, entity, with, isMember, at ?? InstantRange.At(Horizon));
            case PlaceNoun when entity is PlaceEntity:
                return [new Match(with, Judged.True, entity)];
            case KindNoun when entity is UnknownEntity:
                return [new Match(with, Judged.Unknown(Causes.Missing(entity.Name, pattern.Text)), entity)];
            case KindNoun kind when entity is EventEntity e:
                return IsEventNoun(kind.Name) || Vocabulary.IsA(e.Fact.Kind, kind.Name) ? MatchEvent(pattern, e.Fact, with, at) : [];
            case KindNoun kind when entity is ThingEntity t && Index.Thing(t.Name) is { } thing:
                return Vocabulary.IsA(thing.Kind, kind.Name) ? MatchThing(pattern, thing, with, at ?? InstantRange.At(Horizon), false) : [];
            default:
                return [];
        }
    }

    private IEnumerable<Match> MatchEvents(Pattern pattern, string kind, Binding binding, Entity? bound, InstantRange? at, InstantRange? within)
    {
        if (bound is EventEntity e)
        {
            return IsEventNoun(kind) || Vocabulary.IsA(e.Fact.Kind, kind) ? MatchEvent(pattern, e.Fact, binding, at) : [];
        }

        var candidates = IsEventNoun(kind) ? Index.AllEvents : Candidates(pattern, kind, binding, within);
        candidates = _seesCounts ? candidates.Concat(Index.Counts(kind)) : candidates;
        return MatchEach(pattern, candidates, binding, at);
    }

    private IEnumerable<Match> MatchEach(Pattern pattern, IEnumerable<Fact> candidates, Binding binding, InstantRange? at)
    {
        foreach (var fact in candidates)
        {
            foreach (var match in MatchEvent(pattern, fact, binding.With(pattern.Variable, new EventEntity(fact)), at))
            {
                yield return match;
            }
        }
    }

    private IEnumerable<Match> MatchEvent(Pattern pattern, Fact fact, Binding binding, InstantRange? at)
    {
        var occurred = fact.Form == FactForm.Count ? WasCounted(fact) : Occurred(fact);
        if (occurred.Truth == Truth.False || (pattern.Instance is { } id && id != fact.Id))
        {
            return [];
        }

        return Finish(pattern, new EventEntity(fact), binding, occurred, at ?? TimeOf(fact).Range);
    }

    private IEnumerable<Match> MatchThings(Pattern pattern, string kind, Binding binding, Entity? bound, InstantRange at)
    {
        if (bound is ThingEntity t)
        {
            return Index.Thing(t.Name) is { } known && Vocabulary.IsA(known.Kind, kind) ? MatchThing(pattern, known, binding, at, true) : [];
        }

        var owner = pattern.Roles.FirstOrDefault(r => r.Preposition == "of")?.Argument;
        var candidates = owner is not null && EntityOf(owner, binding) is ActorEntity actor
            ? Index.ThingsOf(kind, actor.Name)
            : Index.Things(kind);
        return candidates
            .Where(thing => pattern.Instance is null || pattern.Instance == thing.Id)
            .SelectMany(thing => MatchThing(pattern, thing, binding.With(pattern.Variable, new ThingEntity(thing.Id)), at, true));
    }

    /// <param name="mustBeThere">False where an event names the thing: its kind and fields matter, not its presence.</param>
    private IEnumerable<Match> MatchThing(Pattern pattern, ThingTimeline thing, Binding binding, InstantRange at, bool mustBeThere)
    {
        var present = mustBeThere ? View(thing, at).Present : Judged.True;
        return present.Truth == Truth.False ? [] : Finish(pattern, new ThingEntity(thing.Id), binding, present, at);
    }

    /// <summary>Roles and <c>where</c> of something whose noun already matched.</summary>
    private IEnumerable<Match> Finish(Pattern pattern, Entity entity, Binding binding, Judged judged, InstantRange at)
    {
        // Most roles match in one way at most: so far no rows are needed.
        ImmutableArray<Derivation?> why = judged.Why is { Code: DerivationCode.Counted } counted ? [counted] : [];
        var first = 0;
        for (; first < pattern.Roles.Length && OneWay(entity, pattern.Roles[first], binding, at) is var (with, match); first++)
        {
            (binding, judged) = (with, judged.And(match));
            why = Explains && match.Why is not null ? why.Add(match.Why) : why;
            if (judged.Truth == Truth.False)
            {
                return [];
            }
        }

        return first < pattern.Roles.Length ? FinishRows(pattern, first, entity, (binding, judged, why), at)
            : FinishRow(pattern, entity, (binding, judged, why), at) is { } row ? [row]
            : [];
    }

    /// <param name="first">The first role that may match in several ways.</param>
    private IEnumerable<Match> FinishRows(Pattern pattern, int first, Entity entity, (Binding Binding, Judged Judged, ImmutableArray<Derivation?> Reasons) one, InstantRange at)
    {
        IEnumerable<(Binding Binding, Judged Judged, ImmutableArray<Derivation?> Reasons)> rows = [one];
        foreach (var role in pattern.Roles.Skip(first))
        {
            rows = rows.SelectMany(row => MatchRole(entity, role, row.Binding, at)
                .Select(m => (m.Binding, Judged: row.Judged.And(m.Judged), Reasons: Explains && m.Judged.Why is not null ? row.Reasons.Add(m.Judged.Why) : row.Reasons))
                .Where(m => m.Judged.Truth != Truth.False));
        }

        foreach (var row in rows)
        {
            if (FinishRow(pattern, entity, row, at) is { } match)
            {
                yield return match;
            }
        }
    }

    private Match? FinishRow(Pattern pattern, Entity entity, (Binding Binding, Judged Judged, ImmutableArray<Derivation?> Reasons) row, InstantRange at)
    {
        var where = pattern.Where is { } condition ? Evaluate(condition, row.Binding, at) : Judged.True;
        var all = row.Judged.And(where);
        return all.Truth == Truth.False ? null
            : new Match(row.Binding, all.Because(Explains ? FactStep(pattern, entity, all.Truth, at, where.Why is null ? row.Reasons : row.Reasons.Add(where.Why)) : null), entity);
    }

    /// <summary>The only way in which a role can match, by the rules of <see cref="MatchRole"/>; null where there may be several, or it takes more to know.</summary>
    private (Binding Binding, Judged Judged)? OneWay(Entity entity, RoleArgument role, Binding binding, InstantRange at)
    {
        switch (role.Argument)
        {
            case VariableArgument v when binding[v.Variable] is { } known:
                return (binding, SameAs(RoleOf(entity, role.Preposition, at), known, at));
            case EachArgument each when binding[EachKey(each)] is { } known:
                return (binding, SameAs(RoleOf(entity, role.Preposition, at), known, at));
            case VariableArgument v:
                return RoleOf(entity, role.Preposition, at) is { MayDiffer: false, Options: [NameValue { Name: var name }] } ? (binding.With(v.Variable, Resolve(name)), Judged.True) : null;
            case ActorArgument { IsGroup: false } actor:
                return RoleOf(entity, role.Preposition, at) is { MayDiffer: false, Options: [NameValue { Name: var who }] } ? (binding, who == actor.Name ? Judged.True : Judged.False) : null;
            case PatternArgument { Pattern: var pattern } when RoleOf(entity, role.Preposition, at) is { MayDiffer: false, Options: [NameValue { Name: var filler }] }:
                return MatchesOf(pattern, Resolve(filler), binding, at) is not IReadOnlyCollection<Match> { Count: <= 1 } matches ? null
                    : matches.FirstOrDefault() is { Entity: not null } match ? (match.Binding, match.Judged.Because(IsBareNoun(pattern) ? null : match.Judged.Why))
                    : (binding, Judged.False);
            default:
                return null;
        }
    }

    private Derivation FactStep(Pattern pattern, Entity entity, Truth truth, InstantRange at, ImmutableArray<Derivation?> reasons)
    {
        var (id, when, reports) = entity switch
        {
            // Nobody reported a case of a defined noun: they reported what it is a case of, and that step cites them.
            EventEntity or ThingEntity when pattern.Noun is ActorNoun => (
                entity is EventEntity { Fact.Id: var fact } ? fact : entity.Name, string.Empty, ImmutableArray<ReportReference>.Empty),
            EventEntity e => (NameTold(e.Fact), e.Fact.Form == FactForm.Count ? string.Empty : TimeAsTold(e.Fact), e.Fact.AssertedBy),
            ThingEntity t when Index.Thing(t.Name) is { } thing => (
                t.Name,
                string.Empty,
                View(thing, at).Current.SelectMany(o => o.AssertedBy).ToImmutableArray()),
            _ => (entity.Name, string.Empty, ImmutableArray<ReportReference>.Empty),
        };
        var noun = pattern.Noun.Name;
        var because = reasons.AsSpan();
        var (denied, author) = entity is EventEntity { Fact: var its } && reports.Length > 0 ? (Causes.Names(its.DeniedBy), DenialsOfAuthor(its)) : (string.Empty, string.Empty);
        return Derivations.Of(
            DerivationCode.Fact,
            truth,
            because,
            reports,
            reports is [var only] ? [only.Source, noun, id] : [.. reports.Select(r => r.Source), noun, id],
            denied.Length + author.Length > 0 ? [noun, id, when, denied, author] : [noun, id, when]);
    }

    private static string DenialsOfAuthor(Fact fact) =>
        !fact.IsRow(out _, out _) && fact.Role("by") is { IsDisputed: true } by ? Causes.Names([.. by.Alternatives.SelectMany(a => a.DeniedBy)]) : string.Empty;

    /// <summary>The time of an event; rival ones each with those who say so: nobody may be made to say what another one said.</summary>
    private string TimeAsTold(Fact fact) =>
        fact.IsRow(out _, out _) || fact.Time.Alternatives.Length == 1 ? Index.TimeTold(fact)
        : SideOf(fact.Key, "time") is { } side ? $"{fact.Time.Alternatives[side].Value}"
        : Composed.Or(fact.Time.Alternatives.Select(a => Composed.Of(Composed.Said, $"{a.Value}", Causes.Names(a.AssertedBy))));

    private IEnumerable<(Binding Binding, Judged Judged)> MatchRole(Entity entity, RoleArgument role, Binding binding, InstantRange at)
    {
        if (role.Argument is PlaceArgument { Place: TerritoryPlace territory } && role.Preposition != "outside" && EntityOf(territory.Of, binding) is null)
        {
            foreach (var row in MatchTerritory(entity, role.Preposition, territory, binding, at))
            {
                yield return row;
            }

            yield break;
        }

        if (role.Argument is PlaceArgument place)
        {
            var outside = role.Preposition == "outside";
            var judged = InPlace(place.Place, PlacesOf(entity, outside ? "in" : role.Preposition, at), binding, at);
            yield return (binding, outside ? judged.Not() : judged);
            yield break;
        }

        var held = RoleOf(entity, role.Preposition, at);
        foreach (var row in MatchArgument(role.Argument, held, entity, role.Preposition, binding, at))
        {
            yield return row;
        }
    }

    /// <summary><c>in territory of T</c> with T open: whoever's territory it is reported to be in; unknown whose, if no report says so.</summary>
    private IEnumerable<(Binding Binding, Judged Judged)> MatchTerritory(
        Entity entity, string preposition, TerritoryPlace territory, Binding binding, InstantRange at)
    {
        var held = PlacesOf(entity, preposition, at).In;
        var owners = Fillers(held)
            .Where(n => n.StartsWith(TerritoryPrefix, StringComparison.Ordinal))
            .Select(n => new NameValue(n[TerritoryPrefix.Length..]))
            .ToImmutableArray<Value>();
        if (owners.Length == 0 && FieldOf(entity, "position", at) is { IsMissing: false } position && Agreement.Tables.ContainsKey(TerritoryTable))
        {
            var where = PlacesOf(entity, preposition, at);
            return Vocabulary.Actors.Keys.SelectMany(actor =>
                InTerritory(new TerritoryPlace(territory.Text, new ActorArgument(actor, actor, false)), where, binding, at) is { Truth: not Truth.False } inside
                    ? MatchArgument(territory.Of, position with { Options = [new NameValue(actor)], Causes = [] }, entity, "territory", binding, at)
                        .Select(row => (row.Binding, row.Judged.And(inside)))
                    : []);
        }

        if (owners.Length == 0)
        {
            return MatchArgument(territory.Of, MissingAttribute(NameOf(entity), "territory"), entity, "territory", binding, at)
                .Select(row => (row.Binding, Judged.Unknown(Causes.Missing(NameOf(entity), "territory"))));
        }

        return owners.SelectMany(owner => MatchArgument(territory.Of, held with { Options = [owner], Causes = [] }, entity, "territory", binding, at)
            .Select(row => (row.Binding, row.Judged.And(held.Test(v => Judgements.Same(v, TerritoryPrefix + owner))))));
    }

    /// <summary>Does what fills a role match an argument? One row for each filler that an unbound variable may stand for.</summary>
    public IEnumerable<(Binding Binding, Judged Judged)> MatchArgument(
        Argument argument,
        Held held,
        Entity owner,
        string preposition,
        Binding binding,
        InstantRange at)
    {
        switch (argument)
        {
            case VariableArgument v when binding[v.Variable] is { } known:
                return [(binding, SameAs(held, known, at))];
            case EachArgument each when binding[EachKey(each)] is { } known:
                return [(binding, SameAs(held, known, at))];
            case VariableArgument v:
                return held.IsMissing
                    ? [(binding.With(v.Variable, new UnknownEntity($"{preposition} of {NameOf(owner)}")), Judged.True)]
                    : Fillers(held).Select(name => (
                        binding.With(v.Variable, Resolve(name)),
                        held.Test(x => Judgements.Same(x, name))));
            case ActorArgument actor:
                return [(binding, held is { IsMissing: true, Denied: not null } && !actor.IsGroup ? held.TestIs(actor.Name) : held.Test(v => IsActorOrMember(v, actor, at)))];
            case InstanceArgument instance:
                return [(binding, held.TestIs(instance.Id))];
            case TextArgument text:
                return [(binding, held.Test(v => Judged.Of(Kleene.Of(v is TextValue t && string.Equals(t.Text, text.Value, StringComparison.OrdinalIgnoreCase)), [])))];
            case PatternArgument { Pattern: var pattern }:
                return MatchNested(pattern, held, owner, preposition, binding, at);
            case EachArgument { Pattern: var pattern }:
                return MatchNested(pattern, held, owner, preposition, binding, at);
            default:
                return [(binding, Judged.Unknown(Causes.Missing(NameOf(owner), preposition)))];
        }
    }

    private IEnumerable<(Binding Binding, Judged Judged)> MatchNested(
        Pattern pattern, Held held, Entity owner, string preposition, Binding binding, InstantRange at)
    {
        if (held.IsMissing)
        {
            var known = pattern.Variable is { } variable && binding[variable] is { } entity and not UnknownEntity ? entity : null;
            var unknown = new UnknownEntity($"{preposition} of {NameOf(owner)}");
            var anything = pattern is { Roles.Length: 0, Where: null, Noun: not (DefinedNoun or MemberNoun) } && known is null;
            return [(known is null ? binding.With(pattern.Variable, unknown) : binding, anything ? Judged.True : Judged.Of(Truth.Unknown, held.Causes))];
        }

        return Fillers(held).SelectMany(name => MatchesOf(pattern, Resolve(name), binding, at)
            .Select(m => (m.Binding, held.Test(v => Judgements.Same(v, name)).And(m.Judged).Because(IsBareNoun(pattern) ? null : m.Judged.Why))));
    }

    /// <summary>Does an entity fill the role? A group does if a member does.</summary>
    public Judged IsFilledBy(Held held, Entity entity, InstantRange at) => SameAs(held, entity, at);

    /// <summary>A noun that the role's declaration says already explains nothing.</summary>
    private static bool IsBareNoun(Pattern pattern) => pattern is { Roles.Length: 0, Where: null, Noun: KindNoun { Form: not KindForm.State } or ActorNoun };

    private Judged SameAs(Held held, Entity known, InstantRange at) => known switch
    {
        UnknownEntity => Judged.Unknown(Causes.NotIdentified(known.Name)),
        GroupEntity group => IsAnyOf(held, group, at),
        EventEntity e => held.TestIs(e.Fact.Id),
        _ => held.TestIs(known.Name),
    };

    private Judged IsAnyOf(Held held, GroupEntity group, InstantRange at) =>
        held.Test(v => AnyOf(v, name => name == group.Name ? Judged.True : IsMember(name, group.Name, at)));

    private Judged IsActorOrMember(Value value, ActorArgument actor, InstantRange at) => AnyOf(value, name =>
        name == actor.Name ? Judged.True : actor.IsGroup ? IsMember(name, actor.Name, at) : Judged.False);

    /// <summary>Does one of the named satisfy it (all of "A and B" are named), with "one of" unknown unless they agree?</summary>
    private static Judged AnyOf(Value value, Func<string, Judged> test)
    {
        var names = FactStore.NamesOf(value);
        if (value is OneOfValue)
        {
            var all = names.Aggregate(Judged.True, (sum, n) => sum.And(test(n)));
            var any = names.Aggregate(Judged.False, (sum, n) => sum.Or(test(n)));
            return all.Truth == any.Truth ? all : Judged.Of(Truth.Unknown, all.Causes.Union(any.Causes));
        }

        return names.Aggregate(Judged.False, (sum, n) => sum.Or(test(n)));
    }

    private static IEnumerable<string> Fillers(Held held) =>
        held.Options.SelectMany(o => FactStore.NamesOf(o)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What a name stands for: an actor, a group, an event, a thing; otherwise a place.</summary>
    public Entity Resolve(string name) =>
        Text.ActorOrGroup(name) is { } known ? known
        : Index.Event(name) is { } fact ? new EventEntity(fact)
        : Index.Thing(name) is not null ? new ThingEntity(name)
        : new PlaceEntity(name);

    /// <summary>The key under which an <c>each</c> is bound: its variable, or its words.</summary>
    public static string EachKey(EachArgument each) => each.Pattern.Variable ?? "each " + each.Text;

    public Entity? EntityOf(Argument argument, Binding binding) => argument switch
    {
        VariableArgument v => binding[v.Variable],
        EachArgument e => binding[EachKey(e)],
        ActorArgument { IsGroup: true } a => new GroupEntity(a.Name),
        ActorArgument a => new ActorEntity(a.Name),
        InstanceArgument i => Resolve(i.Id),
        PatternArgument p => binding[p.Pattern.Variable],
        _ => null,
    };

    /// <summary>Does a noun stand for events of any kind?</summary>
    public static bool IsEventNoun(string name) => name is "activity" or "request";

    private static string NameOf(Entity entity) => entity is EventEntity e ? e.Fact.Id : entity.Name;
}

/// <summary>Small judgements on values.</summary>
internal static class Judgements
{
    /// <summary>Is this name what fills the role? One of "A and B" is; one of "A or B" is unknown.</summary>
    public static Judged Same(Value value, string name)
    {
        if (value is NameValue only)
        {
            return only.Name == name ? Judged.True : Judged.False;
        }

        var names = FactStore.NamesOf(value);
        var isThere = names.Contains(name);
        return value is OneOfValue && isThere && names.Length > 1 ? Judged.Of(Truth.Unknown, []) : isThere ? Judged.True : Judged.False;
    }
}
