using System.Collections.Immutable;
using Pacta.Logic.Monitoring.State;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Monitoring;

/// <summary>What was found, written down and taken up again: nothing is evaluated that was evaluated before.</summary>
public sealed partial class NormMonitor
{
    /// <summary>The form in which it is written down. What is written in another form is not read.</summary>
    public const int StateForm = 2;

    /// <summary>Writes down what was found of the history so far. The history itself is not written.</summary>
    public void Save(Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using var binary = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        var writer = new StateWriter(binary);
        writer.Number(StateForm);
        writer.Text(_agreement.Name);
        writer.Instant(_store.History.Through);
        writer.Number(_clauses.Length);
        foreach (var clause in _clauses)
        {
            writer.Text(clause.Plan.Clause.Name);
            writer.Number(clause.All.Count());
            foreach (var unit in clause.All)
            {
                Save(unit, writer);
            }
        }

        Save([.. _readsOfAll.Keys], writer);
        writer.List([.. _readsOfAll.Next], writer.Instant);
        writer.Flag(_readsOfAll.DependsOnEnd);
    }

    /// <summary>Takes up what was written down of the same agreement, the same history and the same wishes.</summary>
    /// <exception cref="InvalidDataException">It is something else, or damaged.</exception>
    public static NormMonitor Resume(
        Agreement agreement, History history, Stream from, Perspective? perspective = null, IReadOnlySet<string>? clauses = null, int processors = 1)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(from);
        try
        {
            var monitor = new NormMonitor(agreement, history, perspective, clauses, true, processors, null, evaluates: false);
            using var binary = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
            monitor.Load(new StateReader(binary, agreement));
            return monitor;
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new InvalidDataException("It cannot be read.", damaged);
        }
    }

    private static void Save(Unit unit, StateWriter writer)
    {
        writer.Begin();
        writer.Text(unit.Root);
        writer.Flag(unit.IsFact);
        writer.List(unit.Findings, writer.Finding);
        writer.List(unit.Broken, b =>
        {
            writer.Text(b.Reading);
            writer.Text(b.Bearer);
            writer.Flag(b.IsNamed);
        });
        writer.Number(unit.Lean?.Count ?? 0);
        writer.Texts([.. unit.Lean?.Acts.Select(a => a.Key) ?? []]);
        writer.List(unit.Lean?.Notes ?? [], writer.Note);
        Save(unit.Reads, writer);
        writer.Instant(unit.Next);
        writer.Flag(unit.DependsOnEnd);
    }

    private static void Save(ReadKey[] keys, StateWriter writer) => writer.List(ImmutableArray.Create(keys), k =>
    {
        writer.Number((int)k.Of);
        writer.Text(k.A);
        writer.Text(k.B);
        writer.Text(k.C);
    });

    private static ReadKey[] LoadReads(StateReader reader) => [.. reader.List(() => new ReadKey((ReadOf)reader.Number(), reader.Text(), reader.Text(), reader.Text()))];

    private void Load(StateReader reader)
    {
        Expect(reader.Number() == StateForm, "It was written in another form.");
        Expect(reader.Text() == _agreement.Name, "It is about another agreement.");
        Expect(reader.Instant() == _store.History.Through, "It is about a history with another end.");
        Expect(reader.Number() == _clauses.Length, "It is about other clauses.");
        foreach (var clause in _clauses)
        {
            Expect(reader.Text() == clause.Plan.Clause.Name, "It is about other clauses.");
            clause.KeepsLean = KeepsLean(clause.Plan.Clause);
            for (var left = reader.Number(); left > 0; left--)
            {
                Load(clause, reader);
            }
        }

        _readsOfAll.Add(new ReadsTaken(LoadReads(reader), null, false));
        foreach (var next in reader.List(reader.Instant))
        {
            _readsOfAll.Add(new ReadsTaken([], next, false));
        }

        _readsOfAll.Add(new ReadsTaken([], null, reader.Flag()));
    }

    private void Load(ClauseUnits clause, StateReader reader)
    {
        reader.Begin();
        var (root, isFact) = (reader.Text(), reader.Flag());
        Expect(!isFact || _store.Fact(root) is not null, "It is about another history.");
        Unit unit;
        if (root.Length == 0)
        {
            unit = clause.Rest = new Unit(clause, root, false);
        }
        else
        {
            unit = UnitOf(clause, root, isFact);
        }

        var findings = reader.List(reader.Finding);
        var broken = reader.List(() => new BrokenBy(reader.Text(), reader.Text(), reader.Flag()));
        var lean = new LeanFindings(reader.Number(), [.. reader.Texts().Select(a => _store.Fact(a) ?? throw new InvalidDataException("It is about another history."))], Shared([.. reader.List(reader.Note)]));
        Expect(lean.Count == 0 || (isFact && clause.KeepsLean), "It is about other clauses.");
        clause.Replace([], broken);
        Take(unit, new Found(findings, broken, new ReadsTaken(LoadReads(reader), reader.MayBeInstant(), reader.Flag())) { Lean = lean.Count == 0 ? null : lean });
        Evaluations--;
    }

    private static void Expect(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
