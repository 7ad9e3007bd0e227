using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Pacta.Model.Findings;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>
/// The words for what a finding is about. Where a clause depends on whether another was kept, its trigger is named for that by the logic
/// (<see cref="BreachName"/>); people are told under which clause it stands and whom it concerns, which says nothing about anybody.
/// </summary>
public sealed partial class TriggerWords
{
    private readonly Phrasebook _phrases;

    internal TriggerWords(Phrasebook phrases) => _phrases = phrases;

    public string Of(Finding finding) => Joined(finding, ClauseLookup.TriggerOf(finding));

    /// <summary>Some of what a finding is about.</summary>
    internal string Joined(Finding? finding, ImmutableArray<string> trigger) =>
        string.Join(", ", trigger.Select(t => BreachName.Parse(t) is { Clause: null } breach && IsOtherwise(finding) ? Otherwise(breach) : Of(t)));

    /// <summary>"f1, under quiet (aland)"; any other name as it is.</summary>
    public string Of(string name) =>
        BreachName.Parse(name) is { Clause: { } clause } breach ? _phrases.Say("trigger.under", About(breach.About), clause, Whose(breach))
        : CountName.Parse(name) is { } count ? new ValueWords(_phrases).Of(count.Told())
        : name;

    /// <summary>What a finding is about, for machines: without a word that calls anybody to account.</summary>
    internal static IEnumerable<string> ForMachines(Finding finding) =>
        finding.Trigger.Select(t => BreachName.Parse(t) is { Clause: null } breach && IsOtherwise(finding) ? "otherwise" + breach.Rest() : ForMachines(t));

    internal static string ForMachines(string name) => BreachName.Parse(name) is { Clause: { } clause } breach
        ? $"not_consistent_with {clause}{breach.Rest()}: {string.Join(',', Several(breach.About).Select(ForMachines))}"
        : name;

    private static bool IsOtherwise(Finding? finding) => finding is not null && finding.ClausePath.Contains("/otherwise", StringComparison.Ordinal);

    private string Otherwise(BreachName breach) => _phrases.Say("trigger.otherwise", Whose(breach));

    private string About(string trigger) => string.Join(", ", Several(trigger).Select(Of));

    /// <summary>Ids are joined by commas, and what they are joined with may be a breach again.</summary>
    private static string[] Several(string trigger) => trigger.StartsWith("breach of ", StringComparison.Ordinal) ? BeforeBreach().Split(trigger) : trigger.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private string Whose(BreachName breach)
    {
        var by = new RoleWords(_phrases).Who(breach.By);
        string[] parts =
        [
            breach.To.Length > 0 && by.Length > 0 ? _phrases.Say("who.to", by, breach.To) : by + breach.To,
            breach.Line.Length > 0 ? _phrases.Say("page.text", breach.Line) : string.Empty,
            breach.Time > 1 ? _phrases.Say("trigger.time", breach.Time.ToString(CultureInfo.InvariantCulture)) : string.Empty,
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    [GeneratedRegex(@",(?=breach of \w)")]
    private static partial Regex BeforeBreach();
}
