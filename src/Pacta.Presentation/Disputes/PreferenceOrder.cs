using Pacta.Negotiation.Stability;

namespace Pacta.Presentation.Disputes;

/// <summary>What a party prefers, as it was understood: states from the most preferred down, to be checked by whoever wrote it.</summary>
internal static class PreferenceOrder
{
    public static string Of(GraphModel model, int party, DisputeWords words)
    {
        if (model.Dispute.Parties[party].Preference is null)
        {
            return words.Say("preferences.unknown", words.Party(party));
        }

        var states = Enumerable.Range(0, model.States.Length).ToList();

        // Those that cannot be compared with some state that is known to lie on both sides of others have no place in a row.
        var unplaced = states.Where(s => states.Exists(t => states.Exists(u =>
            model.Compare(party, s, t) == Liking.Unknown && model.Compare(party, s, u) == Liking.Unknown && model.Prefers(party, t, u)))).ToList();
        var groups = new List<List<int>>();
        foreach (var state in states.Except(unplaced).OrderByDescending(s => states.Except(unplaced).Count(t => model.Prefers(party, s, t))).ThenBy(s => s))
        {
            if (groups.Count > 0 && !model.Prefers(party, groups[^1][0], state))
            {
                groups[^1].Add(state);
            }
            else
            {
                groups.Add([state]);
            }
        }

        var told = groups.Count == 0 ? string.Empty : groups.Select(g => g.Count == 1 ? words.State(g[0]) : words.Say(
            g.Exists(s => model.Compare(party, g[0], s) == Liking.Unknown) ? "preferences.tied_unknown" : "preferences.tied", words.List(g.Select(words.State))))
            .Aggregate((before, next) => words.Say("preferences.then", before, next));
        return words.Say("preferences.of", words.Party(party), told, words.List(unplaced.Select(words.State)));
    }
}
