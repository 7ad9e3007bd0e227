using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Histories;

/// <summary>
/// Nothing invented is told of a real party: in the histories of a text that says where it is published, invented actors take the place of its own, as in
/// its scenarios. In a draft without such a source the names are left as they are.
/// </summary>
internal sealed class StandIns
{
    private static readonly ImmutableArray<string> Invented = ["aland", "borland", "cedria", "dorland", "eastmark", "farland", "grenmark", "highmoor", "islemark", "kestria", "lowmark", "moorland"];

    private readonly SortedDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly bool _isReal;

    public StandIns(params IEnumerable<Agreement> texts) => _isReal = texts.Any(t => t.Citation is not null);

    /// <summary>The real actors that were named so far and who stands in for each, in the order in which they were named.</summary>
    public IEnumerable<(string Invented, string Real)> Taken => _order.Select(r => (_names[r], r));

    public string NameOf(string actor)
    {
        if (!_isReal || Invented.Contains(actor))
        {
            return actor;
        }

        if (!_names.TryGetValue(actor, out var name))
        {
            name = Invented.FirstOrDefault(i => !_names.ContainsValue(i)) ?? actor;
            _names.Add(actor, name);
            _order.Add(actor);
        }

        return name;
    }
}
