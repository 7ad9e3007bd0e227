using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>
/// What claims name: other events by their ids, and zones and lines. A misspelt one would join nothing and say nothing, so each name that
/// nobody knows is told of, once. It need not be wrong: an exercise is notified before anybody reports it, and a place may be known to the reporter alone.
/// </summary>
internal static class NamedThings
{
    private const string DistancePrefix = "distance from ";
    private const string TerritoryPrefix = "territory of ";
    private const string Of = " of ";

    /// <param name="records">All of the input, also what is not known yet as of the moment: its ids are spelt right.</param>
    /// <param name="places">The zones and lines of the agreement; null: they are not checked.</param>
    public static void Check(
        List<Statement> statements, IEnumerable<ReportRecord> records, Vocabulary vocabulary, IReadOnlySet<string>? places, DiagnosticBag diagnostics)
    {
        var ids = records.OfType<Report>().SelectMany(r => r.Claims).Select(c => c.Event).ToHashSet(StringComparer.Ordinal);
        var warned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            foreach (var (preposition, value) in statement.Roles)
            {
                var nouns = statement.Kind.Roles.Where(r => r.Preposition == preposition).Select(r => r.Noun).ToImmutableArray();
                if (nouns.Contains("place") || nouns.IsEmpty)
                {
                    foreach (var name in NamesOf(value).Where(n => !IsPlace(n, places) && !ids.Contains(n) && warned.Add(n)))
                    {
                        diagnostics.UnknownPlace(statement.Place, name, $"\"{preposition}\":", places!, isDistance: false);
                    }
                }
                else if (!nouns.Any(n => n is "actor" or "alliance" or "party"))
                {
                    foreach (var name in NamesOf(value).Where(n => !ids.Contains(n) && !vocabulary.Actors.ContainsKey(n) && warned.Add(n)))
                    {
                        diagnostics.UnknownEvent(statement.Place, name, preposition, statement.Kind, nouns, ids);
                    }
                }
            }

            foreach (var from in statement.Fields.Keys.Where(f => f.StartsWith(DistancePrefix, StringComparison.Ordinal)).Select(f => f[DistancePrefix.Length..]))
            {
                if (!IsPlace(from, places) && !vocabulary.Actors.ContainsKey(from) && warned.Add(from))
                {
                    diagnostics.UnknownPlace(statement.Place, from, "\"distances\":", places!, isDistance: true);
                }
            }
        }
    }

    /// <summary>A zone with a parameter is named with it: <c>first_10 of aland</c>.</summary>
    private static bool IsPlace(string name, IReadOnlySet<string>? places) =>
        places is null
        || places.Contains(name)
        || name.StartsWith(TerritoryPrefix, StringComparison.Ordinal)
        || (name.IndexOf(Of, StringComparison.Ordinal) is > 0 and var at && places.Contains(name[..at]));

    private static ImmutableArray<string> NamesOf(Value value) => value switch
    {
        NameValue name => [name.Name],
        OneOfValue names => names.Names,
        AllOfValue names => names.Names,
        _ => [],
    };
}
