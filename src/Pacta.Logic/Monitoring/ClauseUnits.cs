using Pacta.Logic.Reference;
using Pacta.Logic.Reference.Norms;

namespace Pacta.Logic.Monitoring;

/// <summary>The units of one clause, and who is found in them to have acted against it.</summary>
internal sealed class ClauseUnits(ClausePlan plan)
{
    private readonly Dictionary<(string Reading, string Bearer), (int All, int Named)> _broken = [];

    public ClausePlan Plan { get; } = plan;

    /// <summary>By the key of the event or count, or the name of the bearer.</summary>
    public Dictionary<string, Unit> ByRoot { get; } = new(StringComparer.Ordinal);

    public Unit? Rest { get; set; }

    /// <summary>Whether so many events may open it that what is plainly met is only counted.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Whether of what is plainly met no findings are kept, where the history may change.</summary>
    public bool KeepsLean { get; set; }

    /// <summary>What is only counted.</summary>
    public PlainRoots Plain { get; } = new();

    /// <summary>What of <see cref="Plain"/> was taken over from another view of the same facts; null: nothing was.</summary>
    public TakenOver? TakenOver { get; set; }

    public IEnumerable<Unit> All => Rest is null ? ByRoot.Values : ByRoot.Values.Append(Rest);

    /// <summary>Takes what a unit found about authors instead of what it found before.</summary>
    /// <returns>Whether it makes a difference to anybody.</returns>
    public bool Replace(IReadOnlyCollection<BrokenBy> before, IReadOnlyCollection<BrokenBy> now)
    {
        if (before.Count == 0 && now.Count == 0)
        {
            return false;
        }

        var keys = before.Concat(now).Select(b => (b.Reading, b.Bearer)).Distinct().ToList();
        var old = keys.ConvertAll(k => _broken.GetValueOrDefault(k));
        foreach (var one in before)
        {
            Count(one, -1);
        }

        foreach (var one in now)
        {
            Count(one, 1);
        }

        return keys.Where((k, i) => _broken.GetValueOrDefault(k) is var count && ((count.All > 0) != (old[i].All > 0) || (count.Named > 0) != (old[i].Named > 0))).Any();
    }

    public Broken BrokenIn(World world)
    {
        var name = Run.NameOf(world);
        var here = _broken.Where(b => b.Key.Reading == name && b.Value.All > 0).ToList();
        return new Broken(
            here.Select(b => b.Key.Bearer).ToHashSet(StringComparer.Ordinal),
            here.Where(b => b.Value.Named > 0).Select(b => b.Key.Bearer).ToHashSet(StringComparer.Ordinal));
    }

    private void Count(BrokenBy one, int more)
    {
        var (all, named) = _broken.GetValueOrDefault((one.Reading, one.Bearer));
        _broken[(one.Reading, one.Bearer)] = (all + more, one.IsNamed ? named + more : named);
    }
}
