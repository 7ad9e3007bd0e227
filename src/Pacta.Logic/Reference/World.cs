using System.Collections.Immutable;

namespace Pacta.Logic.Reference;

/// <summary>
/// The choices under which an evaluation runs: a reading for each text that has several, and a side for disputes. A dispute without
/// a choice stays unknown.
/// </summary>
/// <param name="Readings">By the name of the define, table or clause path.</param>
/// <param name="Sides">By fact key and attribute: the index of the alternative taken; for an occurrence or a single denied value 0 accepts and 1 rejects.</param>
internal sealed record World(
    ImmutableSortedDictionary<string, string> Readings,
    ImmutableDictionary<(string Key, string Attribute), int> Sides)
{
    public static readonly World Open = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableDictionary<(string Key, string Attribute), int>.Empty);

    public int? SideOf(string key, string attribute) => Sides.TryGetValue((key, attribute), out var side) ? side : null;
}
