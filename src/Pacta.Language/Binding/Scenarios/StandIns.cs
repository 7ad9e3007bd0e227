using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>
/// Invented actors in the place of real ones: facts and expectations that name the stand-in are about the actor it stands in for. So the
/// agreement stays as it is, and nothing invented is said of a real party.
/// </summary>
internal sealed class StandIns
{
    /// <summary>Before the actor in the name of a place: <c>territory of aland</c>, <c>first_10 of aland</c>, <c>distance from territory of aland</c>.</summary>
    private const string Of = " of ";

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public void Add(ExpressionBinder binder, StandInSyntax line)
    {
        if (Check(binder, line.Actor) && Check(binder, line.For))
        {
            _places[line.Actor.Text] = line.For.Text;
        }
    }

    public ImmutableArray<ReportRecord> Apply(ImmutableArray<ReportRecord> records) => _places.Count == 0
        ? records
        : [.. records.Select(r => r is Report report ? report with { Claims = [.. report.Claims.Select(Apply)] } : r)];

    public ImmutableArray<Expectation> Apply(ImmutableArray<Expectation> expectations) => _places.Count == 0
        ? expectations
        : [.. expectations.Select(e => e with { Roles = e.Roles.ToImmutableSortedDictionary(r => r.Key, r => Apply(r.Value), StringComparer.Ordinal) })];

    private Claim Apply(Claim claim) => claim with { Roles = Apply(claim.Roles), Fields = Apply(claim.Fields) };

    private ImmutableSortedDictionary<string, ReportedValue> Apply(SmallDictionary<ReportedValue> values) =>
        values.ToImmutableSortedDictionary(v => Apply(v.Key), v => Apply(v.Value), StringComparer.Ordinal);

    private ReportedValue Apply(ReportedValue value) => value switch
    {
        ReportedText text => new ReportedText(Apply(text.Text)),
        ReportedNames names => names with { Names = [.. names.Names.Select(Apply)] },
        _ => value,
    };

    private string Apply(string name) =>
        _places.TryGetValue(name, out var other) ? other
        : name.LastIndexOf(Of, StringComparison.Ordinal) is > 0 and var at && _places.TryGetValue(name[(at + Of.Length)..], out var owner)
            ? name[..(at + Of.Length)] + owner
            : name;

    private static bool Check(ExpressionBinder binder, Identifier name)
    {
        if (name.IsMissing || binder.Scope.Find(name.Text) is ActorSymbol)
        {
            binder.Scope.All.Names?.Use(binder.Scope.File, name, binder.Scope.Find(name.Text));
            return !name.IsMissing;
        }

        binder.Report(name, ScenarioErrors.UnknownStandIn(name.Text, Suggestion.For(binder.Scope.File, name, binder.Scope.NamesOf(s => s is ActorSymbol))));
        return false;
    }
}
