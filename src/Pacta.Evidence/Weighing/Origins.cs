using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Model.Agreements;

namespace Pacta.Evidence.Weighing;

/// <summary>
/// Who is behind a statement in the end. Five newspapers that repeat one ministry are one origin; two offices of one party are one; and who only derives
/// from each other has no origin at all.
/// </summary>
internal sealed class Origins
{
    private readonly Vocabulary _vocabulary;
    private readonly ILookup<string, Statement> _byId;

    public Origins(IEnumerable<Statement> statements, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _byId = statements.SelectMany(s => new[] { (Id: s.Claim, s), (Id: s.By.Id, s) }.DistinctBy(i => i.Id)).ToLookup(s => s.Id, s => s.s, StringComparer.Ordinal);
    }

    /// <summary>The origins of a statement; none where it goes round in a circle.</summary>
    public ImmutableSortedSet<string> Of(Statement statement)
    {
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var (waiting, seen) = (new Stack<Statement>([statement]), new HashSet<Statement>(ReferenceEqualityComparer.Instance));
        while (waiting.TryPop(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }

            var before = at.DerivedFrom.SelectMany(id => _byId[id]).ToList();
            if (before.Count == 0)
            {
                found.Add(NameOf(at));
            }

            before.ForEach(waiting.Push);
        }

        return found.ToImmutable();
    }

    /// <summary>How many origins of their own some statements have together.</summary>
    public int Count(IEnumerable<Statement> statements) => statements.Aggregate(ImmutableSortedSet<string>.Empty, (all, s) => all.Union(Of(s))).Count;

    /// <summary>Statements that rest on each other in a circle: the ids of their reports, each circle once, with the event that they speak of.</summary>
    public static IEnumerable<(string Event, ImmutableArray<string> Reports)> Circles(IReadOnlyCollection<Statement> statements, Vocabulary vocabulary)
    {
        var derived = statements.Where(s => s.DerivedFrom.Length > 0).ToList();
        if (derived.Count == 0)
        {
            return [];
        }

        var origins = new Origins(statements, vocabulary);
        return derived
            .Where(s => origins.Of(s).Count == 0)
            .GroupBy(s => s.Event, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(s => s.By.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray()));
    }

    /// <summary>The actor that the origin belongs to, where it is declared to belong to one.</summary>
    private string NameOf(Statement statement) => _vocabulary.Sources.TryGetValue(statement.By.Origin, out var source) && source is { Affiliation: { } actor, Kind: SourceKind.Party }
        ? actor
        : statement.By.Origin;
}
