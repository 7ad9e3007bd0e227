using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Defined nouns and tables of amounts, zones and lines, with their notes and readings.</summary>
internal sealed partial class FileParser
{
    private DefineSyntax? Define()
    {
        var start = Advance().Start;
        var example = ItemWords.Example(Word.Define);
        var noun = Noun("a definition", example);
        var failed = noun is null;
        var reference = failed ? null : Reference(example, out failed);
        var body = new Body<PatternSyntax>(() => new MeaningContent(this));
        if (!BlockAfterHead($"define {noun?.Singular.Text}", start, () => BodyItem(body), "define inf_missile at \"II\" {", failed))
        {
            return null;
        }

        EndItem("the definition");
        if (noun is null)
        {
            return null;
        }

        // A definition whose meaning could not be read stays in the tree without one: its name is not to be missed as well.
        var readings = body.Finish();
        if (readings.IsEmpty && !body.HasFailed)
        {
            Add(SyntaxErrors.EmptyDefinition(noun.Singular.Text), noun.Span);
        }

        return new DefineSyntax(SpanFrom(start), noun, reference, body.Notes.ToImmutable(), readings);
    }

    private sealed class MeaningContent(FileParser parser) : Content<PatternSyntax>
    {
        private PatternSyntax? _meaning;

        public override bool IsEmpty => _meaning is null;

        public override PatternSyntax Value => _meaning ?? throw new InvalidOperationException();

        public override bool Line()
        {
            const string Example = "means exercise x where troops of x at least 9_000";
            if (_meaning is not null)
            {
                return parser.Unexpected(SyntaxErrors.SecondMeaning());
            }

            if (!parser.Eat(Word.Means))
            {
                return parser.Unexpected(SyntaxErrors.WordMissing("'means'", null, parser.Found, Example));
            }

            _meaning = parser.Pattern(Example);
            return _meaning is not null;
        }
    }

    private TableSyntax? Table()
    {
        var keyword = Advance();
        var start = keyword.Start;
        var kind = keyword.Word switch { Word.Amount => TableKind.Amount, Word.Zone => TableKind.Zone, _ => TableKind.Line };
        var example = ItemWords.Example(keyword.Word);
        var name = Name($"the {keyword.Word.Spelling()}", example);
        var failed = name is null;
        Identifier? noun = null;
        Identifier? variable = null;
        if (!failed && Eat(Word.Of))
        {
            noun = Name("the kind it is for", example);
            variable = noun is null ? null : Variable(example);
            failed = variable is null;
        }

        var reference = failed ? null : Reference(example, out failed);
        var what = $"{keyword.Word.Spelling()} {name?.Text}";
        var nameOnly = ImmutableArray.Create(new ReadingSyntax<ImmutableArray<RowSyntax>>(name?.Span ?? default, null, [], []));
        if (!failed && kind != TableKind.Amount && Current.Kind is TokenKind.EndOfLine or TokenKind.EndOfFile)
        {
            EndItem($"the {keyword.Word.Spelling()}");
            return new TableSyntax(SpanFrom(start), kind, name!, noun, variable, reference, [], nameOnly);
        }

        var body = new Body<ImmutableArray<RowSyntax>>(() => new RowsContent(this, kind, example));
        if (!BlockAfterHead(what, start, () => BodyItem(body), example, failed))
        {
            return null;
        }

        EndItem($"the {keyword.Word.Spelling()}");
        if (name is null)
        {
            return null;
        }

        var readings = body.Finish();
        if (readings.IsEmpty && !body.HasFailed)
        {
            // A zone or a line without rows is known by name only.
            if (kind == TableKind.Amount)
            {
                Add(SyntaxErrors.EmptyTable(what, example), name.Span);
            }
            else
            {
                readings = nameOnly;
            }
        }

        return new TableSyntax(SpanFrom(start), kind, name, noun, variable, reference, body.Notes.ToImmutable(), readings);
    }

    private sealed class RowsContent(FileParser parser, TableKind kind, string example) : Content<ImmutableArray<RowSyntax>>
    {
        private readonly ImmutableArray<RowSyntax>.Builder _rows = ImmutableArray.CreateBuilder<RowSyntax>();

        public override bool IsEmpty => _rows.Count == 0;

        public override ImmutableArray<RowSyntax> Value => _rows.ToImmutable();

        public override bool Line()
        {
            if (parser.Row(kind, example) is not { } row)
            {
                return false;
            }

            _rows.Add(row);
            return true;
        }
    }

    private RowSyntax? Row(TableKind kind, string example)
    {
        var start = Current.Start;
        var values = ImmutableArray.CreateBuilder<RowValueSyntax>();
        do
        {
            if (RowValue(kind, example) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (Eat(TokenKind.Comma));

        PhraseSyntax? within = null;
        if (Eat(Word.Within))
        {
            within = Phrase("up to 10 km from contact_line within territory of aland");
            if (within is null)
            {
                return null;
            }
        }

        PhraseSyntax? butNot = null;
        if (Eat(Word.But))
        {
            butNot = Expect(Word.Not, "up to 5 km from kosovo_boundary but not kosovo") ? Phrase(example) : null;
            if (butNot is null)
            {
                return null;
            }
        }

        HeightSyntax? height = null;
        if (At(Word.Height) && kind != TableKind.Amount)
        {
            height = Height();
            if (height is null)
            {
                return null;
            }
        }

        QuantitySyntax? accuracy = null;
        if (At(Word.Accurate, Word.To))
        {
            const string Example = "map \"front.geojson\" accurate to 500 m";
            Advance();
            Advance();
            accuracy = Quantity(Example);
            if (accuracy is null)
            {
                return null;
            }
        }

        ConditionSyntax? condition = null;
        if (Eat(Word.If))
        {
            condition = Condition();
            if (condition is null)
            {
                return null;
            }
        }

        var isOtherwise = condition is null && Eat(Word.Otherwise);
        return Spans() is { } spans
            ? new RowSyntax(SpanFrom(start), values.ToImmutable(), within, butNot, height, accuracy, condition, isOtherwise, spans)
            : null;
    }
}
