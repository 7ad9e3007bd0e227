using Pacta.Model.Values;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>The words for values that are told with words of ours (<see cref="Composed"/>): "36 to 44", "belarus or russia", "not reported".</summary>
public sealed class ValueWords
{
    private readonly Phrasebook _phrases;

    internal ValueWords(Phrasebook phrases) => _phrases = phrases;

    public string Of(string text) => Composed.In(text, Say);

    private string Say(string form, string[] parts) => form switch
    {
        Composed.Either or "and" => string.Join(_phrases.Say("value." + form), parts),
        _ when _phrases.Has("value." + form) => _phrases.Say("value." + form, parts),
        _ => string.Join(' ', parts.Prepend(form)),
    };
}
