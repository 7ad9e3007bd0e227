using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Negotiation.Conflicts;

namespace Pacta.Exploration.Conflicting;

/// <param name="IsCut">The allowance ran out.</param>
internal sealed record SetResult(MemberSet Set, ImmutableArray<Conflict> Conflicts, int Tried, bool IsCut, ImmutableArray<string> CutKinds);

/// <summary>All that is to be found about one set of clauses: for each party, under each reading.</summary>
internal sealed class SetSearch(MemberSet set, ConflictLimits limits)
{
    private readonly SortedSet<string> _cutKinds = new(StringComparer.Ordinal);
    private int _tried;
    private bool _isCut;

    public SetResult Run()
    {
        var variants = Variant.Of(set.Members).ToList();
        var found = variants.SelectMany(v => Of(v.Members, v.Readings)).ToList();

        // What is so under every reading depends on none.
        var conflicts = found.GroupBy(f => f.Party, StringComparer.Ordinal)
            .SelectMany(g => g.Count() == variants.Count ? [g.First() with { Readings = [] }] : g.AsEnumerable());
        return new SetResult(set, [.. conflicts], _tried, _isCut, [.. _cutKinds]);
    }

    private IEnumerable<Conflict> Of(ImmutableArray<Member> members, ImmutableArray<ReadingTaken> readings)
    {
        var bound = set.Question == Question.Unusable ? members[..1] : members;
        foreach (var (party, alike) in Stage.PartiesOf(members, bound))
        {
            var conflict = set.Question is Question.Forbidden or Question.Unusable ? OfPermission(members, party) : OfDuties(members, party);
            if (conflict is not null)
            {
                yield return conflict with { Alike = alike, Readings = readings };
            }
        }
    }

    private Conflict? OfDuties(ImmutableArray<Member> members, string party)
    {
        var stage = Stage.Of(members, party);
        var search = new SituationSearch(stage, limits);
        var found = set.Question switch
        {
            Question.Alone => search.RunAlone(),
            Question.Separate => new SeparateActs(stage, limits).Run(),
            _ => search.Run(),
        };
        Count(stage, search.IsCut);
        if (found is null)
        {
            return set.Question == Question.Alone && DeadDuties.Of(stage) is var (kind, facts)
                ? new Conflict(kind, Clauses(members), party, [], stage.History(facts, []), null, [], [], null, [])
                : null;
        }

        // Acts that a floor asks for over a long time are tried close together only: where something else limits them by a shorter time, or one by one, that decides nothing.
        if (set.Question != Question.Alone && Windows(members, isFloor: true) is { Count: > 0 } floors && members.Any(m => Windows([m], isFloor: true).Count == 0 && !Windows([m], isFloor: false).Exists(floors.Contains)))
        {
            _isCut = true;
            return null;
        }

        // What is shown holds among all parties, and not only among those who stand for them.
        var full = Stage.Of(members, party, isFull: true);
        var history = full.History(found.Facts, found.Judged);
        var attempts = found.Attempts.Select(a => (a.Facts, Broken: full.Broken(full.History(found.Facts.AddRange(a.Facts), found.Judged), members))).ToList();
        return attempts.Exists(a => a.Broken.IsEmpty)
            ? null
            : new Conflict(
                KindOf(members), Clauses(members), party, [], history, found.Holding, [],
                [.. attempts.Select(a => new Attempt(a.Facts, Clauses([.. members.Where(m => a.Broken.Any(b => b.Member == m))])))], null, Prevails(members, party));
    }

    private Conflict? OfPermission(ImmutableArray<Member> members, string party)
    {
        var search = new PermissionSearch(members, party, limits);
        var found = set.Question == Question.Forbidden ? search.Forbidden() : search.Unusable();
        Count(search.Stage, search.IsCut);
        return found is null
            ? null
            : new Conflict(
                set.Question == Question.Forbidden ? ConflictKind.PermissionAgainstProhibition : ConflictKind.UnusableRight,
                Clauses(members), party, [], search.Stage.History(found.Facts, found.Judged), null, [], [], found.Act, Prevails(members, party));
    }

    private void Count(Stage stage, bool isCut)
    {
        _tried += stage.Asked;
        _isCut |= isCut;
        _cutKinds.UnionWith(stage.Cut);
    }

    /// <summary>Over which times events are counted, from below or from above.</summary>
    private static List<string> Windows(ImmutableArray<Member> members, bool isFloor) =>
    [
        .. members.SelectMany(m => Texts.Roles.Sentences(m.Clause)).Select(s => s.Act).OfType<KeepAct>().SelectMany(k => k.Lines).OfType<CompareCondition>()
            .Where(c => isFloor == c.Relation is Relation.AtLeast or Relation.MoreThan)
            .Select(c => (c.Left as AggregateTerm)?.Window)
            .OfType<Window>()
            .Select(w => w switch { SlidingWindow sliding => $"{sliding.Length} {sliding.Calendar}", var other => $"{other}" }),
    ];

    private ConflictKind KindOf(ImmutableArray<Member> members) => set.Question switch
    {
        Question.Alone => ConflictKind.CannotBeMet,
        Question.Separate => ConflictKind.SeparateActs,
        _ when members.Any(m => m.Forbids) => ConflictKind.DutyAgainstProhibition,
        _ when members.All(m => Texts.Roles.Sentences(m.Clause).Any(s => s.Act is KeepAct)) => ConflictKind.Bounds,
        _ => ConflictKind.Duties,
    };

    /// <summary>As the texts have them, with all their readings.</summary>
    private ImmutableArray<ConflictClause> Clauses(ImmutableArray<Member> members) =>
        [.. members.Select(m => set.Members.First(o => o.Text == m.Text && o.Clause.Path == m.Clause.Path)).Select(m => new ConflictClause(m.Agreement, m.Clause))];

    private ImmutableArray<Prevalence> Prevails(ImmutableArray<Member> members, string party)
    {
        var clauses = Clauses(members);
        var special = set.Question == Question.Together ? Specialty.OfDuty(members, party) : null;
        return
        [
            .. Prevalences.OfTexts(clauses),
            .. special is null ? (Prevalence[])[] : [new Prevalence(PrevalenceRule.Special, clauses[members.IndexOf(special)], null)],
        ];
    }
}
