using System.Collections;

namespace Pacta.Reports;

/// <summary>
/// Of each id, by its number, the record that had it first: its place among all, and its line. Most ids are there once: which record has which is only looked up once
/// one comes again.
/// </summary>
/// <param name="most">How many records there may be.</param>
internal sealed class FirstOfIds(int most)
{
    private readonly List<(int Id, int Line)> _records = new(most);
    private BitArray _are = new(2 * most);
    private Dictionary<int, int>? _first;

    /// <returns>Null: it is the first.</returns>
    public (int Item, int Line)? Of(int id)
    {
        if (id >= _are.Length || !_are[id])
        {
            return null;
        }

        if (_first is null)
        {
            _first = new(_records.Count);
            for (var i = 0; i < _records.Count; i++)
            {
                _first.TryAdd(_records[i].Id, i);
            }
        }

        return _first[id] is var item ? (item, _records[item].Line) : null;
    }

    /// <summary>Adds the next record.</summary>
    public void Add(int id, int line)
    {
        if (id >= _are.Length)
        {
            _are.Length = Math.Max(id + 1, 2 * _are.Length);
        }

        _are[id] = true;
        _first?.TryAdd(id, _records.Count);
        _records.Add((id, line));
    }
}
