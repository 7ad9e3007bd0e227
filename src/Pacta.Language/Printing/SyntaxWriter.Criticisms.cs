using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>What parties said of the versions of a text.</summary>
internal sealed partial class SyntaxWriter
{
    private void Criticisms(CriticismsSyntax criticisms)
    {
        Write($"criticisms of {criticisms.Agreement.Text}");
        Lines(criticisms, criticisms.Lines, line =>
        {
            Write($"{(line.IsSatisfied ? "satisfied " : "")}{line.Name.Text} by {line.Party.Text} at version {Number(line.Version)}");
            switch (line.Clause)
            {
                case Identifier name:
                    Write($" of clause {name.Text}");
                    break;
                case StringLiteral article:
                    Write($" of clause {Quoted(article)}");
                    break;
            }

            Optional(line.Words);
        });
    }
}
