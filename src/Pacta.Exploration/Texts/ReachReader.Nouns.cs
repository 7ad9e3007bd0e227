using Pacta.Model.Agreements;

namespace Pacta.Exploration.Texts;

/// <summary>Patterns, arguments, places.</summary>
internal sealed partial class ReachReader
{
    /// <param name="implied">The preposition behind which the bearer stands without being named.</param>
    private void Read(Pattern? pattern, string? implied = null)
    {
        if (pattern is null)
        {
            return;
        }

        Bind(pattern);
        ReadDoer(pattern, implied);
        Inside(pattern);
    }

    private void Bind(Pattern pattern)
    {
        if (pattern.Variable is { } variable)
        {
            if (!_variables.TryGetValue(variable, out var held))
            {
                _variables[variable] = held = new HashSet<string>(StringComparer.Ordinal);
            }

            held.UnionWith(KindsOf(pattern.Noun));
        }
    }

    private void Inside(Pattern pattern)
    {
        var kinds = KindsOf(pattern.Noun);
        Read(pattern.Noun);
        foreach (var role in pattern.Roles)
        {
            if (role.Argument is PlaceArgument || role.Preposition == "outside")
            {
                foreach (var kind in kinds)
                {
                    At(_reach.Places, kind, StringComparer.Ordinal).Add(role.Preposition == "outside" ? "in" : role.Preposition);
                }
            }

            Read(role.Argument);
        }

        Read(pattern.Where);
    }

    private void Read(Noun noun)
    {
        switch (noun)
        {
            case KindNoun { Form: KindForm.State } state:
                ReadState(state.Name);
                break;
            case KindNoun { Name: Anything or "request" }:
                break;
            case KindNoun kind:
                AddKind(kind.Name);
                break;
            case DefinedNoun defined when _seen.Add($"define {defined.Name} {_part}") && _agreement.Definitions.TryGetValue(defined.Name, out var definition):
                _reach.Names.Add(defined.Name);
                foreach (var reading in definition.Readings)
                {
                    // What it is made of is the same fact as the noun: whose, is asked where the noun stands.
                    Bind(reading.Content);
                    Elsewhere(() => Inside(reading.Content));
                }

                break;
            case MemberNoun member:
                _reach.Groups.Add(member.Group);
                break;
            case BreachNoun breach:
                _reach.Clauses.Add(breach.Clause);
                (_part == Part.Trigger ? _brokenFirst : _asked).Add(breach.Clause);
                _reach.IsRelational = _reach.AsksOrder = true;
                break;
        }
    }

    private void ReadState(string name)
    {
        _reach.IsRelational = _reach.AsksOrder = true;
        if (_seen.Add($"state {name}") && _agreement.Vocabulary.States.TryGetValue(name, out var state))
        {
            In(Part.Condition, () => Elsewhere(() =>
            {
                Read(state.Begins);
                Read(state.Ends);
            }));
        }
    }

    private void Read(Argument argument)
    {
        switch (argument)
        {
            case ActorArgument { IsGroup: false } actor:
                _reach.Actors.Add(actor.Name);
                break;
            case ActorArgument group:
                _reach.Groups.Add(group.Name);
                break;
            case PatternArgument pattern:
                Read(pattern.Pattern);
                break;
            case EachArgument each:
                // An act that is owed for each that is there: what is there sets it going.
                In(_isToDo ? _part | Part.Trigger : _part, () => Read(each.Pattern));
                break;
            case PlaceArgument place:
                Read(place.Place);
                break;
        }
    }

    private HashSet<string> KindsOf(Argument argument) => argument switch
    {
        VariableArgument variable => _variables.GetValueOrDefault(variable.Variable) ?? [],
        PatternArgument pattern => KindsOf(pattern.Pattern.Noun),
        EachArgument each => KindsOf(each.Pattern.Noun),
        _ => [],
    };

    private void Read(Place? place)
    {
        switch (place)
        {
            case TablePlace table:
                if (table.Parameter is { } parameter)
                {
                    Read(parameter);
                }

                ReadZone(table.Table);
                break;
            case TerritoryPlace territory:
                _reach.AsksTerritory = true;
                Read(territory.Of);
                break;
            case CoastPlace coast:
                Read(coast.Of);
                break;
            case BorderPlace border:
                Read(border.Of);
                if (border.With is { } with)
                {
                    Read(with);
                }

                break;
        }
    }

    private void ReadZone(string name)
    {
        _reach.Zones.Add(name);
        ReadTable(name);
    }

    private void ReadTable(string name)
    {
        if (!_seen.Add("table " + name) || !_agreement.Tables.TryGetValue(name, out var table))
        {
            return;
        }

        _reach.Names.Add(name);
        Elsewhere(() => ReadRows(table));
    }

    private void ReadRows(Table table)
    {
        In(Part.Condition, () => Read(table.Parameter));
        foreach (var row in table.Readings.SelectMany(r => r.Content))
        {
            In(Part.Condition, () => Read(row.If));
            Read(row.From);
            Read(row.Until);
            Read(row.ButNot);
            foreach (var value in row.Values)
            {
                switch (value)
                {
                    case LapseRow lapse:
                        _reach.Lapses.Add(lapse.Lapse);
                        break;
                    case TermRow term:
                        Read(term.Term);
                        break;
                    case PlaceRow place:
                        Read(place.Place);
                        break;
                    case BandRow band:
                        Read(band.From);
                        break;
                    case BetweenRow between:
                        Read(between.First);
                        Read(between.Second);
                        break;
                }
            }
        }
    }
}
