using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for readings and for what follows under them.</summary>
public sealed class ReadingWords
{
    private readonly Speech _speech;

    internal ReadingWords(Speech speech) => _speech = speech;

    /// <summary>"the reading “above” of large_exercise, held by borland".</summary>
    public string Of(FindingUnderReadings under)
    {
        ArgumentNullException.ThrowIfNull(under);
        return string.Join(
            _speech.Phrases.Say("reading.and"),
            under.Readings.Select(r => _speech.Phrases.Say("reading.of", r.Name, r.Of, string.Join(", ", r.HeldBy))));
    }

    public string StateOf(FindingUnderReadings under, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(under);
        return under.Finding is { } found ? _speech.States.Of(found)
            : under.IsNotInPlay ? _speech.States.Of(ClauseState.Dormant, null, standing)
            : _speech.Phrases.Say(Mood("reading.elsewhere", standing));
    }

    public string WhyNone(FindingUnderReadings under, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(under);
        return _speech.Phrases.Say(Mood(under.IsNotInPlay ? "reading.none" : "reading.other", standing));
    }

    private static string Mood(string key, Standing standing) => standing == Standing.Proposal ? key + ".proposal" : key;
}
