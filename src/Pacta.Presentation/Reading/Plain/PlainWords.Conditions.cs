using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Plain;

internal sealed partial class PlainWords
{
    /// <summary>A condition as a sentence without its beginning: "the troops of x are at least 9,000".</summary>
    public string Condition(Condition condition) => Condition(condition, isNot: false);

    private string Condition(Condition condition, bool isNot) => condition switch
    {
        NotCondition { Operand: AnyCondition none } when !isNot => Several(none.Operands, "none of these holds"),
        NotCondition not => Condition(not.Operand, !isNot),
        AllCondition or AnyCondition or CompareCondition or RangeCondition or AwayCondition when isNot => $"it is not so that {Condition(condition, isNot: false)}",
        AllCondition { Operands: var all } => all.Length <= 3 && all.All(IsShort) ? Joined(all.Select(Condition), "and") : Several(all, "all of these hold"),
        AnyCondition { Operands: var any } => any.Length <= 3 && any.All(IsShort) ? Joined(any.Select(Condition), "or") : Several(any, "at least one of these holds"),
        CompareCondition compare => Compare(compare),
        RangeCondition range => $"{Term(range.Term)} {Be(range.Term)} from {Term(range.Low)} to {Term(range.High)} (both included)",
        AwayCondition away => $"{Argument(away.Thing, Quantity.One)} is {Than(away.Relation)} {Term(away.Distance)} away from {Place(away.From)}",
        IsOneOfCondition one => $"{Argument(one.Subject, Quantity.One)} {OneOf(one, isNot)}",
        FieldIsTrueCondition field => $"{Argument(field.Of, Quantity.One)} {Is(isNot)} {PlainNames.Spaced(field.Field.Name)}",
        TextIsCondition text => $"{Term(text.Term)} {Is(isNot)} {(isNot && text.Texts.Length > 1 ? "any of " : string.Empty)}{Joined(text.Texts.Select(t => $"“{t}”"), "or")}",
        StateCondition state => State(state, isNot),
        InPlaceCondition place => $"{(place.PlaceField is { } field ? Term(field) : Argument(place.Subject!, Quantity.One))} {Is(isNot)} {(place.Outside ? "outside" : "in")} {Place(place.Place)}",
        ClauseStateCondition state => $"the state of clause {ClauseName(state.Clause)} {Is(isNot)} “{StateOf(state)}”",
        JudgedCondition judged => $"{(isNot ? "it is judged not to be so" : "it is judged to be so")}: “{judged.Matter}”",
        ThereCondition there => There(there, isNot),
        _ => (isNot ? "it is not so: " : string.Empty) + Quoted(condition.Text),
    };

    /// <summary>What stands in one line without being misread: nothing that has an "and" or "or" of its own.</summary>
    private static bool IsShort(Condition condition) => condition is not (AllCondition or AnyCondition or ThereCondition { Pattern.Where: not null })
        && condition is not NotCondition { Operand: AllCondition or AnyCondition }
        && condition is not IsOneOfCondition { Nouns.Length: > 1 } && condition is not IsOneOfCondition { Actors.Length: > 1 };

    private string Several(ImmutableArray<Condition> conditions, string lead)
    {
        var isInner = conditions.Any(c => c is AllCondition or AnyCondition or NotCondition { Operand: AllCondition or AnyCondition });
        return $"{lead}: " + string.Join("; ", conditions.Select((c, i) => $"({Numeral(i, isInner)}) {Condition(c)}"));
    }

    /// <summary>Letters below numbers, so that what is nested can be told from what it is in.</summary>
    private static string Numeral(int index, bool isOuter) => isOuter || index > 25 ? $"{index + 1}" : $"{(char)('a' + index)}";

    private static string Is(bool isNot) => isNot ? "is not" : "is";

    private string Compare(CompareCondition compare) => $"{Term(compare.Left)} {Be(compare.Left)} {Than(compare.Relation)} {Term(compare.Right)}";

    private static string Than(Relation relation) => relation switch
    {
        Relation.AtLeast => "at least",
        Relation.AtMost => "at most",
        Relation.MoreThan => "more than",
        Relation.LessThan => "less than",
        _ => "exactly",
    };

    /// <summary>"are" behind a field that is named in the plural: "the troops of x are".</summary>
    private static string Be(Term term) => term is FieldTerm { Field.Name: var name } && name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("us", StringComparison.Ordinal) ? "are" : "is";

    /// <summary>"a tank or a mortar"; of what is none of several: "none of these: a tank, a mortar".</summary>
    private string OneOf(IsOneOfCondition one, bool isNot)
    {
        List<string> all =
        [
            .. one.Nouns.Select(n => n is MemberNoun { Group: not MemberNoun.Parties } ? "a " + _names.Singular(n) : _names.One(n)),
            .. one.Actors.Select(a => a.IsGroup ? _names.MemberOf("one", a.Name) : _names.Actor(a.Name)),
        ];
        return all.Count == 1 ? $"{Is(isNot)} {all[0]}" : isNot ? $"is none of these: {string.Join(", ", all)}" : $"is {Joined(all, "or")}";
    }

    private string State(StateCondition state, bool isNot)
    {
        var noun = new KindNoun(state.State, KindForm.State);
        var roles = string.Concat(state.Roles.Select(r => $" {r.Preposition} {Argument(r.Argument, Quantity.One, "actor")}"));
        return $"{Argument(state.Subject, Quantity.One)} {Is(isNot)} {_names.One(noun)}{roles}{(state.On is { } on ? $" ({At(on)})" : string.Empty)}";
    }

    private static string StateOf(ClauseStateCondition condition) => Presentation.Words.Names.Spaced(condition.State.ToString()).ToLowerInvariant();

    private string There(ThereCondition there, bool isNot)
    {
        var verb = there.Text.StartsWith("there is", StringComparison.Ordinal) ? "there is" : "there was";
        var what = Pattern(there.Pattern, Quantity.One);
        var look = there.Look is { } around ? $" in the {Lapse(around.Length)} {BeforeOrAfter(around.Before)} {Time(around.Anchor)}" : string.Empty;
        return isNot ? $"{verb} no case of {what}{look}" : $"{verb} {what}{look}";
    }
}
