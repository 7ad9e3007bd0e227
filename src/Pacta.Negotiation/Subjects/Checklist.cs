using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Subjects;

/// <summary>A subject that drafters are advised to settle.</summary>
public enum Subject
{
    Definitions,
    ProhibitedActs,
    Zones,
    Notification,
    Verification,
    Access,
    Disputes,
    EntryIntoForce,
    Duration,
    Withdrawal,
}

/// <summary>Whether an agreement, as it is encoded, says anything about a subject, and where.</summary>
/// <param name="Where">Clauses, definitions, tables or lines of the head; empty: it is absent.</param>
public sealed record Coverage(Subject Subject, ImmutableArray<string> Where)
{
    public bool IsAbsent => Where.Length == 0;
}

/// <summary>
/// The subjects of a checklist, looked for in what an agreement encodes. Definitions, prohibited acts, zones and verification are those of the
/// Ceasefire Drafter's Handbook (Public International Law and Policy Group, 2013); access, disputes, duration and withdrawal are added, as the
/// treaties that come with Pacta have them. That a subject is absent says nothing against a draft: it may stand in what is not encoded.
/// </summary>
public static class Checklist
{
    public const string Source = "Ceasefire Drafter's Handbook, Public International Law and Policy Group, 2013; access, disputes, duration and withdrawal added";

    private static readonly ImmutableDictionary<Subject, string[]> Words = new Dictionary<Subject, string[]>
    {
        [Subject.Notification] = ["notif", "information", "explanation", "declaration", "report"],
        [Subject.Verification] = ["inspect", "verif", "monitor", "observ", "evaluat", "survey"],
        [Subject.Access] = ["access", "passage", "inspection", "visit", "overflight", "flight"],
        [Subject.Disputes] = ["dispute", "consult", "commission", "arbitrat", "complaint", "answer", "reply", "explanation"],
    }.ToImmutableDictionary();

    public static ImmutableArray<Coverage> Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return [.. Enum.GetValues<Subject>().Select(s => new Coverage(s, [.. Where(agreement, s).Distinct(StringComparer.Ordinal)]))];
    }

    private static IEnumerable<string> Where(Agreement agreement, Subject subject) => subject switch
    {
        Subject.Definitions => agreement.Definitions.Values.Where(d => IsOwn(agreement, d.Origin)).Select(d => d.Name),
        Subject.ProhibitedActs => Clauses(agreement, s => s.Modality == Modality.MustNot),
        Subject.Zones => agreement.Tables.Values.Where(t => t.Form != TableForm.Amount && IsOwn(agreement, t.Origin)).Select(t => t.Name),
        Subject.EntryIntoForce => agreement.EntryIntoForce is { } entry ? [entry.Text] : [],
        Subject.Duration => agreement.Expiry is { } expiry ? [expiry.Text] : [],
        Subject.Withdrawal => Clauses(agreement, s => s is { Modality: Modality.Power, Act: DoAct { Pattern.Noun.Name: "withdrawal_notice" or "suspension_notice" } }),
        _ => Clauses(agreement, s => Nouns(s.Act).Any(n => Words[subject].Any(w => n.Contains(w, StringComparison.Ordinal)))),
    };

    private static IEnumerable<string> Clauses(Agreement agreement, Func<Sentence, bool> isAbout) => agreement.Clauses
        .Where(c => c.Readings.Any(r => isAbout(r.Content.Sentence)))
        .Select(c => c.Reference is { } reference ? $"{reference} {c.Name}" : c.Name);

    private static IEnumerable<string> Nouns(Act act) => act switch
    {
        DoAct toDo => [toDo.Pattern.Noun.Name],
        HaveAct have => [have.Pattern.Noun.Name],
        _ => [],
    };

    /// <summary>Declared in the agreement's own file: what a vocabulary lends is no draft's work.</summary>
    private static bool IsOwn(Agreement agreement, Origin origin) => agreement.Clauses.Any(c => c.Origin.File.Path == origin.File.Path);
}
