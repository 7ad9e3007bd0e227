using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;
using Value = Pacta.Temporal.Formulas.Value;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Which individuals a noun phrase describes (docs/semantics.md, 4).
internal sealed partial class Translator
{
    private Sort SortOf(Noun noun) => noun switch
    {
        KindNoun { Form: KindForm.Event } => Sort.Event,
        KindNoun { Form: KindForm.Thing } => Sort.Thing,
        KindNoun or ActorNoun or MemberNoun => Sort.Actor,
        PlaceNoun => Sort.Place,
        DefinedNoun defined => SortOf(MeaningOf(defined).Noun),
        BreachNoun breach => throw new ObstacleException(Obstacle.OtherClause, breach.Clause),
        _ => throw NoForm(noun.Name),
    };

    private Pattern MeaningOf(DefinedNoun noun) => Chosen.Of(_agreement.Definitions[noun.Name].Readings, noun.Name, _perspective);

    private Kind? KindOf(Noun noun) => noun switch
    {
        KindNoun kind => _agreement.Vocabulary.Kinds.GetValueOrDefault(kind.Name),
        DefinedNoun defined => KindOf(MeaningOf(defined).Noun),
        _ => null,
    };

    private Sort SortOfRole(Noun noun, string preposition)
    {
        var declared = KindOf(noun)?.Roles.FirstOrDefault(r => r.Preposition == preposition)?.Noun;
        return declared switch
        {
            "place" => Sort.Place,
            "activity" or "request" => Sort.Event,
            "asset" => Sort.Thing,
            { } name when _agreement.Vocabulary.Kinds.TryGetValue(name, out var kind) => kind.Form switch
            {
                KindForm.Event => Sort.Event,
                KindForm.Thing => Sort.Thing,
                _ => Sort.Actor,
            },
            _ => Sort.Actor,
        };
    }

    /// <summary>Adds that the subject is what the pattern describes. What its variables stand for goes into the scope.</summary>
    private void Match(Pattern pattern, F.Term subject, Conjunction into, Scope scope)
    {
        var self = new Referent(subject, SortOf(pattern.Noun), _moment);
        if (pattern.Instance is { } id)
        {
            into.Add(Equal(subject, Text(id)));
        }

        if (scope.Find(pattern.Variable) is { } bound)
        {
            if (bound.Term != subject)
            {
                throw NoForm(pattern.Text);
            }

            self = bound;
        }

        scope.Set(pattern.Variable, self);
        MatchNoun(pattern.Noun, self, into);
        foreach (var role in pattern.Roles)
        {
            MatchRole(pattern, role, self, into, scope);
        }

        if (pattern.Where is { } where)
        {
            Add(where, into, scope);
        }
    }

    private void MatchNoun(Noun noun, Referent self, Conjunction into)
    {
        switch (noun)
        {
            case KindNoun { Form: KindForm.State } state:
                into.Add(IsInState(state.Name, [self.Term]));
                break;
            case KindNoun kind:
                into.Add(IsOfKind(kind, self.Term, self.Sort));
                break;
            case DefinedNoun defined:
                var inner = new Scope();
                var meaning = MeaningOf(defined);
                inner.Set(meaning.Variable, self);
                Match(meaning, self.Term, into, inner);
                break;
            case MemberNoun member:
                into.Add(IsMember(member.Group, self.Term));
                break;
            case ActorNoun or PlaceNoun:
                break;
            default:
                throw new ObstacleException(Obstacle.OtherClause, noun.Name);
        }
    }

    private void MatchRole(Pattern pattern, RoleArgument role, Referent self, Conjunction into, Scope scope)
    {
        if (role.Argument is PlaceArgument place)
        {
            if (role.Preposition == "outside")
            {
                AddNegated(sub => AddIn(self, "in", place.Place, sub, scope), into);
            }
            else
            {
                AddIn(self, role.Preposition, place.Place, into, scope);
            }

            return;
        }

        switch (role.Argument)
        {
            case VariableArgument variable when scope.Find(variable.Variable) is { } known:
                AddSame(self, role.Preposition, known, into);
                break;
            case VariableArgument variable:
                var term = new Variable("v_" + variable.Variable);
                scope.Set(variable.Variable, new Referent(term, SortOfRole(pattern.Noun, role.Preposition), _moment));
                into.Add(Role(self, role.Preposition, term));
                break;
            case EachArgument each when scope.Find(KeyOf(each)) is { } known:
                AddSame(self, role.Preposition, known, into);
                break;
            case ActorArgument { IsGroup: false } actor:
                into.Add(Role(self, role.Preposition, Text(actor.Name)));
                break;
            case ActorArgument group:
                var member = Fresh("member");
                into.Add(Role(self, role.Preposition, member));
                into.Add(new Or(Equal(member, Text(group.Name)), IsMember(group.Name, member)));
                break;
            case InstanceArgument instance:
                into.Add(Role(self, role.Preposition, Text(instance.Id)));
                break;
            case TextArgument text:
                into.Add(Role(self, role.Preposition, Text(text.Value.ToLowerInvariant())));
                break;
            case PatternArgument { Pattern: var nested }:
                var filler = scope.Find(nested.Variable)?.Term ?? (nested.Variable is { } named ? new Variable("v_" + named) : Fresh("filler"));
                into.Add(Role(self, role.Preposition, filler));
                Match(nested, filler, into, scope);
                break;
            default:
                throw NoForm(role.Argument.Text);
        }
    }

    private void AddSame(Referent self, string preposition, Referent known, Conjunction into)
    {
        if (!known.MayBeGroup)
        {
            into.Add(Role(self, preposition, known.Term));
            return;
        }

        var who = Fresh("who");
        into.Add(Role(self, preposition, who));
        into.Add(Belongs(who, known.Term));
    }

    private static string KeyOf(EachArgument each) => each.Pattern.Variable ?? "each " + each.Text;

    private Referent Find(Argument argument, Scope scope) => argument switch
    {
        VariableArgument variable => scope.Find(variable.Variable) ?? throw NoForm(argument.Text),
        EachArgument each => scope.Find(KeyOf(each)) ?? throw NoForm(argument.Text),
        ActorArgument { IsGroup: false } actor => new Referent(Text(actor.Name), Sort.Actor, _moment),
        _ => throw NoForm(argument.Text),
    };

    // ------------------------------------------------------------------------------------------------ places

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
                var within = Within(_agreement.Tables[name], parameter, scope);
                AddFirstRow(
                    _agreement.Tables[name], within,
                    (row, sub) =>
                    {
                        Require(row.ButNot is not null, Obstacle.Form, row.Text);
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
                case BandRow { From: TablePlace { Parameter: null } line } band:
                    var metres = Fresh("metres");
                    var near = new Conjunction();
                    near.Add(FieldOf(self, "distance from " + line.Table, metres, NumberType));
                    near.Add(LessOrEqual(metres, new Constant(Number(band.Metres))));
                    yield return near.Closed(FreeVariables.Of(self.Term));
                    break;
                case MapRow or PolygonRow:
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
