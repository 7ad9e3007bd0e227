using Pacta.Negotiation.Histories;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Histories;

/// <summary>How far a search went. What was not looked at is never told as not being there.</summary>
internal static class BoundWords
{
    public static string Of(SearchBound bound, Speech speech)
    {
        var key = bound.IsCutShort ? "bound.cut" : "bound.all";
        var told = speech.Phrases.Say(key, speech.Phrases.Numbered("bound.facts", bound.Steps), speech.Phrases.Numbered("bound.histories", bound.Tried));
        return bound.Cut.IsEmpty ? told : $"{told} {speech.Phrases.Say("bound.shapes", string.Join(", ", bound.Cut))}";
    }

    /// <summary>In a cell: "none found up to 3 facts".</summary>
    public static string None(SearchBound bound, Speech speech) => speech.Phrases.Say("bound.none", speech.Phrases.Numbered("bound.facts", bound.Steps));
}
