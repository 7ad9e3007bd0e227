using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Translation.Histories;

/// <summary>An event, or an observation of a thing, in the one world that the log tells.</summary>
/// <param name="At">Its first possible instant: where the log has it.</param>
/// <param name="Last">Its last possible instant; the same where the clock is known.</param>
/// <param name="Until">The last instant at which it goes on or is there.</param>
internal sealed record ToldFact(
    string Id,
    string Kind,
    FactForm Form,
    Instant At,
    Instant Last,
    Instant? EndsFrom,
    Instant? Until,
    bool HasClock,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Roles,
    ImmutableSortedDictionary<string, Value> Fields)
{
    public IEnumerable<string> Names => Roles.Values.SelectMany(v => v);
}
