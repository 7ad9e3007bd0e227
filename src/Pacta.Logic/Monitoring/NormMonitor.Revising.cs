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
    /// <returns>The findings that are not what they were: as they were, and as they are.</returns>
    public ImmutableArray<FindingChange> Revise(History history, IReadOnlyCollection<(Fact? Before, Fact? After)> changes, bool haveOthersChanged)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(changes);
        if (!_isRevisable)
        {
            throw new InvalidOperationException("Made for a history that does not change.");
        }

        var before = _store.History;
        // An end that goes back is met by no unit that waits for it.
        var isAll = haveOthersChanged || history.Through < before.Through || before.Counts.IsEmpty != history.Counts.IsEmpty || changes.Count > MostChanges;
        var dirty = new HashSet<Unit>();
        var touched = isAll ? [] : Touch(changes.Select(c => c.Before), dirty);
        var standing = isAll ? null : Standing.Of(_store, changes);
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

            isAll = HangsAllOn(touched, before.Through, history.Through) || changes.Any(c => (c.Before ?? c.After)!.Form == FactForm.State);
        }

        return isAll ? ReviseAll() : Revise(dirty, changes, before.Through);
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

    private ImmutableArray<FindingChange> ReviseAll()
    {
        var before = _clauses.SelectMany(c => c.All).SelectMany(u => u.Findings).ToList();
        EvaluateAll();
        return Differences(before, [.. _clauses.SelectMany(c => c.All).SelectMany(u => u.Findings)]);
    }

    private ImmutableArray<FindingChange> Revise(HashSet<Unit> dirty, IReadOnlyCollection<(Fact? Before, Fact? After)> changes, Instant throughBefore)
    {
        var (before, changed) = (new List<Finding>(), new HashSet<string>(StringComparer.Ordinal));
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
                    before.AddRange(gone.Findings);
                    Forget(clause, gone);
                    changed.Add(clause.Plan.Clause.Name);
                    dirty.Remove(gone);
                    if (clause.Rest is { } clean && gone.Broken.Length > 0)
                    {
                        dirty.Add(clean);
                    }
                }
            }
        }

        if (throughBefore != _store.History.Through)
        {
            dirty.UnionWith(_atEnd);
            while (_awaiting.TryPeek(out var unit, out var at) && at <= _store.History.Through)
            {
                _awaiting.Dequeue();
                if (unit.Next == at && IsThere(unit))
                {
                    dirty.Add(unit);
                }
            }
        }

        AddWhoAskAbout(changed, dirty);
        before.AddRange(dirty.SelectMany(u => u.Findings));
        var rest = Evaluate(dirty);
        before.AddRange(rest.Where(r => !dirty.Contains(r.Unit)).SelectMany(r => r.Before));
        return Differences(before, [.. dirty.Concat(rest.Select(r => r.Unit)).Distinct().SelectMany(u => u.Findings)]);
    }

    /// <summary>What clauses ask about each other: if anything of a clause is evaluated anew, so is what asked about it.</summary>
    /// <param name="changed">The clauses of which something is gone.</param>
    private void AddWhoAskAbout(HashSet<string> changed, HashSet<Unit> dirty)
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
