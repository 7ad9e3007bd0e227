using Pacta.Model.Findings;

namespace Pacta.Presentation.Json;

/// <summary>A finding as a report about a period tells it: what it is about and how it stands, without its derivation.</summary>
internal sealed partial class FindingJson
{
    public void WriteTold(Finding finding)
    {
        json.WriteStartObject();
        WriteToldMembers(finding);
        json.WriteEndObject();
    }

    /// <summary>The same within an object that has more.</summary>
    public void WriteToldMembers(Finding finding)
    {
        json.WriteString("id", finding.Id);
        WriteSubject(finding);
        WriteParts(finding);
        Range("due", finding.Due);
        json.WriteTexts("hangs_on", Words.ReasonWords.InOrder(finding).Select(speech.Causes.Of));
        Texts("unverified", finding.Unverified);
        Reports("reports", finding.Reports);
        Determinations("determinations", finding.Determinations);
    }

    /// <summary>A range of instants with its local dates; null where there is none.</summary>
    public void Times(string name, Model.Time.InstantRange? range) => Range(name, range);
}
