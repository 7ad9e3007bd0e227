using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Live;

/// <summary>
/// What depends on all records at once and is only told of: sources that are not declared, each once where it first speaks; names that nobody knows, each once
/// where it is first named; and which of all ids is nearest to one that is not there. It is found out when somebody asks.
/// </summary>
internal sealed class AllDiagnostics(
    Connections connections, ComponentReader reader, Settled settled, Vocabulary vocabulary, IReadOnlySet<string>? places)
{
    /// <summary>Something is cited that is not there.</summary>
    public const string CitesUnknown = "PACTA0540";

    private readonly Dictionary<string, (string? Near, int Seen, int Turns)> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Near, int Seen, int Turns)> _events = new(StringComparer.Ordinal);

    /// <summary>Where each source that is not declared first speaks; null where that has to be looked for.</summary>
    private readonly Dictionary<string, Dated?> _undeclared = new(StringComparer.Ordinal);

    /// <summary>Some components are not what they were.</summary>
    public void Note(IEnumerable<int> roots)
    {
        if (vocabulary.Sources.Count == 0)
        {
            return;
        }

        foreach (var member in roots.SelectMany(connections.Members))
        {
            var dated = connections[member];
            if (dated.Record is GradeRecord or DeterminationRecord or CaseRecord || dated.Record.Speaker is not { } source
                || vocabulary.Sources.ContainsKey(source) || vocabulary.Actors.ContainsKey(source))
            {
                continue;
            }

            var isKnown = _undeclared.TryGetValue(source, out var first);
            if (settled.DoesStand(member))
            {
                _undeclared[source] = !isKnown || (first is not null && dated.CompareTo(first) < 0) ? dated : first;
            }
            else if (ReferenceEquals(first, dated))
            {
                _undeclared[source] = null;
            }
        }
    }

    public IEnumerable<Diagnostic> Find()
    {
        var bag = new DiagnosticBag();
        Sources.Check([.. FirstOfUndeclared()], vocabulary, bag);
        CheckNames(bag);
        foreach (var (root, _) in settled.Outcomes.Where(o => o.Value.CitesUnknown))
        {
            CheckCited(root, bag);
        }

        return bag.Items;
    }

    private List<Dated> FirstOfUndeclared()
    {
        var lost = _undeclared.Where(u => u.Value is null).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        if (lost.Count > 0)
        {
            foreach (var source in lost)
            {
                _undeclared.Remove(source);
            }

            for (var i = 0; i < connections.Count; i++)
            {
                var dated = connections[i];
                if (settled.DoesStand(i) && dated.Record is not (GradeRecord or DeterminationRecord or CaseRecord) && dated.Record.Speaker is { } source && lost.Contains(source)
                    && (_undeclared.GetValueOrDefault(source) is not { } first || dated.CompareTo(first) < 0))
                {
                    _undeclared[source] = dated;
                }
            }
        }

        return [.. _undeclared.Values.OfType<Dated>()];
    }

    /// <summary>The pass itself is run over whoever may name what nobody knows, with a report that holds of all ids those that decide.</summary>
    private void CheckNames(DiagnosticBag bag)
    {
        var roots = settled.Outcomes.Where(o => o.Value.NamesUnknown).Select(o => o.Key).ToList();
        if (roots.Count == 0)
        {
            return;
        }

        var statements = reader.Statements(reader.Read(roots, inOrder: true).Standing, new DiagnosticBag());
        var ids = statements.SelectMany(NameCheck.Names).Where(connections.Events.Contains).ToHashSet(StringComparer.Ordinal);
        foreach (var name in statements.SelectMany(NameCheck.EventNames).Where(n => !ids.Contains(n) && !vocabulary.Actors.ContainsKey(n)).Distinct(StringComparer.Ordinal).ToList())
        {
            if (Nearest(_events, name, connections.Events.Count, 0, connections.Events.Names.Skip) is { } near)
            {
                ids.Add(near);
            }
        }

        NamedThings.Check(statements, new EventIds(ids), vocabulary, places, bag);
    }

    /// <summary>The pass itself is run over the component, with a report that holds of all ids the nearest.</summary>
    private void CheckCited(int root, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var known = reader.Known(root, own);
        var ids = known.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var helpers = known.SelectMany(r => r.Record is Report report ? report.Retracts.Append(report.Supersedes) : [])
            .OfType<string>()
            .Where(c => !ids.Contains(c))
            .Distinct(StringComparer.Ordinal)
            .Select(c => Nearest(_records, c, connections.Count, settled.Turns, KeptFrom))
            .OfType<string>()
            .Where(ids.Add)
            .Select(near => ComponentReader.Helper([], near))
            .ToList();
        _ = Withdrawals.Apply([.. helpers, .. known], own);
        foreach (var diagnostic in own.Items.Where(d => d.Code == CitesUnknown))
        {
            bag.Add(diagnostic);
        }
    }

    private IEnumerable<string> KeptFrom(int start)
    {
        for (var i = start; i < connections.Count; i++)
        {
            if (settled.IsKept(i))
            {
                yield return connections[i].Id;
            }
        }
    }

    /// <summary>Names only come to those that there are, so that of those which were looked at before only the nearest counts.</summary>
    private static string? Nearest(
        Dictionary<string, (string? Near, int Seen, int Turns)> found, string name, int count, int turns, Func<int, IEnumerable<string>> from)
    {
        var (near, seen, turn) = found.GetValueOrDefault(name);
        if (turn != turns)
        {
            (near, seen) = (null, 0);
        }

        if (seen < count)
        {
            near = DidYouMean.Nearest(name, near is null ? from(seen) : from(seen).Prepend(near));
        }

        found[name] = (near, count, turns);
        return near;
    }
}
