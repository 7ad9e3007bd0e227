using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Values;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>
/// One sentence for each kind of step a derivation is made of. What the agreement or a report says stands in quotation marks. Below the
/// mandate to determine, no sentence calls an actor to account: it says what was asked, what is reported, and whether the two are consistent.
/// </summary>
public sealed class StepWords
{
    private readonly Speech _speech;
    private readonly TimeWords _times;
    private readonly Standing _standing;
    private readonly bool _isAuthorUnstated;
    private readonly bool _isAuthorDenied;
    private readonly AskedFor? _asked;
    private readonly Measures? _measures;

    /// <param name="standing">Of what only is proposed, what follows would follow.</param>
    /// <param name="isAuthorUnstated">No report says by whom an act was that is not attributed; otherwise reports name those of whom it was one.</param>
    /// <param name="asked">What the clause asks for; null where it is not known.</param>
    /// <param name="measures">The units of numbers; null: they are told without.</param>
    /// <param name="isAuthorDenied">The author is not stated because the one that is reported is denied.</param>
    public StepWords(
        Speech speech, TimeWords times, Standing standing = Standing.Legal, bool isAuthorUnstated = false, AskedFor? asked = null, Measures? measures = null,
        bool isAuthorDenied = false) =>
        (_speech, _times, _standing, _isAuthorUnstated, _isAuthorDenied, _asked, _measures) = (speech, times, standing, isAuthorUnstated, isAuthorDenied, asked, measures);

    public Phrasebook Phrases => _speech.Phrases;

    /// <summary>The words for the steps of one finding.</summary>
    public static StepWords For(Finding finding, TimeWords times, Speech speech, Measures? measures)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new StepWords(speech, times, finding.Status.Standing, PartyWords.IsAuthorUnstated(finding), StateWords.AskedOf(finding), measures, PartyWords.IsAuthorDenied(finding));
    }

    /// <summary>The sentence of a step, ended by a full stop. What it rests on is told by the steps below it.</summary>
    /// <param name="isToldAbove">What it hangs on has been told.</param>
    public string Of(Derivation step, bool isToldAbove = false)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Say(step, KeyOf(step, isToldAbove), [.. ArgumentsInWords(step).Select(_speech.Named)]);
    }

    /// <summary>The key of the sentence, without truth and mood.</summary>
    private string KeyOf(Derivation step, bool isToldAbove) => step.Code switch
    {
        DerivationCode.ExcusedBy when At(step, 0) == "unless" => "step.excused_by_unless",
        DerivationCode.Unattributed when _isAuthorUnstated => _isAuthorDenied ? "step.author_denied" : "step.author_unstated",
        DerivationCode.WhileEnded when At(step, 0).Length == 0 => "step.time_over",
        DerivationCode.Claims when step.Arguments.Length != 3 => "step.claims_differ",
        DerivationCode.Undecided => SaysNothing(step) ? "step.undecided_below" : isToldAbove ? "step.undecided_above" : "step.undecided",
        DerivationCode.All when step.Arguments is not [{ Length: > 0 }] => "step.all_lines",
        DerivationCode.Fact when IsOfBreach(step) => "step.about_clause",
        DerivationCode.Fact when At(step, 2).Length == 0 && step.Reports.Length == 0 => "step.counts_as",
        DerivationCode.Compared when Composed.Is(At(step, 1), Composed.NoLimit) || Composed.Is(At(step, 2), Composed.NoLimit) => "step.compared_no_limit",
        DerivationCode.Compared when Composed.Is(At(step, 1), Composed.Unknown) || Composed.Is(At(step, 2), Composed.Unknown) => "step.compared_missing",
        DerivationCode.TextIs when Composed.Is(At(step, 1), Composed.NotReported) => "step.text_missing",
        DerivationCode.Away when Composed.Is(At(step, 3), Composed.NoLimit) => "step.away_no_limit",
        DerivationCode.Away when Composed.Is(At(step, 1), Composed.NotReported) => "step.away_missing",
        DerivationCode.Judged when step.Truth == Truth.Unknown && At(step, 1).Length > 0 && At(step, 2).Length > 0 => "step.judged_differently",
        DerivationCode.AggregateValue when At(step, 2).Length == 0 => "step.aggregate_none",
        _ => "step." + Names.Snake(step.Code),
    };

    private ImmutableArray<string> ArgumentsInWords(Derivation step) => step.Code switch
    {
        DerivationCode.Unattributed when _isAuthorUnstated => [At(step, 0), Bound(step), At(step, 2)],
        DerivationCode.Claims when step.Arguments is [var who, var verb, var words] => [who, _speech.Phrases.Has("claim." + verb) ? _speech.Phrases.Say("claim." + verb) : verb, words],
        DerivationCode.Undecided => [States(At(step, 0))],
        DerivationCode.BreachOf => [_speech.Clauses.NameOf(At(step, 0)), _speech.Roles.Who(At(step, 1))],
        DerivationCode.DatesCompared or DerivationCode.Conflict or DerivationCode.Time => [Joined(step)],
        DerivationCode.Not => [At(step, 0), NegatedOf(step) is { Code: DerivationCode.IsOneOf or DerivationCode.FieldIsTrue } inner ? At(inner, 1) : string.Empty],
        DerivationCode.Fact when IsOfBreach(step) => [At(step, 1)],
        DerivationCode.Fact => [At(step, 0), At(step, 1), TimeOf(step), ReasonWords.Sources(step.Reports), At(step, 3), At(step, 4)],
        DerivationCode.Counted => [ReasonWords.Sources(step.Reports), .. step.Arguments],
        DerivationCode.Seen => [.. step.Arguments, ReasonWords.Sources(step.Reports)],
        DerivationCode.FieldValue => [_speech.Roles.Of(At(step, 0), At(step, 1)), At(step, 2)],
        DerivationCode.FieldMissing => [_speech.Roles.Of(At(step, 0), At(step, 1))],
        DerivationCode.Compared or DerivationCode.AggregateValue or DerivationCode.Constant or DerivationCode.Away => Measured(step),
        DerivationCode.Unattributed or DerivationCode.ExcusedBy or DerivationCode.SetAside => step.Arguments,
        <= DerivationCode.Conflict when step.Arguments.Length > 1 => [step.Arguments[0], .. step.Arguments.Skip(1).Select((a, i) => i < 2 && IsWho(step.Code, i + 1) ? _speech.Roles.Who(a) : a)],
        _ => step.Arguments,
    };

    /// <summary>The arguments of a step about numbers, these with their unit.</summary>
    private ImmutableArray<string> Measured(Derivation step) => _measures is not { } measures ? step.Arguments : step switch
    {
        { Code: DerivationCode.Compared, Arguments: [var text, var left, var right, ..] } => [text, measures.Told(text, left), measures.Told(text, right)],
        { Code: DerivationCode.AggregateValue, Arguments: [var text, var value, .. var of] } => [text, measures.Told(text, value), .. of],
        { Code: DerivationCode.Constant, Arguments: [var text, var value, ..] } => [text, measures.Told(text, value)],
        { Code: DerivationCode.Away, Arguments: [var thing, var distance, var line, var limit, var text, ..] } => [thing, measures.Told(text, distance), line, measures.Told(text, limit), text],
        _ => step.Arguments,
    };

    /// <summary>Does an argument name somebody, who may be known by a role only?</summary>
    private static bool IsWho(DerivationCode code, int index) => index == 1
        || code is DerivationCode.Performed or DerivationCode.PerformedLate or DerivationCode.NotPerformed or DerivationCode.NotDueYet or DerivationCode.OverduePlanned;

    private string Say(Derivation step, string key, ImmutableArray<string> arguments)
    {
        var truth = step.Truth switch
        {
            Truth.True => ".yes",
            Truth.False => ".no",
            _ => ".unknown",
        };
        return _speech.Phrases.SayFirst([.. Moods().SelectMany(m => new[] { key + truth + m, key + m })], arguments.AsSpan());
    }

    /// <summary>The name of a kind of step in a tree.</summary>
    public string NameOf(DerivationCode code)
    {
        var key = "tree." + Names.Snake(code);
        return _speech.Phrases.SayFirst([.. Moods().Select(m => key + m)]);
    }

    /// <summary>The ends of the keys from the most special on: what only is proposed would follow; whoever observes compares nothing with a clause.</summary>
    private IEnumerable<string> Moods()
    {
        var (isProposal, isObserved) = (_standing == Standing.Proposal, _speech.Mandate == Mandate.Observe);
        string[] all =
        [
            isProposal && isObserved ? ".observe.proposal" : string.Empty,
            isObserved ? ".observe" : string.Empty,
            isProposal ? ".proposal" : string.Empty,
        ];
        return all.Where(m => m.Length > 0).Append(string.Empty);
    }

    /// <summary>What a step names, for a tree: its arguments, without those that say nothing.</summary>
    public string ArgumentsOf(Derivation step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Code switch
        {
            DerivationCode.Undecided => States(At(step, 0)),
            DerivationCode.BreachOf => $"{_speech.Clauses.NameOf(At(step, 0))} | {At(step, 1)}",
            DerivationCode.Fact when IsOfBreach(step) => _speech.Triggers.Of(At(step, 1)),
            DerivationCode.Fact => string.Join(" | ", new[] { At(step, 0), _speech.Named(At(step, 1)), TimeOf(step), Denied("tree.denied", At(step, 3)), Denied("tree.author_denied", At(step, 4)) }.Where(a => a.Length > 0)),
            DerivationCode.Unattributed when _isAuthorUnstated => _speech.Phrases.Say(_isAuthorDenied ? "tree.reported_author_denied" : "tree.author_unstated", At(step, 0), Bound(step), At(step, 2)),
            _ => string.Join(" | ", Measured(step).Where(a => a.Length > 0).Select(_speech.Named)),
        };
    }

    /// <summary>The step below a negation that says the same with the words of the negation; null if there is none.</summary>
    public static Derivation? NegatedOf(Derivation step) =>
        step is { Code: DerivationCode.Not, Because: [var inner] } && At(inner, 0) == At(step, 0) ? inner : null;

    /// <summary>Is nothing told below a step? A conjunction without words of its own only strings its lines together.</summary>
    private static bool SaysNothing(Derivation step) => step.Because.All(b => b is { Code: DerivationCode.All, Arguments: [""] } && SaysNothing(b));

    /// <summary>The mark of a truth value in a tree; none for whoever observes: whether a condition of the text holds is no observation.</summary>
    public string Mark(Truth truth) => _speech.Mandate == Mandate.Observe ? string.Empty : truth switch
    {
        Truth.True => "T ",
        Truth.False => "F ",
        _ => "U ",
    };

    /// <summary>Is it about a breach that triggers something? That is named as no word of Pacta's own.</summary>
    private static bool IsOfBreach(Derivation step) => step.Code == DerivationCode.Fact && At(step, 0) == Names.Breach && BreachName.Parse(At(step, 1)) is not null;

    private string Bound(Derivation step) => _speech.Parties.Bound([.. At(step, 1).Split(", ")]);

    private string Denied(string key, string by) => by.Length == 0 ? by : _speech.Phrases.Say(key, by);

    /// <summary>The time of a fact, as the page has times; nothing where its step names none.</summary>
    private string TimeOf(Derivation fact) => At(fact, 2) is { Length: > 0 } time ? _times.Reported(time) : string.Empty;

    /// <summary>"Met or Breached", as the logic names states, in our words.</summary>
    private string States(string names)
    {
        var states = names.Split(" or ").Select(n => Enum.TryParse<ClauseState>(n, out var state) ? state : (ClauseState?)null).ToList();
        return states.Contains(null) ? names : _speech.States.Several(states.OfType<ClauseState>(), _standing, _asked);
    }

    private static string At(Derivation step, int index) => index < step.Arguments.Length ? step.Arguments[index] : string.Empty;

    private static string Joined(Derivation step) => string.Join(", ", step.Arguments.Where(a => a.Length > 0));
}
