using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>A moment that the text states, with what it means as a beginning and as a deadline.</summary>
internal sealed record StatedTime(Point Point, InstantRange Beginning, InstantRange Deadline);

/// <summary>What an agreement says by itself, the same in every world and whatever is reported: each duty asks for it again, so it is found once for all of them and all workers.</summary>
internal sealed class TextFacts(Agreement agreement)
{
    private static readonly ConditionalWeakTable<Agreement, TextFacts> Known = [];

    private readonly ConcurrentDictionary<FixedTime, StatedTime> _times = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, Clause?> _clauses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<string, List<Membership>>> _memberships = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> _named = Named(agreement.Vocabulary);
    private readonly HashSet<string> _parties = agreement.Parties.ToHashSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Actor, Rest Kind), List<Absence>> _absences = new();

    private Instant[]? _boundaries;
    private List<Absence>? _stated;

    public static TextFacts Of(Agreement agreement) => Known.GetValue(agreement, static a => new TextFacts(a));

    /// <summary>Do all times in the head state a moment?</summary>
    public bool IsHeadFixed { get; } = new[] { agreement.EntryIntoForce, agreement.ProvisionalFrom, agreement.Expiry, agreement.ProvisionalUntil }.All(t => t is null or FixedTime);

    /// <summary>The parties that are groups, as they are listed.</summary>
    public ImmutableArray<string> GroupsOfParties { get; } = [.. agreement.Parties.Where(agreement.Vocabulary.Groups.ContainsKey)];

    /// <summary>Is it listed as a party by this name?</summary>
    public bool IsListed(string name) => _parties.Contains(name);

    /// <summary>The actor or group of a name; null where it is the name of neither.</summary>
    public Entity? ActorOrGroup(string name) => _named.GetValueOrDefault(name);

    /// <summary>When somebody is suspended, or has left, as the head of the agreement states it.</summary>
    public IReadOnlyList<Absence> Absences => _stated ??= [.. StatedAbsences()];

    /// <summary>Those of an actor, or of the members of a group.</summary>
    public List<Absence> AbsencesOf(string actor, Rest kind)
    {
        if (!_absences.TryGetValue((actor, kind), out var its))
        {
            its = Among(Absences, actor, kind);
            _absences.TryAdd((actor, kind), its);
        }

        return its;
    }

    /// <summary>Of some absences those of an actor, or of the members of a group.</summary>
    public List<Absence> Among(IEnumerable<Absence> some, string actor, Rest kind)
    {
        var members = ActorsOf(actor).ToHashSet(StringComparer.Ordinal);
        return [.. some.Where(a => a.Kind == kind && (a.Actor == actor || members.Contains(a.Actor)))];
    }

    /// <summary>The actors behind a name: itself, or the members of the group and of its groups.</summary>
    public IEnumerable<string> ActorsOf(string name) => agreement.Vocabulary.Groups.TryGetValue(name, out var group)
        ? group.Members.SelectMany(m => ActorsOf(m.Member))
        : [name];

    /// <summary>The memberships of a group by which a name may belong to it: its own, and those of groups in it to which it may belong.</summary>
    public List<Membership> Memberships(string name, string group)
    {
        if (!_memberships.TryGetValue(group, out var members))
        {
            members = MembersOf(group);
            _memberships.TryAdd(group, members);
        }

        return members.TryGetValue(name, out var its) ? its : [];
    }

    /// <summary>A moment that the text states; one of its own, for it is kept.</summary>
    public StatedTime Of(FixedTime time)
    {
        if (!_times.TryGetValue(time, out var stated))
        {
            var calendar = agreement.Calendar;
            var point = PointOf(time.Moment);
            stated = new StatedTime(point, point.AsBeginning(calendar), point.AsDeadline(calendar));
            _times.TryAdd(time, stated);
        }

        return stated;
    }

    public Point PointOf(Moment moment)
    {
        var range = moment.In(agreement.Calendar.Zone);
        return moment.Precision == Precision.Clock
            ? Point.AtInstant(range, [])
            : Point.OnDates(agreement.Calendar.DateOf(range.Earliest), agreement.Calendar.DateOf(range.Latest), []);
    }

    /// <summary>The instants at which any liveness may change, in order, where nobody is ever absent and <see cref="IsHeadFixed"/>.</summary>
    /// <param name="find">Finds them: whoever asks at the same time finds the same.</param>
    public Instant[] Boundaries(Func<IEnumerable<Instant>> find) => _boundaries ??= [.. find().Order()];

    /// <summary>The clause in which a sentence of a path stands, its exceptions and what follows its breach included.</summary>
    public Clause? ClauseOf(string path)
    {
        if (!_clauses.TryGetValue(path, out var clause))
        {
            clause = agreement.Clauses.FirstOrDefault(c => c.Holds(path));
            _clauses.TryAdd(path, clause);
        }

        return clause;
    }

    private IEnumerable<Absence> StatedAbsences() => agreement.Participations.SelectMany(p => p.By.SelectMany(ActorsOf).Select(a =>
        new Absence(a, p.IsWithdrawn ? Rest.Withdrawn : Rest.Suspended, p.From, p.Until, null, Judged.True)));

    private Dictionary<string, List<Membership>> MembersOf(string group)
    {
        var members = new Dictionary<string, List<Membership>>(StringComparer.Ordinal);
        foreach (var membership in agreement.Vocabulary.Groups[group].Members)
        {
            foreach (var name in NamesIn(membership.Member).Distinct(StringComparer.Ordinal))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(members, name, out _) ??= []).Add(membership);
            }
        }

        return members;
    }

    /// <summary>A name, and those of all groups and actors in it.</summary>
    private IEnumerable<string> NamesIn(string name) =>
        agreement.Vocabulary.Groups.TryGetValue(name, out var group) ? group.Members.SelectMany(m => NamesIn(m.Member)).Prepend(name) : [name];

    private static Dictionary<string, Entity> Named(Vocabulary vocabulary)
    {
        var named = vocabulary.Actors.Keys.ToDictionary(n => n, n => (Entity)new ActorEntity(n), StringComparer.Ordinal);
        foreach (var group in vocabulary.Groups.Keys)
        {
            named.TryAdd(group, new GroupEntity(group));
        }

        return named;
    }
}
