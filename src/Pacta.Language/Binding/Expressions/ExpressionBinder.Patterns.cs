using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Expressions;

/// <summary>A pattern and what its noun means.</summary>
internal readonly record struct BoundPattern(Pattern Pattern, ResolvedNoun Noun)
{
    public bool IsError => Noun.IsError;
}

/// <summary>Patterns: a noun with its variable, its prepositional phrases and its <c>where</c>.</summary>
internal sealed partial class ExpressionBinder
{
    public BoundPattern BindPattern(PatternSyntax syntax) => BindPhrase(syntax.Phrase, syntax.Phrase.Tail, syntax.Where, syntax.Span);

    public BoundPattern BindPhrase(PhraseSyntax phrase) => BindPhrase(phrase, phrase.Tail, null, phrase.Span);

    /// <param name="tail">The prepositional phrases that belong to the pattern: not always all of the phrase's.</param>
    private BoundPattern BindPhrase(PhraseSyntax phrase, IEnumerable<PrepositionalSyntax> tail, ConditionSyntax? where, TextSpan span)
    {
        if (phrase.Head is NounArgumentSyntax head)
        {
            if (head.IsEach)
            {
                Report(head, MeaningErrors.EachHere(head.Name.Text));
            }

            return BindNoun(head, tail, where, span);
        }

        Report(phrase.Head, MeaningErrors.DateInsteadOfNoun(Text(phrase.Head)));
        return new BoundPattern(new Pattern(scope.File.Quote(span), ResolvedNoun.Error.Noun, null, null, [], null), ResolvedNoun.Error);
    }

    private BoundPattern BindNoun(NounArgumentSyntax head, IEnumerable<PrepositionalSyntax> tail, ConditionSyntax? where, TextSpan span)
    {
        var isBreach = head.Name.Text == "breach";
        var noun = isBreach ? ResolveBreach(head) : ResolveNoun(head.Name);
        var variable = BindLabel(head, noun);
        var roles = ImmutableArray.CreateBuilder<RoleArgument>();
        if (head.Of is { } of && !isBreach)
        {
            AddRole(roles, head, noun, "of", head.Name, of);
        }

        var isBehindFrom = false;
        foreach (var phrase in tail)
        {
            if (isBehindFrom && phrase is { Preposition.Text: "to", Argument: MomentArgumentSyntax })
            {
                continue;
            }

            isBehindFrom = phrase is { Preposition.Text: "from", Argument: MomentArgumentSyntax };
            if (isBehindFrom)
            {
                ReportFromDate(phrase, tail.SkipWhile(t => t != phrase).Skip(1).FirstOrDefault());
                continue;
            }

            if (phrase is { Preposition.Text: "on" or "through", Argument: MomentArgumentSyntax { Moment: var day } })
            {
                ReportDay(phrase, Text(day));
                continue;
            }

            AddRole(roles, head, noun, phrase.Preposition.Text, phrase.Preposition, phrase.Argument);
        }

        var condition = where is null ? null : BindWhere(where, head, tail, noun);
        return new BoundPattern(new Pattern(scope.File.Quote(span), noun.Noun, variable, null, roles.ToImmutable(), condition), noun);
    }

    /// <summary><c>from 2024-01-01 to 2024-06-30</c>: a time, told as if it were two places.</summary>
    private void ReportFromDate(PrepositionalSyntax from, PrepositionalSyntax? next) => Report(from, next is { Preposition.Text: "to", Argument: MomentArgumentSyntax to }
        ? SyntaxErrors.FromTo(Text(from.Argument), Text(to))
        : SyntaxErrors.FromDate(Text(from.Argument)));

    /// <summary><c>on 2024-01-01</c>, <c>through 2024-01-01</c>: a time, told as if it were a place.</summary>
    private void ReportDay(PrepositionalSyntax phrase, string day)
    {
        string Mended(string right) => Suggestion.Mended(scope.File, phrase.Span, right);
        Report(phrase, phrase.Preposition.Text == "on"
            ? SyntaxErrors.OnDate(day, Mended($"no earlier than {day} no later than {day}"))
            : SyntaxErrors.EndOfTime("through", Mended($"until {day}")));
    }

    private Condition BindWhere(ConditionSyntax where, NounArgumentSyntax head, IEnumerable<PrepositionalSyntax> tail, ResolvedNoun noun)
    {
        var (outer, outerLetters) = (_described, _letters);
        _described = (head, noun.Kind, where);
        _letters = [];
        var condition = BindCondition(where);
        var letters = _letters;
        (_described, _letters) = (outer, outerLetters);
        _letters?.UnionWith(letters);

        // A condition about nothing but one of "each" would be taken for one about that one.
        var each = tail.Select(t => t.Argument).Prepend(head.Of).OfType<NounArgumentSyntax>().FirstOrDefault(a => a is { IsEach: true, Label: not null });
        if (each is not null && letters.Contains(each.Label!.Text) && !(head.Label is { } label && letters.Contains(label.Text)))
        {
            scope.All.Warn(scope.File, where.Span, section, MeaningErrors.WhereBehindEach(head.Name.Text, each.Name.Text, each.Label.Text, Text(where)));
        }

        return condition;
    }

    private ResolvedNoun ResolveBreach(NounArgumentSyntax head)
    {
        if (head.Of is not NounArgumentSyntax { IsEach: false, Label: null, Of: null } clause)
        {
            Report(head, MeaningErrors.BreachWithoutClause());
            return ResolvedNoun.Error;
        }

        var name = ResolveClause(clause.Name);
        return name is null ? ResolvedNoun.Error : new ResolvedNoun(new BreachNoun("breach", name), Entity.AnyEvent, null);
    }

    /// <summary>The variable after the noun, entered among the variables.</summary>
    private string? BindLabel(NounArgumentSyntax head, ResolvedNoun noun)
    {
        if (head.Label is not { IsMissing: false } label)
        {
            return null;
        }

        if (!label.IsVariable)
        {
            if (noun.Entity.IsError)
            {
                // The noun is not known, and has its message.
                return null;
            }

            Report(label, NameErrors.NameAsVariable(label.Text, head.Name.Text));
            return null;
        }

        if (variables.Find(label.Text) is { } known)
        {
            known.IsUsed = true;
            Note(label, known);
            _letters?.Add(label.Text);
            if (!known.Entity.Accepts(noun.Entity) && !noun.Entity.Accepts(known.Entity))
            {
                Report(label, NameErrors.Reused(label.Text, known.Entity, noun.Entity, variables.FreeLetter), IntroducedHere(known));
            }
        }
        else
        {
            Note(label, variables.Bind(label.Text, noun.Entity, label.Span));
        }

        return label.Text;
    }

    private void AddRole(
        ImmutableArray<RoleArgument>.Builder roles, NounArgumentSyntax head, ResolvedNoun noun, string preposition, Identifier at, ArgumentSyntax argument)
    {
        if (noun.IsError)
        {
            // What the noun accepts is not known; its letters still count as introduced.
            SilenceVariables(argument);
            return;
        }

        if (RoleOf(noun, preposition) is not { } accepts)
        {
            Report(preposition == "of" ? argument : at, MeaningErrors.NoSuchRole(head.Name.Text, noun, preposition));
            SilenceVariables(argument);
            return;
        }

        if (roles.Any(r => r.Preposition == preposition))
        {
            Report(at, MeaningErrors.RoleTwice(head.Name.Text, preposition));
            return;
        }

        if (accepts.Form != EntityForm.Place && argument is NounArgumentSyntax { IsEach: false, Label: null, Of: { } of } whole
            && (whole.Name.IsVariable || Find(whole.Name) is ActorSymbol))
        {
            ReportOfBehind(roles, head, noun, preposition, whole, of);
            argument = whole with { Span = whole.Name.Span, Of = null };
        }

        roles.Add(new RoleArgument(preposition, BindArgument(argument, accepts, _rolesIntroduce)));
    }

    /// <summary><c>consent by board of g</c>: what <c>of</c> is meant to belong to is most likely the first noun, which it is then taken for.</summary>
    private void ReportOfBehind(
        ImmutableArray<RoleArgument>.Builder roles, NounArgumentSyntax head, ResolvedNoun noun, string preposition, NounArgumentSyntax whole, ArgumentSyntax of)
    {
        var takesOf = RoleOf(noun, "of") is not null && roles.All(r => r.Preposition != "of");
        var first = head.Label is { } label ? $"{head.Name.Text} {label.Text}" : head.Name.Text;
        Report(of, takesOf ? MeaningErrors.OfBehind(whole.Name.Text, Text(of), first, preposition) : MeaningErrors.VariableWithOf(whole.Name.Text));
        if (takesOf)
        {
            AddRole(roles, head, noun, "of", head.Name, of);
        }
        else
        {
            SilenceVariables(of);
        }
    }

    /// <summary>What a fact may have after a preposition.</summary>
    public static Entity? RoleOf(KindSymbol kind, string preposition) => RoleOf(OfKind(kind), preposition);

    /// <summary>The kind of a fact of a scenario; null where there is none, which is reported.</summary>
    public KindSymbol? ResolveFactKind(PhraseSyntax phrase)
    {
        const string example = "2021-09-10  exercise north_wind by aland with troops 12_800";
        if (phrase.Head is not NounArgumentSyntax { Name: { IsMissing: false } name } head)
        {
            return null;
        }

        if (head.IsEach)
        {
            Report(head, ScenarioErrors.NameNeeded(Text(head), Entity.AnyEvent));
            return null;
        }

        switch (Find(name))
        {
            case KindSymbol kind:
                return kind;
            case DefineSymbol define:
                var underlying = BaseOf(define).Kind?.Name;
                Report(name, ScenarioErrors.DefinedFact(name.Text, underlying), define.DeclaredHere);
                return null;
            case { } other:
                Report(name, NameErrors.WrongKind(name.Text, other.What, "a kind of event, thing or state", example), other.DeclaredHere);
                return null;
            default:
                ReportUnknown(name, "a kind of event, thing or state", example, s => s is KindSymbol);
                return null;
        }
    }

    /// <summary>What may stand after a preposition of a noun; null if the noun does not take it.</summary>
    private static Entity? RoleOf(ResolvedNoun noun, string preposition)
    {
        if (noun.Kind?.FindRole(preposition) is { } role)
        {
            return role.Accepts;
        }

        // Every fact has a place, and every thing belongs to somebody.
        var form = noun.Kind is null ? noun.Entity.Form : Entity.Of(noun.Kind).Form;
        return (form, preposition) switch
        {
            (EntityForm.Event or EntityForm.Thing, "in" or "outside") => Entity.Place,
            (EntityForm.Thing, "of") => Entity.Actor,
            (EntityForm.Event, "by" or "to") when noun.Kind is null => Entity.Actor,
            _ => null,
        };
    }

    private void SilenceVariables(ArgumentSyntax argument)
    {
        for (var at = argument as NounArgumentSyntax; at is not null; at = at.Of as NounArgumentSyntax)
        {
            var letter = at.Name.IsVariable ? at.Name : at.Label;
            if (letter is { IsVariable: true })
            {
                Note(letter, variables.Bind(letter.Text, Entity.Error, letter.Span));
            }
        }
    }
}
