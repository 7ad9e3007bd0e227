using System.Collections.Immutable;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Conditions: connectives, comparisons, "there was", "away from".</summary>
internal sealed partial class ExpressionBinder
{
    public Condition BindCondition(ConditionSyntax syntax) => syntax switch
    {
        JoinedConditionSyntax { Connective: Connective.And } joined => new AllCondition(Text(joined), BindAll(joined.Operands)),
        JoinedConditionSyntax joined => new AnyCondition(Text(joined), BindAll(joined.Operands)),
        BlockConditionSyntax block => BindBlock(block),
        JudgedConditionSyntax judged => BindJudged(judged),
        ThereConditionSyntax there => BindThere(there),
        CompareConditionSyntax compare => BindCompare(compare),
        IsConditionSyntax isCondition => BindIs(isCondition),
        _ => BrokenCondition(syntax),
    };

    private ImmutableArray<Condition> BindAll(ImmutableArray<ConditionSyntax> conditions) => [.. conditions.Select(BindCondition)];

    private JudgedCondition BindJudged(JudgedConditionSyntax judged)
    {
        scope.Matters.Add(judged.Matter.Value);
        return new JudgedCondition(Text(judged), judged.Matter.Value);
    }

    private Condition BindBlock(BlockConditionSyntax block)
    {
        var lines = BindAll(block.Lines);
        return block.Quantifier switch
        {
            BlockQuantifier.All => new AllCondition(Text(block), lines),
            BlockQuantifier.Any => new AnyCondition(Text(block), lines),
            _ => new NotCondition(Text(block), new AnyCondition(Text(block), lines)),
        };
    }

    private Condition BindThere(ThereConditionSyntax syntax)
    {
        var bound = BindPhrase(syntax.Phrase);
        if (!bound.IsError && bound.Noun.Entity.Form == EntityForm.Place)
        {
            Report(syntax.Phrase, MeaningErrors.ThereWasPlace(Text(syntax.Phrase)));
        }

        LookAround? look = null;
        if (syntax.During is { } during && BindLapse(during) is { } lapse && syntax.Anchor is { } anchor)
        {
            look = new LookAround(lapse, syntax.IsBefore, BindTime(anchor));
        }

        Condition there = new ThereCondition(Text(syntax), bound.Pattern, look);
        return syntax.IsNo ? new NotCondition(Text(syntax), there) : there;
    }

    private Condition BindCompare(CompareConditionSyntax syntax)
    {
        if (syntax.AwayFrom is not null)
        {
            return BindAway(syntax, syntax.AwayFrom);
        }

        var left = BindNumber(syntax.Left);
        var right = BindNumber(syntax.Right);
        if (!Unify(ref left, ref right, syntax, syntax.Left, syntax.Right) || left.IsError || right.IsError)
        {
            return BrokenCondition(syntax);
        }

        return new CompareCondition(Text(syntax), left.Term, (Relation)syntax.Comparison, right.Term);
    }

    /// <summary><c>each weapon w of P at least 15 km away from contact_line</c></summary>
    private Condition BindAway(CompareConditionSyntax syntax, ArgumentSyntax awayFrom)
    {
        Argument? thing = null;
        if (syntax.Left is PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax noun, Tail.Length: 0 } })
        {
            thing = BindArgument(noun, new Entity(EntityForm.Thing, null), introduces: false);
        }
        else
        {
            Report(syntax.Left, MeaningErrors.AwayWithoutThing(Text(syntax.Left)));
        }

        var distance = BindNumber(syntax.Right);
        var from = BindPlace(awayFrom);
        if (!distance.IsError && UnitBinder.Metre(scope)?.Dimension != distance.Dimension)
        {
            Report(syntax.Right, UnitErrors.NotALength(Text(syntax.Right), distance.Dimension));
        }

        return thing is null ? BrokenCondition(syntax) : new AwayCondition(Text(syntax), thing, (Relation)syntax.Comparison, distance.Term, from);
    }

    /// <summary>Stands for a condition that was reported.</summary>
    private AllCondition BrokenCondition(SyntaxNode syntax) => new(Text(syntax), []);
}
