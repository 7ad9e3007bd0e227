using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;

namespace Pacta.Negotiation.Subjects;

/// <summary>
/// The subjects of a checklist (<see cref="ChecklistSources"/>), looked for in what an agreement encodes, by rules that can be told (<see cref="SubjectRule"/>); where
/// nothing is encoded, in the texts. That a subject is absent says nothing against a draft: it may stand in what is not encoded, and not every agreement needs it.
/// </summary>
public static class Checklist
{
    /// <summary>Notices that end or rest the agreement itself.</summary>
    private static readonly string[] Leaving = ["withdrawal_notice", "suspension_notice", "exit_notice", "denunciation", "termination"];

    /// <summary>Every subject in order; a clause that is about none of them stands under <see cref="Subject.Other"/>.</summary>
    public static ImmutableArray<Coverage> Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var subjects = Enum.GetValues<Subject>().Where(s => s != Subject.Other).ToList();
        var texts = Texts(agreement).ToList();
        return
        [
            .. subjects.Select(s => Encoded(agreement, s).Distinct().ToImmutableArray() is { IsEmpty: false } encoded
                ? new Coverage(s, encoded, [])
                : new Coverage(s, [], [.. Mentions(s, texts)])),
            new Coverage(Subject.Other, [.. agreement.Clauses.Where(c => !subjects.Exists(s => Counts(agreement, c, s).Any())).Select(c => Rule(c, SubjectRule.Must, string.Empty))], []),
        ];
    }

    private static IEnumerable<Encoded> Encoded(Agreement agreement, Subject subject) => subject switch
    {
        Subject.Definitions => agreement.Definitions.Values.Where(d => IsOwn(agreement, d.Origin)).Select(d => new Encoded(d.Name, SubjectRule.Defines, string.Empty)),
        Subject.Zones => Places(agreement).Select(t => new Encoded(t.Name, SubjectRule.Draws, string.Empty)),
        Subject.Scope => Places(agreement).Where(t => t.Name.Contains("application", StringComparison.Ordinal)).Select(t => new Encoded(t.Name, SubjectRule.Draws, string.Empty)),
        Subject.EntryIntoForce => agreement.EntryIntoForce is { } entry ? [new Encoded(entry.Text, SubjectRule.EntersIntoForce, string.Empty)] : [],
        Subject.Duration => agreement.Expiry is { } expiry ? [new Encoded(expiry.Text, SubjectRule.Expires, string.Empty)] : [],
        Subject.Survival => agreement.Clauses.Where(c => c.Survival != Survival.None).Select(c => Rule(c, SubjectRule.Survives, string.Empty)),
        _ => agreement.Clauses.SelectMany(c => Counts(agreement, c, subject)),
    };

    /// <summary>By which of its sentences, in any reading, otherwise, or in an exception, a clause speaks of a subject; from what it follows matters where no sentence does.</summary>
    private static IEnumerable<Encoded> Counts(Agreement agreement, Clause clause, Subject subject)
    {
        var all = DutyMatrix.Told(clause).Select(t => Counts(agreement, clause, t.Sentence, subject)).OfType<Encoded>().ToList();
        return all.Exists(e => e.Rule != SubjectRule.Follows) ? all.Where(e => e.Rule != SubjectRule.Follows) : all;
    }

    private static Encoded? Counts(Agreement agreement, Clause clause, Sentence sentence, Subject subject)
    {
        var noun = NounOf(sentence.Act);
        var isLeaving = sentence is { Modality: Modality.Power, Act: DoAct toDo } && (sentence.Timing.Effective is not null || Leaving.Contains(toDo.Pattern.Noun.Name));
        var what = What(sentence.Act);
        return subject switch
        {
            Subject.ProhibitedActs => sentence.Modality == Modality.MustNot ? Rule(clause, SubjectRule.MustNot, what) : null,
            Subject.Limits => sentence.Act is KeepAct ? Rule(clause, SubjectRule.Keeps, string.Empty) : null,

            // How many inspections there may be says that there are some.
            Subject.Verification or Subject.Access or Subject.Notification or Subject.Consultations
                when sentence.Act is KeepAct keep && Counted(keep).FirstOrDefault(n => IsAbout(agreement, n, subject)) is { } counted => Rule(clause, SubjectRule.Keeps, counted.Name),
            Subject.Withdrawal => isLeaving ? Rule(clause, SubjectRule.Leaves, what) : null,
            Subject.WithdrawalOfForces => sentence.Modality == Modality.Must && noun is not null && !Leaving.Contains(noun.Name) && IsAbout(agreement, noun, subject) ? Rule(clause, SubjectRule.Must, what) : null,

            // That something must not be done does not settle how it is done.
            _ when sentence.Modality != Modality.MustNot && noun is not null && IsAbout(agreement, noun, subject) => Rule(clause, RuleOf(sentence.Modality), what),
            Subject.Disputes or Subject.Consultations or Subject.Access or Subject.Verification or Subject.Amendment or Subject.Depositary
                when sentence.Modality != Modality.MustNot && clause.When is { } trigger && IsAbout(agreement, trigger.Noun, subject) => Rule(clause, SubjectRule.Follows, trigger.Noun.Name),
            _ => null,
        };
    }

    private static SubjectRule RuleOf(Modality modality) => modality switch
    {
        Modality.May => SubjectRule.May,
        Modality.Power => SubjectRule.Power,
        _ => SubjectRule.Must,
    };

    /// <summary>By its own name, by that of what it is a sort of, and by that of what a define is made from.</summary>
    private static bool IsAbout(Agreement agreement, Noun noun, Subject subject)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var name = noun.Name; name is not null && seen.Add(name);)
        {
            if (SubjectWords.IsName(subject, name))
            {
                return true;
            }

            name = agreement.Definitions.TryGetValue(name, out var definition) ? definition.Readings[0].Content.Noun.Name
                : agreement.Vocabulary.Kinds.TryGetValue(name, out var kind) ? kind.Parent
                : null;
        }

        return false;
    }

    private static IEnumerable<Mention> Mentions(Subject subject, IEnumerable<(string Where, ClauseText Text)> texts) => texts
        .Select(t => SubjectWords.In(subject, t.Text.Language, t.Text.Content) is { } word ? new Mention(t.Where, t.Text.Language, word) : null)
        .OfType<Mention>()
        .DistinctBy(m => m.Where);

    /// <summary>The texts of clauses, of their exceptions, and of what the draft itself defines.</summary>
    private static IEnumerable<(string Where, ClauseText Text)> Texts(Agreement agreement) =>
    [
        .. agreement.Clauses.SelectMany(c => c.Remarks.Texts.Concat(c.Exceptions.SelectMany(Texts)).Select(t => (Name(c), t))),
        .. agreement.Definitions.Values.Where(d => IsOwn(agreement, d.Origin)).SelectMany(d => d.Remarks.Texts.Select(t => (d.Name, t))),
        .. agreement.Tables.Values.Where(t => IsOwn(agreement, t.Origin)).SelectMany(t => t.Remarks.Texts.Select(x => (t.Name, x))),
    ];

    private static IEnumerable<ClauseText> Texts(ClauseException exception) => exception.Remarks.Texts.Concat(exception.Exceptions.SelectMany(Texts));

    private static IEnumerable<Table> Places(Agreement agreement) => agreement.Tables.Values.Where(t => t.Form != TableForm.Amount && IsOwn(agreement, t.Origin));

    private static Encoded Rule(Clause clause, SubjectRule rule, string what) => new(Name(clause), rule, what);

    private static string Name(Clause clause) => clause.Reference is { } reference ? $"{reference} {clause.Name}" : clause.Name;

    private static Noun? NounOf(Act act) => act switch
    {
        DoAct toDo => toDo.Pattern.Noun,
        HaveAct have => have.Pattern.Noun,
        _ => null,
    };

    private static IEnumerable<Noun> Counted(KeepAct keep) => keep.Lines.OfType<CompareCondition>().Select(c => c.Left).OfType<AggregateTerm>().Select(a => a.Pattern.Noun);

    /// <summary>"make inspection", "have tank": what is done, without to whom and where.</summary>
    private static string What(Act act) => act switch
    {
        DoAct toDo => $"{toDo.Verb} {toDo.Pattern.Noun.Name}",
        HaveAct have => $"have {have.Pattern.Noun.Name}",
        _ => string.Empty,
    };

    /// <summary>Declared in the agreement's own file: what a vocabulary lends is no draft's work.</summary>
    private static bool IsOwn(Agreement agreement, Origin origin) => agreement.Clauses.Any(c => c.Origin.File.Path == origin.File.Path);
}
