using System.Collections.Immutable;
using Pacta.Exploration.Conflicting;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Separating;
using Pacta.Logic.Reference;
using Pacta.Model.Findings;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Illustrating;

/// <summary>
/// Looks for short histories that show what a clause means: to which states it comes, what lies exactly on each of its bounds and beside them, the last moment. Level by level, so that
/// the shortest come first; of histories that make the same comparisons and lead to the same states, one is followed.
/// </summary>
internal sealed class ClauseSearch
{
    /// <summary>So many histories of one length are gone on from.</summary>
    private const int MostFollowed = 80;

    private readonly Stage _stage;
    private readonly Member _member;
    private readonly IReadOnlyDictionary<string, string> _bounds;
    private readonly Dictionary<Goal, Showing> _found = [];
    private int _left;

    /// <param name="bounds">The comparisons that are asked about, with what each stands in.</param>
    public ClauseSearch(Stage stage, IReadOnlyDictionary<string, string> bounds, int tries) => (_stage, _member, _bounds, _left) = (stage, stage.Members[0], bounds, tries);

    public IReadOnlyDictionary<Goal, Showing> Found => _found;

    public int Tried { get; private set; }

    public bool IsCut => _left <= 0;

    public void Run(int facts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var level = _stage.Judgements().Select(j => Look(_stage.History([], j))).OfType<Showing>().ToList();
        for (var length = 1; length <= facts && level.Count > 0; length++)
        {
            var next = new List<Showing>();
            foreach (var from in level)
            {
                foreach (var added in _stage.Beside(from.History.Facts, _ => true, from.Found.FirstOrDefault(f => f.States is [ClauseState.Open])))
                {
                    var all = from.History.Facts.AddRange(added);
                    if (!seen.Add(Candidates.KeyOf(all) + string.Concat(from.History.Judgements.Select(j => j.Holds ? '1' : '0'))))
                    {
                        continue;
                    }

                    if (Look(_stage.History(all, from.History.Judgements)) is not { } showing)
                    {
                        return;
                    }

                    if (keys.Add(showing.Key) && next.Count < MostFollowed)
                    {
                        next.Add(showing);
                    }
                }
            }

            level = next;
        }
    }

    /// <summary>A history without what makes no difference to what it shows.</summary>
    public Showing Simplified(Goal goal, Showing showing)
    {
        var state = goal.State ?? showing.StateOf(goal.Name);
        var simple = Simplifier.Simplify(showing.History, h => Show(h) is var s && s.Goals(_bounds, _member).Contains(goal) && (goal.State ?? s.StateOf(goal.Name)) == state);
        return Show(simple);
    }

    public Showing Show(InventedHistory history)
    {
        var comparisons = new HashSet<Comparison>();
        var found = _stage.Judge(history, _stage.Members, c => comparisons.Add(c)).Select(j => j.Finding).Where(f => f.Bearers.Contains(_stage.Party)).ToImmutableArray();
        return new Showing(history, found, comparisons);
    }

    /// <summary>Null: nobody may try any more.</summary>
    private Showing? Look(InventedHistory history)
    {
        if (_left-- <= 0)
        {
            return null;
        }

        Tried++;
        var showing = Show(history);
        foreach (var goal in showing.Goals(_bounds, _member))
        {
            _found.TryAdd(goal, showing);
        }

        return showing;
    }
}
