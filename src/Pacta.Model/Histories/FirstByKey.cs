namespace Pacta.Model.Histories;

/// <summary>The first few of very many by their keys, in ordinal order: not all are put in order for that.</summary>
/// <param name="most">So many are kept.</param>
internal sealed class FirstByKey<T>(int most, Func<T, string> keyOf)
{
    private readonly List<T> _kept = [];

    /// <summary>Ordered by key.</summary>
    public IReadOnlyList<T> Kept => _kept;

    public void Add(T item)
    {
        var place = _kept.Count;
        for (var key = keyOf(item); place > 0 && string.CompareOrdinal(key, keyOf(_kept[place - 1])) < 0;)
        {
            place--;
        }

        if (place < most)
        {
            _kept.Insert(place, item);
            if (_kept.Count > most)
            {
                _kept.RemoveAt(most);
            }
        }
    }
}
