using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Checking;

/// <summary>
/// A step names one time of an event and cites everybody who reported the event. Where they differ about the time, each time is named with
/// those who report it: nobody may be made to say what another one said.
/// </summary>
internal sealed class RivalTimes
{
    private readonly Dictionary<string, Fact> _facts;
    private readonly Dictionary<string, Attribute<When>> _rivals;

    public RivalTimes(History history)
    {
        _facts = history.Facts.ToDictionary(f => f.Key, StringComparer.Ordinal);
        _rivals = history.Facts
            .Where(f => f is { Form: FactForm.Event, Time.Alternatives.Length: > 1 })
            .ToDictionary(f => f.Id, f => f.Time, StringComparer.Ordinal);
    }

    public ImmutableArray<Finding> Tell(ImmutableArray<Finding> findings) => [.. findings.Select(Tell)];

    private Finding Tell(Finding finding)
    {
        var told = finding.Causes.Any(c => c.Kind == CauseKind.Imprecise)
            ? finding with { Causes = [.. finding.Causes.Select(WhoSaysSo)] }
            : finding;
        return _rivals.Count == 0
            ? told
            : told with
            {
                Derivation = Tell(told.Derivation),
                Changes = [.. told.Changes.Select(c => c with { Derivation = Tell(c.Derivation) })],
            };
    }

    private Derivation Tell(Derivation step)
    {
        var arguments = step is { Code: DerivationCode.Fact, Arguments: [_, var id, { Length: > 0 } time] }
            && _rivals.TryGetValue(id, out var times) && times.Alternatives[0].Value.ToString() == time
                ? step.Arguments.SetItem(2, string.Join(" or ", times.Alternatives.Select(a => $"{a.Value} ({Names(a.AssertedBy)})")))
                : step.Arguments;
        return step with { Arguments = arguments, Because = [.. step.Because.Select(Tell)] };
    }

    /// <summary>An imprecise value is cited by those who state it, and not by all who reported the event.</summary>
    private Cause WhoSaysSo(Cause cause)
    {
        if (cause.Kind != CauseKind.Imprecise || !_facts.TryGetValue(cause.Key, out var fact))
        {
            return cause;
        }

        var said = cause.Attribute switch
        {
            "time" => Said(fact.Time),
            "end" => Said(fact.End),
            _ => Said(fact.Fields.GetValueOrDefault(cause.Attribute) ?? fact.Roles.GetValueOrDefault(cause.Attribute)),
        };
        return said.FirstOrDefault(s => cause.Description == $"{cause.Attribute} of {fact.Id}: {s.Value}") is { By: { IsDefault: false } by }
            ? cause with { Reports = by }
            : cause;
    }

    private static IEnumerable<(string Value, ImmutableArray<ReportReference> By)> Said<T>(Attribute<T>? attribute) =>
        attribute?.Alternatives.Select(a => ($"{a.Value}", a.AssertedBy)) ?? [];

    private static string Names(ImmutableArray<ReportReference> reports) =>
        string.Join(", ", reports.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
