using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>What parties said of the versions of a text. "satisfied" and "version" are words only here.</summary>
internal sealed partial class FileParser
{
    private CriticismsSyntax? CriticismsBlock()
    {
        var example = ItemWords.Example(Word.Criticisms);
        var start = Advance().Start;
        var agreement = Expect(Word.Of, example) ? Name("the agreement", example) : null;
        var lines = Lines($"criticisms of {agreement?.Text}", start, agreement is null, RemarkOnVersion, example);
        return agreement is null || lines is not { } read ? null : new CriticismsSyntax(SpanFrom(start), agreement, read);
    }

    private RemarkOnVersionSyntax? RemarkOnVersion()
    {
        const string Example = "long_notice by borland at version 1 of clause notice \"42 days is too long for us\"";
        var start = Current.Start;
        var isSatisfied = TextOf(Current) == "satisfied" && Peek().IsName;
        if (isSatisfied)
        {
            Advance();
        }

        if (Name("a criticism", Example) is not { } name || !Expect(Word.By, Example) || Name("who says so", Example) is not { } party || !Expect(Word.At, Example))
        {
            return null;
        }

        if (!EatText("version"))
        {
            Missing(SyntaxErrors.WordMissing("'version'", Before, Found, Example));
            return null;
        }

        if (Number("which version", Example) is not { } version)
        {
            return null;
        }

        if (isSatisfied)
        {
            return new RemarkOnVersionSyntax(SpanFrom(start), true, name, party, version, null, null);
        }

        SyntaxNode? clause = null;
        if (Eat(Word.Of))
        {
            clause = Expect(Word.Clause, Example) ? At(TokenKind.Text) ? OptionalText() : Name("a clause, or its article in quotation marks", Example) : null;
            if (clause is null)
            {
                return null;
            }
        }

        return Text("what was said", Example) is { } words ? new RemarkOnVersionSyntax(SpanFrom(start), false, name, party, version, clause, words) : null;
    }
}
