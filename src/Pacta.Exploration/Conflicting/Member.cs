using System.Collections.Immutable;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;

namespace Pacta.Exploration.Conflicting;

/// <summary>One of the clauses that are looked at together.</summary>
/// <param name="Text">Which of the texts it is in.</param>
internal sealed record Member(int Text, Agreement Agreement, Clause Clause, Reach Reach)
{
    public bool Binds { get; } = Roles.Binds(Clause);

    /// <summary>Does it ask for something that is not there already?</summary>
    public bool Demands { get; } = Roles.Sentences(Clause).Any(s => s.Modality == Modality.Must && !IsUpper(s.Act));

    /// <summary>Does it permit or empower, in its own sentence?</summary>
    public bool Permits { get; } = Clause.Readings.Any(r => r.Content.Sentence.Modality is Modality.May or Modality.Power);

    public bool Forbids { get; } = Roles.Sentences(Clause).Any(s => s.Modality == Modality.MustNot);

    /// <summary>Keeps a condition, or has or does not have things: not a single act.</summary>
    public bool IsLasting { get; } = Roles.Sentences(Clause).Any(s => s.Act is KeepAct or HaveAct);

    /// <summary>Its duty may not be done too early: then one act may be in time for another duty and not for this one.</summary>
    public bool HasWindow { get; } = Roles.Sentences(Clause).Any(s => s.Act is DoAct && (s.Timing.NoEarlier ?? (object?)s.Timing.Within ?? s.Timing.Cycle) is not null);

    public ImmutableArray<string> Acts { get; } = [.. KindsOf(Reach, Part.Act)];

    public ImmutableArray<string> Circumstances { get; } = [.. KindsOf(Reach, Part.Trigger | Part.Condition)];

    /// <summary>The same clause in another state of its text.</summary>
    public Member In(Agreement agreement)
    {
        var clause = agreement.Clauses.First(c => c.Path == Clause.Path);
        return new Member(Text, agreement, clause, ReachReader.Of(clause, agreement));
    }

    /// <summary>All clauses of some texts.</summary>
    public static ImmutableArray<Member> Of(ImmutableArray<Agreement> texts) =>
        [.. texts.SelectMany((t, i) => t.Clauses.Select(c => new Member(i, t, c, ReachReader.Of(c, t))))];

    /// <summary>Do they speak of the same kinds?</summary>
    public static bool Meet(Vocabulary first, ImmutableArray<string> some, Vocabulary second, ImmutableArray<string> others) =>
        some.Any(a => others.Any(b => first.IsA(a, b) || first.IsA(b, a) || second.IsA(a, b) || second.IsA(b, a)));

    public bool SharesActsWith(Member other) => Meet(Agreement.Vocabulary, Acts, other.Agreement.Vocabulary, other.Acts);

    /// <summary>Nothing has to be there for it to be kept: whoever has or does nothing keeps it.</summary>
    private static bool IsUpper(Act act) => act is KeepAct keep && keep.Lines.All(l => l is CompareCondition
    {
        Left: AggregateTerm { Form: AggregateForm.Number or AggregateForm.Total or AggregateForm.Largest }, Relation: Relation.AtMost or Relation.LessThan,
    });

    private static IEnumerable<string> KindsOf(Reach reach, Part part) => reach.Kinds.Where(k => (k.Value & part) != Part.None).Select(k => k.Key).Order(StringComparer.Ordinal);
}
