using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>What a scenario can name: its agreement, all sources, and the events and things that its own facts introduce.</summary>
internal sealed class ScenarioNames(AgreementSymbol agreement, EvidenceNames evidence)
{
    private readonly SortedDictionary<string, (KindSymbol Kind, Identifier Name)> _instances = new(StringComparer.Ordinal);

    public AgreementSymbol Agreement { get; } = agreement;

    public EvidenceNames Evidence { get; } = evidence;

    public IEnumerable<string> Instances => _instances.Keys;

    public KindSymbol? FindInstance(string name) => _instances.TryGetValue(name, out var found) ? found.Kind : null;

    /// <summary>Notes that a name stands for an event or a thing of this scenario, where it does.</summary>
    public void Note(ExpressionBinder binder, Identifier name)
    {
        if (_instances.TryGetValue(name.Text, out var found))
        {
            var file = binder.Scope.File;
            binder.Scope.All.Names?.Use(file, name.Span, NameSort.Instance, file, found.Name, found.Kind);
        }
    }

    /// <summary>Enters the name that a fact gives its event or thing: <c>exercise north_wind</c>.</summary>
    public void Introduce(ExpressionBinder binder, FactSyntax fact)
    {
        if (fact.Phrase.Head is not NounArgumentSyntax { Label: { IsMissing: false } label } || binder.ResolveFactKind(fact.Phrase) is not { } kind)
        {
            return;
        }

        if (!_instances.TryAdd(label.Text, (kind, label)) && _instances[label.Text] is var (first, name) && first != kind)
        {
            binder.Report(
                label, ScenarioErrors.TwoKinds(label.Text, first.Name, kind.Name),
                new Model.Diagnostics.Label(binder.Scope.File, name.Span, $"here it is {Wording.WithArticle(first.Name)}"));
        }

        Note(binder, label);
    }
}
