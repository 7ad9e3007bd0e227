using System.Collections.Immutable;

namespace Pacta.Presentation.Words;

/// <summary>
/// The words for roles. A role is called by its preposition, and "against of f3" is no English: it is told as "against whom f3 was".
/// </summary>
internal static class RoleWords
{
    private static readonly ImmutableArray<string> Roles =
        ["by", "to", "of", "against", "in", "into", "from", "on", "over", "through", "under", "outside"];

    public static bool IsRole(string attribute) => Roles.Contains(attribute);

    /// <summary>An attribute of something: "troops of x1", "by whom f3 was".</summary>
    public static string Of(string attribute, string id) => attribute switch
    {
        "by" or "to" or "against" => $"{attribute} whom {id} was",
        "of" => $"of whom or what {id} was",
        _ when IsRole(attribute) => $"{attribute} which place {id} was",
        _ => $"{attribute} of {id}",
    };

    /// <summary>Somebody by name; of whom only the role is known, that.</summary>
    public static string Who(string name) => Split(name) is { } role ? $"somebody not named ({Of(role.Attribute, role.Id)})" : name;

    /// <summary>"by of f6" as the role and what has it; null for anything else.</summary>
    public static (string Attribute, string Id)? Split(string subject)
    {
        var at = subject.IndexOf(" of ", StringComparison.Ordinal);
        return at > 0 && IsRole(subject[..at]) ? (subject[..at], subject[(at + 4)..]) : null;
    }
}
