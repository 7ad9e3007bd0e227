using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Which reports a clause admits.</summary>
internal sealed partial class FileParser
{
    /// <summary>A sentence may be about somebody called <c>admits</c>: then a modal follows, and neither "reports" nor "all" nor "late".</summary>
    private bool AtAdmission => At(Word.Admits) && TextOf(Peek()) is "reports" or "all" or "late";

    /// <summary><c>admits reports within 30 days</c>, <c>admits all reports</c>; "reports" and "all" are words only here.</summary>
    private AdmissionSyntax? Admission()
    {
        var example = ItemWords.Example(Word.Admits);
        var start = Advance().Start;
        if (TextOf(Current) == "late")
        {
            Unexpected(SyntaxErrors.AdmitsLate());
            return null;
        }

        if (TextOf(Current) == "all")
        {
            Advance();
            if (TextOf(Current) != "reports")
            {
                Missing(SyntaxErrors.WordMissing("'reports'", Before, Found, "admits all reports"));
                return null;
            }

            Advance();
            return new AdmissionSyntax(SpanFrom(start), null);
        }

        Advance();
        if (!Eat(Word.Within))
        {
            Missing(SyntaxErrors.WordMissing("'within'", Before, Found, example));
            return null;
        }

        return Duration(example) is { } length ? new AdmissionSyntax(SpanFrom(start), length) : null;
    }
}
