using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Act = Pacta.Model.Agreements.Act;
using DoAct = Pacta.Model.Agreements.DoAct;
using HaveAct = Pacta.Model.Agreements.HaveAct;
using KeepAct = Pacta.Model.Agreements.KeepAct;

namespace Pacta.Language.Binding.Sentences;

/// <summary>Binds who must do what by when.</summary>
/// <param name="actLetters">Collects letters that acts introduce without a noun.</param>
internal sealed class SentenceBinder(ExpressionBinder binder, ICollection<Variable> actLetters)
{
    /// <param name="whileCondition">Bound between the act and the times: it may use the variables of the act.</param>
    public Rule BindRule(SentenceSyntax sentence, ConditionSyntax? whileCondition)
    {
        Condition? bound = null;
        var result = Bind(sentence, () => bound = whileCondition is null ? null : binder.BindCondition(whileCondition));
        return new Rule(bound, result);
    }

    public Sentence Bind(SentenceSyntax syntax) => Bind(syntax, static () => { });

    private Sentence Bind(SentenceSyntax syntax, Action afterAct)
    {
        // The order in which variables are introduced: bearer, act, the rest.
        var subject = BindSubject(syntax.Subject);
        binder.ActLetters = actLetters;
        var act = BindAct(syntax);
        binder.ActLetters = null;
        afterAct();
        var timing = new TimingBinder(binder).Bind(syntax);
        var unless = syntax.Unless is null ? null : binder.BindCondition(syntax.Unless);
        var otherwise = syntax.Otherwise is null ? null : Bind(syntax.Otherwise);
        return new Sentence(binder.Text(syntax), subject, (Modality)syntax.Modal, act, timing, unless, otherwise);
    }

    private Subject BindSubject(SubjectSyntax syntax)
    {
        var text = binder.Text(syntax);
        if (syntax.Each is { } each)
        {
            return new Subject(text, BindEach(each, syntax.Variable), [], syntax.Together);
        }

        // "non_black_sea_powers together", "parties together"
        if (syntax is { Names: [{ IsVariable: false } noun], Together: true } && binder.NamedActor(noun) is null)
        {
            return new Subject(text, BindEach(noun, null), [], true);
        }

        var names = syntax.Names.Select(n => BindName(n, syntax)).OfType<Argument>().ToImmutableArray();
        return new Subject(text, null, names, syntax.Together);
    }

    private Pattern BindEach(Identifier noun, Identifier? variable)
    {
        var span = variable is null ? noun.Span : Model.Text.TextSpan.Cover(noun.Span, variable.Span);
        var head = new NounArgumentSyntax(span, false, false, noun, variable, null);
        var bound = binder.BindPhrase(new PhraseSyntax(span, head, []));
        if (!bound.IsError && bound.Noun.Entity.Form != EntityForm.Actor)
        {
            binder.Report(noun, SentenceErrors.BearerIsNoActor(noun.Text, bound.Noun.Entity));
        }

        return bound.Pattern;
    }

    private Argument? BindName(Identifier name, SubjectSyntax subject)
    {
        if (name.IsMissing)
        {
            return null;
        }

        if (name.IsVariable)
        {
            var argument = new NounArgumentSyntax(name.Span, false, false, name, null, null);
            return binder.BindArgument(argument, Entity.Actor, introduces: false);
        }

        var noun = binder.Scope.Find(name.Text);
        if (noun is KindSymbol or DefineSymbol || ExpressionBinder.BuiltIn(name.Text) is not null)
        {
            binder.Report(name, SentenceErrors.EachOrTogether(name.Text, noun?.Name ?? ExpressionBinder.BuiltIn(name.Text)!.Noun.Name));
            return null;
        }

        var actor = binder.ResolveActor(name);
        if (actor is { IsGroup: true } && !subject.Together)
        {
            binder.Report(name, SentenceErrors.EachOrTogether(name.Text, actor.Name));
        }

        return actor;
    }

    private Act BindAct(SentenceSyntax sentence)
    {
        var text = binder.Text(sentence.Act);
        switch (sentence.Act)
        {
            case Syntax.KeepAct keep:
                var isNegated = sentence.Modal == Modal.MustNot;
                if (isNegated || sentence.Modal == Modal.May)
                {
                    binder.Report(keep, SentenceErrors.KeepNeedsMust());
                }

                return new KeepAct(text, keep.Condition is BlockConditionSyntax { Quantifier: BlockQuantifier.All } block
                    ? [.. block.Lines.Select(binder.BindCondition)]
                    : [binder.BindCondition(keep.Condition)]);
            case Syntax.HaveAct have:
                return BindHave(have, text);
            case Syntax.DoAct act:
                return BindDo(act, text);
            default:
                throw new InvalidOperationException($"unknown act {sentence.Act.GetType().Name}");
        }
    }

    private HaveAct BindHave(Syntax.HaveAct syntax, string text)
    {
        var bound = binder.BindPattern(syntax.Pattern);
        if (!bound.IsError && bound.Noun.Entity.Form != EntityForm.Thing)
        {
            binder.Report(syntax.Pattern.Phrase.Head, SentenceErrors.HaveWhat(binder.Text(syntax.Pattern.Phrase.Head), bound.Noun.Entity, bound.Noun.Kind is { Form: KindForm.Event } kind ? $"{kind.Verb} {kind.Name}" : null));
        }

        return new HaveAct(text, bound.Pattern);
    }

    private DoAct BindDo(Syntax.DoAct syntax, string text)
    {
        if (syntax.Pattern.Phrase.Head is NounArgumentSyntax { Name.Text: "party" or "parties" or "actor" } told)
        {
            binder.Report(told, SentenceErrors.TellsWhom(syntax.Verb.Text, binder.Text(told), syntax.Pattern.Phrase.Head is NounArgumentSyntax { Of: { } of } ? binder.Text(of) : null));
            return new DoAct(text, syntax.Verb.Text, new Pattern(text, ResolvedNoun.Error.Noun, null, null, [], null));
        }

        var bound = binder.BindPattern(syntax.Pattern);
        if (!bound.IsError)
        {
            CheckDo(syntax, bound);
        }

        return new DoAct(text, syntax.Verb.Text, bound.Pattern);
    }

    private void CheckDo(Syntax.DoAct syntax, BoundPattern bound)
    {
        var head = binder.Text(syntax.Pattern.Phrase.Head);
        var noun = syntax.Pattern.Phrase.Head is NounArgumentSyntax { Name.Text: var name } ? name : head;
        if (bound.Noun is not { Entity.Form: EntityForm.Event, Kind: { } kind })
        {
            binder.Report(syntax.Pattern.Phrase.Head, SentenceErrors.DoWhat(syntax.Verb.Text, noun, bound.Noun.Entity));
            return;
        }

        if (syntax.Verb is { IsMissing: false } verb && kind.Verb is { Length: > 0 } declared && verb.Text != declared)
        {
            binder.Report(verb, SentenceErrors.WrongVerb(verb.Text, declared, noun), kind.DeclaredHere);
        }

        if (kind.FindRole("by") is null)
        {
            binder.Report(syntax.Pattern.Phrase.Head, SentenceErrors.NobodyDoes(noun), kind.DeclaredHere);
        }

        if (syntax.Pattern.Phrase.Tail.FirstOrDefault(p => p.Preposition.Text == "by") is { } by)
        {
            binder.Report(by, SentenceErrors.ByInAct(binder.Text(by)));
        }
    }
}
