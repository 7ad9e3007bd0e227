using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

/// <summary>Everything that the files of one compilation declare, and where its mistakes are collected.</summary>
internal sealed class Declarations(DiagnosticBag bag, Func<string, string?> readMap)
{
    private readonly Dictionary<SourceText, Scope> _fileScopes = [];
    private readonly HashSet<(string Code, SourceText File, TextSpan Span)> _reported = [];

    public List<Scope> Vocabularies { get; } = [];

    public List<AgreementSymbol> Agreements { get; } = [];

    /// <summary>Sources, standards, perspectives and scenarios, with the file they stand in.</summary>
    public List<(Scope Scope, DeclarationSyntax Syntax)> Evidence { get; } = [];

    /// <summary>With the file they stand in.</summary>
    public List<(Scope Scope, NegotiationSyntax Syntax)> Negotiations { get; } = [];

    /// <summary>With the file they stand in.</summary>
    public List<(Scope Scope, CriticismsSyntax Syntax)> Criticisms { get; } = [];

    /// <summary>With the file they stand in.</summary>
    public List<(Scope Scope, DisputeSyntax Syntax)> Disputes { get; } = [];

    public Func<string, string?> ReadMap { get; } = readMap;

    /// <summary>Whether there is a warning where a map is not there.</summary>
    public bool TellsMissingMaps { get; init; }

    /// <summary>Which name stands where, for editors; null: nobody asks.</summary>
    public NameTable? Names { get; init; }

    public IEnumerable<Scope> Scopes => _fileScopes.Values.Concat(Vocabularies).Concat(Agreements.Select(a => a.Scope));

    public AgreementSymbol? FindAgreement(string name) => Agreements.Find(a => a.Name == name);

    public Scope FileScope(SourceText file)
    {
        if (!_fileScopes.TryGetValue(file, out var scope))
        {
            scope = new Scope(ScopeForm.File, file.Path, file, this);
            _fileScopes.Add(file, scope);
        }

        return scope;
    }

    /// <summary>Reports a mistake, once for each place: what is bound twice (an exception to two clauses) is reported once.</summary>
    public void Report(SourceText file, TextSpan span, string? section, Mistake mistake, params ReadOnlySpan<Label> more) =>
        Report(Severity.Error, file, span, section, mistake, more);

    public void Warn(SourceText file, TextSpan span, string? section, Mistake mistake) =>
        Report(Severity.Warning, file, span, section, mistake, []);

    private void Report(Severity severity, SourceText file, TextSpan span, string? section, Mistake mistake, ReadOnlySpan<Label> more)
    {
        if (_reported.Add((mistake.Code, file, span)))
        {
            bag.Add(new Diagnostic(
                mistake.Code, severity, mistake.Headline, [new Label(file, span, mistake.Label, section), .. more], mistake.Help, mistake.Example)
            { Fix = mistake.FixIn(file, span) });
        }
    }
}
