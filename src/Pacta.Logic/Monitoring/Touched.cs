using Pacta.Logic.Reference;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>The questions whose answers a changed fact may change, of those that somebody asked.</summary>
internal static class Touched
{
    /// <summary>Of a fact as it was or is, asked while the store has it.</summary>
    public static IEnumerable<ReadKey> By(Fact fact, FactStore store, Readers readers)
    {
        if (fact.Form == FactForm.Count)
        {
            foreach (var kind in store.Ancestry(fact.Kind))
            {
                yield return new ReadKey(ReadOf.Counts, kind);
            }

            yield break;
        }

        var isThing = fact.Form == FactForm.Thing;
        yield return new ReadKey(isThing ? ReadOf.Thing : ReadOf.Event, fact.Id);
        yield return new ReadKey(isThing ? ReadOf.AllThings : ReadOf.AllEvents, string.Empty);
        foreach (var kind in store.Ancestry(fact.Kind))
        {
            yield return new ReadKey(isThing ? ReadOf.Things : ReadOf.Events, kind);
            foreach (var key in isThing ? readers.Asked(ReadOf.ThingsOf, kind) : readers.Asked(ReadOf.EventsWith, kind))
            {
                if (isThing ? store.Thing(fact.Id)?.MayBeOf(key.B) != false : RoleIndex.IsOpen(fact, key.B) || IsFilledBy(fact, key.B, key.C))
                {
                    yield return key;
                }
            }

            foreach (var key in readers.Asked(ReadOf.FactsNaming, kind))
            {
                if (isThing ? store.Thing(fact.Id)?.MayBeOf(key.B) != false : FactStore.MayName(fact, key.B))
                {
                    yield return key;
                }
            }
        }
    }

    private static bool IsFilledBy(Fact fact, string role, string name) =>
        fact.Roles[role].Alternatives.Any(a => FactStore.NamesOf(a.Value).Contains(name));
}

/// <summary>What a store says that single facts seldom change: where the record begins, and which names fill any role.</summary>
internal sealed class Standing
{
    private readonly NodaTime.Instant? _beginning;
    private readonly bool _isRival;
    private readonly Dictionary<string, bool> _names;

    private Standing(NodaTime.Instant? beginning, bool isRival, Dictionary<string, bool> names) => (_beginning, _isRival, _names) = (beginning, isRival, names);

    /// <param name="changes">That are about to be made.</param>
    public static Standing Of(FactStore store, IEnumerable<(Fact? Before, Fact? After)> changes)
    {
        var (isRival, names) = (false, new Dictionary<string, bool>(StringComparer.Ordinal));
        foreach (var fact in changes.SelectMany(c => new[] { c.Before, c.After }).OfType<Fact>())
        {
            isRival |= fact.Time.Alternatives.Length > 1;
            foreach (var name in FactStore.NamesIn(fact))
            {
                names[name] = store.IsInRole(name);
            }
        }

        return new Standing(store.UndisputedBeginning, isRival, names);
    }

    /// <summary>The questions to which the store now has another answer.</summary>
    public IEnumerable<ReadKey> ChangedIn(FactStore store) => _names
        .Where(n => store.IsInRole(n.Key) != n.Value)
        .Select(n => new ReadKey(ReadOf.Name, n.Key))
        .Concat(_isRival || store.UndisputedBeginning != _beginning ? [new ReadKey(ReadOf.Beginning, string.Empty)] : []);
}
