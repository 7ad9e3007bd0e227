using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Stability;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Disputes;

/// <summary>States, parties, options and moves of a dispute in words.</summary>
internal sealed class DisputeWords(GraphModel model, Speech speech)
{
    private readonly NamedState?[] _names = Names(model);

    /// <summary>The states that were told in full since a sentence was last shortened: there may be thousands of others.</summary>
    private readonly SortedSet<int> _mentioned = [];

    public string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say("stability." + key, arguments);

    public string Numbered(string key, int count) => speech.Phrases.Numbered("stability." + key, count);

    public string Party(int party) => model.Dispute.Parties[party].Name;

    public string Parties(IEnumerable<int> parties) => List(parties.Select(Party));

    public string AnyOf(IEnumerable<int> parties) => List(parties.Select(Party), "or");

    public string List(IEnumerable<string> items, string joint = "and")
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : Say(joint, string.Join(", ", all.Take(all.Count - 1)), all[^1]);
    }

    public static string Number(int state) => (state + 1).ToString(CultureInfo.InvariantCulture);

    public string? NameOf(int state) => _names[state]?.Name;

    public string? MeaningOf(int state) => _names[state]?.Words;

    /// <summary>“waiting” (5), or the number and what is taken where it has no name.</summary>
    public string State(int state)
    {
        _mentioned.Add(state);
        return Full(state);
    }

    /// <summary>Sentences in each of which a state is told in full where it comes first, and briefly after that.</summary>
    /// <param name="known">The state of which all is told: brief from the beginning; null: there is none.</param>
    public ImmutableArray<string> Shorten(IEnumerable<string> sentences, int? known)
    {
        var all = sentences.ToArray();
        var mentioned = _mentioned.ToList();
        _mentioned.Clear();
        foreach (var state in mentioned)
        {
            var full = Full(state);
            for (var i = 0; i < all.Length; i++)
            {
                var first = all[i].IndexOf(full, StringComparison.Ordinal);
                if (first >= 0)
                {
                    var kept = state == known ? first : first + full.Length;
                    all[i] = all[i][..kept] + all[i][kept..].Replace(full, Short(state), StringComparison.Ordinal);
                }
            }
        }

        return [.. all];
    }

    private string Full(int state) => _names[state] is { } named ? Say("state.named", named.Name, Number(state)) : Say("state.numbered", Number(state), Taken(state));

    private string Short(int state) => _names[state] is { } named ? Say("state.named.short", named.Name) : Say("state.numbered.short", Number(state));

    /// <summary>The options that are taken; in a merged state those that are taken in all that is in it.</summary>
    public string Taken(int state)
    {
        var options = OptionsOf(state).Select(o => OptionName(o)).ToList();
        var all = options.Count == 0 ? Say("nothing_taken") : string.Join(", ", options);
        return model.States[state].Length > 1 ? Say("merged", all) : all;
    }

    public IEnumerable<int> OptionsOf(int state) =>
        Enumerable.Range(0, model.Dispute.Options.Length).Where(o => model.States[state].All(c => (c >> o & 1) == 1));

    public string OptionName(int option)
    {
        var declared = model.Dispute.Options[option];
        return model.Dispute.Options.Count(o => o.Name == declared.Name) > 1 ? Say("option.of", declared.Name, Party(declared.Party)) : declared.Name;
    }

    /// <summary>“drop delay and take accept, which leads to …”: what the movers change, and where they come to.</summary>
    public string Move(int from, int to, ImmutableArray<int> movers)
    {
        var own = model.Dispute.Options.Select((o, i) => movers.Contains(o.Party) ? 1 << i : 0).Sum();
        var changes =
            from a in model.States[@from]
            from b in model.States[to]
            let isBlocked = model.Dispute.Irreversible.Any(i => i.Holds(a) && !i.Holds(b))
            where ((a ^ b) & ~own) == 0
            orderby isBlocked, BitOperations.PopCount((uint)(a ^ b)), a, b
            select ((int, int)?)(a, b);

        // Several parties may come to a merged state by moves that no two combinations show at once.
        if (changes.FirstOrDefault() is not var (before, after))
        {
            return Say("go", State(to));
        }

        var told = Enumerable.Range(0, model.Dispute.Options.Length)
            .Where(o => ((before ^ after) >> o & 1) == 1)
            .OrderBy(o => after >> o & 1)
            .Select(o => Say((after >> o & 1) == 1 ? "take" : "drop", OptionName(o)));
        return Say("do", List(told), State(to));
    }

    private static NamedState?[] Names(GraphModel model)
    {
        var names = new NamedState?[model.States.Length];
        foreach (var named in model.Dispute.States)
        {
            if (model.Find(named.Combination) is { } state)
            {
                names[state] ??= named;
            }
        }

        return names;
    }
}
