using System.Collections.Immutable;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>
/// The words for roles. A role is called by its preposition, and "against of f3" is no English: it is told as "against whom f3 was".
/// </summary>
public sealed class RoleWords
{
    private static readonly ImmutableArray<string> All =
        ["by", "to", "of", "against", "in", "into", "from", "on", "over", "through", "under", "outside"];

    /// <summary>How the logic calls the distance from a line.</summary>
    private const string DistanceFrom = "distance from ";

    private readonly Phrasebook _phrases;

    internal RoleWords(Phrasebook phrases) => _phrases = phrases;

    private static bool IsRole(string attribute) => All.Contains(attribute);

    /// <summary>An attribute of something: "troops of x1", "by whom f3 was".</summary>
    public string Of(string attribute, string id) => attribute switch
    {
        "by" or "to" or "against" or "of" => _phrases.Say("role." + attribute, IdOf(id)),
        _ when IsRole(attribute) => _phrases.Say("role.place", attribute, IdOf(id)),
        _ when attribute.StartsWith(DistanceFrom, StringComparison.Ordinal) => _phrases.Say("role.distance", attribute[DistanceFrom.Length..], IdOf(id)),
        _ when _phrases.Has("role.own." + attribute) => _phrases.Say("role.field", _phrases.Say("role.own." + attribute), IdOf(id)),
        _ => _phrases.Say("role.field", attribute, IdOf(id)),
    };

    private string IdOf(string id) => new TriggerWords(_phrases).Of(id);

    /// <summary>Somebody by name; of whom only the role is known, that.</summary>
    public string Who(string name) => Split(name) is { } role ? _phrases.Say("who.not_named", Of(role.Attribute, role.Id)) : name;

    /// <summary>"by of f6" as the role and what has it; null for anything else.</summary>
    public static (string Attribute, string Id)? Split(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var at = subject.IndexOf(" of ", StringComparison.Ordinal);
        return at > 0 && IsRole(subject[..at]) ? (subject[..at], subject[(at + 4)..]) : null;
    }
}
