namespace Pacta.Monitor.State;

/// <summary>
/// What will be looked for soon, where the table is so large that it lies far away: first the place is fetched where it stands which row it is; and when that is there, the
/// row.
/// </summary>
internal sealed partial class RowTable
{
    /// <summary>Smaller tables are near anyway.</summary>
    private const int LargeEnough = 1 << 14;

    private const int Soon = 128;

    /// <summary>The hashes of what will be looked for soon.</summary>
    private uint[] _soon = [];
    private int _soonCount;

    /// <summary>Says that the row made of these columns of another row will be looked for soon.</summary>
    public void Prepare(ReadOnlySpan<long> from, int[] columns)
    {
        if (_slots.Length < LargeEnough)
        {
            return;
        }

        uint hash;
        if (columns.Length == 1)
        {
            hash = HashOf(from.Slice(columns[0], 1));
        }
        else
        {
            var all = 0UL;
            foreach (var column in columns)
            {
                all = Hashing.Add(all, from[column]);
            }

            hash = (uint)(all >> 32);
        }

        _soon[_soonCount++ & (Soon - 1)] = hash;
        Prefetch.Line(ref _slots[(int)(hash >> _shift)]);
    }

    /// <summary>By now it is near where those rows stand that will be looked for; has the rows themselves fetched.</summary>
    public void PrepareRows()
    {
        for (var i = Math.Max(0, _soonCount - Soon); i < _soonCount; i++)
        {
            var hash = _soon[i & (Soon - 1)];
            var slot = _slots[(int)(hash >> _shift)];
            if ((uint)(slot >> 32) == hash && slot != 0)
            {
                Prefetch.Line(ref At((int)(uint)slot - 1));
            }
        }

        _soonCount = 0;
    }
}
