using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Plain;

/// <summary>
/// The names of an agreement as a reader sees them: <c>zone_of_application</c> as "zone of application", actors by their full names. Whether a noun takes an
/// article can be told by its plural: what has none (<c>fire</c>, <c>consent</c>) stands alone.
/// </summary>
internal sealed partial class PlainNames(Agreement agreement)
{
    /// <summary>Blanks for underscores; a number or a date in a name is written as such: "exercises over 40,000".</summary>
    public static string Spaced(string name) => name.Contains('_', StringComparison.Ordinal)
        ? Thousands().Replace(Date().Replace(name, "${year}-${month}-${day}"), ",").Replace('_', ' ')
        : name;

    /// <summary>The name in full; without one, the short name as names are written.</summary>
    public string Actor(string name) => NamesInFull.Of(name, agreement.Vocabulary)
        ?? string.Join(' ', name.Split('_').Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));

    public string Somebody(string name) => agreement.Vocabulary.Groups.ContainsKey(name) ? Group(name) : Actor(name);

    /// <summary>All of a group: "the black sea powers", "the group nato members".</summary>
    public string Group(string name) => agreement.Vocabulary.Groups.GetValueOrDefault(name)?.Plural is { } plural ? $"the {Spaced(plural)}" : $"the group {Spaced(name)}";

    /// <summary>"any of the black sea powers", "any member of the group nato members".</summary>
    public string MemberOf(string which, string group) => agreement.Vocabulary.Groups.GetValueOrDefault(group)?.Plural is null ? $"{which} member of {Group(group)}" : $"{which} of {Group(group)}";

    public string Singular(Noun noun) => noun switch
    {
        MemberNoun { Group: MemberNoun.Parties } => "party",
        MemberNoun member => agreement.Vocabulary.Groups.GetValueOrDefault(member.Group)?.Plural is null ? $"member of the group {Spaced(member.Group)}" : Spaced(member.Group),
        _ => Spaced(noun.Name),
    };

    /// <summary>The plural as it was declared; the noun itself where it has none.</summary>
    public string Plural(Noun noun) => noun switch
    {
        MemberNoun { Group: MemberNoun.Parties } => "parties",
        MemberNoun member => agreement.Vocabulary.Groups.GetValueOrDefault(member.Group)?.Plural is { } plural ? Spaced(plural) : $"members of the group {Spaced(member.Group)}",
        ActorNoun { Name: "actor" } => "actors",
        _ => Spaced(PluralOf(noun) ?? noun.Name),
    };

    /// <summary>"a tank", "an exercise"; what has no plural stands alone.</summary>
    public string One(Noun noun) => IsCountable(noun) ? WithArticle(Singular(noun)) : Singular(noun);

    public static string WithArticle(string noun) => (TakesAn(noun) ? "an " : "a ") + noun;

    /// <summary>Is a name a plural by itself, as <c>local_elections</c> is, and <c>request_for_talks</c> is not?</summary>
    public static bool IsInThePlural(string name) => name.Split("_of_")[0].Split("_for_")[0].EndsWith('s');

    public bool IsCountable(Noun noun) => noun switch
    {
        DefinedNoun defined when agreement.Definitions.TryGetValue(defined.Name, out var definition) =>
            definition.Plural is not null || definition.Readings.All(r => IsCountable(r.Content.Noun)),
        KindNoun kind => kind.Form != KindForm.Event || !agreement.Vocabulary.Kinds.ContainsKey(kind.Name) || PluralOf(kind) is not null,
        _ => true,
    };

    /// <summary>The verb by which somebody does what a noun names; null where it is no event, or where readings have different ones.</summary>
    public string? Verb(Noun noun)
    {
        switch (noun)
        {
            case KindNoun kind:
                return agreement.Vocabulary.Kinds.GetValueOrDefault(kind.Name)?.Verb;
            case DefinedNoun defined when agreement.Definitions.TryGetValue(defined.Name, out var definition):
                var verbs = definition.Readings.Select(r => Verb(r.Content.Noun)).Distinct(StringComparer.Ordinal).ToList();
                return verbs is [var one] ? one : null;
            default:
                return null;
        }
    }

    /// <summary>What may stand behind a preposition of a noun: <c>actor</c>, <c>place</c>, a kind; null where it is not known.</summary>
    public string? RoleOf(Noun noun, string preposition) => noun switch
    {
        _ when preposition is "in" or "outside" => "place",
        DefinedNoun defined when agreement.Definitions.TryGetValue(defined.Name, out var definition) => RoleOf(definition.Readings[0].Content.Noun, preposition),
        BreachNoun => "actor",
        _ => agreement.Vocabulary.Kinds.GetValueOrDefault(noun.Name)?.Roles.FirstOrDefault(r => r.Preposition == preposition)?.Noun
            ?? (preposition == "of" ? "actor" : null),
    };

    /// <summary>"gives", "holds", "relies".</summary>
    public static string ThirdPerson(string verb) => verb switch
    {
        "have" => "has",
        "be" => "is",
        _ when verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('z') || verb.EndsWith('o') || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
        [.., var before, 'y'] when before is not ('a' or 'e' or 'o' or 'u') => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private string? PluralOf(Noun noun) => noun is DefinedNoun
        ? agreement.Definitions.GetValueOrDefault(noun.Name)?.Plural
        : agreement.Vocabulary.Kinds.GetValueOrDefault(noun.Name)?.Plural;

    private static bool TakesAn(string noun)
    {
        return (noun is ['a' or 'A' or 'i' or 'I' or 'o' or 'O', ..] && !Begins("one")) || Begins("hour")
            || (Begins("e") && !Begins("eu")) || (Begins("un") && !Begins("uni") && !Begins("una"));

        bool Begins(string start) => noun.StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("(?<=(^|_)[0-9]{1,3}(_[0-9]{3})*)_(?=[0-9]{3}(_|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();

    [GeneratedRegex("(?<=^|_)(?<year>[12][0-9]{3})_(?<month>[01][0-9])_(?<day>[0-3][0-9])(?=_|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
