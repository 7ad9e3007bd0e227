using System.Collections.Immutable;

namespace Pacta.Negotiation.Subjects;

/// <summary>From where a subject of the checklist is.</summary>
/// <param name="Work">A handbook or a convention.</param>
/// <param name="At">Where in it; empty: the whole.</param>
/// <param name="IsVerified">It was looked up that the work treats the subject there; otherwise it is cited from memory.</param>
public sealed record SubjectSource(string Work, string At = "", bool IsVerified = true)
{
    public string Title => At.Length > 0 ? $"{Work}, {At}" : Work;
}

/// <summary>Who advises to settle a subject. One without a source is ours: the treaties that come with Pacta have it.</summary>
public static class ChecklistSources
{
    private const string Ceasefires = "Public International Law and Policy Group, The Ceasefire Drafter's Handbook, 2013";
    private const string Mediation = "United Nations, Guidance on Mediation of Ceasefires, 2022";
    private const string Treaties = "United Nations, Treaty Handbook, revised edition of 2012";
    private const string FinalClauses = "United Nations, Final Clauses of Multilateral Treaties: Handbook, 2003";
    private const string LawOfTreaties = "Vienna Convention on the Law of Treaties, 1969";
    private const string Compliance = "UNIDIR and VERTIC, Coming to Terms with Security: A Handbook on Verification and Compliance";
    private const string Mechanisms = "OSCE, Mechanisms and Procedures (SEC.GAL/132/11), 2011";

    private static readonly ImmutableDictionary<Subject, ImmutableArray<SubjectSource>> All = new Dictionary<Subject, ImmutableArray<SubjectSource>>
    {
        [Subject.Definitions] = [new(Ceasefires), new(Mediation)],
        [Subject.Scope] = [new(LawOfTreaties, "article 29")],
        [Subject.ProhibitedActs] = [new(Ceasefires)],
        [Subject.Zones] = [new(Ceasefires)],
        [Subject.Verification] = [new(Ceasefires), new(Compliance)],
        [Subject.Access] = [new(Mechanisms, "part 1, 5")],
        [Subject.Consultations] = [new(Mechanisms, "part 1, 3")],
        [Subject.Disputes] = [new(Treaties, "4.3"), new(Compliance)],
        [Subject.EntryIntoForce] = [new(Treaties, "4.2")],
        [Subject.Duration] = [new(LawOfTreaties, "article 54")],
        [Subject.Withdrawal] = [new(Treaties, "4.5"), new(LawOfTreaties, "article 54")],
        [Subject.Survival] = [new(LawOfTreaties, "article 70", IsVerified: false)],
        [Subject.Amendment] = [new(Treaties, "4.4"), new(LawOfTreaties, "article 40")],
        [Subject.Depositary] = [new(Treaties, "2.3"), new(FinalClauses, "I.B")],
    }.ToImmutableDictionary();

    /// <summary>Empty: the subject is ours.</summary>
    public static ImmutableArray<SubjectSource> Of(Subject subject) => All.GetValueOrDefault(subject, []);
}
