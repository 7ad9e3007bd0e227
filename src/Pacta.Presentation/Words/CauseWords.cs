using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for what makes something uncertain: one sentence for each kind of cause.</summary>
public sealed class CauseWords
{
    private readonly Speech _speech;

    internal CauseWords(Speech speech) => _speech = speech;

    public string Of(Cause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        string At(int index) => _speech.Named(cause.Arguments[index]);
        string Attribute() => _speech.Roles.Of(cause.Arguments[0], cause.Arguments[1]);
        string Or(IEnumerable<string> values) => string.Join(_speech.Phrases.Say("cause.or"), values);
        var key = "cause." + Names.Snake(cause.Code);
        return cause.Code switch
        {
            CauseCode.RivalValues => _speech.Phrases.Say(
                key,
                Attribute(),
                Or(cause.Arguments.Skip(2).Chunk(3).Where(v => v[0].Length > 0).Select(v => _speech.Phrases.Say("cause.rival_value", [_speech.Value(cause.Arguments[0], v[0]), .. v[1..]]))),
                string.Join(", ", cause.Arguments.Skip(2).Chunk(3).Where(v => v[0].Length == 0).Select(v => _speech.Phrases.Say("cause.denied_name", v)))),
            CauseCode.NotReported => _speech.Phrases.Say(key, Attribute()),
            CauseCode.NotIdentified when RoleWords.Split(cause.Arguments[0]) is { } role => _speech.Phrases.Say("cause.not_reported", _speech.Roles.Of(role.Attribute, role.Id)),
            CauseCode.Rough or CauseCode.NotKnownWhich => _speech.Phrases.Say(key, Attribute(), _speech.Value(cause.Arguments[0], cause.Arguments[2])),
            CauseCode.Readings => _speech.Phrases.Say(
                key, At(0), Or(cause.Arguments.Skip(1).Chunk(2).Select(r => r[1].Length == 0 ? r[0] : _speech.Phrases.Say("cause.held_by", r)))),
            _ => _speech.Phrases.Say(key, [.. cause.Arguments.Select(_speech.Named)]),
        };
    }
}
