using System.Collections.Immutable;
using Pacta.Geography.Zones;
using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Vocabularies, tables and what else declares a name.</summary>
internal sealed partial class SyntaxWriter
{
    private void Declaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case VocabularySyntax vocabulary:
                Write($"vocabulary {vocabulary.Name.Text}");
                Block(vocabulary.Span, () => Declarations(vocabulary.Items));
                break;
            case AgreementSyntax agreement:
                Agreement(agreement);
                break;
            case CriticismsSyntax criticisms:
                Criticisms(criticisms);
                break;
            case NegotiationSyntax negotiation:
                Negotiation(negotiation);
                break;
            case PartSyntax part:
                Part(part);
                break;
            case ClauseSyntax clause:
                Clause(clause);
                break;
            case ExceptionSyntax exception:
                Exception(exception);
                break;
            case UnitSyntax unit:
                Write($"unit {unit.Name.Text}");
                if (unit.Factor is { } factor)
                {
                    Write($" is {Number(factor)} {unit.Base?.Text}");
                }

                break;
            case ActorsSyntax actors:
                Write("actor ");
                List(actors.Actors, Naming);
                break;
            case KindSyntax kind:
                Write("kind ");
                List(kind.Nouns, Noun);
                Shape(kind.Parent, kind.Roles, kind.Fields);
                break;
            case EventSyntax kind:
                Write($"event {kind.Verb.Text}{Layout.Column}");
                Noun(kind.Noun);
                Shape(kind.Parent, kind.Roles, kind.Fields);
                break;
            case StateSyntax state:
                State(state);
                break;
            case OpenKindsSyntax open:
                Write("open ");
                Names(open.Kinds);
                break;
            case ToleranceSyntax tolerance:
                Write($"about is {Number(tolerance.Percent)}%");
                break;
            case GroupSyntax group:
                Group(group);
                break;
            case DefineSyntax define:
                Define(define);
                break;
            case TableSyntax table:
                Table(table);
                break;
            case DisputeSyntax dispute:
                Dispute(dispute);
                break;
            default:
                Evidence(declaration);
                break;
        }
    }

    private void Declarations(ImmutableArray<DeclarationSyntax> items)
    {
        foreach (var item in items)
        {
            Item(item, () => Declaration(item));
        }
    }

    private void Naming(NamingSyntax naming)
    {
        Write(naming.Name.Text);
        Optional(naming.FullName);
    }

    private void Noun(NounSyntax noun) => Write(noun.Plural is null ? noun.Singular.Text : $"{noun.Singular.Text} ({noun.Plural.Text})");

    private void Shape(Identifier? parent, ImmutableArray<RoleSyntax> roles, ImmutableArray<FieldSyntax> fields)
    {
        Optional(" is ", parent);
        Roles(roles);
        if (!fields.IsEmpty)
        {
            Write(" with ");
            List(fields, f => Write($"{f.Name.Text} {f.Type.Text}"));
        }
    }

    private void Roles(ImmutableArray<RoleSyntax> roles)
    {
        foreach (var role in roles)
        {
            Write($" {role.Preposition.Text} {role.Noun.Text}");
            Optional(" ", role.Variable);
        }
    }

    private void State(StateSyntax state)
    {
        Write("state ");
        Noun(state.Noun);
        Roles(state.Roles);
        layout.EndLine();
        layout.Deeper();
        Write("begins when ");
        Phrase(state.Begins);
        if (state.Ends is not null)
        {
            layout.EndLine();
            Write("ends when ");
            Phrase(state.Ends);
        }

        // The last line ends here, because what follows stands less deep.
        CommentBehind(state.Span.End);
        layout.EndLine();
        layout.Shallower();
    }

    private void Group(GroupSyntax group)
    {
        var head = $"group {Flat(w => w.Noun(group.Noun))}";
        if (group.Members is [var only] && OnOneLine(group.Span, head, w => w.Member(only)))
        {
            return;
        }

        Write(head);
        Block(group.Span, () =>
        {
            foreach (var member in group.Members)
            {
                Item(member, () => Member(member));
            }
        });
    }

    private void Member(MemberSyntax member)
    {
        List(member.Names, Naming);
        if (!member.Spans.IsEmpty)
        {
            layout.Write(Layout.WideColumn);
            Span(member.Spans[0]);
            Spans(member.Spans[1..]);
        }
    }

    private void Define(DefineSyntax define)
    {
        var head = $"define {Flat(w => w.Noun(define.Noun))}{Reference(define.Reference)}";
        if (define is { Notes: [], Readings: [{ Name: null } only] } && OnOneLine(define.Span, head, w => w.Means(only.Content)))
        {
            return;
        }

        Write(head);
        Block(define.Span, () =>
        {
            Notes(define.Notes);
            foreach (var reading in define.Readings)
            {
                Reading(reading, isShort: true, w => w.Means(reading.Content), () => Item(reading.Content, () => Means(reading.Content)));
            }
        });
    }

    private void Means(PatternSyntax pattern)
    {
        Write("means ");
        Pattern(pattern);
    }

    private void Table(TableSyntax table)
    {
        var head = table.Kind switch { TableKind.Amount => "amount ", TableKind.Zone => "zone ", _ => "line " } + table.Name.Text;
        if (table is { ParameterNoun: { } noun, ParameterVariable: { } variable })
        {
            head += $" of {noun.Text} {variable.Text}";
        }

        head += Reference(table.Reference);
        if (table is { Notes: [], Readings: [{ Name: null, Content: [var only] }] } && OnOneLine(table.Span, head, w => w.Row(only)))
        {
            return;
        }

        Write(head);
        if (table is { Notes: [], Readings: [{ Name: null, Content: [] }] })
        {
            return;
        }

        Block(table.Span, () =>
        {
            Notes(table.Notes);
            foreach (var reading in table.Readings.Where(r => r.Content.Length > 0))
            {
                Reading(reading, reading.Content.Length == 1, w => w.Row(reading.Content[0]), () =>
                {
                    foreach (var row in reading.Content)
                    {
                        Item(row, () => Row(row, Layout.WideColumn));
                    }
                });
            }
        });
    }

    /// <summary>A reading in its braces, on one line if it is short enough; or its content alone if it has no name.</summary>
    private void Reading<T>(ReadingSyntax<T> reading, bool isShort, Action<SyntaxWriter> onOneLine, Action lines)
    {
        if (reading.Name is null)
        {
            lines();
            return;
        }

        var head = $"reading {reading.Name.Text}";
        if (!reading.HeldBy.IsEmpty)
        {
            head += $" by {Flat(w => w.Names(reading.HeldBy))}";
        }

        Item(reading, () =>
        {
            if (!isShort || !OnOneLine(reading.Span, head, onOneLine))
            {
                Write(head);
                Block(reading.Span, lines);
            }
        });
    }

    /// <param name="gap">Between the values and when they hold.</param>
    private void Row(RowSyntax row, char gap = ' ')
    {
        List(row.Values, RowValue);
        if (row.Within is not null)
        {
            Write(" within ");
            Phrase(row.Within);
        }

        if (row.ButNot is not null)
        {
            Write(" but not ");
            Phrase(row.ButNot);
        }

        if (row.Height is not null)
        {
            Write(" height ");
            Height(row.Height);
        }

        if (row.Accuracy is not null)
        {
            Write(" accurate to ");
            Term(row.Accuracy);
        }

        if (row.If is not null)
        {
            layout.Write(gap);
            Write("if ");
            Condition(row.If);
            gap = ' ';
        }

        if (row.IsOtherwise)
        {
            layout.Write(gap);
            Write("otherwise");
            gap = ' ';
        }

        foreach (var span in row.Spans)
        {
            layout.Write(gap);
            Span(span);
            gap = ' ';
        }
    }

    private void RowValue(RowValueSyntax value)
    {
        switch (value)
        {
            case DrawnRowValueSyntax drawn:
                Write($"{drawn.Form.ToString().ToLowerInvariant()} {Quoted(drawn.Content)}");
                break;
            case BandRowValueSyntax band:
                Write("up to ");
                Term(band.Distance);
                Write(band.Side switch { BandSide.Left => " left of ", BandSide.Right => " right of ", _ => " from " });
                Argument(band.From);
                break;
            case BetweenRowValueSyntax between:
                Write("between ");
                Argument(between.First);
                Write(" and ");
                Argument(between.Second);
                break;
            case TermRowValueSyntax term:
                Term(term.Term);
                break;
        }
    }

    private void Height(HeightSyntax height)
    {
        switch (height)
        {
            case { Low: { } low, High: { } high }:
                Term(low);
                Write(" .. ");
                Term(high);
                break;
            case { Low: { } low }:
                Write("at least ");
                Term(low);
                break;
            case { High: { } high }:
                Write("at most ");
                Term(high);
                break;
        }

        if (height.Above is { } above)
        {
            Write(above == HeightDatum.Ground ? " above ground" : " above sea");
        }
    }
}
