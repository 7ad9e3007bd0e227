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
        json.WriteStartArray("hangs_on");
        foreach (var cause in Words.ReasonWords.InOrder(finding))
        {
            json.WriteStringValue(speech.Causes.Of(cause));
        }

        json.WriteEndArray();
        Texts("unverified", finding.Unverified);
        Reports("reports", finding.Reports);
        Determinations("determinations", finding.Determinations);
    }

    /// <summary>A range of instants with its local dates; null where there is none.</summary>
    public void Times(string name, Model.Time.InstantRange? range) => Range(name, range);
}
