using Pacta.Geography.Zones;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>What a row of a table says: an amount, or a place and how it is drawn.</summary>
internal sealed partial class FileParser
{
    private RowValueSyntax? RowValue(TableKind kind, string example)
    {
        var start = Current.Start;
        if (FormOf(Current.Word) is { } form && Peek().Kind == TokenKind.Text)
        {
            Advance();
            return new DrawnRowValueSyntax(SpanFrom(start), form, OptionalText()!);
        }

        if (At(Word.Up) && Peek().Word == Word.To)
        {
            return Band();
        }

        if (At(Word.Between) && kind != TableKind.Amount && Peek().IsWord)
        {
            const string Example = "between front_line and rear_line";
            Advance();
            return Argument(Example) is { } first && Expect(Word.And, Example) && Argument(Example) is { } second
                ? new BetweenRowValueSyntax(SpanFrom(start), first, second)
                : null;
        }

        if (At(TokenKind.Text) && kind != TableKind.Amount)
        {
            Missing(SyntaxErrors.MapMissing(TextOf(Current)));
            return null;
        }

        return Term(example) is { } term ? new TermRowValueSyntax(SpanFrom(start), term) : null;
    }

    private static DrawingForm? FormOf(Word word) => word switch
    {
        Word.Map => DrawingForm.Map,
        Word.Polygon => DrawingForm.Polygon,
        Word.Path => DrawingForm.Path,
        Word.Point => DrawingForm.Point,
        Word.Country => DrawingForm.Country,
        Word.Disputed => DrawingForm.Disputed,
        Word.Place => DrawingForm.Place,
        _ => null,
    };

    private BandRowValueSyntax? Band()
    {
        const string Example = "up to 15 km from contact_line";
        var start = Current.Start;
        Advance();
        Advance();
        if (Quantity(Example) is not { } distance)
        {
            return null;
        }

        // The side is seen along the line, in the order of its points.
        var side = At(Word.Left, Word.Of) ? BandSide.Left : At(Word.Right, Word.Of) ? BandSide.Right : BandSide.Both;
        if (side != BandSide.Both)
        {
            Advance();
            Advance();
        }
        else if (!Expect(Word.From, Example))
        {
            return null;
        }

        return Argument(Example) is { } from ? new BandRowValueSyntax(SpanFrom(start), distance, side, from) : null;
    }

    private HeightSyntax? Height()
    {
        const string Example = "height at most 500 m";
        var start = Advance().Start;
        if (Eat(Word.At))
        {
            var isLeast = At(Word.Least);
            if (!isLeast && !At(Word.Most))
            {
                Missing(SyntaxErrors.WordMissing("'least' or 'most'", Before, Found, Example));
                return null;
            }

            Advance();
            return Quantity(Example) is { } bound && HeightAbove(out var above) ? new HeightSyntax(SpanFrom(start), isLeast ? bound : null, isLeast ? null : bound, above) : null;
        }

        const string Range = "height 100 m .. 500 m";
        if (Quantity(Range) is not { } low)
        {
            return null;
        }

        if (!Eat(TokenKind.Range))
        {
            Missing(SyntaxErrors.WordMissing("'..'", Before, Found, Range));
            return null;
        }

        return Quantity(Range) is { } high && HeightAbove(out var datum) ? new HeightSyntax(SpanFrom(start), low, high, datum) : null;
    }

    /// <summary>What heights are counted from, if it is said.</summary>
    private bool HeightAbove(out HeightDatum? above)
    {
        above = null;
        if (!Eat(Word.Above))
        {
            return true;
        }

        above = Eat(Word.Ground) ? HeightDatum.Ground : Eat(Word.Sea) ? HeightDatum.Sea : null;
        if (above is null)
        {
            Missing(SyntaxErrors.WordMissing("'ground' or 'sea'", Before, Found, "height at most 500 m above ground"));
        }

        return above is not null;
    }
}
