using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Negotiations: issues, options and interests. "issue", "option", "worth" and the like are words only here.</summary>
internal sealed partial class FileParser
{
    private NegotiationSyntax? Negotiation()
    {
        var example = ItemWords.Example(Word.Negotiation);
        var start = Advance().Start;
        var title = Text("the title of the negotiation", example);
        var name = title is not null && Expect(Word.As, example) ? Name("a short name for the negotiation", example) : null;
        var lines = Lines($"negotiation \"{title?.Value}\"", start, name is null, NegotiationLine, example);
        return title is null || name is null || lines is not { } read ? null : new NegotiationSyntax(SpanFrom(start), title, name, read);
    }

    private NegotiationLineSyntax? NegotiationLine()
    {
        var start = Current.Start;
        switch (TextOf(Current))
        {
            case "parties":
                Advance();
                return Names("a party", "parties aland, borland") is { } parties ? new NegotiatingPartiesSyntax(SpanFrom(start), parties) : null;
            case "issue":
                return IssueBlock();
            case "excludes":
                Advance();
                return Choices("excludes wide with days_42") is { } choices ? new ExcludesSyntax(SpanFrom(start), choices) : null;
            case "interests":
                return InterestsBlock();
            default:
                Unexpected(SyntaxErrors.UnknownItem("a negotiation", Found, "parties, issue, excludes or interests", SyntaxErrors.IssueExample));
                return null;
        }
    }

    private IssueSyntax? IssueBlock()
    {
        var start = Advance().Start;
        var name = Name("an issue", SyntaxErrors.IssueExample);
        var naming = name is null ? null : new NamingSyntax(SpanFrom(name.Span.Start), name, OptionalText());
        if (naming is not null)
        {
            naming = naming with { Span = SpanFrom(naming.Name.Span.Start) };
        }

        var options = InnerLines($"issue {name?.Text}", start, naming is null, Options, SyntaxErrors.IssueExample);
        return naming is null || options is not { } read ? null : new IssueSyntax(SpanFrom(start), naming, read);
    }

    private OptionsSyntax? Options()
    {
        const string Example = "option narrow \"10 km\"";
        if (TextOf(Current) != "option")
        {
            Unexpected(SyntaxErrors.UnknownItem("an issue", Found, "option", SyntaxErrors.IssueExample));
            return null;
        }

        var start = Advance().Start;
        var options = Namings("an option", Example);
        return options.IsEmpty ? null : new OptionsSyntax(SpanFrom(start), options);
    }

    private InterestsSyntax? InterestsBlock()
    {
        var start = Advance().Start;
        var party = Expect(Word.Of, SyntaxErrors.InterestsExample) ? Name("the party", SyntaxErrors.InterestsExample) : null;
        var lines = InnerLines($"interests of {party?.Text}", start, party is null, Interest, SyntaxErrors.InterestsExample);
        return party is null || lines is not { } read ? null : new InterestsSyntax(SpanFrom(start), party, read);
    }

    private InterestSyntax? Interest()
    {
        const string Line = "red line narrow with days_21";
        var start = Current.Start;
        switch (TextOf(Current))
        {
            case "worth":
                return Worth();
            case "together":
                return TogetherLine();
            case "red":
                Advance();
                return Expect(Word.Line, Line) && Choices(Line) is { } choices ? new RedLineSyntax(SpanFrom(start), choices) : null;
            case "alternative":
                const string Alternative = "alternative 35 \"things stay as they are\"";
                Advance();
                var isCost = EatText("costs");
                return Number("what the party has without any package", Alternative) is { } number
                    ? new AlternativeSyntax(SpanFrom(start), isCost, number, OptionalText()) is var read ? read with { Span = SpanFrom(start) } : null
                    : null;
            default:
                Unexpected(SyntaxErrors.UnknownItem("interests", Found, "worth, together, red line or alternative", SyntaxErrors.InterestsExample));
                return null;
        }
    }

    private WorthSyntax? Worth()
    {
        const string Example = "worth of zone_width is narrow 0, middle 30, wide 60";
        var start = Advance().Start;
        if (!Expect(Word.Of, Example) || Name("the issue", Example) is not { } issue || !Expect(Word.Is, Example))
        {
            return null;
        }

        var options = ImmutableArray.CreateBuilder<OptionWorthSyntax>();
        do
        {
            var at = Current.Start;
            if (Name("an option", Example) is not { } option)
            {
                return null;
            }

            var isCost = EatText("costs");
            if ((At(TokenKind.Minus) && !Missing(SyntaxErrors.NegativeWorth(option.Text))) || Number("its worth", Example) is not { } number)
            {
                return null;
            }

            options.Add(new OptionWorthSyntax(SpanFrom(at), option, isCost, number));
        }
        while (Eat(TokenKind.Comma));
        return new WorthSyntax(SpanFrom(start), issue, options.ToImmutable());
    }

    private TogetherSyntax? TogetherLine()
    {
        const string Example = "together wide with days_42 adds 10";
        var start = Advance().Start;
        if (Choices(Example) is not { } choices)
        {
            return null;
        }

        var isCost = EatText("costs");
        if (!isCost && !EatText("adds"))
        {
            Missing(SyntaxErrors.WordMissing("'adds' or 'costs'", Before, Found, Example));
            return null;
        }

        return Number("how much", Example) is { } number ? new TogetherSyntax(SpanFrom(start), choices, isCost, number) : null;
    }

    /// <summary><c>wide with days_42</c>, <c>yes of access with no_limit of duration</c></summary>
    private ImmutableArray<ChoiceSyntax>? Choices(string example)
    {
        var choices = ImmutableArray.CreateBuilder<ChoiceSyntax>();
        do
        {
            var start = Current.Start;
            if (Name("an option", example) is not { } option)
            {
                return null;
            }

            Identifier? issue = null;
            if (Eat(Word.Of))
            {
                issue = Name("the issue", example);
                if (issue is null)
                {
                    return null;
                }
            }

            choices.Add(new ChoiceSyntax(SpanFrom(start), option, issue));
        }
        while (Eat(Word.With));
        return choices.ToImmutable();
    }

    /// <summary>A block among the lines of another: whoever reads those ends the line of its brace.</summary>
    private ImmutableArray<T>? InnerLines<T>(string what, int start, bool headFailed, Func<T?> line, string example)
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

        return BlockAfterHead(what, start, Item, example, headFailed) ? lines.ToImmutable() : null;
    }

    private bool EatText(string word)
    {
        if (TextOf(Current) != word)
        {
            return false;
        }

        Advance();
        return true;
    }
}
