using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>Which units a changed history has be evaluated anew, and what is then found otherwise.</summary>
public sealed partial class NormMonitor
{
    /// <summary>Beyond so many changes at once a store is cheaper made anew than changed.</summary>
    private const int MostChanges = 2_000;

    /// <summary>Takes a history that has changed.</summary>
    /// <param name="changes">Every fact and count that is not what it was.</param>
    /// <param name="haveOthersChanged">Whether anything but facts, counts and its end is not what it was.</param>
    /// <param name="isTold">Whether somebody wants to know what is found otherwise.</param>
    /// <returns>The findings that are not what they were: as they were, and as they are.</returns>
    public ImmutableArray<FindingChange> Revise(History history, IReadOnlyCollection<(Fact? Before, Fact? After)> changes, bool haveOthersChanged, bool isTold = true)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(changes);
        if (!_isRevisable)
        {
            throw new InvalidOperationException("Made for a history that does not change.");
        }

        var before = _store.History;
        // An end that goes back is met by no unit that waits for it.
        var isAll = haveOthersChanged || history.Through < before.Through || before.Counts.IsEmpty != history.Counts.IsEmpty || changes.Count > MostChanges
            || changes.Any(c => (c.Before ?? c.After)!.Form == FactForm.State);
        var dirty = new HashSet<Unit>();
        var touched = isAll ? [] : Touch(changes.SelectMany(c => new[] { c.Before, c.After }), dirty);
        dirty.UnionWith(isAll ? [] : Awaiting(before.Through, history.Through));
        isAll |= HangsAllOn(touched, before.Through, history.Through);
        var standing = isAll ? null : Standing.Of(_store, changes);
        var found = Recall(!isTold ? [] : isAll ? AllUnits : dirty.Concat(UnitsOpenedBy(changes)));
        if (changes.Count > MostChanges)
        {
            _store = StoreOf(history);
            _store.Prepare();
        }
        else
        {
            _store.Apply(history, changes);
        }

        if (!isAll)
        {
            // A thing of which one observation is gone may be somebody else's by those that are left.
            touched.UnionWith(Touch(changes.Select(c => c.After ?? (c.Before!.Form == FactForm.Thing ? c.Before : null)), dirty));
            foreach (var key in standing!.ChangedIn(_store))
            {
                touched.Add(key);
                dirty.UnionWith(_readers.Of(key));
            }

            isAll = HangsAllOn(touched, before.Through, history.Through);
        }

        if (isAll)
        {
            RecallAsBefore(isTold ? AllUnits : [], found, before, history, changes);
            var all = isTold ? Before(AllUnits, found) : [];
            EvaluateAll();
            return isTold ? Differences(all, [.. FoundIn(AllUnits)]) : [];
        }

        var gone = TakeRoots(changes, dirty);
        AddWhoAskAbout(gone.Select(u => u.Of.Plan.Clause.Name), dirty);
        RecallAsBefore(isTold ? dirty : [], found, before, history, changes);
        var old = Before(gone.Concat(dirty), found);
        var rest = Evaluate(dirty);
        old.AddRange(rest.Where(r => !dirty.Contains(r.Unit)).SelectMany(r => r.Before));
        return isTold ? Differences(old, [.. FoundIn(dirty.Concat(rest.Select(r => r.Unit)).Distinct())]) : [];
    }

    /// <summary>Marks the units that asked a question which a fact may answer otherwise.</summary>
    private HashSet<ReadKey> Touch(IEnumerable<Fact?> facts, HashSet<Unit> dirty)
    {
        var touched = new HashSet<ReadKey>();
        foreach (var fact in facts.OfType<Fact>())
        {
            touched.UnionWith(Touched.By(fact, _store, _readers));
        }

        foreach (var key in touched)
        {
            dirty.UnionWith(_readers.Of(key));
        }

        return touched;
    }

    private bool HangsAllOn(HashSet<ReadKey> touched, Instant before, Instant now) =>
        (_readsOfAll.DependsOnEnd && before != now)
        || _readsOfAll.Next.Any(n => n > before && n <= now)
        || touched.Any(_readsOfAll.Keys.Contains);

    private IEnumerable<Unit> AllUnits => _clauses.SelectMany(c => c.All);

    /// <param name="found">What was found of units of which it is not kept.</param>
    private static List<Finding> Before(IEnumerable<Unit> units, Dictionary<Unit, ImmutableArray<Finding>> found) =>
        [.. units.SelectMany(u => found.TryGetValue(u, out var recalled) ? recalled : u.Findings)];

    /// <summary>The units of changed facts as they were.</summary>
    private IEnumerable<Unit> UnitsOpenedBy(IEnumerable<(Fact? Before, Fact? After)> changes) =>
        from clause in _clauses
        where clause.Plan.Kinds.Length > 0
        from change in changes
        where change.Before is not null && clause.ByRoot.ContainsKey(change.Before.Key)
        select clause.ByRoot[change.Before.Key];

    /// <summary>What comes with a change is looked at, and what goes with it forgotten.</summary>
    /// <returns>The units that are no more.</returns>
    private List<Unit> TakeRoots(IReadOnlyCollection<(Fact? Before, Fact? After)> changes, HashSet<Unit> dirty)
    {
        var all = new List<Unit>();
        foreach (var clause in _clauses.Where(c => c.Plan.Kinds.Length > 0))
        {
            foreach (var (old, now) in changes)
            {
                if (now is not null && clause.Plan.IsRoot(now, _store))
                {
                    dirty.Add(UnitOf(clause, now.Key, isFact: true));
                }
                else if (old is not null && clause.ByRoot.TryGetValue(old.Key, out var gone))
                {
                    all.Add(gone);
                    Forget(clause, gone);
                    dirty.Remove(gone);
                    if (clause.Rest is { } clean && gone.Broken.Length > 0)
                    {
                        dirty.Add(clean);
                    }
                }
            }
        }

        return all;
    }

    /// <summary>The units that wait for an end of the history.</summary>
    private HashSet<Unit> Awaiting(Instant before, Instant now)
    {
        if (before == now)
        {
            return [];
        }

        var waiting = _atEnd.ToHashSet();
        while (_awaiting.TryPeek(out var unit, out var at) && at <= now)
        {
            _awaiting.Dequeue();
            if (unit.Next == at && IsThere(unit))
            {
                waiting.Add(unit);
            }
        }

        return waiting;
    }

    /// <summary>Finds again what is not kept, of the history as it was: for that the store is taken back for a moment, where something is missing.</summary>
    private void RecallAsBefore(
        IEnumerable<Unit> units, Dictionary<Unit, ImmutableArray<Finding>> found, History before, History now, IReadOnlyCollection<(Fact? Before, Fact? After)> changes)
    {
        var missing = units.Where(u => u.IsLean && !found.ContainsKey(u)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        _store.Apply(before, changes.Select(c => (c.After, c.Before)));
        foreach (var (unit, findings) in Recall(missing))
        {
            found.Add(unit, findings);
        }

        _store.Apply(now, changes);
    }

    /// <summary>What clauses ask about each other: if anything of a clause is evaluated anew, so is what asked about it.</summary>
    /// <param name="changed">The clauses of which something is gone.</param>
    private void AddWhoAskAbout(IEnumerable<string> changed, HashSet<Unit> dirty)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), dirty.Select(u => u.Of.Plan.Clause.Name).Concat(changed).ToList());
        while (next.Count > 0)
        {
            var clauses = next.Where(seen.Add).ToList();
            next = [.. clauses.SelectMany(c => _readers.Of(new ReadKey(ReadOf.Clause, c))).Where(dirty.Add).Select(u => u.Of.Plan.Clause.Name)];
        }
    }

    private bool IsThere(Unit unit) => ReferenceEquals(unit.Of.Rest, unit) || (unit.Of.ByRoot.TryGetValue(unit.Root, out var known) && ReferenceEquals(known, unit));

    private static ImmutableArray<FindingChange> Differences(List<Finding> before, List<Finding> after)
    {
        var old = before.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<FindingChange>();
        foreach (var now in after)
        {
            if (!old.Remove(now.Id, out var was))
            {
                changes.Add(new FindingChange(null, now));
            }
            else if (!FindingEquality.Same(was, now))
            {
                changes.Add(new FindingChange(was, now));
            }
        }

        changes.AddRange(old.Values.Select(f => new FindingChange(f, null)));
        return changes.ToImmutable();
    }
}

/// <summary>A finding as it was and as it is; null where there was none, or is none any more.</summary>
public readonly record struct FindingChange(Finding? Before, Finding? After);
