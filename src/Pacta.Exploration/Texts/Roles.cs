using Pacta.Model.Agreements;

namespace Pacta.Exploration.Texts;

/// <summary>Facts of which kinds can bring about that a clause is not kept, and of which can prevent it.</summary>
internal static class Roles
{
    /// <summary>Can anybody fail to keep it? Permissions and powers bind nobody.</summary>
    public static bool Binds(Clause clause) => Sentences(clause).Any(s => s.Modality is Modality.Must or Modality.MustNot);

    /// <summary>
    /// Kinds to add to a history in which the clause is kept so far. Doing what one must do never helps; a second fact of a kind only where several are looked at together.
    /// </summary>
    public static Func<string, bool> ThatBreak(Clause clause, Reach reach, IReadOnlyCollection<string> present)
    {
        var acts = Sentences(clause).Any(s => s is not { Modality: Modality.Must, Act: DoAct });
        var wanted = (acts ? Part.Act : Part.None) | Part.Trigger | Part.Instead | (reach.IsRelational ? Part.Condition : Part.None);
        return kind => reach.Kinds.TryGetValue(kind, out var part) && (part & wanted) != Part.None && (reach.IsRelational || !present.Contains(kind));
    }

    /// <summary>Kinds to add to a history in which the clause is not kept, so that it is.</summary>
    public static Func<string, bool> ThatKeep(Clause clause, Reach reach)
    {
        var acts = Sentences(clause).Any(s => s is { Modality: Modality.Must } && !IsCeiling(s.Act)) || Sentences(clause).Any(MayEndInTime);
        var wanted = (acts ? Part.Act : Part.None) | Part.Condition;
        return kind => reach.Kinds.TryGetValue(kind, out var part) && (part & wanted) != Part.None;
    }

    /// <summary>Is there a time before which it does not bind? Then things that leave before keep it.</summary>
    private static bool MayEndInTime(Sentence sentence) => sentence is { Act: HaveAct or KeepAct, Timing.From: not null };

    /// <summary>Does everything it counts only fill it? Then nothing that is added keeps it.</summary>
    private static bool IsCeiling(Act act) => act is KeepAct keep && keep.Lines.All(l =>
        l is CompareCondition { Left: AggregateTerm { Form: AggregateForm.Number or AggregateForm.Total or AggregateForm.Largest }, Relation: Relation.AtMost or Relation.LessThan, Right: NumberTerm });

    /// <summary>Must several facts come together before one instance of the clause changes?</summary>
    public static bool TakesSeveral(Clause clause, Reach reach) =>
        reach.IsRelational || Sentences(clause).Any(s => s.Subject.Together);

    /// <summary>Must somebody do an act of that kind?</summary>
    public static bool Demands(Clause clause, string kind, Vocabulary vocabulary) => Sentences(clause).Any(s =>
        s is { Modality: Modality.Must, Act: DoAct act } && (act.Pattern.Noun is not KindNoun noun || vocabulary.IsA(kind, noun.Name) || vocabulary.IsA(noun.Name, kind)));

    /// <summary>A power to give notice that one leaves, or that one is bound no more for a time.</summary>
    public static bool IsLeaving(Clause clause) => clause.Readings.Any(r =>
        r.Content.Sentence is { Modality: Modality.Power, Act: DoAct { Pattern.Noun.Name: var notice } } && Departures.Kinds.Contains(notice));

    public static IEnumerable<Sentence> Sentences(Clause clause) =>
        clause.Readings.SelectMany(r => Chain(r.Content.Sentence)).Concat(clause.Exceptions.SelectMany(Sentences));

    private static IEnumerable<Sentence> Sentences(ClauseException exception) =>
        Chain(exception.Sentence).Concat(exception.Exceptions.SelectMany(Sentences));

    private static IEnumerable<Sentence> Chain(Sentence? sentence)
    {
        for (var at = sentence; at is not null; at = at.Otherwise)
        {
            yield return at;
        }
    }
}
