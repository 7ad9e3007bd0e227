using System.Collections.Immutable;
using Pacta.Language.Binding.Names;
using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Documents;

/// <summary>A document with all that is known of it by the files that belong to it.</summary>
internal sealed record Analysed(Document Document, ImmutableArray<Document> Files, Analysis Analysis, WorkspaceState State)
{
    public IEnumerable<Diagnostic> Diagnostics => Analysis.Result.Diagnostics.Where(d => ReferenceEquals(d.Labels[0].File, Document.Source));

    public Document? DocumentOf(SourceText source) => Files.FirstOrDefault(f => ReferenceEquals(f.Source, source));

    /// <summary>The name at an offset, or one that ends there.</summary>
    public NameUse? NameAt(int offset) =>
        Analysis.Names.In(Document.Source).Cast<NameUse?>().FirstOrDefault(u => u!.Value.Span.Start <= offset && offset <= u.Value.Span.End);
}

/// <summary>Compilations of files that belong together, each made once for as long as it is likely to be asked for.</summary>
internal sealed class Analyses
{
    private const int Kept = 24;

    private readonly Lock _lock = new();
    private readonly LinkedList<(ImmutableArray<Document> Files, Lazy<Analysis> Analysis)> _recent = [];
    private readonly Maps _maps = new();

    /// <param name="cancellation">Ends the work where nobody waits for it any longer.</param>
    public Analysed Of(Document document, WorkspaceState state, CancellationToken cancellation)
    {
        var files = Together.With(document, state);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var analysis = Find(files, cancellation);
            try
            {
                return new Analysed(document, files, analysis.Value, state);
            }
            catch (OperationCanceledException)
            {
                // The work was somebody else's, who gave it up.
                Forget(analysis);
            }
        }
    }

    /// <summary>Maps may have changed on disk.</summary>
    public void ForgetMaps()
    {
        _maps.Clear();
        lock (_lock)
        {
            _recent.Clear();
        }
    }

    private Lazy<Analysis> Find(ImmutableArray<Document> files, CancellationToken cancellation)
    {
        lock (_lock)
        {
            for (var at = _recent.First; at is not null; at = at.Next)
            {
                if (at.Value.Files.SequenceEqual(files))
                {
                    _recent.Remove(at);
                    _recent.AddFirst(at);
                    return at.Value.Analysis;
                }
            }

            // Earlier texts of the same files are not asked for again; kept, they would be looked through by each collection of garbage.
            ForgetEarlier(files);
            var analysis = new Lazy<Analysis>(() => Compiler.Analyse([.. files.Select(f => f.Parsed)], _maps.Read, cancellation));
            _recent.AddFirst((files, analysis));
            if (_recent.Count > Kept)
            {
                _recent.RemoveLast();
            }

            return analysis;
        }
    }

    private void ForgetEarlier(ImmutableArray<Document> files)
    {
        for (var at = _recent.First; at is not null;)
        {
            var next = at.Next;
            if (at.Value.Files.Length == files.Length && at.Value.Files.Zip(files).All(p => p.First.Path == p.Second.Path))
            {
                _recent.Remove(at);
            }

            at = next;
        }
    }

    private void Forget(Lazy<Analysis> analysis)
    {
        lock (_lock)
        {
            for (var at = _recent.First; at is not null; at = at.Next)
            {
                if (at.Value.Analysis == analysis)
                {
                    _recent.Remove(at);
                    return;
                }
            }
        }
    }
}
