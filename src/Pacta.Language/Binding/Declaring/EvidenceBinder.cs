using System.Collections.Immutable;
using System.Globalization;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>The sources, perspectives and standards of all files.</summary>
internal sealed record EvidenceNames(
    ImmutableSortedDictionary<string, Source> Sources,
    ImmutableSortedDictionary<string, Perspective> Perspectives,
    ImmutableSortedDictionary<string, ProofStandard> Standards);

/// <summary>Binds who reports and what counts.</summary>
internal sealed class EvidenceBinder(Declarations all)
{
    private static readonly string[] KindNames = ["party", "monitor", "sensor", "media", "ngo"];

    private readonly ImmutableSortedDictionary<string, Source>.Builder _sources = ImmutableSortedDictionary.CreateBuilder<string, Source>(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, Perspective>.Builder _perspectives =
        ImmutableSortedDictionary.CreateBuilder<string, Perspective>(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, ProofStandard>.Builder _standards =
        ImmutableSortedDictionary.CreateBuilder<string, ProofStandard>(StringComparer.Ordinal);

    private readonly Dictionary<string, (Scope Scope, Identifier Name)> _places = [];

    public EvidenceNames Bind()
    {
        foreach (var (scope, syntax) in all.Evidence)
        {
            var binder = new ExpressionBinder(scope, new Variables(null), null);
            switch (syntax)
            {
                case SourceSyntax source when IsNew(binder, source.Name, "a source"):
                    BindSource(binder, source);
                    break;
                case StandardSyntax standard when IsNew(binder, standard.Name, "a standard"):
                    BindStandard(binder, standard);
                    break;
                case PerspectiveSyntax perspective when IsNew(binder, perspective.Name, "a perspective"):
                    // Perspectives name standards, which may stand further down.
                    _perspectives.Add(perspective.Name.Text, new Perspective(perspective.Name.Text, [], null, ImmutableSortedDictionary<string, string>.Empty));
                    break;
            }
        }

        foreach (var (scope, syntax) in all.Evidence)
        {
            if (syntax is PerspectiveSyntax perspective && _perspectives.ContainsKey(perspective.Name.Text))
            {
                BindPerspective(new ExpressionBinder(scope, new Variables(null), null), perspective);
            }
        }

        return new EvidenceNames(_sources.ToImmutable(), _perspectives.ToImmutable(), _standards.ToImmutable());
    }

    private bool IsNew(ExpressionBinder binder, Identifier name, string what)
    {
        if (name.IsMissing)
        {
            return false;
        }

        if (_places.TryGetValue(name.Text, out var first))
        {
            binder.Report(name, NameErrors.Duplicate(name.Text, what, what[2..]), new Model.Diagnostics.Label(first.Scope.File, first.Name.Span, $"'{name.Text}' is declared here"));
            return false;
        }

        _places.Add(name.Text, (binder.Scope, name));
        return true;
    }

    private void BindSource(ExpressionBinder binder, SourceSyntax syntax)
    {
        var kind = BindKind(binder, syntax.Kind) ?? SourceKind.Media;
        var affiliation = syntax.Affiliation is null ? null : binder.ResolveActor(syntax.Affiliation)?.Name;
        _sources.Add(syntax.Name.Text, new Source(syntax.Name.Text, kind, affiliation, syntax.FullName?.Value ?? syntax.Name.Text));
    }

    private static SourceKind? BindKind(ExpressionBinder binder, Identifier name)
    {
        switch (name.Text)
        {
            case "party":
                return SourceKind.Party;
            case "monitor":
                return SourceKind.Monitor;
            case "sensor":
                return SourceKind.Sensor;
            case "media":
                return SourceKind.Media;
            case "ngo":
                return SourceKind.Ngo;
        }

        if (!name.IsMissing)
        {
            binder.Report(name, EvidenceErrors.UnknownSourceKind(name.Text, Suggestion.For(binder.Scope.File, name, KindNames)));
        }

        return null;
    }

    private static ImmutableArray<SourceKind> BindKinds(ExpressionBinder binder, IEnumerable<Identifier> names) =>
        [.. names.Select(n => BindKind(binder, n)).OfType<SourceKind>()];

    private void BindStandard(ExpressionBinder binder, StandardSyntax syntax)
    {
        var standard = new ProofStandard(syntax.Name.Text, 1, null, null, false, []);
        foreach (var proof in syntax.Proofs)
        {
            switch (proof)
            {
                case OriginsProof origins:
                    if (origins.Number.Value is < 1 or > 100 || origins.Number.Value % 1 != 0)
                    {
                        binder.Report(origins.Number, EvidenceErrors.BadOrigins(binder.Text(origins.Number)));
                    }
                    else
                    {
                        standard = standard with { Origins = (int)origins.Number.Value };
                    }

                    break;
                case GradeProof { IsCredibility: false } grade:
                    standard = standard with { Reliability = BindReliability(binder, grade) };
                    break;
                case GradeProof grade:
                    standard = standard with { Credibility = BindCredibility(binder, grade) };
                    break;
                case AdmissionProof:
                    standard = standard with { AdmissionSuffices = true };
                    break;
                case DenialProof denial:
                    standard = standard with { DenialCounts = BindKinds(binder, denial.By) };
                    break;
            }
        }

        _standards.Add(standard.Name, standard);
    }

    /// <summary>The grades of the Admiralty code: A to E, F being "cannot be judged".</summary>
    private static char? BindReliability(ExpressionBinder binder, GradeProof grade)
    {
        if (grade.Grade.Length == 1 && char.ToUpperInvariant(grade.Grade[0]) is >= 'A' and <= 'E' and var letter)
        {
            return letter;
        }

        binder.Report(grade, EvidenceErrors.BadReliability(grade.Grade));
        return null;
    }

    private static int? BindCredibility(ExpressionBinder binder, GradeProof grade)
    {
        if (int.TryParse(grade.Grade, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 5)
        {
            return number;
        }

        binder.Report(grade, EvidenceErrors.BadCredibility(grade.Grade));
        return null;
    }

    private void BindPerspective(ExpressionBinder binder, PerspectiveSyntax syntax)
    {
        var perspective = _perspectives[syntax.Name.Text];
        foreach (var view in syntax.Views)
        {
            switch (view)
            {
                case AcceptsView accepts:
                    perspective = perspective with { Accepts = BindKinds(binder, accepts.Kinds) };
                    break;
                case StandardView { Standard.IsMissing: false } standard when _standards.ContainsKey(standard.Standard.Text):
                    DeclaredNames.UseEvidence<StandardSyntax>(all, binder.Scope.File, standard.Standard, NameSort.Standard, s => s.Name);
                    perspective = perspective with { Standard = standard.Standard.Text };
                    break;
                case StandardView { Standard.IsMissing: false } standard:
                    binder.Report(standard.Standard, EvidenceErrors.UnknownStandard(standard.Standard.Text, Suggestion.For(binder.Scope.File, standard.Standard, _standards.Keys)));
                    break;
                case TakesView takes when CheckReading(binder, takes):
                    perspective = perspective with { Readings = perspective.Readings.SetItem(takes.Of.Text, takes.Reading.Text) };
                    break;
            }
        }

        _perspectives[syntax.Name.Text] = perspective;
    }

    /// <summary>A reading of a define, a table or a clause of any agreement.</summary>
    private bool CheckReading(ExpressionBinder binder, TakesView takes)
    {
        if (takes.Of.IsMissing || takes.Reading.IsMissing)
        {
            return false;
        }

        var contents = all.Scopes.Select(s => s.FindOwn(takes.Of.Text)).OfType<NamedContentSymbol>().Select(c => c.ReadingNames);
        all.Names?.Use(binder.Scope.File, takes.Of, all.Scopes.Select(s => s.FindOwn(takes.Of.Text)).FirstOrDefault(s => s is NamedContentSymbol));
        all.Names?.Use(binder.Scope.File, takes.Of, all.Agreements.Select(a => a.FindClause(takes.Of.Text)).FirstOrDefault(c => c is not null));
        foreach (var of in all.Scopes.Select(s => (object?)s.FindOwn(takes.Of.Text)).Concat(all.Agreements.Select(a => (object?)a.FindClause(takes.Of.Text))))
        {
            all.Names?.UseReading(binder.Scope.File, takes.Reading, of);
        }

        var clauses = all.Agreements.Select(a => a.FindClause(takes.Of.Text)?.Syntax).OfType<ClauseSyntax>()
            .Select(c => c.Readings.Select(r => r.Name?.Text).OfType<string>().ToImmutableArray());
        var found = contents.Concat(clauses).ToList();
        if (found.Count == 0)
        {
            var names = all.Scopes.SelectMany(s => s.Symbols).OfType<NamedContentSymbol>().Select(s => s.Name)
                .Concat(all.Agreements.SelectMany(a => a.Clauses).Where(c => !c.IsException).Select(c => c.Name.Text));
            binder.Report(takes.Of, NameErrors.Unknown(
                takes.Of.Text, "a noun, a table or a clause that has readings", Suggestion.For(binder.Scope.File, takes.Of, names), "takes brigade of substantial_combat_force"));
            return false;
        }

        var readings = found.SelectMany(r => r).Distinct(StringComparer.Ordinal).ToList();
        if (readings.Contains(takes.Reading.Text))
        {
            return true;
        }

        binder.Report(takes.Reading, NameErrors.UnknownReading(takes.Reading.Text, takes.Of.Text, readings, Suggestion.For(binder.Scope.File, takes.Reading, readings)));
        return false;
    }
}
