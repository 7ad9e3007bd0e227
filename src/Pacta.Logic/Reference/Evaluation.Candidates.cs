using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>Which facts are looked at for a pattern: probed by a role that is known, and by time.</summary>
internal sealed partial class Evaluation
{
    private Dictionary<(string Kind, string? Role, string? Name), BySpan<(Fact Fact, int Place)>> ByTime => field ??= [];

    /// <summary>
    /// Probe by the role that is already known and has the fewest facts; a pattern without one scans its kind. Of these only what may fill the other known roles:
    /// of a notice to each of fifty there are fifty about the same.
    /// </summary>
    /// <param name="within">Those that are certainly at another time are left out.</param>
    private IEnumerable<Fact> Candidates(Pattern pattern, string kind, Binding binding, InstantRange? within)
    {
        var (best, count) = (-1, int.MaxValue);
        var known = new List<(RoleKey Role, string Name)>(pattern.Roles.Length);
        foreach (var role in pattern.Roles)
        {
            if (NameKnown(role.Argument, binding) is not { } name)
            {
                continue;
            }

            if (Index.CountOf(kind, role.Preposition, name) is var found && found < count)
            {
                (best, count) = (known.Count, found);
            }

            known.Add((new RoleKey(role.Preposition), name));
        }

        if (best < 0)
        {
            return Candidates(kind, null, null, within);
        }

        var (by, with) = known[best];
        known.RemoveAt(best);
        var candidates = Candidates(kind, by.Preposition, with, within);
        return known.Count == 0 || count <= 1 ? candidates : candidates.Where(f => known.TrueForAll(k => RoleIndex.MayFill(f, k.Role, k.Name)));
    }

    /// <summary>The name by which facts have what an argument stands for; null where that is not known yet.</summary>
    private static string? NameKnown(Argument argument, Binding binding)
    {
        var entity = argument switch
        {
            VariableArgument v => binding[v.Variable],
            EachArgument v => binding[EachKey(v)],
            ActorArgument { IsGroup: false } a => new ActorEntity(a.Name),
            _ => null,
        };
        return entity switch
        {
            EventEntity e => e.Fact.Id,
            ActorEntity or ThingEntity => entity.Name,
            _ => null,
        };
    }

    private IEnumerable<Fact> Candidates(string kind, string? role, string? name, InstantRange? within)
    {
        if (within is not { } span || _supposes)
        {
            return All();
        }

        var all = All();
        if (!ByTime.TryGetValue((kind, role, name), out var byTime))
        {
            byTime = new BySpan<(Fact Fact, int Place)>(all.Select((f, i) => (f, i)), f => TimeOf(f.Fact).Range);
            ByTime.Add((kind, role, name), byTime);
        }

        return byTime.Within(span.Earliest, span.Latest).OrderBy(f => f.Place).Select(f => f.Fact);

        IEnumerable<Fact> All() => role is null ? Index.Events(kind) : Index.Events(kind, role, name!);
    }

    /// <summary>The stretch that a look around a moment may reach, rather more than less: dates without a clock are compared as dates.</summary>
    private InstantRange Reach(LookAround? look, Binding binding, InstantRange at)
    {
        if (look is null)
        {
            return new InstantRange(Instant.MinValue, at.Latest);
        }

        var anchor = Evaluate(look.Anchor, binding);
        var other = Offset(anchor, look.Length, look.Before);
        var all = anchor.Extent(Calendar).Cover(other.Extent(Calendar));
        var slack = Duration.FromDays(2);
        return new InstantRange(
            all.Earliest > Instant.MinValue + slack ? all.Earliest - slack : Instant.MinValue,
            all.Latest < Instant.MaxValue - slack ? all.Latest + slack : Instant.MaxValue);
    }
}
