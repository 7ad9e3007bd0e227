using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Exploration.Conflicting;

/// <summary>Texts with one reading taken of whatever has several.</summary>
internal static class Variant
{
    private const int Most = 16;

    /// <summary>Every way to read what these clauses use; one without any choice where nothing has several readings.</summary>
    public static IEnumerable<(ImmutableArray<Member> Members, ImmutableArray<ReadingTaken> Readings)> Of(ImmutableArray<Member> members)
    {
        IEnumerable<ImmutableArray<(int Text, ReadingTaken Taken)>> all = [[]];
        foreach (var group in members.GroupBy(m => m.Text))
        {
            var names = group.SelectMany(m => m.Reach.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            foreach (var (name, readings) in names.Select(n => (n, Readings: ReadingsOf(group.First().Agreement, n))).Where(r => r.Readings.Length > 1))
            {
                all = [.. all.SelectMany(a => readings.Select(r => a.Add((group.Key, r)))).Take(Most)];
            }
        }

        return all.Select(choice => (Take(members, choice), choice.Select(c => c.Taken).ToImmutableArray()));
    }

    private static ImmutableArray<ReadingTaken> ReadingsOf(Agreement text, string name)
    {
        var (definition, table, clause) = (text.Definitions.GetValueOrDefault(name), text.Tables.GetValueOrDefault(name), text.Clauses.FirstOrDefault(c => c.Name == name));
        return
        [
            .. definition?.Readings.Select(r => new ReadingTaken(name, r.Name ?? string.Empty, r.HeldBy)) ?? [],
            .. definition is null ? table?.Readings.Select(r => new ReadingTaken(name, r.Name ?? string.Empty, r.HeldBy)) ?? [] : [],
            .. definition is null && table is null ? clause?.Readings.Select(r => new ReadingTaken(name, r.Name ?? string.Empty, r.HeldBy)) ?? [] : [],
        ];
    }

    private static ImmutableArray<Member> Take(ImmutableArray<Member> members, ImmutableArray<(int Text, ReadingTaken Taken)> choice)
    {
        var texts = new Dictionary<int, Agreement>();
        foreach (var member in members.DistinctBy(m => m.Text))
        {
            var taken = choice.Where(c => c.Text == member.Text).Select(c => c.Taken).ToList();
            texts[member.Text] = taken.Count == 0 ? member.Agreement : Take(member.Agreement, taken);
        }

        return [.. members.Select(m => texts[m.Text] == m.Agreement ? m : m.In(texts[m.Text]))];
    }

    private static Agreement Take(Agreement text, List<ReadingTaken> taken) => text with
    {
        Definitions = text.Definitions.ToImmutableSortedDictionary(d => d.Key, d => d.Value with { Readings = Only(d.Key, d.Value.Readings, taken) }, StringComparer.Ordinal),
        Tables = text.Tables.ToImmutableSortedDictionary(t => t.Key, t => t.Value with { Readings = Only(t.Key, t.Value.Readings, taken) }, StringComparer.Ordinal),
        Clauses = [.. text.Clauses.Select(c => c with { Readings = Only(c.Name, c.Readings, taken) })],
    };

    private static ImmutableArray<Reading<T>> Only<T>(string name, ImmutableArray<Reading<T>> readings, List<ReadingTaken> taken) =>
        readings.Length > 1 && taken.Find(t => t.Of == name) is { } one ? [readings.First(r => r.Name == one.Name)] : readings;
}
