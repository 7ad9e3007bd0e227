using Pacta.Logic.Reference;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>The questions whose answers a changed fact may change, of those that somebody asked.</summary>
internal static class Touched
{
    /// <summary>Of a fact as it was or is, asked while the store has it.</summary>
    public static IEnumerable<ReadKey> By(Fact fact, FactStore store, Readers readers)
    {
        foreach (var name in FactStore.NamesIn(fact))
        {
            yield return new ReadKey(ReadOf.Name, name);
        }

        yield return new ReadKey(ReadOf.Beginning, string.Empty);
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
