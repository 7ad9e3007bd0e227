using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>The words for what a finding hangs on: causes of uncertainty, choices, and who says what.</summary>
public static class ReasonWords
{
    /// <summary>The first cause, and how many more there are; empty where the finding is certain.</summary>
    public static string Short(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var causes = finding.Causes;
        if (finding.Certainty == Certainty.Certain || causes.Length == 0)
        {
            return string.Empty;
        }

        var first = causes.FirstOrDefault(c => finding.Certainty != Certainty.Contested || c.IsDispute || c.Kind == CauseKind.Reading) ?? causes[0];
        return first.Description + (causes.Length > 1 ? $" (+{causes.Length - 1} more)" : string.Empty);
    }

    /// <summary>"If shots_12 happened (mission)"; "In any case" where nothing has to be chosen.</summary>
    public static string If(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.If.Length == 0 ? "In any case" : "If " + string.Join(" and ", outcome.If.Select(Of));
    }

    /// <summary>Everybody who reported, once each.</summary>
    public static string Sources(ImmutableArray<ReportReference> reports) =>
        string.Join(", ", reports.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Of(Choice choice)
    {
        var who = Sources(choice.Sources);
        var said = who.Length > 0 ? $" (as {who} {(choice.Sources.Select(s => s.Source).Distinct(StringComparer.Ordinal).Count() == 1 ? "says" : "say")})" : string.Empty;
        return choice.Kind switch
        {
            CauseKind.Reading => $"the {choice.Subject} is “{choice.Value}”",
            CauseKind.Denied => $"{choice.Subject} {choice.Value}{said}",
            _ => $"{choice.Subject} is {choice.Value}{said}",
        };
    }
}
