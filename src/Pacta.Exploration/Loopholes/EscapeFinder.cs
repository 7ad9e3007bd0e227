using System.Collections.Immutable;
using Pacta.Exploration.Separating;
using Pacta.Model.Agreements;
using Pacta.Model.Values;
using Pacta.Negotiation.Histories;
using Pacta.Negotiation.Loopholes;

namespace Pacta.Exploration.Loopholes;

/// <summary>On which details it hangs that a text is kept: each is changed by itself, to whatever the texts tell apart, until a clause is certainly not kept.</summary>
internal static class EscapeFinder
{
    private const int Tries = 400;

    public static ImmutableArray<Escape> Of(Setting setting, Clause interest, InventedHistory history)
    {
        var search = setting.Search(interest, only: null, party: null);
        var (candidates, _) = setting.For(interest, only: null, null);
        var found = new Dictionary<(string Id, EscapeForm Form, string Attribute), Escape>();
        for (var i = 0; i < history.Facts.Length; i++)
        {
            var (fact, index, tries) = (history.Facts[i], i, 0);
            var others = history.Facts.RemoveAt(i);
            foreach (var instead in candidates.Beside(others, k => k == fact.Kind || IsKin(setting, k, fact.Kind)).Where(c => c.Length == 1).Select(c => c[0]))
            {
                if (Difference(fact, instead) is not var (form, attribute) || found.ContainsKey((fact.Id, form, attribute)) || tries++ > Tries)
                {
                    continue;
                }

                var changed = Changed(fact, instead, form, attribute);
                if (search.NotKeptForSure(With(search, history, index, changed)) is { } clause)
                {
                    found.Add((fact.Id, form, attribute), new Escape(form, fact, attribute, changed, clause));
                }
            }
        }

        return [.. found.Values, .. Together(search, history)];
    }

    private static InventedHistory With(SeparationSearch search, InventedHistory history, int index, InventedFact changed) =>
        search.History(history.Facts.SetItem(index, changed), history.Judgements);

    /// <summary>Another declared noun of the same parent, or that parent.</summary>
    private static bool IsKin(Setting setting, string kind, string other)
    {
        var kinds = setting.First.Agreement.Vocabulary.Kinds;
        return kinds.TryGetValue(kind, out var a) && kinds.TryGetValue(other, out var b) && a.Form == b.Form
            && (a.Parent == other || b.Parent == kind || (a.Parent is not null && a.Parent == b.Parent));
    }

    /// <summary>The one thing in which the other fact differs; null: several, or none.</summary>
    private static (EscapeForm Form, string Attribute)? Difference(InventedFact fact, InventedFact other)
    {
        var all = new List<(EscapeForm, string)>();
        if (fact.Kind != other.Kind)
        {
            all.Add((EscapeForm.Name, string.Empty));
        }

        if (fact.At != other.At)
        {
            all.Add((EscapeForm.Time, string.Empty));
        }

        if (!IsSamePlace(fact, other))
        {
            all.Add((EscapeForm.Place, "in"));
        }

        all.AddRange(fact.Roles.Where(r => r.Key is not ("in" or "outside") && other.Roles.TryGetValue(r.Key, out var names) && !names.SequenceEqual(r.Value)).Select(r => (EscapeForm.Actor, r.Key)));
        all.AddRange(fact.Fields.Where(f => f.Key != "position" && ValueOf(other, f.Key) is { } value && !value.Equals(f.Value))
            .Select(f => (f.Value is NumberValue ? EscapeForm.Number : EscapeForm.Property, f.Key)));
        return all is [var only] ? only : null;
    }

    /// <summary>What was left out of the history made no difference: it makes none here.</summary>
    private static bool IsSamePlace(InventedFact fact, InventedFact other) =>
        (!fact.Roles.ContainsKey("in") && !fact.Roles.ContainsKey("outside") && !fact.Fields.ContainsKey("position"))
        || (fact.Role("in").SequenceEqual(other.Role("in")) && Equals(fact.Fields.GetValueOrDefault("position"), other.Fields.GetValueOrDefault("position")));

    /// <summary>The fact with what the other one has there, and with all else as it was.</summary>
    private static InventedFact Changed(InventedFact fact, InventedFact other, EscapeForm form, string attribute) => form switch
    {
        EscapeForm.Name => fact with { Kind = other.Kind },
        EscapeForm.Time => fact with { At = other.At, IsByDay = false },
        EscapeForm.Place => other with { Id = fact.Id, At = fact.At, End = fact.End, IsByDay = fact.IsByDay },
        EscapeForm.Actor => fact with { Roles = fact.Roles.SetItem(attribute, other.Roles[attribute]) },
        _ => fact with { Fields = fact.Fields.SetItem(attribute, ValueOf(other, attribute)!) },
    };

    /// <summary>What it has there; of how many nothing says, there is one.</summary>
    private static Value? ValueOf(InventedFact fact, string field) =>
        fact.Fields.GetValueOrDefault(field) ?? (field == "count" ? new NumberValue(NumberRange.Exactly(1), string.Empty) : null);

    /// <summary>Acts of one actor that would not have been allowed as one act.</summary>
    private static IEnumerable<Escape> Together(SeparationSearch search, InventedHistory history)
    {
        foreach (var group in history.Facts.GroupBy(f => (f.Kind, By: string.Join('+', f.Role("by").Concat(f.Role("of"))))).Where(g => g.Count() > 1))
        {
            var parts = group.OrderBy(f => f.At).ToList();
            if (parts.Select(p => p.Id).Distinct().Count() == 1)
            {
                continue;
            }

            foreach (var field in parts[0].Fields.Where(f => f.Value is NumberValue).Select(f => f.Key))
            {
                var numbers = parts.Select(p => p.Fields.GetValueOrDefault(field)).OfType<NumberValue>().ToList();
                var sum = numbers[0] with { Range = NumberRange.Exactly(numbers.Sum(n => n.Range.Low ?? 0)) };
                var whole = parts[0] with { Fields = parts[0].Fields.SetItem(field, sum) };
                var together = search.History([.. history.Facts.Except(parts), whole], history.Judgements);
                if (numbers.Count == parts.Count && search.NotKeptForSure(together) is { } clause)
                {
                    yield return new Escape(EscapeForm.Parts, parts[0], field, whole, clause);
                }
            }
        }
    }
}
