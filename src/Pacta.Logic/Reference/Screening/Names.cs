using System.Runtime.CompilerServices;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Screening;

/// <summary>What names stand for, as <see cref="Evaluation.Resolve"/> has it.</summary>
internal sealed class Names(Vocabulary vocabulary, HistoryIndex index)
{
    private static readonly ConditionalWeakTable<Vocabulary, Dictionary<string, SlotKind>> Known = [];

    private readonly Dictionary<string, SlotKind> _actors = Known.GetValue(vocabulary, ActorsOf);

    public Slot Resolve(string name) =>
        _actors.TryGetValue(name, out var kind) ? new Slot(name, kind, null)
        : index.Event(name) is { } fact ? new Slot(fact.Id, SlotKind.Event, fact)
        : new Slot(name, SlotKind.Other, null);

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
