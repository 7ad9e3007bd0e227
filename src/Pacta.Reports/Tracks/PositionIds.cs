namespace Pacta.Reports.Tracks;

/// <summary>The ids of a table of positions, numbered in the order in which they come. Nothing is made for an id that was there before.</summary>
internal sealed class PositionIds
{
    private readonly List<byte[]> _ids = [];
    private int[] _slots = new int[64];
    private int _last = -1;

    public int Of(ReadOnlySpan<byte> id)
    {
        if (_last >= 0 && id.SequenceEqual(_ids[_last]))
        {
            return _last;
        }

        var slot = Find(id);
        if (_slots[slot] == 0)
        {
            _ids.Add(id.ToArray());
            _slots[slot] = _ids.Count;
            if (_ids.Count * 2 > _slots.Length)
            {
                Widen();
                return _last = _ids.Count - 1;
            }
        }

        return _last = _slots[slot] - 1;
    }

    private int Find(ReadOnlySpan<byte> id)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in id)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        var slot = (int)((hash ^ (hash >> 32)) & (ulong)(_slots.Length - 1));
        while (_slots[slot] != 0 && !id.SequenceEqual(_ids[_slots[slot] - 1]))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < _ids.Count; i++)
        {
            _slots[Find(_ids[i])] = i + 1;
        }
    }
}
