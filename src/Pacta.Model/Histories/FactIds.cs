using System.Collections;
using Pacta.Model.Values;

namespace Pacta.Model.Histories;

/// <summary>Some ids of events and things: whether a fact with a row has one of them is told by a number. Not for several threads at once.</summary>
public sealed class FactIds(IReadOnlySet<string> ids)
{
    private (NumberedNames? Names, BitArray Numbers) _last = (null, new BitArray(0));

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
            _last = (rows.Names, new BitArray(rows.Names.Count));
            foreach (var id in ids)
            {
                if (rows.Names.Find(id) is >= 0 and var known)
                {
                    _last.Numbers[known] = true;
                }
            }
        }

        // What has a number that was given later is none of them.
        return rows.Rows[row].Event is var number && number < _last.Numbers.Length && _last.Numbers[number];
    }
}
