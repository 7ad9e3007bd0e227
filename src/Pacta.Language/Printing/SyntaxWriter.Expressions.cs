using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Phrases, times, conditions and terms.</summary>
internal sealed partial class SyntaxWriter
{
    private void Pattern(PatternSyntax pattern)
    {
        Phrase(pattern.Phrase);
        if (pattern.Where is not null)
        {
            Write(" where ");
            Condition(pattern.Where);
        }
    }

    private void Phrase(PhraseSyntax phrase)
    {
        Argument(phrase.Head);
        foreach (var part in phrase.Tail)
        {
            Write($" {part.Preposition.Text} ");
            Argument(part.Argument);
        }
    }

    private void Argument(ArgumentSyntax argument)
    {
        switch (argument)
        {
            case MomentArgumentSyntax moment:
                Write(Moment(moment.Moment));
                break;
            case NounArgumentSyntax noun:
                Write(noun switch { { IsOther: true } => "each other ", { IsEach: true } => "each ", _ => "" });
                Write(noun.Name.Text);
                Optional(" ", noun.Label);
                if (noun.Of is not null)
                {
                    Write(" of ");
                    Argument(noun.Of);
                }

                if (noun.With is not null)
                {
                    Write(" with ");
                    Argument(noun.With);
                }

                break;
        }
    }

    // ---- time

    private void Time(TimeSyntax time)
    {
        for (var i = 0; i < time.Instants.Length; i++)
        {
            if (i > 0)
            {
                Write(time.IsBefore[i - 1] ? " before " : " after ");
            }

            switch (time.Instants[i])
            {
                case DurationInstantSyntax duration:
                    Duration(duration.Duration);
                    break;
                case DayInstantSyntax day:
                    Write($"day {Number(day.Number)}");
                    break;
                case PhraseInstantSyntax phrase:
                    Phrase(phrase.Phrase);
                    break;
            }
        }
    }

    private void Duration(DurationSyntax duration)
    {
        Write(Number(duration.Number));
        Optional(" ", duration.Manner);
        Optional(" ", duration.Unit);
    }

    // ---- conditions

    private void Condition(ConditionSyntax condition)
    {
        switch (condition)
        {
            case JoinedConditionSyntax joined:
                for (var i = 0; i < joined.Operands.Length; i++)
                {
                    if (i > 0)
                    {
                        Write(joined.Connective == Connective.And ? " and " : " or ");
                    }

                    Condition(joined.Operands[i]);
                }

                break;
            case BlockConditionSyntax block:
                Write(block.Quantifier switch { BlockQuantifier.Any => "any of", BlockQuantifier.All => "all of", _ => "none of" });
                Block(block.Span, () =>
                {
                    foreach (var line in block.Lines)
                    {
                        Item(line, () => BlockLine(line));
                    }
                });
                break;
            case JudgedConditionSyntax judged:
                Write($"judged {Quoted(judged.Matter)}");
                break;
            case ThereConditionSyntax there:
                There(there);
                break;
            case CompareConditionSyntax compare:
                Compare(compare);
                break;
            case IsConditionSyntax relation:
                Term(relation.Subject);
                Write(relation.IsNot ? " is not " : " is ");
                Predicate(relation.Predicate);
                break;
        }
    }

    /// <summary>What is compared stands in a column, and with what in another.</summary>
    private void BlockLine(ConditionSyntax line)
    {
        if (line is CompareConditionSyntax compare)
        {
            Compare(compare, Layout.WideColumn);
        }
        else
        {
            Condition(line);
        }
    }

    private void There(ThereConditionSyntax there)
    {
        Write($"there {there.Verb.Text} {(there.IsNo ? "no " : "")}");
        Phrase(there.Phrase);
        if (there is { During: { } during, Anchor: { } anchor })
        {
            Write(" during ");
            Duration(during);
            Write(there.IsBefore ? " before " : " after ");
            Time(anchor);
        }
    }

    private void Compare(CompareConditionSyntax compare, char gap = ' ')
    {
        Term(compare.Left);
        layout.Write(gap);
        Write(compare.Comparison switch
        {
            Comparison.AtLeast => "at least ",
            Comparison.AtMost => "at most ",
            Comparison.MoreThan => "more than ",
            _ => "less than ",
        });
        Term(compare.Right);
        if (compare.AwayFrom is not null)
        {
            Write(" away from ");
            Argument(compare.AwayFrom);
        }
    }

    private void Predicate(PredicateSyntax predicate)
    {
        switch (predicate)
        {
            case AnyOfPredicate any:
                Write("any of ");
                List(any.Items, i => Write(i is StringLiteral text ? Quoted(text) : ((Identifier)i).Text));
                break;
            case PlacePredicate place:
                Write($"{place.Preposition.Text} ");
                Argument(place.Place);
                break;
            case TermPredicate term:
                Term(term.Low);
                if (term.High is not null)
                {
                    Write(" .. ");
                    Term(term.High);
                }

                break;
        }
    }

    // ---- terms

    private void Term(TermSyntax term)
    {
        switch (term)
        {
            case BinaryTermSyntax binary:
                Term(binary.Left);
                Write(binary.Operator switch
                {
                    ArithmeticOperator.Add => " + ",
                    ArithmeticOperator.Subtract => " - ",
                    ArithmeticOperator.Multiply => " * ",
                    _ => " / ",
                });
                Term(binary.Right);
                break;
            case RoundedTermSyntax rounded:
                Term(rounded.Term);
                Write(rounded.IsUp ? " rounded up" : " rounded down");
                break;
            case ParenthesizedTermSyntax inner:
                Write("(");
                Term(inner.Term);
                Write(")");
                break;
            case QuantitySyntax quantity:
                Write($"{(quantity.IsAbout ? "about " : "")}{Number(quantity.Number)}{(quantity.IsPercent ? "%" : "")}");
                Optional(" ", quantity.Unit);
                break;
            case TextTermSyntax text:
                Write(Quoted(text.Text));
                break;
            case AggregateTermSyntax aggregate:
                Aggregate(aggregate);
                break;
            case PhraseTermSyntax phrase:
                Phrase(phrase.Phrase);
                break;
        }
    }

    private void Aggregate(AggregateTermSyntax aggregate)
    {
        Write(aggregate.Kind.ToString().ToLowerInvariant());
        Optional(" ", aggregate.Field);
        Write(" of ");
        Phrase(aggregate.Phrase);
        switch (aggregate.Window)
        {
            case { Kind: WindowKind.PerCalendar, Calendar: { } period }:
                Write($" per calendar {period.Text}");
                break;
            case { Kind: WindowKind.InAny, Duration: { } duration }:
                Write(" in any ");
                Duration(duration);
                break;
            case { Kind: WindowKind.AtOnce }:
                Write(" at once");
                break;
        }
    }
}
