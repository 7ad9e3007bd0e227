using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Conditions.</summary>
internal sealed partial class FileParser
{
    private ConditionSyntax? Condition()
    {
        if (!Enter())
        {
            return null;
        }

        var condition = ConditionInside();
        _depth--;
        return condition;
    }

    private ConditionSyntax? ConditionInside()
    {
        var start = Current.Start;
        if (BasicCondition() is not { } first)
        {
            return null;
        }

        if (!At(Word.And) && !At(Word.Or))
        {
            return first;
        }

        var joint = Current.Word;
        var jointSpan = Current.Span;
        var operands = ImmutableArray.CreateBuilder<ConditionSyntax>();
        operands.Add(first);
        while (Eat(joint))
        {
            if (BasicCondition() is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
        }

        if (At(Word.And) || At(Word.Or))
        {
            Report(
                SyntaxErrors.MixedAndOr(),
                Current.Span,
                new Model.Diagnostics.Label(_source, jointSpan, $"'{joint.Spelling()}' is used here already", Section));
            return null;
        }

        return new JoinedConditionSyntax(SpanFrom(start), joint == Word.And ? Connective.And : Connective.Or, operands.ToImmutable());
    }

    private ConditionSyntax? BasicCondition()
    {
        var start = Current.Start;
        if (AtEndOfItem || At(TokenKind.OpenBrace))
        {
            Missing(At(TokenKind.OpenBrace) ? SyntaxErrors.StrayOpenBrace($"'{Before}'") : SyntaxErrors.ConditionMissing(Before, Found));
            return null;
        }

        switch (Current.Word)
        {
            case Word.Any or Word.All or Word.None_:
                return BlockCondition();
            case Word.Judged:
                Advance();
                return Text("the matter that somebody judges", "judged \"the current security environment\"") is { } matter
                    ? new JudgedConditionSyntax(SpanFrom(start), matter)
                    : null;
            case Word.There:
                return There();
            case Word.Not:
                Missing(SyntaxErrors.NotBeforeCondition());
                return null;
            default:
                return Relation();
        }
    }

    private BlockConditionSyntax? BlockCondition()
    {
        const string Example = "any of {\n  troops of x at least 9_000\n  tanks of x at least 250\n}";
        var start = Current.Start;
        var quantifier = Advance().Word switch { Word.Any => BlockQuantifier.Any, Word.All => BlockQuantifier.All, _ => BlockQuantifier.None };
        if (Current.IsName && quantifier != BlockQuantifier.None && LooseAllPlaced() is { } placed)
        {
            Missing(placed);
            return null;
        }

        if (!Expect(Word.Of, Example))
        {
            return null;
        }

        var what = $"the list '{quantifier.ToString().ToLowerInvariant()} of'";
        var lines = ImmutableArray.CreateBuilder<ConditionSyntax>();
        var hasFailed = false;
        void Item()
        {
            if (Condition() is { } line)
            {
                lines.Add(line);
                if (!GoesOnBehindConditions)
                {
                    EndItem("the condition");
                }
            }
            else
            {
                hasFailed = true;
                SkipItem();
            }
        }

        if (!Block(what, start, Level.Conditions, Item, Example))
        {
            return null;
        }

        if (lines.Count == 0 && !hasFailed)
        {
            Add(SyntaxErrors.EmptyConditions(what, Example), SpanFrom(start));
        }

        return lines.Count == 0 ? null : new BlockConditionSyntax(SpanFrom(start), quantifier, lines.ToImmutable());
    }

    /// <summary>Words that go on with the sentence around a list of conditions: the brace of the list is lost.</summary>
    private bool GoesOnBehindConditions => AtTiming || At(Word.Unless) || At(Word.Otherwise);

    private ThereConditionSyntax? There()
    {
        const string Example = "there was coordination c by P to B during 24 hours before f";
        var start = Advance().Start;
        if (Current.Word is not (Word.Is or Word.Was or Word.Are or Word.Were))
        {
            Missing(SyntaxErrors.WordMissing("'is', 'was', 'are' or 'were'", Before, Found, Example));
            return null;
        }

        var verb = TakeIdentifier();
        var isNo = Eat(Word.No);
        if (Phrase(Example) is not { } phrase)
        {
            return null;
        }

        if (LooseLead() is { } lead)
        {
            Missing(SyntaxErrors.LeadTimeInCondition(OnOneLine(_text[phrase.Span.Start..phrase.Span.End]), lead));
            return null;
        }

        if (!Eat(Word.During))
        {
            return new ThereConditionSyntax(SpanFrom(start), verb, isNo, phrase, null, false, null);
        }

        if (Duration(Example) is not { } during)
        {
            return null;
        }

        if (!At(Word.Before) && !At(Word.After))
        {
            Missing(SyntaxErrors.WordMissing("'before' or 'after'", Before, Found, Example));
            return null;
        }

        var isBefore = Advance().Word == Word.Before;
        return Time(Example) is { } anchor ? new ThereConditionSyntax(SpanFrom(start), verb, isNo, phrase, during, isBefore, anchor) : null;
    }

    private ConditionSyntax? Relation()
    {
        const string Example = "troops of x at least 9_000";
        var start = Current.Start;
        if (Term(Example) is not { } left)
        {
            return null;
        }

        if (AtComparison is null && LooseComparison(left) is { } loose)
        {
            Missing(loose);
            return null;
        }

        if (Eat(Word.Is))
        {
            var isNot = Eat(Word.Not);
            return Predicate() is { } predicate ? new IsConditionSyntax(SpanFrom(start), left, isNot, predicate) : null;
        }

        if (AtComparison is not { } comparison)
        {
            Missing(LoosePlace(left) ?? LooseCount(left) ?? LooseSum(left) ?? LooseDoing(left) ?? NoComparison());
            return null;
        }

        Advance();
        Advance();
        if (Term(Example) is not { } right)
        {
            return null;
        }

        if (BoundSaidTwice(comparison) is { } twice)
        {
            Missing(twice);
            return null;
        }

        if (!Eat(Word.Away))
        {
            return new CompareConditionSyntax(SpanFrom(start), left, comparison, right, null);
        }

        const string Away = "each weapon w of P at least 15 km away from contact_line";
        return Expect(Word.From, Away) && Argument(Away) is { } from
            ? new CompareConditionSyntax(SpanFrom(start), left, comparison, right, from)
            : null;
    }

    private Comparison? AtComparison => (Current.Word, Peek().Word) switch
    {
        (Word.At, Word.Least) => Comparison.AtLeast,
        (Word.At, Word.Most) => Comparison.AtMost,
        (Word.More, Word.Than) => Comparison.MoreThan,
        (Word.Less, Word.Than) => Comparison.LessThan,
        _ => null,
    };

    private Mistake NoComparison() =>
        Current.Word is Word.At or Word.More or Word.Less
            ? SyntaxErrors.ComparisonMissing(Before, $"'{TextOf(Current)}' stands alone")
            : ArticleBehind() ?? SyntaxErrors.ComparisonMissing(Before, Found);

    private PredicateSyntax? Predicate()
    {
        const string Example = "w is any of smerch, uragan";
        var start = Current.Start;
        if (Eat(Word.Any))
        {
            return Expect(Word.Of, Example) && AnyOfItems(Example) is { } items ? new AnyOfPredicate(SpanFrom(start), items) : null;
        }

        if (Current.Word.IsPreposition())
        {
            var preposition = TakeIdentifier();
            return Argument("base of w is in territory of turkey") is { } place ? new PlacePredicate(SpanFrom(start), preposition, place) : null;
        }

        if (AtComparison is not null)
        {
            Missing(SyntaxErrors.IsBeforeComparison($"{TextOf(Current)} {TextOf(Peek())}"));
            return null;
        }

        if (Term("range of m is 500 km .. 5_500 km") is not { } low)
        {
            return null;
        }

        TermSyntax? high = null;
        if (Eat(TokenKind.Range))
        {
            high = Term("range of m is 500 km .. 5_500 km");
            if (high is null)
            {
                return null;
            }
        }

        return new TermPredicate(SpanFrom(start), low, high);
    }

    private ImmutableArray<SyntaxNode>? AnyOfItems(string example)
    {
        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        do
        {
            SyntaxNode? item = OptionalText() is { } text ? text : Name("one of several things", example);
            if (item is null)
            {
                return null;
            }

            items.Add(item);
        }
        while (Eat(TokenKind.Comma));
        return items.ToImmutable();
    }
}
