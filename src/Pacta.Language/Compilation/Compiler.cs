using System.Collections.Immutable;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Disputes;
using Pacta.Language.Binding.Names;
using Pacta.Language.Binding.Negotiations;
using Pacta.Language.Binding.Scenarios;
using Pacta.Language.Binding.Sentences;
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
    /// <param name="tellsMissingMaps">Whether there is a warning where a map is not there: who has all files at hand may have mistaken its name.</param>
    public static CompilationResult Compile(IReadOnlyList<SourceText> files, Func<string, string?>? readMap = null, bool tellsMissingMaps = false)
    {
        ArgumentNullException.ThrowIfNull(files);
        var parsed = files.Select(ParsedFile.Of).ToList();
        return Bind(parsed, [.. parsed.Where(p => !p.HasErrors)], readMap, tellsMissingMaps, null, CancellationToken.None).Result;
    }

    /// <summary>
    /// As above, from files that were read already, and with the meaning of each name. What could be read of files with mistakes takes part, so that
    /// something is known of a file while it is being written; what is said about meaning is still left out where any file has mistakes.
    /// </summary>
    internal static Analysis Analyse(IReadOnlyList<ParsedFile> files, Func<string, string?>? readMap, CancellationToken cancellation)
    {
        var names = new NameTable();
        var (result, declared) = Bind(files, files, readMap, readMap is not null, names, cancellation);
        DeclaredNames.Enter(declared, names);
        return new Analysis(result, declared, names);
    }

    private static (CompilationResult Result, Declarations Declared) Bind(
        IReadOnlyList<ParsedFile> files, IReadOnlyList<ParsedFile> bound, Func<string, string?>? readMap, bool tellsMissingMaps, NameTable? names, CancellationToken cancellation)
    {
        var meaning = new DiagnosticBag();
        var all = new Declarations(meaning, readMap ?? (static _ => null)) { Names = names, TellsMissingMaps = tellsMissingMaps };
        var result = Bind(all, bound, cancellation);
        var mistakes = files.SelectMany(f => f.Diagnostics);
        var diagnostics = files.Any(f => f.HasErrors) ? mistakes : mistakes.Concat(meaning.Items);
        return (result with { Diagnostics = InOrder(diagnostics, files) }, all);
    }

    private static CompilationResult Bind(Declarations all, IReadOnlyList<ParsedFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            Collector.Collect(all, file.Source, file.Syntax);
        }

        cancellation.ThrowIfCancellationRequested();
        all.Agreements.ForEach(AgreementBinder.ResolveUses);
        ScopeBinder.BindAll(all);
        all.Agreements.ForEach(ScopeBinder.ReportHidden);
        var evidence = new EvidenceBinder(all).Bind();
        var agreements = new List<Agreement>();
        foreach (var agreement in all.Agreements)
        {
            cancellation.ThrowIfCancellationRequested();
            agreements.Add(new AgreementBinder(agreement, evidence).Bind());
        }

        cancellation.ThrowIfCancellationRequested();

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

    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics, IReadOnlyList<ParsedFile> files)
    {
        var order = files.Select((file, index) => (file.Source, index)).ToDictionary(f => f.Source, f => f.index);
        return [.. diagnostics.OrderBy(d => order[d.Labels[0].File]).ThenBy(d => d.Labels[0].Span.Start)];
    }
}
