using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>A finding in one line: the clause, who owes it or used it, what it is about, and its state.</summary>
public static class Headline
{
    public static string Of(Finding finding, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(speech);
        var owed = StateWords.IsOfPower(finding) ? "page.used_by" : "page.owed_by";
        return speech.Phrases.Say(
            "page.title",
            speech.Clauses.Full(finding),
            finding.IsUnattributed || finding.IsClaim ? string.Empty : speech.Phrases.Say(finding.Status.Standing == Standing.Proposal ? owed + ".proposal" : owed),
            speech.Parties.Of(finding),
            speech.Triggers.Of(finding),
            speech.States.Of(finding));
    }
}
