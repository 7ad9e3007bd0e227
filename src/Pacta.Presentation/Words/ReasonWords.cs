using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>The words for what a finding hangs on: causes of uncertainty, choices, and who says what.</summary>
public static class ReasonWords
{
    /// <summary>The first cause of uncertainty, and how many more there are; of a certain finding, whether it rests on silence alone.</summary>
    public static string Short(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var causes = InOrder(finding);
        if (finding.Certainty == Certainty.Certain)
        {
            return RestsOnSilence(finding) ? $"rests on silence: {Silence(finding)}" : string.Empty;
        }

        return causes.Length == 0
            ? string.Empty
            : "hangs on " + CauseWords.Of(causes[0]) + (causes.Length > 1 ? $" (+{causes.Length - 1} more)" : string.Empty);
    }

    /// <summary>
    /// The causes, with what decides first: the choices that the outcomes name, then what is missing or rough, then imprecise times, which
    /// open a state at the edges of a stretch only where a rough figure leaves it open throughout.
    /// </summary>
    public static ImmutableArray<Cause> InOrder(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return [.. finding.Causes.OrderBy(c => Rank(c, finding))];
    }

    private static int Rank(Cause cause, Finding finding) =>
        finding.Outcomes.Any(o => o.If.Any(c => c.IsAbout(cause))) ? 0
        : cause.IsDispute || cause.Kind == CauseKind.Reading ? finding.Certainty == Certainty.Contested ? 1 : 4
        : cause is { Kind: CauseKind.Imprecise, Attribute: "time" or "end" } ? 3
        : 2;

    /// <summary>"If shots_12 happened (mission)"; "In any case" where nothing has to be chosen.</summary>
    public static string If(Outcome outcome, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(finding);
        return outcome.If.Length == 0 ? "In any case" : "If " + string.Join(" and ", outcome.If.Select(c => Of(c, finding)));
    }

    /// <summary>What nobody reports: that something was done, or that something was so.</summary>
    public static string Silence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Derivation is { Code: DerivationCode.NotKept, Arguments: [var kept, ..] }
            ? $"nobody reports that this was so: “{kept}”"
            : "nobody reports that it was done";
    }

    /// <summary>Everybody who reported, once each.</summary>
    public static string Sources(ImmutableArray<ReportReference> reports) =>
        string.Join(", ", reports.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Does it follow from nothing but the absence of reports? Whoever reads a finding must see that beside it.</summary>
    public static bool RestsOnSilence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { State: ClauseState.Breached, Derivation: { } why } && why.Code switch
        {
            DerivationCode.NotPerformed => why.Because.All(b => b.Code is DerivationCode.Opened or DerivationCode.Period or DerivationCode.ExcusedBy or DerivationCode.BreachOf),
            DerivationCode.NotKept => finding.Reports.Length == 0,
            _ => false,
        };
    }

    private static string Of(Choice choice, Finding finding)
    {
        var who = Sources(choice.Sources);
        var said = who.Length > 0 ? $" (as {who} {(choice.Sources.Select(s => s.Source).Distinct(StringComparer.Ordinal).Count() == 1 ? "says" : "say")})" : string.Empty;
        if (choice.Kind == CauseKind.Reading)
        {
            return $"the {choice.Subject} is “{choice.Value}”";
        }

        if (choice.Kind == CauseKind.Denied)
        {
            return $"{choice.Subject} {choice.Value}{said}";
        }

        // The side of those who deny every value that is asserted: the values are those of the other sides.
        var values = choice.Value == Choice.NotSo
            ? finding.Outcomes.SelectMany(o => o.If).Where(c => c.Subject == choice.Subject && c.Value != Choice.NotSo).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList()
            : [];
        var (verb, value) = values.Count == 0 ? ("is", choice.Value) : ("is not", string.Join(" and not ", values));
        return RoleWords.Split(choice.Subject) is { } role && (values.Count > 0 || choice.Value != Choice.NotSo)
            ? $"{role.Id} {(values.Count > 0 ? "was not" : "was")} {role.Attribute} {value}{said}"
            : $"{choice.Subject} {verb} {value}{said}";
    }
}
