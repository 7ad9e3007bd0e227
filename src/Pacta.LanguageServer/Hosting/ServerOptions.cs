using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Hosting;

/// <param name="Version">Told to the editor.</param>
public sealed record ServerOptions(string Version)
{
    /// <summary>
    /// What is found otherwise than by compiling, such as by a linter: asked for each open file once nobody has typed for <see cref="Pause"/>, never between two key strokes. It looks
    /// at the whole compilation and its files; what it says about other files than the one that was asked for is not shown. Null: nothing.
    /// </summary>
    public Func<CompilationResult, IReadOnlyList<SourceText>, CancellationToken, IEnumerable<Diagnostic>>? More { get; init; }

    /// <summary>How long nobody types before <see cref="More"/> is asked.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(600);
}
