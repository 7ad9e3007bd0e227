using System.Collections.Immutable;
using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Negotiations: issues, options and interests.</summary>
internal sealed partial class SyntaxWriter
{
    private void Negotiation(NegotiationSyntax negotiation)
    {
        Write($"negotiation {Quoted(negotiation.Title)} as {negotiation.Name.Text}");
        Lines(negotiation, negotiation.Lines, NegotiationLine);
    }

    private void NegotiationLine(NegotiationLineSyntax line)
    {
        switch (line)
        {
            case NegotiatingPartiesSyntax parties:
                Write("parties ");
                Names(parties.Parties);
                break;
            case IssueSyntax issue:
                Write("issue ");
                Naming(issue.Naming);
                Lines(issue, issue.Options, options =>
                {
                    Write("option ");
                    List(options.Options, Naming);
                });
                break;
            case ExcludesSyntax excludes:
                Write("excludes ");
                Choices(excludes.Choices);
                break;
            case InterestsSyntax interests:
                Write($"interests of {interests.Party.Text}");
                Lines(interests, interests.Lines, Interest);
                break;
        }
    }

    private void Interest(InterestSyntax line)
    {
        switch (line)
        {
            case WorthSyntax worth:
                Write($"worth of {worth.Issue.Text} is ");
                List(worth.Options, option => Write($"{option.Option.Text} {Cost(option.IsCost)}{Number(option.Number)}"));
                break;
            case TogetherSyntax together:
                Write("together ");
                Choices(together.Choices);
                Write($" {(together.IsCost ? "costs" : "adds")} {Number(together.Number)}");
                break;
            case RedLineSyntax red:
                Write("red line ");
                Choices(red.Choices);
                break;
            case AlternativeSyntax alternative:
                Write($"alternative {Cost(alternative.IsCost)}{Number(alternative.Number)}");
                Optional(alternative.Words);
                break;
        }
    }

    private void Choices(ImmutableArray<ChoiceSyntax> choices)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            Write(i > 0 ? " with " : "");
            Write(choices[i].Option.Text);
            Optional(" of ", choices[i].Issue);
        }
    }

    private static string Cost(bool isCost) => isCost ? "costs " : "";
}
