using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Logic.Reference.Readings;
using Pacta.Logic.Reference.Screening;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>Nouns that are not plain kinds: defined ones, members of groups, states, breaches (docs/semantics.md, 4).</summary>
internal sealed partial class Evaluation
{
    /// <summary>Patterns of defined nouns without what these mean.</summary>
    private static readonly ConditionalWeakTable<Pattern, Pattern> Bare = [];

    private readonly Dictionary<string, NounScreen> _meanings;
    private ScreenMaker? _screens;

    private Dictionary<(string Name, string Key), (List<Match> Rows, ReadsTaken Reads, Consulted Asked)> DefinedRows => field ??= [];

    private HashSet<string> StatesAsked => field ??= [];

    /// <summary>Quick looks at what texts mean in this world.</summary>
    public ScreenMaker Screens => _screens ??= new ScreenMaker(Agreement, Index, World);

    /// <summary>The reading of a text that this world takes; the only one where there is one.</summary>
    public Reading<T> ReadingOf<T>(string name, ImmutableArray<Reading<T>> readings) =>
        readings.Length > 1 && World.Readings.TryGetValue(name, out var chosen) ? Named(readings, chosen) : readings[0];

    /// <summary>By itself, so that nothing is made ready for it where there is only one.</summary>
    private static Reading<T> Named<T>(ImmutableArray<Reading<T>> readings, string name) => readings.First(r => r.Name == name);

    private IEnumerable<Match> MatchDefined(Pattern pattern, string name, Binding binding, InstantRange? at, InstantRange? within)
    {
        var meaning = MeaningOf(name);
        if (binding[pattern.Variable] is { } bound)
        {
            return FinishEach(pattern, name, Answered(name, bound, at, MatchesOf(meaning, bound, Binding.Empty, at)), binding, at);
        }

        IEnumerable<Match> rows;
        if (at is null && EventKindOf(new DefinedNoun(name)) is { } kind)
        {
            rows = DefinedEvents(name, meaning, Candidates(pattern, kind, binding, within));
        }
        else
        {
            Consulted?.All();
            rows = Matches(meaning, Binding.Empty, at, within);
        }

        return FinishEach(pattern, name, rows, binding, at);
    }

    private IEnumerable<Match> FinishEach(Pattern pattern, string name, IEnumerable<Match> rows, Binding binding, InstantRange? at)
    {
        foreach (var row in rows)
        {
            foreach (var match in FinishDefined(pattern, name, row, binding.With(pattern.Variable, row.Entity), at))
            {
                yield return match;
            }
        }
    }

    private IEnumerable<Match> DefinedEvents(string name, Pattern meaning, IEnumerable<Fact> candidates)
    {
        foreach (var fact in candidates)
        {
            foreach (var row in DefinedEvent(name, meaning, fact))
            {
                yield return row;
            }
        }
    }

    private List<Match> DefinedEvent(string name, Pattern meaning, Fact fact)
    {
        if (_supposes)
        {
            Consulted?.All();
            return FindRows(meaning, fact);
        }

        if (IsCertainlyNot(name, fact))
        {
            Consulted?.NotMeant(name, fact, null);
            return [];
        }

        return RowsOf(name, meaning, fact);
    }

    /// <summary>What a defined event is does not change with the moment: the rows of each are found once.</summary>
    private List<Match> RowsOf(string name, Pattern meaning, Fact fact)
    {
        if (!DefinedRows.TryGetValue((name, fact.Key), out var kept))
        {
            var asked = new Consulted();
            var (rows, taken) = Index.Reads is { } reads ? reads.During(Find, isShared: false) : (Find(), ReadsTaken.None);
            kept = (rows, taken, asked);
            DefinedRows.Add((name, fact.Key), kept);

            List<Match> Find() => Asking(asked, () => FindRows(meaning, fact));
        }

        Index.Reads?.Add(kept.Reads);
        Answer(name, fact, null, kept.Rows, kept.Asked);
        return kept.Rows;
    }

    private List<Match> FindRows(Pattern meaning, Fact fact)
    {
        var explains = Explains;
        Explains = true;
        var rows = MatchesOf(meaning, new EventEntity(fact), Binding.Empty, null).ToList();
        Explains = explains;
        return rows;
    }

    /// <summary>At a glance: is an event none of those that a noun means?</summary>
    public bool IsCertainlyNot(string name, Fact fact) => Index.Glances && fact.Form == FactForm.Event && MeaningScreen(name).Run(fact) == Screened.No;

    private NounScreen MeaningScreen(string name)
    {
        if (!_meanings.TryGetValue(name, out var meaning))
        {
            meaning = Screens.Meaning(name);
            _meanings.Add(name, meaning);
        }

        return meaning;
    }

    /// <summary>The kind of event that a noun means in the end; null: it means none, or one of any kind.</summary>
    public string? EventKindOf(Noun noun) => noun switch
    {
        KindNoun { Form: KindForm.Event } kind when !IsEventNoun(kind.Name) => kind.Name,
        DefinedNoun defined => EventKindOf(NounOf(defined.Name)),
        _ => null,
    };

    private IEnumerable<Match> MatchDefinedOf(Pattern pattern, string name, Entity entity, Binding binding, InstantRange? at) =>
        Answered(name, entity, at, MatchesOf(MeaningOf(name), entity, Binding.Empty, at)).SelectMany(row => FinishDefined(pattern, name, row, binding, at));

    private IEnumerable<Match> FinishDefined(Pattern pattern, string name, Match row, Binding binding, InstantRange? at)
    {
        var moment = at ?? (row.Entity is EventEntity e ? TimeOf(e.Fact).Range : InstantRange.At(Horizon));
        foreach (var match in Finish(Bare.GetValue(pattern, static p => p with { Noun = new ActorNoun(p.Noun.Name) }), row.Entity, binding, row.Judged, moment))
        {
            var why = Explains
                ? Derivations.Make(DerivationCode.Defined, match.Judged.Truth, [row.Judged.Why, match.Judged.Why], [], [name], name, MeaningOf(name).Text)
                : null;
            yield return match with { Judged = match.Judged.Because(why) };
        }
    }

    private Pattern MeaningOf(string name) => ReadingOf(name, Agreement.Definitions[name].Readings).Content;

    private IEnumerable<Match> MatchActors(Pattern pattern, Binding binding, Entity? bound, InstantRange at)
    {
        if (bound is ActorEntity or GroupEntity)
        {
            return MatchesOf(pattern, bound, binding, at);
        }

        var candidates = pattern.Noun is MemberNoun member
            ? MembersOf(member.Group)
            : Vocabulary.Actors.Keys.Select(n => (Entity)new ActorEntity(n));
        return candidates.SelectMany(c => MatchesOf(pattern, c, binding, at));
    }

    /// <summary>Everybody who ever is a member: of the parties, groups stand for their members; of a named group, its direct members.</summary>
    public IEnumerable<Entity> MembersOf(string group)
    {
        if (group == MemberNoun.Parties)
        {
            return Agreement.Parties.SelectMany(ActorsOf).Distinct(StringComparer.Ordinal).Select(n => new ActorEntity(n));
        }

        return Vocabulary.Groups[group].Members.Select(m => m.Member).Distinct(StringComparer.Ordinal).Select(Resolve);
    }

    /// <summary>The actors behind a name: itself, or the members of the group and of its groups.</summary>
    public IEnumerable<string> ActorsOf(string name) => Text.ActorsOf(name);

    /// <summary>Is an actor (or group) a member of a group at a moment, directly or through a group in it?</summary>
    public Judged IsMember(string name, string group, InstantRange at)
    {
        if (group == MemberNoun.Parties)
        {
            var isParty = Text.IsListed(name) ? Judged.True : Judged.False;
            foreach (var party in Text.GroupsOfParties)
            {
                isParty = isParty.Truth == Truth.True ? isParty : isParty.Or(IsMember(name, party, at));
            }

            return isParty;
        }

        if (name == group)
        {
            return Judged.True;
        }

        var result = Judged.False;
        foreach (var membership in Text.Memberships(name, group))
        {
            var isHere = membership.Member == name ? Judged.True : IsMember(name, membership.Member, at);
            result = isHere.Truth == Truth.False ? result : result.Or(isHere.And(Within(membership.From, membership.Until, at)));
        }

        return result;
    }

    /// <summary>Is a moment in a dated span, its ends included? Null ends are open.</summary>
    public Judged Within(TimeExpression? from, TimeExpression? until, InstantRange at, Binding? binding = null)
    {
        var result = Judged.True;
        if (from is FixedTime since)
        {
            result = Judged.Of(at.NotBefore(Text.Of(since).Beginning), []);
        }
        else if (from is not null)
        {
            var start = Evaluate(from, binding ?? Binding.Empty);
            result = result.And(Judged.Of(at.NotBefore(start.AsBeginning(Calendar)), start.Causes));
        }

        if (until is FixedTime last)
        {
            result = result.And(Judged.Of(at.NotAfter(Text.Of(last).Deadline), []));
        }
        else if (until is not null)
        {
            var end = Evaluate(until, binding ?? Binding.Empty);
            result = result.And(Judged.Of(at.NotAfter(end.AsDeadline(Calendar)), end.Causes));
        }

        return result;
    }

    // ---- states

    /// <summary>Actors of which a state holds, as the entity of its first role.</summary>
    private IEnumerable<Match> MatchStateSubjects(Pattern pattern, string state, Binding binding, InstantRange at)
    {
        // A state that begins with somebody who is in it already has no beginning: nobody ever is.
        if (!StatesAsked.Add(state))
        {
            yield break;
        }

        foreach (var match in MatchStates(pattern, state, binding, at).ToList())
        {
            StatesAsked.Remove(state);
            yield return match;
            StatesAsked.Add(state);
        }

        StatesAsked.Remove(state);
    }

    private IEnumerable<Match> MatchStates(Pattern pattern, string state, Binding binding, InstantRange at)
    {
        var candidates = binding[pattern.Variable] is { } bound and not UnknownEntity
            ? [bound]
            : SubjectsOf(state).ToList();
        foreach (var candidate in candidates)
        {
            var holds = InState(candidate, state, pattern.Roles, binding, at);
            if (holds.Truth != Truth.False)
            {
                yield return new Match(binding.With(pattern.Variable, candidate), holds, candidate);
            }
        }
    }

    /// <summary>Everybody of whom a state ever began, or was said to.</summary>
    public IEnumerable<Entity> SubjectsOf(string state)
    {
        var kind = Vocabulary.States[state];
        var role = kind.Kind.Roles[0].Preposition;
        var beginnings = Matches(kind.Begins, Binding.Empty, null)
            .Select(m => m.Binding[kind.RoleVariables[0]]);
        var stated = Index.Events(state)
            .SelectMany(f => Fillers(RoleOf(new EventEntity(f), role, InstantRange.At(Horizon))))
            .Select(Resolve);
        return beginnings.OfType<Entity>().Concat(stated).Distinct().OrderBy(e => e.Name, StringComparer.Ordinal);
    }

    /// <summary>Is the subject in a state: begun at or before the moment, and not ended since?</summary>
    public Judged InState(Entity subject, string state, ImmutableArray<RoleArgument> roles, Binding binding, InstantRange at)
    {
        var kind = Vocabulary.States[state];
        var start = Binding.Empty.With(kind.RoleVariables[0], subject);
        foreach (var role in roles)
        {
            var index = kind.Kind.Roles.IndexOf(kind.Kind.Roles.FirstOrDefault(r => r.Preposition == role.Preposition)!);
            if (index > 0 && EntityOf(role.Argument, binding) is { } filler)
            {
                start = start.With(kind.RoleVariables[index], filler);
            }
        }

        var result = Judged.False;
        foreach (var begun in Beginnings(kind, start))
        {
            var since = begun.Time.AsPoint();
            var holds = begun.Judged
                .And(Judged.Of(at.NotBefore(since.AsBeginning(Calendar)), begun.Time.Causes))
                .And(HasHappened(begun.Time));
            if (holds.Truth != Truth.False && kind.Ends is { } ends)
            {
                foreach (var end in Matches(ends, begun.Binding, null))
                {
                    var ended = TimeOf(((EventEntity)end.Entity).Fact);
                    var isAfter = Judged.Of(ended.Range.NotBefore(begun.Time.Range), ended.Causes.Union(begun.Time.Causes));
                    var isBefore = Judged.Of(ended.Range.NotAfter(at), ended.Causes).And(HasHappened(ended));
                    holds = holds.And(end.Judged.And(isAfter).And(isBefore).Not());
                }
            }

            result = result.Or(holds);
        }

        var why = Step(DerivationCode.InState, result.Truth, [result.Why], [], subject.Name, state);
        return result.Because(why);
    }

    private IEnumerable<(Binding Binding, Judged Judged, FactTime Time)> Beginnings(StateKind kind, Binding start)
    {
        foreach (var match in Matches(kind.Begins, start, null))
        {
            yield return (match.Binding, match.Judged, TimeOf(((EventEntity)match.Entity).Fact));
        }

        var roles = kind.Kind.Roles.Select((r, i) =>
            new RoleArgument(r.Preposition, new VariableArgument(kind.RoleVariables[i], kind.RoleVariables[i])));
        var stated = new Pattern(kind.Kind.Name, new KindNoun(kind.Kind.Name, KindForm.Event), null, null, [.. roles], null);
        foreach (var match in Matches(stated, start, null))
        {
            var fact = ((EventEntity)match.Entity).Fact;
            yield return (match.Binding, match.Judged, TimeOf(fact));
        }
    }

    private IEnumerable<Match> MatchBreaches(Pattern pattern, BreachNoun noun, Binding binding)
    {
        foreach (var (breach, judged) in Norms?.BreachesOf(noun.Clause) ?? [])
        {
            var row = binding.With(pattern.Variable, breach);
            var all = judged;
            foreach (var role in pattern.Roles.Where(r => r.Preposition == "by"))
            {
                var by = new Held([new Model.Values.NameValue(breach.Bearer)], false, [], []);
                var (next, matched) = MatchArgument(role.Argument, by, breach, "by", row, breach.At).FirstOrDefault((row, Judged.False));
                row = next;
                all = all.And(matched);
            }

            if (all.Truth != Truth.False)
            {
                yield return new Match(row, all, breach);
            }
        }
    }
}
