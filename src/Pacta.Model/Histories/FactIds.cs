using Pacta.Model.Values;

namespace Pacta.Model.Histories;

/// <summary>Some ids of events and things: whether a fact with a row has one of them is told by a number. Not for several threads at once.</summary>
public sealed class FactIds(IReadOnlySet<string> ids)
{
    private (NumberedNames? Names, HashSet<int> Numbers) _last = (null, []);

    /// <summary>Has it one of these ids?</summary>
    public bool HaveIdOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (!fact.IsRow(out var rows, out var row))
        {
            return ids.Contains(fact.Id);
        }

        if (!ReferenceEquals(_last.Names, rows.Names))
        {
            _last = (rows.Names, [.. ids.Select(rows.Names.Find).Where(n => n >= 0)]);
        }

        return _last.Numbers.Contains(rows.Rows[row].Event);
    }
}
