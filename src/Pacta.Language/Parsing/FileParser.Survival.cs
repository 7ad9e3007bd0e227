using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>What a clause survives.</summary>
internal sealed partial class FileParser
{
    /// <summary>A sentence may be about somebody called <c>survives</c>: then a modal or the next name follows.</summary>
    private bool AtSurvival => At(Word.Survives)
        && Peek() is { Kind: not TokenKind.Comma, Word: not (Word.Must or Word.May or Word.Has or Word.Have or Word.Together) } next
        && RightModal(TextOf(next)) is null;

    /// <summary><c>survives withdrawal for 5 years</c>; "withdrawal", "expiry" and "for" are words only here.</summary>
    private SurvivalSyntax? Survival()
    {
        var example = ItemWords.Example(Word.Survives);
        var start = Advance().Start;
        if (TextOf(Current) is "the" or "its")
        {
            Missing(SyntaxErrors.SurvivesTheEnd(TextOf(Current)));
            Advance();
        }

        var what = Current.IsName && !IsFor ? TakeIdentifier() : null;
        if (Current.Word is Word.And or Word.Or || At(TokenKind.Comma))
        {
            Unexpected(SyntaxErrors.SurvivesSeveral());
            return null;
        }

        if (!IsFor)
        {
            return At(TokenKind.Number) && !Missing(SyntaxErrors.WordMissing("'for'", Before, Found, example))
                ? null
                : new SurvivalSyntax(SpanFrom(start), what, null);
        }

        Advance();
        return Duration(example) is { } length ? new SurvivalSyntax(SpanFrom(start), what, length) : null;
    }

    private bool IsFor => TextOf(Current) == "for";
}
