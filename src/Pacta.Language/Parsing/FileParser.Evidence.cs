using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Sources, standards of proof and perspectives.</summary>
internal sealed partial class FileParser
{
    private SourceSyntax? Source()
    {
        var example = ItemWords.Example(Word.Source);
        var start = Advance().Start;
        if (Name("a source", example) is not { } name || !Expect(Word.Is, example) || Name("the kind of the source", example) is not { } kind)
        {
            SkipItem();
            return null;
        }

        Identifier? affiliation = null;
        if (Eat(Word.Of))
        {
            affiliation = Name("whose source it is", example);
            if (affiliation is null)
            {
                SkipItem();
                return null;
            }
        }

        var fullName = OptionalText();
        var source = new SourceSyntax(SpanFrom(start), name, kind, affiliation, fullName);
        EndItem("the source");
        return source;
    }

    private StandardSyntax? Standard()
    {
        var start = Advance().Start;
        var name = Name("a standard", ItemWords.Example(Word.Standard));
        var proofs = Lines($"standard {name?.Text}", start, name is null, Proof, ItemWords.Example(Word.Standard));
        return name is null || proofs is not { } lines ? null : new StandardSyntax(SpanFrom(start), name, lines);
    }

    /// <summary>A block in which each line is read by <paramref name="line"/>; those that could not be read are left out.</summary>
    private ImmutableArray<T>? Lines<T>(string what, int start, bool headFailed, Func<T?> line, string example)
        where T : SyntaxNode
    {
        var lines = ImmutableArray.CreateBuilder<T>();
        void Item()
        {
            if (line() is { } read)
            {
                lines.Add(read);
                EndItem("the line");
            }
            else
            {
                SkipItem();
            }
        }

        if (!BlockAfterHead(what, start, Item, example, headFailed))
        {
            return null;
        }

        EndItem("the block");
        return lines.ToImmutable();
    }

    private ProofSyntax? Proof()
    {
        var start = Current.Start;
        switch (Current.Word)
        {
            case Word.Needs:
                const string Needs = "needs 2 origins";
                Advance();
                return Number("how many origins", Needs) is { } number && Expect(Word.Origins, Needs) ? new OriginsProof(SpanFrom(start), number) : null;
            case Word.Reliability or Word.Credibility:
                return Grade();
            case Word.Admission:
                Advance();
                return Expect(Word.Suffices, "admission suffices") ? new AdmissionProof(SpanFrom(start)) : null;
            case Word.Denial:
                const string Denial = "denial counts by party, monitor";
                Advance();
                return Expect(Word.Counts, Denial) && Expect(Word.By, Denial) && Names("a kind of source", Denial) is { } by
                    ? new DenialProof(SpanFrom(start), by)
                    : null;
            default:
                Missing(SyntaxErrors.UnknownItem(
                    "a standard", Found, "needs, reliability, credibility, admission or denial", ItemWords.Example(Word.Standard)));
                return null;
        }
    }

    private GradeProof? Grade()
    {
        const string Example = "reliability c or better";
        var keyword = Advance();
        if (!Current.IsWord && !At(TokenKind.Number))
        {
            Missing(SyntaxErrors.GradeMissing(keyword.Word.Spelling(), Found));
            return null;
        }

        var grade = TextOf(Advance());
        return Expect(Word.Or, Example) && Expect(Word.Better, Example)
            ? new GradeProof(SpanFrom(keyword.Start), keyword.Word == Word.Credibility, grade)
            : null;
    }

    private PerspectiveSyntax? Perspective()
    {
        var start = Advance().Start;
        var name = Name("a perspective", ItemWords.Example(Word.Perspective));
        var views = Lines($"perspective {name?.Text}", start, name is null, View, ItemWords.Example(Word.Perspective));
        return name is null || views is not { } lines ? null : new PerspectiveSyntax(SpanFrom(start), name, lines);
    }

    private ViewSyntax? View()
    {
        var start = Current.Start;
        switch (Current.Word)
        {
            case Word.Accepts:
                Advance();
                return Names("a kind of source", "accepts monitor, sensor, party") is { } kinds ? new AcceptsView(SpanFrom(start), kinds) : null;
            case Word.Standard:
                Advance();
                return Name("a standard", "standard two_origins") is { } standard ? new StandardView(SpanFrom(start), standard) : null;
            case Word.Takes:
                const string Takes = "takes brigade of substantial_combat_force";
                Advance();
                return Name("a reading", Takes) is { } reading && Expect(Word.Of, Takes) && Name("what is read so", Takes) is { } of
                    ? new TakesView(SpanFrom(start), reading, of)
                    : null;
            default:
                Missing(SyntaxErrors.UnknownItem("a perspective", Found, "accepts, standard or takes", ItemWords.Example(Word.Perspective)));
                return null;
        }
    }
}
