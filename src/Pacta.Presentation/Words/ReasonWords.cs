using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>The words for what a finding hangs on: causes of uncertainty, choices, and who says what.</summary>
public sealed class ReasonWords
{
    /// <summary>The attribute of a choice between judgements.</summary>
    private const string Judged = "judged";

    /// <summary>More outcomes than this are told by their number.</summary>
    private const int MostOutcomes = 12;

    /// <summary>In a line that names what a finding hangs on, more choices than this are not told.</summary>
    private const int MostChoices = 4;

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

        if (causes.Length == 0)
        {
            return string.Empty;
        }

        if (causes[0] is { Kind: CauseKind.Imprecise, Attribute: "time" } && ElapsedIn(finding.Derivation) is { Arguments: [var act, var hours, var after] })
        {
            return Say("reason.elapsed", _speech.Named(act), _speech.Named(hours), _speech.Named(after));
        }

        var hangsOn = Say("reason.hangs_on", _speech.Causes.Of(causes[0])) + (causes.Length > 1 ? Say("reason.more", $"{causes.Length - 1}") : string.Empty);
        return Decisive(finding, isCauseTold: causes.Length == 1) is { Length: > 0 } decisive ? Say("reason.hangs_on_so", hangsOn, decisive) : hangsOn;
    }

    /// <summary>"not consistent with 7 if x happened; not in play if x did not happen": the sets of choices that decide, where they are few; else nothing.</summary>
    /// <param name="isCauseTold">Then who says what stands beside it.</param>
    private string Decisive(Finding finding, bool isCauseTold)
    {
        var sets = finding.DecisiveSets.ToList();
        var isShort = sets.Sum(o => o.If.Length) <= MostChoices && (sets.Count > 1 ? sets.TrueForAll(o => o.If.Length > 0) : sets is [{ If: [] }]);
        return isShort ? string.Join("; ", sets.Select(o => Outcome(o, finding, !isCauseTold)).Where(o => o.Length > 0)) : string.Empty;
    }

    /// <summary>
    /// Which choices lead to which states, one sentence each. Of many those that decide with the fewest choices come first, and how many more there are.
    /// </summary>
    public ImmutableArray<string> Outcomes(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var all = finding.Outcomes;
        var told = all.Length <= MostOutcomes ? all : [.. finding.DecisiveSets.Concat(all).Distinct().Take(MostOutcomes)];
        ImmutableArray<string> sentences = [.. told.Select(o => Outcome(o, finding, true)).Where(o => o.Length > 0)];
        return all.Length > told.Length ? sentences.Add(_speech.Phrases.Numbered("reason.outcomes_more", all.Length - told.Length)) : sentences;
    }

    /// <summary>Whether every way to resolve what is disputed was looked at, and what that means for what decides; empty where there is nothing to resolve.</summary>
    public string Resolution(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var resolution = finding.Resolution;
        if (!resolution.HasChoices)
        {
            return string.Empty;
        }

        if (!resolution.IsExact || resolution.Ways is not { } ways)
        {
            return Say("resolution.bound");
        }

        string[] parts =
        [
            resolution.Disputes > 0 ? _speech.Phrases.Numbered("resolution.disputes", resolution.Disputes) : string.Empty,
            resolution.Readings > 0 ? _speech.Phrases.Numbered("resolution.readings", resolution.Readings) : string.Empty,
        ];
        var exact = Say("resolution.exact", ways.ToString("#,0", CultureInfo.InvariantCulture), string.Join(Say("resolution.and"), parts.Where(p => p.Length > 0)));
        return finding.DecisiveSets.All(o => o.IsSmallest) ? exact : Say("resolution.irreducible", exact);
    }

    /// <summary>How long after what opened it something came, where that is told.</summary>
    private static Derivation? ElapsedIn(Derivation step) =>
        step.Code == DerivationCode.Elapsed ? step : step.Because.Select(ElapsedIn).FirstOrDefault(s => s is not null);

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

    /// <summary>
    /// What follows under the choices of an outcome. Where nothing can be chosen, on what it hangs, if that is one figure or one fact; else
    /// nothing, since the state of the finding says as much.
    /// </summary>
    private string Outcome(Outcome outcome, Finding finding, bool withSources)
    {
        if (outcome.If.Length == 0)
        {
            return outcome.States.SequenceEqual(finding.States) ? Open(finding) : Say("reason.outcome_in_any_case", WithClause(outcome.States, finding));
        }

        return Say("reason.outcome", WithClause(outcome.States, finding), string.Join(Say("reason.and"), outcome.If.Select(c => Of(c, finding, withSources))));
    }

    private string WithClause(ImmutableArray<ClauseState> states, Finding finding) => _speech.States.WithClause(states, finding, _speech.Clauses.Short(finding));

    private string StatesOf(IEnumerable<ClauseState> states, Finding finding) =>
        _speech.States.Several(states, finding.Status.Standing, StateWords.AskedOf(finding));

    /// <summary>"not consistent with 3 if “troops of x at least 5_000” holds, else not in play"</summary>
    private string Open(Finding finding)
    {
        if (finding.Derivation is not { Code: DerivationCode.Undecided, Arguments: [_, var yes, var no], Because: var because } || finding.ByReading.Length > 0)
        {
            return string.Empty;
        }

        var isInTime = because is [_, { Code: DerivationCode.Performed }, _] && finding.Causes.All(c => c.Attribute is "time" or "end");
        // Of three steps the others tell what follows.
        var open = because.Take(because.Length == 3 ? 1 : because.Length).SelectMany(OpenIn).Distinct().ToList();
        return open switch
        {
            [{ Code: DerivationCode.Compared or DerivationCode.FieldIsTrue or DerivationCode.TextIs, Arguments: [var text, ..] }] =>
                Say("reason.if_holds", text, WithClause(Named(yes), finding), StatesOf(Named(no), finding)),
            [{ Code: DerivationCode.Fact, Arguments: [var kind, var id, ..] }] =>
                Say(isInTime ? "reason.if_in_time" : "reason.if_counts", kind, _speech.Named(id), WithClause(Named(yes), finding), StatesOf(Named(no), finding)),
            _ => string.Empty,
        };

        static ImmutableArray<ClauseState> Named(string states) => [.. states.Split(" or ").Select(Enum.Parse<ClauseState>)];
    }

    /// <summary>
    /// The steps that are not known: a comparison as a whole, anything else by what is not known below it. Only steps that hold because those below
    /// them do are gone through: of a breach that hangs on a reply, the reply would say the contrary.
    /// </summary>
    private static IEnumerable<Derivation> OpenIn(Derivation step)
    {
        var below = step.Because.Where(b => b.Truth == Truth.Unknown).ToList();
        return step.Truth != Truth.Unknown ? []
            : below.Count > 0 && step.Code is DerivationCode.All or DerivationCode.Opened or DerivationCode.Defined or DerivationCode.Fact or DerivationCode.There or DerivationCode.ExcusedBy
                ? below.SelectMany(OpenIn)
                : [step];
    }

    /// <summary>What nobody reports: that something was done, or that something was so.</summary>
    public string Silence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        // Under a perspective somebody may well have reported it who does not count there.
        var here = finding.Perspective == Finding.EverySource ? string.Empty : "_here";
        return finding.Derivation is { Code: DerivationCode.NotKept, Arguments: [var kept, ..] } ? Say("reason.silence.kept" + here, kept) : Say("reason.silence.done" + here);
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
            DerivationCode.NotPerformed => why.Because.All(b => b.Code is not (DerivationCode.Fact or DerivationCode.Defined)), // an act that is cited
            DerivationCode.NotKept => finding.Reports.Length == 0,
            _ => false,
        };
    }

    private string Of(Choice choice, Finding finding, bool withSources)
    {
        var said = withSources ? Said(choice) : string.Empty;
        switch (choice.Value)
        {
            case var reading when choice.Kind == CauseKind.Reading:
                return Say("reason.reading", choice.Key, reading);
            case Choice.Happened when choice.Kind == CauseKind.Denied:
                return Say("reason.happened", Happening(choice), said);
            case Choice.DidNotHappen when choice.Kind == CauseKind.Denied:
                return Say("reason.did_not_happen", Happening(choice), said);
        }

        if (choice.Without.Length > 0)
        {
            // What is left of the names follows from the denial; nobody says it.
            var names = string.Join(Say("reason.and_not"), choice.Without);
            return RoleWords.Split(choice.Subject) is { } denied
                ? Say("reason.role_not", denied.Id, denied.Attribute, names, said)
                : Say("reason.is_not", choice.Subject, names, said);
        }

        // The side of those who deny every value that is asserted: the values are those of the other sides.
        var isDenied = choice.Value == Choice.NotSo;
        var values = isDenied
            ? finding.Outcomes.SelectMany(o => o.If).Where(c => c.Subject == choice.Subject && c.Value != Choice.NotSo && c.Without.Length == 0).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList()
            : [];
        if (choice.Attribute == Judged)
        {
            return Say(isDenied ? "reason.not_so" : "reason.so", choice.Key, said);
        }

        var isOther = isDenied && values.Count > 0;
        var value = isOther ? string.Join(Say("reason.and_not"), values.Select(v => _speech.Value(choice.Attribute, v))) : _speech.Value(choice.Attribute, choice.Value);
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

    /// <summary>The event by its kind and id; what was counted by itself.</summary>
    private string Happening(Choice choice) => CountName.Parse(choice.Key) is { } count ? _speech.Named(count.Told()) : choice.Subject;
}
