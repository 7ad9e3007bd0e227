using System.Collections.Immutable;
using Pacta.Model.Text;

namespace Pacta.Model.Diagnostics;

public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Works, but probably not as meant.</summary>
    Warning,

    /// <summary>Cannot be used until mended.</summary>
    Error,
}

/// <summary>A stretch of a file with what is said about it. The first label of a diagnostic is where the problem is.</summary>
/// <param name="Section">The way to the place in the agreement, such as <c>chapter V, article 38</c>; null outside of one.</param>
public sealed record Label(SourceText File, TextSpan Span, string Message, string? Section = null);

/// <summary>
/// What is wrong, where, and how to mend it. <c>Code</c> is stable (PACTA and four digits: 01xx characters and sentences,
/// 02xx names and meaning, 03xx times and units, 04xx scenarios, 05xx reports, 06xx import, 09xx the command itself).
/// </summary>
/// <param name="Headline">One sentence that stands alone.</param>
/// <param name="Help">How to mend it.</param>
/// <param name="Example">Something right that looks like it; may span lines.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string Headline,
    ImmutableArray<Label> Labels,
    string? Help = null,
    string? Example = null)
{
    /// <summary>How an editor can mend it without asking; null where only people can tell.</summary>
    public Fix? Fix { get; init; }
}

/// <summary>A change of text that mends a mistake.</summary>
/// <param name="Span">What is replaced; empty: something is put in here.</param>
public sealed record Fix(SourceText File, TextSpan Span, string Replacement);

/// <summary>Collects diagnostics in the order in which they are found.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    public IReadOnlyList<Diagnostic> Items => _items;

    public bool HasErrors => _items.Exists(d => d.Severity == Severity.Error);

    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    public void Error(string code, SourceText file, TextSpan span, string headline, string? label = null, string? help = null, string? example = null) =>
        _items.Add(new Diagnostic(code, Severity.Error, headline, [new Label(file, span, label ?? headline)], help, example));

    public void Warn(string code, SourceText file, TextSpan span, string headline, string? label = null, string? help = null, string? example = null) =>
        _items.Add(new Diagnostic(code, Severity.Warning, headline, [new Label(file, span, label ?? headline)], help, example));
}
