using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Compilation;

/// <summary>
/// What came of a set of agreement files. Where <see cref="HasErrors"/> is set, the agreements are there for tools that show them, with
/// gaps where something was wrong; nothing may be concluded from them.
/// </summary>
/// <param name="Agreements">In the order of the files and of their texts.</param>
/// <param name="Scenarios">Of all agreements; each agreement also holds its own.</param>
/// <param name="Vocabulary">The names of all vocabularies and files together: what reports are read with.</param>
/// <param name="Diagnostics">In the order of the files and of their texts.</param>
public sealed record CompilationResult(
    ImmutableArray<Agreement> Agreements,
    ImmutableArray<Scenario> Scenarios,
    Vocabulary Vocabulary,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>In the order of the files and of their texts.</summary>
    public ImmutableArray<Talks> Negotiations { get; init; } = [];

    /// <summary>What parties said of versions of agreements, in the order of the files and of their texts.</summary>
    public ImmutableArray<Criticisms> Criticisms { get; init; } = [];

    /// <summary>In the order of the files and of their texts.</summary>
    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
