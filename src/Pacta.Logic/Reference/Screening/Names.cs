using System.Runtime.CompilerServices;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Screening;

/// <summary>What names stand for, as <see cref="Evaluation.Resolve"/> has it.</summary>
internal sealed class Names(Vocabulary vocabulary, HistoryIndex index)
{
    private static readonly ConditionalWeakTable<Vocabulary, Dictionary<string, SlotKind>> Known = [];

    private readonly Dictionary<string, SlotKind> _actors = Known.GetValue(vocabulary, ActorsOf);

    public Slot Resolve(in Name name) =>
        IsActor(name, out var kind) ? new Slot(name, kind, null)
        : index.Event(name) is { } fact ? Slot.Of(fact)
        : new Slot(name, SlotKind.Other, null);

    private bool IsActor(in Name name, out SlotKind kind)
    {
        if (!name.IsIn(index.RowNames, out var number) || number >= index.SlotKinds.Length)
        {
            return _actors.TryGetValue(name.Text, out kind);
        }

        ref var known = ref index.SlotKinds[number];
        if (known == 0)
        {
            known = (byte)(_actors.TryGetValue(name.Text, out var found) ? 2 + (int)found : 1);
        }

        kind = (SlotKind)(known - 2);
        return known > 1;
    }

    private static Dictionary<string, SlotKind> ActorsOf(Vocabulary vocabulary)
    {
        var actors = vocabulary.Groups.Keys.ToDictionary(g => g, _ => SlotKind.Group, StringComparer.Ordinal);
        foreach (var actor in vocabulary.Actors.Keys)
        {
            actors[actor] = SlotKind.Actor;
        }

        return actors;
    }
}
