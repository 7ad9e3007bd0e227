using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Scenarios;

namespace Pacta.Checking.Scenarios;

/// <summary>Finds the bounds of an agreement, in the order in which they are written.</summary>
internal static class Bounds
{
    public static ImmutableArray<Bound> Of(Agreement agreement) =>
    [
        .. agreement.Definitions.Values.Where(d => d.Origin.File == agreement.Origin.File).SelectMany(d => In(d.Readings.Select(r => r.Content), d.Name, d.Reference, d.Origin))
            .Concat(agreement.Tables.Values.Where(t => t.Origin.File == agreement.Origin.File).SelectMany(t => In(t.Readings.SelectMany(r => r.Content), t.Name, t.Reference, t.Origin)))
            .Concat(agreement.Clauses.SelectMany(c => In([c with { Exceptions = [] }], c.Name, c.Reference, c.Origin).Concat(c.Exceptions.SelectMany(Of))))
            .DistinctBy(b => (b.Text, b.Owner))
            .OrderBy(b => b.Origin.File.Path, StringComparer.Ordinal)
            .ThenBy(b => b.Origin.Span.Start),
    ];

    private static IEnumerable<Bound> Of(ClauseException exception) =>
        In([exception with { Exceptions = [] }], exception.Name, exception.Reference, exception.Origin).Concat(exception.Exceptions.SelectMany(Of));

    private static IEnumerable<Bound> In(IEnumerable<object> parts, string owner, string? reference, Origin origin) => parts
        .SelectMany(AgreementTree.All)
        .Where(p => p is CompareCondition or RangeCondition or AwayCondition)
        .Select(p => new Bound(((Condition)p).Text, owner, reference, origin));
}
