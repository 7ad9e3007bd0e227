using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Conditions with "is": what their subject is decides what may follow.</summary>
internal sealed partial class ExpressionBinder
{
    private const string IsExample = "w is any of smerch, uragan";

    private Condition BindIs(IsConditionSyntax syntax)
    {
        var condition = BindPlainIs(syntax);
        return syntax.IsNot && condition is not null ? new NotCondition(Text(syntax), condition) : condition ?? BrokenCondition(syntax);
    }

    private Condition? BindPlainIs(IsConditionSyntax syntax)
    {
        if (PlainSubject(syntax.Subject) is { } name)
        {
            if (name.IsVariable)
            {
                return BindIsOfSubject(syntax, new VariableArgument(Text(name), name.Text), Use(name, Entity.Error, introduces: false) ?? Entity.Error);
            }

            if (NamedActor(name) is { } actor)
            {
                return BindIsOfSubject(syntax, actor, Entity.Actor);
            }

            if (ClauseStateOf(syntax) is { } state)
            {
                return ResolveClause(name) is { } clause ? new ClauseStateCondition(Text(syntax), clause, state) : null;
            }
        }

        return BindIsOfTerm(syntax);
    }

    /// <summary>The subject, where it is one name or letter alone.</summary>
    private static Identifier? PlainSubject(TermSyntax subject) =>
        subject is PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax { IsEach: false, Label: null, Of: null } noun, Tail.Length: 0 } } && !noun.Name.IsMissing
            ? noun.Name
            : null;

    // ---- the subject is an actor, a thing, an event

    private Condition? BindIsOfSubject(IsConditionSyntax syntax, Argument subject, Entity entity) => syntax.Predicate switch
    {
        AnyOfPredicate anyOf => BindIsAnyOf(syntax, subject, entity, anyOf),
        PlacePredicate place => BindInPlace(syntax, place, null, subject),
        TermPredicate { High: null, Low: PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax { IsEach: false, Label: null } noun } phrase } } =>
            BindIsNoun(syntax, subject, entity, noun, phrase),
        _ => Broken(syntax.Predicate, MeaningErrors.IsWhat(Text(syntax.Subject), entity, Text(syntax.Predicate))),
    };

    private Condition? BindIsAnyOf(IsConditionSyntax syntax, Argument subject, Entity entity, AnyOfPredicate anyOf)
    {
        var nouns = ImmutableArray.CreateBuilder<Noun>();
        var actors = ImmutableArray.CreateBuilder<ActorArgument>();
        foreach (var item in anyOf.Items)
        {
            if (item is Identifier name)
            {
                AddIsItem(name, entity, nouns, actors);
            }
            else
            {
                Report(item, MeaningErrors.IsWhat(Text(syntax.Subject), entity, Text(item)));
            }
        }

        return new IsOneOfCondition(Text(syntax), subject, nouns.ToImmutable(), actors.ToImmutable());
    }

    /// <summary>Adds a kind, a defined noun, a group or an actor that the subject may be.</summary>
    private void AddIsItem(Identifier name, Entity entity, ImmutableArray<Noun>.Builder nouns, ImmutableArray<ActorArgument>.Builder actors)
    {
        if (Find(name) is ActorSymbol actor)
        {
            if (!entity.Accepts(Entity.Actor))
            {
                Report(name, MeaningErrors.CannotBe(name.Text, actor.What, entity), actor.DeclaredHere);
            }

            actors.Add(new ActorArgument(Text(name), actor.Name, false));
            return;
        }

        if (Find(name) is null && BuiltIn(name.Text) is null && !name.IsVariable)
        {
            ReportUnknown(
                name, "a kind, a group or an actor", IsExample,
                s => s is KindSymbol or DefineSymbol or GroupSymbol || (s is ActorSymbol && entity.Accepts(Entity.Actor)), "party");
            return;
        }

        var noun = ResolveNoun(name);
        if (noun.IsError)
        {
            return;
        }

        if (!entity.IsError && !entity.Accepts(noun.Entity) && !noun.Entity.Accepts(entity))
        {
            Report(name, MeaningErrors.CannotBe(name.Text, noun.Entity.ToString(), entity));
        }

        nouns.Add(noun.Noun);
    }

    private Condition? BindIsNoun(IsConditionSyntax syntax, Argument subject, Entity entity, NounArgumentSyntax noun, PhraseSyntax phrase)
    {
        if (noun.Name.IsMissing || (entity.IsError && Find(noun.Name) is null) || entity.Kind?.IsBroken(noun.Name.Text) == true)
        {
            return null;
        }

        if (noun.Of is null && phrase.Tail.Length == 0 && entity.Kind?.Fields.GetValueOrDefault(noun.Name.Text) is { } field)
        {
            scope.All.Names?.UseField(scope.File, noun.Name, entity.Kind);
            return field.Type == FieldType.Truth
                ? new FieldIsTrueCondition(Text(syntax), field, subject)
                : Broken(noun, MeaningErrors.FieldIsNotTruth(field.Name, Text(syntax.Subject)));
        }

        if (Find(noun.Name) is KindSymbol { Form: KindForm.State } state)
        {
            return BindState(syntax, subject, entity, state, noun, phrase);
        }

        if (noun.Of is not null || phrase.Tail.Length > 0)
        {
            SilenceVariables(noun);
            return Broken(syntax.Predicate, MeaningErrors.IsWhat(Text(syntax.Subject), entity, Text(syntax.Predicate)));
        }

        if (noun.Name.IsVariable)
        {
            return Broken(noun, syntax.IsNot ? MeaningErrors.IsNotVariable(Text(syntax.Subject), noun.Name.Text) : MeaningErrors.IsVariable(Text(syntax.Subject), noun.Name.Text));
        }

        if (Find(noun.Name) is null && BuiltIn(noun.Name.Text) is null)
        {
            var truths = entity.Kind?.Fields.Values.Where(f => f.Type == FieldType.Truth).Select(f => f.Name).ToArray() ?? [];
            ReportUnknown(
                noun.Name, "a kind, a state, a group, an actor or a yes-or-no field", IsExample,
                s => s is KindSymbol or DefineSymbol or GroupSymbol || (s is ActorSymbol && entity.Accepts(Entity.Actor)), truths);
            return null;
        }

        var nouns = ImmutableArray.CreateBuilder<Noun>();
        var actors = ImmutableArray.CreateBuilder<ActorArgument>();
        AddIsItem(noun.Name, entity, nouns, actors);
        return new IsOneOfCondition(Text(syntax), subject, nouns.ToImmutable(), actors.ToImmutable());
    }

    /// <summary><c>P is member of nato on 1997-05-27</c>: the subject fills the first role.</summary>
    private Condition? BindState(
        IsConditionSyntax syntax, Argument subject, Entity entity, KindSymbol state, NounArgumentSyntax noun, PhraseSyntax phrase)
    {
        var resolved = OfKind(state);
        if (!resolved.Entity.Accepts(entity))
        {
            return Broken(noun, MeaningErrors.CannotBe(noun.Name.Text, resolved.Entity.ToString(), entity));
        }

        var on = TimeAtEnd(phrase);
        var roles = ImmutableArray.CreateBuilder<RoleArgument>();
        if (noun.Of is { } of)
        {
            AddRole(roles, noun, resolved, "of", noun.Name, of);
        }

        foreach (var part in on is null ? phrase.Tail : phrase.Tail[..^1])
        {
            AddRole(roles, noun, resolved, part.Preposition.Text, part.Preposition, part.Argument);
        }

        return new StateCondition(Text(syntax), subject, state.Name, roles.ToImmutable(), on is null ? null : BindOn(on));
    }

    private Condition? BindInPlace(IsConditionSyntax syntax, PlacePredicate predicate, Term? field, Argument? subject)
    {
        if (predicate.Preposition.Text is not ("in" or "outside"))
        {
            return Broken(predicate.Preposition, MeaningErrors.InOrOutside(predicate.Preposition.Text));
        }

        return new InPlaceCondition(Text(syntax), field, subject, BindPlace(predicate.Place), predicate.Preposition.Text == "outside");
    }

    // ---- the subject is a term

    private Condition? BindIsOfTerm(IsConditionSyntax syntax)
    {
        var subject = BindTerm(syntax.Subject);
        if (subject.IsError)
        {
            return null;
        }

        switch (subject.Form, syntax.Predicate)
        {
            case (TermForm.Place, PlacePredicate place):
                return BindInPlace(syntax, place, subject.Term, null);
            case (TermForm.Text, AnyOfPredicate { Items: var items }) when items.All(i => i is StringLiteral):
                return new TextIsCondition(Text(syntax), subject.Term, [.. items.OfType<StringLiteral>().Select(s => s.Value)]);
            case (TermForm.Text, TermPredicate { Low: TextTermSyntax text, High: null }):
                return new TextIsCondition(Text(syntax), subject.Term, [text.Text.Value]);
            case (TermForm.Actor, TermPredicate { Low: PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax { Of: null } noun, Tail.Length: 0 } }, High: null }):
                return NamedActor(noun.Name) is { } actor
                    ? new TextIsCondition(Text(syntax), subject.Term, [actor.Name])
                    : Broken(noun, noun.Name.IsVariable ? MeaningErrors.FieldIsVariable(Text(syntax.Subject), noun.Name.Text) : MeaningErrors.IsWhat(Text(syntax.Subject), Entity.Actor, Text(noun)));
            case (TermForm.Number, TermPredicate predicate):
                return BindIsNumber(syntax, subject, predicate);
            default:
                return Broken(syntax.Predicate, MeaningErrors.TermIsWhat(Text(syntax.Subject), subject.What, Text(syntax.Predicate)));
        }
    }

    private Condition? BindIsNumber(IsConditionSyntax syntax, TypedTerm subject, TermPredicate predicate)
    {
        var low = BindNumber(predicate.Low);
        if (low.IsError || !Unify(ref subject, ref low, syntax, syntax.Subject, predicate.Low))
        {
            return null;
        }

        if (predicate.High is null)
        {
            return new CompareCondition(Text(syntax), subject.Term, Relation.Equal, low.Term);
        }

        var high = BindNumber(predicate.High);
        return high.IsError || !Unify(ref subject, ref high, syntax, syntax.Subject, predicate.High)
            ? null
            : new RangeCondition(Text(syntax), subject.Term, low.Term, high.Term);
    }

    private Condition? Broken(SyntaxNode at, Parsing.Mistake mistake)
    {
        Report(at, mistake);
        return null;
    }
}
