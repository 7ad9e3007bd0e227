using System.Collections.Immutable;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Disputes;
using Pacta.Language.Binding.Names;
using Pacta.Language.Binding.Negotiations;
using Pacta.Language.Binding.Scenarios;
using Pacta.Language.Binding.Sentences;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Compilation;

/// <summary>From texts to checked agreements.</summary>
public static class Compiler
{
    /// <summary>
    /// Reads all files as one compilation: vocabularies of one file can be used in the others, in any order. A file that cannot be read as
    /// sentences is left out, and only such mistakes are then reported, since names may be missing because of them.
    /// </summary>
    /// <param name="readMap">
    /// Gives the GeoJSON text of a map, by the directory of the agreement's file joined with the path written there; null where there is no
    /// such map, which is no mistake: the place is then known by its name only.
    /// </param>
    public static CompilationResult Compile(IReadOnlyList<SourceText> files, Func<string, string?>? readMap = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var syntaxMistakes = new DiagnosticBag();
        List<(SourceText File, FileSyntax Syntax)> readable = [];
        foreach (var file in files)
        {
            var own = new DiagnosticBag();
            var syntax = Parser.Parse(file, own);
            foreach (var diagnostic in own.Items)
            {
                syntaxMistakes.Add(diagnostic);
            }

            if (!own.HasErrors)
            {
                readable.Add((file, syntax));
            }
        }

        var meaning = new DiagnosticBag();
        var result = Bind(readable, meaning, readMap ?? (static _ => null));
        var diagnostics = syntaxMistakes.HasErrors ? syntaxMistakes.Items : [.. syntaxMistakes.Items, .. meaning.Items];
        return result with { Diagnostics = InOrder(diagnostics, files) };
    }

    private static CompilationResult Bind(List<(SourceText File, FileSyntax Syntax)> files, DiagnosticBag bag, Func<string, string?> readMap)
    {
        var all = new Declarations(bag, readMap);
        foreach (var (file, syntax) in files)
        {
            Collector.Collect(all, file, syntax);
        }

        all.Agreements.ForEach(AgreementBinder.ResolveUses);
        ScopeBinder.BindAll(all);
        all.Agreements.ForEach(ScopeBinder.ReportHidden);
        var evidence = new EvidenceBinder(all).Bind();
        var agreements = all.Agreements.Select(a => new AgreementBinder(a, evidence).Bind()).ToList();

        // After the agreements: scenarios name their clauses.
        var scenarios = all.Evidence
            .Where(e => e.Syntax is ScenarioSyntax)
            .Select(e => ScenarioBinder.Bind(all, e.Scope, (ScenarioSyntax)e.Syntax, evidence))
            .OfType<Scenario>()
            .ToImmutableArray();
        return new CompilationResult(
            [.. agreements.Select(a => a with { Scenarios = [.. scenarios.Where(s => s.Agreement == a.Name)] })],
            scenarios, VocabularyMerger.ForAll(all, evidence), [])
        {
            Negotiations = NegotiationBinder.BindAll(all),
            Criticisms = CriticismBinder.BindAll(all),
            Disputes = DisputeBinder.BindAll(all),
        };
    }

    private static ImmutableArray<Diagnostic> InOrder(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<SourceText> files)
    {
        var order = files.Select((file, index) => (file, index)).ToDictionary(f => f.file, f => f.index);
        return [.. diagnostics.OrderBy(d => order[d.Labels[0].File]).ThenBy(d => d.Labels[0].Span.Start)];
    }
}
