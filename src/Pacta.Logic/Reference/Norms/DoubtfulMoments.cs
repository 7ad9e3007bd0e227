using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// The moments at which the state of a lasting duty is in doubt, with what makes it so. A rough figure of a day is in doubt all day because of the
/// figure, and at the edge of that day because of its hour as well; the hour decides nothing, since the figure alone is in doubt next to it.
/// </summary>
internal sealed class DoubtfulMoments
{
    private readonly List<(InstantRange At, ImmutableHashSet<Cause> Causes, bool ChangesStates)> _all = [];

    /// <param name="causes">Empty where the moment itself is clear, and only what came before is in doubt.</param>
    /// <param name="changesStates">Are other states possible from then on?</param>
    public void Add(InstantRange at, ImmutableHashSet<Cause> causes, bool changesStates) => _all.Add((at, causes, changesStates));

    public void Clear() => _all.Clear();

    /// <summary>What the doubt hangs on.</summary>
    public ImmutableHashSet<Cause> Causes => Deciding.Aggregate(ImmutableHashSet<Cause>.Empty, (sum, m) => sum.Union(m.Causes));

    /// <summary>The last of the moments that decide: there the doubt is seen.</summary>
    public InstantRange ToTell => Deciding.Select(m => (InstantRange?)m.At).LastOrDefault() ?? _all[^1].At;

    /// <summary>Each moment that made other states possible; of one that is the edge of a doubt, a moment within it.</summary>
    private IEnumerable<(InstantRange At, ImmutableHashSet<Cause> Causes)> Deciding => _all
        .Where(m => m.ChangesStates && m.Causes.Count > 0)
        .Select(m => WithoutTime(m.Causes) is { } figure && _all.Find(o => o.Causes.SetEquals(figure)) is { At: var within, Causes: not null } ? (within, figure) : (m.At, m.Causes));

    /// <summary>The causes without the only time among them; null where that is not all that can be left out.</summary>
    private static ImmutableHashSet<Cause>? WithoutTime(ImmutableHashSet<Cause> causes) =>
        causes.Count > 1 && causes.Where(c => c is { Kind: CauseKind.Imprecise, Attribute: "time" or "end" }).Take(2).ToList() is [var time] ? causes.Remove(time) : null;
}
