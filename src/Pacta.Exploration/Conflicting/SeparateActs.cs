using System.Collections.Immutable;
using Pacta.Exploration.Domain;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Conflicting;

/// <summary>Two duties that one set of circumstances opens and that no single act discharges, though like acts at two times do.</summary>
internal sealed class SeparateActs(Stage stage, ConflictLimits limits)
{
    private static readonly ImmutableArray<InventedJudgement> NothingJudged = [];

    public FoundSituation? Run()
    {
        if (stage.Reach.Matters.Count > 0)
        {
            return null;
        }

        foreach (var facts in Enumerable.Repeat(ImmutableArray<InventedFact>.Empty, 1).Concat(stage.Beside([], IsCircumstance).Where(c => c.Length == 1)).TakeWhile(_ => stage.Asked < limits.Tries))
        {
            if (Look(facts) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private FoundSituation? Look(ImmutableArray<InventedFact> facts)
    {
        var open = Open(facts);
        if (open.Count != 2 || (facts.Length > 0 && Open([]).Count > 0))
        {
            return null;
        }

        var (first, second) = (stage.Members[0], stage.Members[1]);
        var mends = new Dictionary<string, (ImmutableArray<InventedFact>? First, ImmutableArray<InventedFact>? Second)>(StringComparer.Ordinal);
        foreach (var added in stage.Beside(facts, IsAct).Where(c => c.All(f => Conflict.IsBy(f, stage.Party) && !stage.IsTooEarly(f))))
        {
            var left = Open(facts.AddRange(added));
            if (left.Count == 0)
            {
                return null;
            }

            var key = Candidates.KeyOf([.. added.Select(f => f with { At = default, End = null })]);
            var known = mends.GetValueOrDefault(key);
            mends[key] = (left.Contains(first) ? known.First : known.First ?? added, left.Contains(second) ? known.Second : known.Second ?? added);
        }

        return mends.Values.Where(m => m is { First: not null, Second: not null })
            .Select(m => new FoundSituation(facts, NothingJudged, null, [(m.First!.Value, [second]), (m.Second!.Value, [first])]))
            .FirstOrDefault();
    }

    private HashSet<Member> Open(ImmutableArray<InventedFact> facts) => [.. stage.Broken(stage.History(facts, NothingJudged), stage.Members).Select(b => b.Member)];

    private bool IsAct(string kind) => stage.Members.All(m => m.Acts.Any(a => m.Agreement.Vocabulary.IsA(kind, a)));

    private bool IsCircumstance(string kind) => stage.Members.Any(m => m.Circumstances.Contains(kind));
}
