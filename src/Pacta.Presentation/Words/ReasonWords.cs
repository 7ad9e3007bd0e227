using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>The words for what a finding hangs on: causes of uncertainty, choices, and who says what.</summary>
public sealed class ReasonWords
{
    /// <summary>The attribute of a choice between judgements.</summary>
    private const string Judged = "judged";

    private readonly Speech _speech;

    internal ReasonWords(Speech speech) => _speech = speech;

    /// <summary>The first cause of uncertainty, and how many more there are; of a certain finding, whether it rests on silence alone.</summary>
    public string Short(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.IsClaim)
        {
            return Claims(finding);
        }

        var causes = InOrder(finding);
        if (finding.Certainty == Certainty.Certain)
        {
            return RestsOnSilence(finding) ? Say("reason.silence", Silence(finding)) : string.Empty;
        }

        return causes.Length == 0
            ? string.Empty
            : Say("reason.hangs_on", _speech.Causes.Of(causes[0])) + (causes.Length > 1 ? Say("reason.more", $"{causes.Length - 1}") : string.Empty);
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

    /// <summary>"claimed by borland; denied by aland", of a commitment whose existence is disputed.</summary>
    public string Claims(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string[] sides = [Side(Truth.True, "who.claims"), Side(Truth.False, "who.denials")];
        return string.Join(Say("who.claims_and"), sides.Where(s => s.Length > 0));

        string Side(Truth truth, string key)
        {
            var names = finding.Derivation.Because.Where(c => c.Truth == truth).Select(c => c.Arguments[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return names.Count == 0 ? string.Empty : Say(key, string.Join(", ", names));
        }
    }

    /// <summary>"If shots_12 happened (mission)"; "In any case" where nothing has to be chosen.</summary>
    public string If(Outcome outcome, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(finding);
        return outcome.If.Length == 0 ? Say("reason.in_any_case") : Say("reason.if", string.Join(Say("reason.and"), outcome.If.Select(c => Of(c, finding))));
    }

    /// <summary>What nobody reports: that something was done, or that something was so.</summary>
    public string Silence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Derivation is { Code: DerivationCode.NotKept, Arguments: [var kept, ..] } ? Say("reason.silence.kept", kept) : Say("reason.silence.done");
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

    private string Of(Choice choice, Finding finding)
    {
        var said = Said(choice);
        switch (choice.Value)
        {
            case var reading when choice.Kind == CauseKind.Reading:
                return Say("reason.reading", choice.Key, reading);
            case Choice.Happened when choice.Kind == CauseKind.Denied:
                return Say("reason.happened", choice.Subject, said);
            case Choice.DidNotHappen when choice.Kind == CauseKind.Denied:
                return Say("reason.did_not_happen", choice.Subject, said);
        }

        // The side of those who deny every value that is asserted: the values are those of the other sides.
        var isDenied = choice.Value == Choice.NotSo;
        var values = isDenied
            ? finding.Outcomes.SelectMany(o => o.If).Where(c => c.Subject == choice.Subject && c.Value != Choice.NotSo).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList()
            : [];
        if (choice.Attribute == Judged)
        {
            return Say(isDenied ? "reason.not_so" : "reason.so", choice.Key, said);
        }

        var isOther = isDenied && values.Count > 0;
        var value = _speech.Named(isOther ? string.Join(Say("reason.and_not"), values) : choice.Value);
        if (RoleWords.Split(choice.Subject) is { } role && (isOther || !isDenied))
        {
            return Say(isOther ? "reason.role_not" : "reason.role", role.Id, role.Attribute, value, said);
        }

        var id = choice.Subject[Math.Min(choice.Attribute.Length + " of ".Length, choice.Subject.Length)..];
        return Say(isOther ? "reason.is_not" : "reason.is", _speech.Roles.Of(choice.Attribute, id), value, said);
    }

    private string Said(Choice choice)
    {
        var sources = Sources(choice.Sources);
        return sources.Length == 0 ? string.Empty : Say(sources.Contains(", ", StringComparison.Ordinal) ? "reason.say" : "reason.says", sources);
    }

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}
