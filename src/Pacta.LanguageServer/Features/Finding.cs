using Pacta.Language.Binding.Names;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Features;

/// <summary>Where a name is declared, and all places that speak of it.</summary>
internal static class Finding
{
    private const int Read = 2;
    private const int Written = 3;

    public static Location[] Definition(Analysed analysed, int offset) =>
        analysed.NameAt(offset) is { } use && analysed.DocumentOf(use.Thing.File) is { } home ? [home.LocationOf(use.Thing.Span)] : [];

    /// <summary>In all files of the workspace that are compiled together with the file that declares it.</summary>
    public static Location[] References(Analysed analysed, int offset, bool withDeclaration, Analyses analyses, CancellationToken cancellation) =>
        analysed.NameAt(offset) is { } use
            ? [.. Uses(analysed, use.Thing, analyses, cancellation).Where(u => withDeclaration || !u.Use.IsDeclaration(u.Document.Source)).Select(u => u.Document.LocationOf(u.Use.Span))]
            : [];

    public static DocumentHighlight[] Highlights(Analysed analysed, int offset) =>
        analysed.NameAt(offset) is { } use
            ?
            [
                .. analysed.Analysis.Names.In(analysed.Document.Source)
                    .Where(u => u.Thing.Equals(use.Thing))
                    .Select(u => new DocumentHighlight(analysed.Document.RangeOf(u.Span), u.IsDeclaration(analysed.Document.Source) ? Written : Read)),
            ]
            : [];

    /// <summary>All places of a name, file by file, in the order of their paths and texts.</summary>
    public static IEnumerable<(Document Document, NameUse Use)> Uses(Analysed analysed, NamedThing thing, Analyses analyses, CancellationToken cancellation)
    {
        if (analysed.DocumentOf(thing.File) is not { } home)
        {
            yield break;
        }

        var around = thing.Sort is NameSort.Variable or NameSort.Instance ? [home] : Together.Around(home, analysed.State);
        foreach (var document in around)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var use in analyses.Of(document, analysed.State, cancellation).Analysis.Names.In(document.Source).Where(u => u.Thing.Equals(thing)))
            {
                yield return (document, use);
            }
        }
    }
}
