using System.Runtime.InteropServices;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// A lasting duty asks for the events that a noun means and one party has to do with, for one party after the other. Those that the noun may mean at all, at a glance,
/// are found once, and sorted by party afterwards: mostly they are few.
/// </summary>
internal sealed partial class Evaluation
{
    private Dictionary<(string Noun, string Kind), MeantEvents> Meant => field ??= [];

    /// <summary>The events of a kind that a defined noun may mean, as far as a glance tells; null where glances are not wanted, or all that is read is taken down.</summary>
    public MeantEvents? MayMean(string noun, string kind)
    {
        if (!Index.Glances || Index.Reads is not null || IsEventNoun(kind))
        {
            return null;
        }

        if (!Meant.TryGetValue((noun, kind), out var meant))
        {
            meant = new MeantEvents(FindMeant(noun, kind), Index.RowNames, Vocabulary);
            Meant.Add((noun, kind), meant);
        }

        return meant;
    }

    /// <summary>Millions are gone through as they lie in memory, and only those that are left are put in order.</summary>
    private Fact[] FindMeant(string noun, string kind)
    {
        var meant = new List<Fact>();
        foreach (var fact in Index.EventsInAnyOrder(kind))
        {
            if (!IsCertainlyNot(noun, fact))
            {
                meant.Add(fact);
            }
        }

        KeyOrder.Sort(CollectionsMarshal.AsSpan(meant));
        return [.. meant];
    }

    /// <summary>As <see cref="Matches"/> of events, whenever they happened, for a pattern that is asked for with one binding after another.</summary>
    private IEnumerable<Match> MatchesOfMany(Pattern pattern, Binding binding) =>
        pattern.Noun is DefinedNoun { Name: var name } && binding[pattern.Variable] is null && EventKindOf(MeaningOf(name).Noun) is { } kind && MayMean(name, kind) is { } meant
            ? FinishEach(pattern, name, DefinedEvents(name, MeaningOf(name), CandidatesIn(meant, pattern, binding)), binding, null)
            : Matches(pattern, binding, null);

    /// <summary>Those that may fill the roles that are known, by the role that leaves the fewest.</summary>
    private static IEnumerable<Fact> CandidatesIn(MeantEvents meant, Pattern pattern, Binding binding)
    {
        FactList? fewest = null;
        foreach (var role in pattern.Roles)
        {
            if (NameKnown(role.Argument, binding) is { } name && meant.With(role.Preposition, name) is var found && !(fewest?.Count <= found.Count))
            {
                fewest = found;
            }
        }

        return fewest is { } some ? some : meant.All;
    }
}

/// <summary>Some events of one kind, in the order of their keys.</summary>
internal sealed class MeantEvents(IReadOnlyList<Fact> all, NumberedNames? names, Vocabulary vocabulary)
{
    private readonly Dictionary<string, RoleIndex> _byRole = new(StringComparer.Ordinal);

    private ActorIndex? _byActor;

    public IReadOnlyList<Fact> All => all;

    /// <summary>Those that name an actor in some role, or leave open whose or by whom they are.</summary>
    public FactList Naming(string actor) => (_byActor ??= new ActorIndex(all, vocabulary.Actors.Keys.ToHashSet(StringComparer.Ordinal), names)).Find(actor);

    /// <summary>Those whose role may be filled by somebody or something.</summary>
    public FactList With(string role, string name)
    {
        if (!_byRole.TryGetValue(role, out var index))
        {
            index = new RoleIndex(all, role, names);
            _byRole.Add(role, index);
        }

        return index.Find(name);
    }
}
