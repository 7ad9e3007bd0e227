using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Plain;

/// <summary>How many of a noun are meant: each occurrence after <c>when</c>, any after <c>must not</c>, one after <c>must</c> (docs/semantics.md, 15).</summary>
internal enum Quantity
{
    One,
    Any,
    Many,
}

internal sealed partial class PlainWords
{
    /// <summary>"a transit (x) of a warship (w) through straits".</summary>
    /// <param name="without">A preposition that is told elsewhere.</param>
    public string Pattern(Pattern pattern, Quantity quantity, string? without = null) =>
        Head(pattern, quantity) + Roles(pattern, quantity, without) + (pattern.Where is { } where ? $", where {Condition(where)}" : string.Empty);

    private string Head(Pattern pattern, Quantity quantity)
    {
        if (pattern.Instance is { } instance)
        {
            return instance;
        }

        var noun = quantity switch
        {
            _ when pattern.Noun is BreachNoun breach => $"a case in which clause {ClauseName(breach.Clause)} is not kept",
            Quantity.Any when _names.IsCountable(pattern.Noun) => "any " + _names.Singular(pattern.Noun),
            Quantity.Any => _names.Singular(pattern.Noun),
            Quantity.Many => _names.Plural(pattern.Noun),

            // What has a letter of its own is one of several, whether or not a plural was declared.
            _ when pattern.Variable is not null && !PlainNames.IsInThePlural(pattern.Noun.Name) => PlainNames.WithArticle(_names.Singular(pattern.Noun)),
            _ => _names.One(pattern.Noun),
        };
        return noun + Introduced(pattern.Variable);
    }

    /// <summary>" (x)" where the variable is new; nothing where there is none.</summary>
    private string Introduced(string? variable) => variable is null ? string.Empty : _known.Add(variable) ? $" ({variable})" : $" {variable}";

    private string Roles(Pattern pattern, Quantity quantity, string? without) => string.Concat(pattern.Roles
        .Where(r => r.Preposition != without)
        .Select(r => $" {r.Preposition} {Argument(r.Argument, quantity, _names.RoleOf(pattern.Noun, r.Preposition))}"));

    /// <param name="role">What may stand there, where it is known: it tells what a variable stands for that is met first.</param>
    private string Argument(Argument argument, Quantity quantity, string? role = null) => argument switch
    {
        VariableArgument { Variable: var variable } => _known.Contains(variable) ? variable : Introduce(variable, role),
        ActorArgument { IsGroup: true } group when quantity == Quantity.Many => _names.Group(group.Name),
        ActorArgument { IsGroup: true } group => _names.MemberOf("any", group.Name),
        ActorArgument actor => _names.Actor(actor.Name),
        InstanceArgument instance => instance.Id,
        PatternArgument { Pattern: var pattern } => Pattern(pattern, quantity),
        EachArgument each => Each(each.Pattern, each.Other),
        PlaceArgument { Place: var place } => Place(place),
        TextArgument text => $"“{text.Value}”",
        _ => Quoted(argument.Text),
    };

    private string Each(Pattern pattern, bool isOther) =>
        (isOther ? "each other " : "each ") + _names.Singular(pattern.Noun) + Introduced(pattern.Variable) + Roles(pattern, Quantity.One, null)
        + (pattern.Where is { } where ? $", where {Condition(where)}" : string.Empty);

    /// <summary>"a party (A)", "somebody (A)", "an activity (x)".</summary>
    private string Introduce(string variable, string? role)
    {
        _known.Add(variable);
        if (_parties.Contains(variable))
        {
            return $"a party ({variable})";
        }

        if (role is null or "actor" or "alliance" or "party")
        {
            _anybody.Add(variable);
            return $"{(char.IsUpper(variable[0]) || role is not null ? "somebody" : "something")} ({variable})";
        }

        return $"{PlainNames.WithArticle(PlainNames.Spaced(role))} ({variable})";
    }

    private string Place(Place place) => place switch
    {
        TablePlace { Parameter: { } parameter } table => $"{PlainNames.Spaced(table.Table)} of {Argument(parameter, Quantity.One)}",
        TablePlace table => PlainNames.Spaced(table.Table),
        CoastPlace coast => $"the coast of {Argument(coast.Of, Quantity.One, "actor")}",
        BorderPlace { With: { } with } border => $"the border of {Argument(border.Of, Quantity.One, "actor")} with {Argument(with, Quantity.One, "actor")}",
        BorderPlace border => $"the borders of {Argument(border.Of, Quantity.One, "actor")}",
        TerritoryPlace territory => $"the territory of {Argument(territory.Of, Quantity.One, "actor")}",
        VariablePlace { Variable: var variable } => _known.Add(variable) ? $"a place ({variable})" : variable,
        _ => Quoted(place.Text),
    };

    /// <summary>"38 prior_notification": the article with the name, as findings have them.</summary>
    private string ClauseName(string name)
    {
        var clause = _agreement.Clauses.FirstOrDefault(c => c.Name == name);
        return clause?.Reference is { } reference ? $"{reference} ({PlainNames.Spaced(name)})" : $"“{PlainNames.Spaced(name)}”";
    }
}
