using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for what reports would change that came too late for a clause to admit them.</summary>
public sealed class LateWords
{
    private readonly Speech _speech;

    internal LateWords(Speech speech) => _speech = speech;

    /// <summary>Under the row of a finding and on its page; empty where late reports change nothing.</summary>
    public string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.WithLate is not { } late ? string.Empty
            : late.Finding is { } with ? _speech.Phrases.Say("late.with", $"{late.Within}", ReasonWords.Sources(late.Late), _speech.States.Of(with), _speech.Certainties.Of(with.Certainty))
            : _speech.Phrases.Say("late.with_none", $"{late.Within}", ReasonWords.Sources(late.Late));
    }

    /// <summary>What stands beneath a finding: what late reports would change, and what bodies decided.</summary>
    internal ImmutableArray<string> Beside(Finding finding) =>
    [
        .. new[] { Of(finding) }.Where(t => t.Length > 0).Concat(finding.Determinations.Select(d => _speech.Determinations.Of(d, finding.Status.Standing))),
    ];
}
