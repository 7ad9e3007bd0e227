using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Agreements, their heads and their parts.</summary>
internal sealed partial class FileParser
{
    private AgreementSyntax? Agreement()
    {
        const string Example = "agreement \"Vienna Document 2011\" as vienna_document_2011 {";
        var start = Advance().Start;
        var title = Text("the title of the agreement", Example);
        var name = title is not null && Expect(Word.As, Example) ? Name("the agreement", Example) : null;
        var headers = ImmutableArray.CreateBuilder<HeaderSyntax>();
        var items = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        if (name is null)
        {
            SkipToEndOfHead();
        }

        if (!Block($"agreement \"{title?.Value}\"", start, Level.Agreement, () => AgreementItem(headers, items), Example))
        {
            return null;
        }

        _agreementEnd = _tokens[_at - 1].Span;
        EndItem("the agreement");
        return title is null || name is null
            ? null
            : new AgreementSyntax(SpanFrom(start), title, name, headers.ToImmutable(), items.ToImmutable());
    }

    private void AgreementItem(ImmutableArray<HeaderSyntax>.Builder headers, ImmutableArray<DeclarationSyntax>.Builder items)
    {
        switch (Current.Word)
        {
            case Word.Part:
                Keep(items, Part());
                break;
            case Word.Clause:
                Keep(items, Clause());
                break;
            case Word.Exception:
                Keep(items, Exception());
                break;
            default:
                if (AtHeader)
                {
                    HeaderItem(headers, items.Count > 0);
                }
                else if (!Declaration(items))
                {
                    UnknownItem("an agreement", ItemWords.InAgreement, () => AgreementItem(headers, items));
                }

                break;
        }
    }

    private PartSyntax? Part()
    {
        var example = ItemWords.Example(Word.Part);
        var start = Advance().Start;
        var number = Text("the number of the chapter", example);
        var title = number is null ? null : OptionalText();
        if (number is null)
        {
            SkipToEndOfHead();
        }

        _chapter = number?.Value;
        var items = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        var isBlock = Block($"part \"{number?.Value}\"", start, Level.Part, () => PartItem(items), example);
        _chapter = null;
        if (!isBlock)
        {
            return null;
        }

        EndItem("the part");

        // A number that could not be read was reported; the clauses stay.
        return new PartSyntax(SpanFrom(start), number ?? new StringLiteral(SpanFrom(start), ""), title, items.ToImmutable());
    }

    private void PartItem(ImmutableArray<DeclarationSyntax>.Builder items)
    {
        switch (Current.Word)
        {
            case Word.Clause:
                Keep(items, Clause());
                break;
            case Word.Exception:
                Keep(items, Exception());
                break;
            default:
                if (!Declaration(items))
                {
                    UnknownItem("a part", ItemWords.InPart, () => PartItem(items));
                }

                break;
        }
    }

    private void SkipToEndOfHead()
    {
        while (!EndsLine(Current))
        {
            Advance();
        }

        // A brace that is missing here as well is no further mistake.
        _reportedAt = _at;
    }

    // ---- the head

    private bool AtHeader =>
        Current.Word is Word.Status or Word.Signed or Word.Provisional or Word.Enters or Word.Expires or Word.Parties or Word.Cite or Word.Use
            or Word.Suspended or Word.Withdrawn or Word.Survives or Word.Admits or Word.Holidays
        || At(Word.Time, Word.Zone);

    private void HeaderItem(ImmutableArray<HeaderSyntax>.Builder headers, bool isLate)
    {
        if (isLate)
        {
            Missing(SyntaxErrors.LateHeader(TextOf(Current)));
        }

        if (Header() is { } header)
        {
            headers.Add(header);
            EndItem("this line of the head");
        }
        else
        {
            SkipItem();
        }
    }

    private HeaderSyntax? Header()
    {
        if (At(Word.Survives))
        {
            return Survival() is { } survival ? new SurvivalHeader(survival.Span, survival) : null;
        }

        if (At(Word.Admits))
        {
            return Admission() is { } admission ? new AdmissionHeader(admission.Span, admission) : null;
        }

        var keyword = Advance();
        var start = keyword.Start;
        var example = ItemWords.Example(keyword.Word);
        switch (keyword.Word)
        {
            case Word.Status:
                if (Name("the status", example) is not { } status)
                {
                    return null;
                }

                var isDisputed = Eat(Word.Disputed);
                return new StatusHeader(SpanFrom(start), status, isDisputed);
            case Word.Signed:
                return Moment(example) is { } date ? new SignedHeader(SpanFrom(start), date) : null;
            case Word.Provisional:
                return Spans() is { } spans ? new ProvisionalHeader(SpanFrom(start), spans) : null;
            case Word.Enters:
                return Expect(Word.Into, example) && Expect(Word.Force, example) && Time(example) is { } begin
                    ? new EntersIntoForceHeader(SpanFrom(start), begin)
                    : null;
            case Word.Expires:
                return Time(example) is { } end ? new ExpiresHeader(SpanFrom(start), end) : null;
            case Word.Time:
                Advance();
                return Text("the time zone", "time zone \"Europe/Kyiv\"") is { } zone ? new TimeZoneHeader(SpanFrom(start), zone) : null;
            case Word.Parties:
                return Names("a party", example) is { } parties ? new PartiesHeader(SpanFrom(start), parties) : null;
            case Word.Cite:
                return Text("the citation", example) is { } citation ? new CiteHeader(SpanFrom(start), citation) : null;
            case Word.Use:
                return Names("a vocabulary", example) is { } vocabularies ? new UseHeader(SpanFrom(start), vocabularies) : null;
            case Word.Holidays:
                return Dates(example) is { } dates ? new HolidaysHeader(SpanFrom(start), dates) : null;
            default:
                return Expect(Word.By, example) && Names("a party", example) is { } by && Spans() is { } limits
                    ? new ParticipationHeader(SpanFrom(start), keyword.Word == Word.Withdrawn, by, limits)
                    : null;
        }
    }

    private ImmutableArray<MomentLiteral>? Dates(string example)
    {
        var dates = ImmutableArray.CreateBuilder<MomentLiteral>();
        do
        {
            if (Moment(example) is not { } date)
            {
                return null;
            }

            dates.Add(date);
        }
        while (Eat(TokenKind.Comma));
        return dates.ToImmutable();
    }
}
