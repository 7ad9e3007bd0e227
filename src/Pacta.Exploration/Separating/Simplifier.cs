using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Separating;

/// <summary>Leaves out of an invented history what makes no difference: hours, values, places, whole facts. What is left says why.</summary>
internal static class Simplifier
{
    /// <param name="holds">Does a history still show what it is to show?</param>
    public static InventedHistory Simplify(InventedHistory history, Func<InventedHistory, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(history);
        var best = Judgements(Facts(history, holds), holds);
        for (var i = 0; i < best.Facts.Length; i++)
        {
            best = Parts(best, i, holds);
        }

        best = Take(best, best with { Facts = [.. best.Facts.Select(f => f with { IsByDay = true })] }, holds);
        for (var i = 0; i < best.Facts.Length; i++)
        {
            best = With(best, i, f => f with { IsByDay = true }, holds);
        }

        return best;
    }

    private static InventedHistory Facts(InventedHistory history, Func<InventedHistory, bool> holds)
    {
        for (var i = history.Facts.Length - 1; i >= 0; i--)
        {
            history = Take(history, history with { Facts = history.Facts.RemoveAt(i) }, holds);
        }

        return history;
    }

    private static InventedHistory Judgements(InventedHistory history, Func<InventedHistory, bool> holds)
    {
        for (var i = history.Judgements.Length - 1; i >= 0; i--)
        {
            history = Take(history, history with { Judgements = history.Judgements.RemoveAt(i) }, holds);
        }

        return history;
    }

    private static InventedHistory Parts(InventedHistory history, int index, Func<InventedHistory, bool> holds)
    {
        foreach (var field in history.Facts[index].Fields.Keys.ToList())
        {
            history = With(history, index, f => f with { Fields = f.Fields.Remove(field) }, holds);
        }

        foreach (var role in history.Facts[index].Roles.Where(r => r.Key is "outside" or "in").ToList())
        {
            history = With(history, index, f => f with { Roles = f.Roles.Remove(role.Key) }, holds);
            foreach (var name in history.Facts[index].Role(role.Key).Length > 1 ? role.Value : [])
            {
                history = With(history, index, f => f with { Roles = f.Roles.SetItem(role.Key, f.Roles[role.Key].Remove(name)) }, holds);
            }
        }

        return With(history, index, f => f with { End = null }, holds);
    }

    private static InventedHistory With(InventedHistory history, int index, Func<InventedFact, InventedFact> change, Func<InventedHistory, bool> holds)
    {
        var changed = change(history.Facts[index]);
        return changed.Roles.Any(r => r.Value.IsEmpty) ? history : Take(history, history with { Facts = history.Facts.SetItem(index, changed) }, holds);
    }

    private static InventedHistory Take(InventedHistory history, InventedHistory simpler, Func<InventedHistory, bool> holds) =>
        simpler != history && holds(simpler) ? simpler : history;
}
