using System.Text;

namespace Pacta.Maps.Gazetteers;

/// <summary>
/// The folded names of all places, one after the other, with line ends between them: a name is looked for by going through all of it, which takes some milliseconds
/// and needs nothing to be made before the first question.
/// </summary>
internal sealed class NameStore(ReadOnlyMemory<byte> names, int[] starts)
{
    private const byte End = (byte)'\n';

    /// <summary>The places that have a name, in the order of their numbers.</summary>
    public List<int> Find(string folded)
    {
        var places = new List<int>();
        if (folded.Length == 0 || folded.Contains('\n', StringComparison.Ordinal))
        {
            return places;
        }

        var wanted = Encoding.UTF8.GetBytes($"\n{folded}\n");
        var all = names.Span;
        var from = 0;
        while (all[from..].IndexOf(wanted) is >= 0 and var found)
        {
            var at = from + found;
            var place = PlaceAt(at);
            if (places.Count == 0 || places[^1] != place)
            {
                places.Add(place);
            }

            from = at + wanted.Length - 1;
        }

        return places;
    }

    /// <summary>All names with their places.</summary>
    public IEnumerable<(string Folded, int Place)> All()
    {
        for (var place = 0; place < starts.Length; place++)
        {
            var end = place + 1 < starts.Length ? starts[place + 1] : names.Length - 1;
            foreach (var name in Encoding.UTF8.GetString(names.Span[(starts[place] + 1)..end]).Split('\n'))
            {
                yield return (name, place);
            }
        }
    }

    /// <summary>Each place begins with the line end before its first name.</summary>
    private int PlaceAt(int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Makes a store.</summary>
    public sealed class Builder
    {
        private readonly List<byte> names = [];
        private readonly List<int> starts = [];

        public void Add(IEnumerable<string> folded)
        {
            starts.Add(names.Count);
            foreach (var name in folded)
            {
                names.Add(End);
                names.AddRange(Encoding.UTF8.GetBytes(name));
            }
        }

        public (byte[] Names, int[] Starts) Build()
        {
            names.Add(End);
            return ([.. names], [.. starts]);
        }
    }
}
