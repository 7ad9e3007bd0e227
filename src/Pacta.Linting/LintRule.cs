using Pacta.Model.Diagnostics;

namespace Pacta.Linting;

/// <summary>
/// Something that an agreement may say and its drafter probably does not mean. A rule that is not sure says nothing: a false alarm costs more than a
/// missed one, for after three of them nobody reads the fourth.
/// </summary>
internal abstract class LintRule(string code)
{
    /// <summary>Stable: <c>PACTA10nn</c>; its page is shown by <c>pacta help</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What is found, in any order.</summary>
    public abstract IEnumerable<Diagnostic> Find(LintContext context);

    protected Diagnostic Warning(string headline, IEnumerable<Label> labels, string help, string? example = null) => new(Code, Severity.Warning, headline, [.. labels], help, example);

    protected Diagnostic Note(string headline, IEnumerable<Label> labels, string help, string? example = null) => new(Code, Severity.Note, headline, [.. labels], help, example);
}
