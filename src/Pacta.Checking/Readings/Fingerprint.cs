using System.Globalization;
using System.Text;
using Pacta.Model.Findings;

namespace Pacta.Checking.Readings;

/// <summary>What there is to tell about a finding, as a text that is equal for equal ones: its states, times and reasons.</summary>
internal static class Fingerprint
{
    public static string Of(Finding? finding)
    {
        if (finding is null)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', finding.States)}|{finding.Certainty}|{finding.IsSettled}|{finding.Opened}|{finding.Due}");
        Add(text, finding.Derivation);
        foreach (var change in finding.Changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"|{change.State} {change.At}");
            Add(text, change.Derivation);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Derivation step)
    {
        text.Append(CultureInfo.InvariantCulture, $"({step.Code} {step.Truth} ").AppendJoin('\u001f', step.Arguments).Append(' ').AppendJoin(' ', step.Reports.Select(r => r.Id));
        foreach (var below in step.Because)
        {
            Add(text, below);
        }

        text.Append(')');
    }
}
