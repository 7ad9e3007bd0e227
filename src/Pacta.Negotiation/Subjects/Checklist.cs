using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;

namespace Pacta.Negotiation.Subjects;

/// <summary>A subject that drafters are advised to settle.</summary>
public enum Subject
{
    Definitions,
    ProhibitedActs,
    Limits,
    WithdrawalOfForces,
    Zones,
    Notification,
    Verification,
    Access,
    Disputes,
    EntryIntoForce,
    Duration,
    Withdrawal,
    Survival,

    /// <summary>No subject of the checklist: clauses that are about none of the others.</summary>
    Other,
}

/// <summary>Whether an agreement, as it is encoded, says anything about a subject, and where.</summary>
/// <param name="Where">Clauses, definitions, tables or lines of the head; empty: it is absent.</param>
public sealed record Coverage(Subject Subject, ImmutableArray<string> Where)
{
    public bool IsAbsent => Where.Length == 0;
}

/// <summary>
/// The subjects of a checklist, looked for in what an agreement encodes. Definitions, prohibited acts, zones and verification are those of the
/// Ceasefire Drafter's Handbook (Public International Law and Policy Group, 2013); limits, withdrawal of forces, notification, access, disputes,
/// entry into force, duration, withdrawal and what survives it are added, as the treaties that come with Pacta have them. That a subject is absent says nothing against a draft: it may stand in what is not encoded.
/// </summary>
public static class Checklist
{
    public const string Source = "Ceasefire Drafter's Handbook, Public International Law and Policy Group, 2013";

    private static readonly ImmutableDictionary<Subject, string[]> Words = new Dictionary<Subject, string[]>
    {
        [Subject.WithdrawalOfForces] = ["removal", "withdrawal", "pullback", "disengagement", "dismantl", "destruction", "elimination", "reduction", "demobil", "disarm"],
        [Subject.Notification] = ["notif", "information", "explanation", "declaration", "report"],
        [Subject.Verification] = ["inspect", "verif", "monitor", "observ", "evaluat", "survey"],
        [Subject.Access] = ["access", "passage", "inspection", "visit", "overflight"],
        [Subject.Disputes] = ["dispute", "consult", "commission", "arbitrat", "complaint", "answer", "reply", "explanation"],
    }.ToImmutableDictionary();

    /// <summary>Notices that end or rest the agreement itself.</summary>
    private static readonly string[] Leaving = ["withdrawal_notice", "suspension_notice", "exit_notice", "denunciation", "termination"];

    /// <summary>Every subject in order; a clause that is about none of them stands under <see cref="Subject.Other"/>.</summary>
    public static ImmutableArray<Coverage> Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var subjects = Enum.GetValues<Subject>().Where(s => s != Subject.Other).ToList();
        return
        [
            .. subjects.Select(s => new Coverage(s, [.. Where(agreement, s).Distinct(StringComparer.Ordinal)])),
            new Coverage(Subject.Other, [.. agreement.Clauses.Where(c => !subjects.Exists(s => IsAbout(c, s))).Select(Name)]),
        ];
    }

    private static IEnumerable<string> Where(Agreement agreement, Subject subject) => subject switch
    {
        Subject.Definitions => agreement.Definitions.Values.Where(d => IsOwn(agreement, d.Origin)).Select(d => d.Name),
        Subject.Zones => agreement.Tables.Values.Where(t => t.Form != TableForm.Amount && IsOwn(agreement, t.Origin)).Select(t => t.Name),
        Subject.EntryIntoForce => agreement.EntryIntoForce is { } entry ? [entry.Text] : [],
        Subject.Duration => agreement.Expiry is { } expiry ? [expiry.Text] : [],
        Subject.Survival => agreement.Clauses.Where(c => c.Survival != Survival.None).Select(Name),
        _ => agreement.Clauses.Where(c => IsAbout(c, subject)).Select(Name),
    };

    /// <summary>Does one of its sentences speak of a subject, in any reading, otherwise, or in an exception?</summary>
    private static bool IsAbout(Clause clause, Subject subject) => DutyMatrix.Told(clause).Any(t => IsAbout(t.Sentence, subject));

    private static bool IsAbout(Sentence sentence, Subject subject) => subject switch
    {
        Subject.ProhibitedActs => sentence.Modality == Modality.MustNot,
        Subject.Limits => sentence.Act is KeepAct,
        Subject.Withdrawal => sentence is { Modality: Modality.Power, Act: DoAct toDo } && (sentence.Timing.Effective is not null || Leaving.Contains(toDo.Pattern.Noun.Name)),
        Subject.WithdrawalOfForces => sentence.Modality == Modality.Must && Has(Nouns(sentence.Act).Except(Leaving, StringComparer.Ordinal), subject),

        // That something must not be done does not settle how it is done.
        _ => sentence.Modality != Modality.MustNot && Has(Nouns(sentence.Act), subject),
    };

    private static bool Has(IEnumerable<string> nouns, Subject subject) =>
        Words.TryGetValue(subject, out var words) && nouns.SelectMany(n => n.Split('_')).Any(n => words.Any(w => n.StartsWith(w, StringComparison.Ordinal)));

    private static string Name(Clause clause) => clause.Reference is { } reference ? $"{reference} {clause.Name}" : clause.Name;

    private static IEnumerable<string> Nouns(Act act) => act switch
    {
        DoAct toDo => [toDo.Pattern.Noun.Name],
        HaveAct have => [have.Pattern.Noun.Name],
        _ => [],
    };

    /// <summary>Declared in the agreement's own file: what a vocabulary lends is no draft's work.</summary>
    private static bool IsOwn(Agreement agreement, Origin origin) => agreement.Clauses.Any(c => c.Origin.File.Path == origin.File.Path);
}
