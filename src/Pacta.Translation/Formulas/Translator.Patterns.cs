using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;

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
}
