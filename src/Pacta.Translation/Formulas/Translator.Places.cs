using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;
using Value = Pacta.Temporal.Formulas.Value;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Places, by the names that reports say (docs/semantics.md, 4).
internal sealed partial class Translator
{
    /// <summary>Adds that something is in a place, by the names of places that reports say.</summary>
    private void AddIn(Referent self, string preposition, Place place, Conjunction into, Scope scope)
    {
        switch (place)
        {
            case VariablePlace variable when scope.Find(variable.Variable) is { } known:
                into.Add(Role(self, preposition, known.Term));
                break;
            case VariablePlace variable:
                var term = new Variable("v_" + variable.Variable);
                scope.Set(variable.Variable, new Referent(term, Sort.Place, _moment));
                into.Add(Role(self, preposition, term));
                break;
            case TerritoryPlace territory:
                Require(_history.HasPositions && _agreement.Tables.ContainsKey("territory"), Obstacle.Position, place.Text);
                into.Add(InTerritory(self, preposition, OwnerOf(territory.Of, into, scope)));
                break;
            case TablePlace { Parameter: null } table:
                into.Add(Either(PlacesIn(self, preposition, table, []).Distinct()));
                if (Excluded(table) is { } but)
                {
                    AddNegated(sub => AddIn(self, preposition, but, sub, scope), into);
                }

                break;
            case TablePlace { Parameter: { } parameter, Table: var name }:
                Require(RowsOf(_agreement.Tables[name]).IsEmpty, Obstacle.Form, place.Text); // known by its name only, for each of those it belongs to
                var within = Within(_agreement.Tables[name], parameter, scope);
                AddFirstRow(
                    _agreement.Tables[name], within,
                    (row, sub) =>
                    {
                        Require(row.ButNot is not null || row.Within is not null || row.Height is not null, Obstacle.Form, row.Text);
                        sub.Add(Either(Parts(row.Values, self, preposition, place, []).Distinct()));
                    },
                    isNoneAllowed: false, into, scope);
                break;
            default:
                throw NoForm(place.Text);
        }
    }

    private F.Term OwnerOf(Argument of, Conjunction into, Scope scope)
    {
        switch (of)
        {
            case VariableArgument variable when scope.Find(variable.Variable) is null:
                var term = new Variable("v_" + variable.Variable);
                scope.Set(variable.Variable, new Referent(term, Sort.Actor, _moment));
                return term;
            case ActorArgument { IsGroup: true } group:
                var member = Fresh("owner");
                into.Add(IsMember(group.Name, member));
                return member;
            default:
                return Find(of, scope).Term;
        }
    }

    private Formula InTerritory(Referent self, string preposition, F.Term owner)
    {
        const string Prefix = "territory of ";
        IEnumerable<string> Owners(Histories.ToldFact fact) => NamesIn(fact, preposition).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]);
        if (self.Sort == Sort.Event)
        {
            RequireToldHere(self, Prefix);
            return _book.Use(
                "territory_" + NameOf(preposition), RelationSource.Reports, [("event", ValueType.Text), ("owner", ValueType.Text)],
                () => _history.Events.SelectMany(e => Owners(e).SelectMany(o => Told(e, Name(e.Id), Name(o)))), self.Term, owner);
        }

        return Latest(
            _book.Use(
                "thing_territory_" + NameOf(preposition), RelationSource.Reports, [("thing", ValueType.Text), ("owner", ValueType.Text)],
                () => Observed(f => Owners(f).Select(o => (Value)Name(o))), self.Term, owner),
            Placed(self));
    }

    /// <summary>The place by its own name, or one of its parts.</summary>
    private IEnumerable<Formula> PlacesIn(Referent self, string preposition, TablePlace place, string[] above)
    {
        Require(above.Contains(place.Table, StringComparer.Ordinal), Obstacle.Form, place.Text);
        Require(RowsOf(place).Any(r => r.Within is not null || r.Height is not null), Obstacle.Form, place.Text);
        return Parts([.. RowsOf(place).SelectMany(r => r.Values)], self, preposition, place, [.. above, place.Table]).Prepend(Role(self, preposition, Text(place.Table)));
    }

    private IEnumerable<Formula> Parts(IEnumerable<RowValue> values, Referent self, string preposition, Place place, string[] above)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case PlaceRow { Place: TablePlace { Parameter: null } listed }:
                    Require(Excluded(listed) is not null, Obstacle.Form, listed.Text);
                    foreach (var part in PlacesIn(self, preposition, listed, above))
                    {
                        yield return part;
                    }

                    break;
                case PlaceRow { Place: TerritoryPlace { Of: ActorArgument { IsGroup: false } owner } }:
                    yield return InTerritory(self, preposition, Text(owner.Name));
                    break;
                case BandRow { From: TablePlace { Parameter: null } line, Side: BandSide.Both } band:
                    Require(_history.HasPositions, Obstacle.Position, place.Text);
                    var metres = Fresh("metres");
                    var near = new Conjunction();
                    near.Add(FieldOf(self, "distance from " + line.Table, metres, NumberType));
                    near.Add(LessOrEqual(metres, new Constant(Number(band.Metres))));
                    yield return near.Closed(FreeVariables.Of(self.Term));
                    break;
                case DrawnRow:
                    Require(_history.HasPositions, Obstacle.Position, place.Text);
                    break;
                default:
                    throw NoForm(value.Text);
            }
        }
    }

    private Place? Excluded(TablePlace place) => RowsOf(place).Select(r => r.ButNot).FirstOrDefault(b => b is not null);

    private IEnumerable<Row> RowsOf(TablePlace place)
    {
        var rows = Chosen.Of(_agreement.Tables[place.Table].Readings, place.Table, _perspective);
        Require(rows.Length > 1 || rows.Any(r => r.If is not null || r.From is not null || r.Until is not null), Obstacle.Form, place.Text);
        return rows;
    }
}
