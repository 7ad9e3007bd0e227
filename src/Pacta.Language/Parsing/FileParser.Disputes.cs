using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Disputes: who can do what, what cannot be, and who would rather see what. "party", "option", "impossible" and the like are words only here. There are no variables in it, so that a letter or <c>s1</c> may be a name.</summary>
internal sealed partial class FileParser
{
    private DisputeSyntax? Dispute()
    {
        var example = ItemWords.Example(Word.Dispute);
        var start = Advance().Start;
        var title = Text("the title of the dispute", example);
        var name = title is not null && Expect(Word.As, example) ? Name("a short name for the dispute", example) : null;
        var lines = Lines($"dispute \"{title?.Value}\"", start, name is null, DisputeLine, example);
        return title is null || name is null || lines is not { } read ? null : new DisputeSyntax(SpanFrom(start), title, name, read);
    }

    private DisputeLineSyntax? DisputeLine()
    {
        var start = Current.Start;
        switch (TextOf(Current))
        {
            case "cite":
                Advance();
                return Text("where the facts are from", "cite \"Handbook of disputes, chapter 4\"") is { } source ? new DisputeCiteSyntax(SpanFrom(start), source) : null;
            case "party":
                return DisputeParty();
            case "impossible":
                return StatementLine(DisputeStatementKind.Impossible, "impossible delay and accept");
            case "irreversible":
                return StatementLine(DisputeStatementKind.Irreversible, "irreversible abandon");
            case "merge":
                return StatementLine(DisputeStatementKind.Merge, "merge abandon");
            case "state":
                return DisputeState();
            case "preferences":
                return Preferences();
            default:
                Unexpected(SyntaxErrors.UnknownItem(
                    "a dispute", Found, "cite, party, impossible, irreversible, merge, state or preferences", SyntaxErrors.DisputePartyExample));
                return null;
        }
    }

    private DisputePartySyntax? DisputeParty()
    {
        var start = Advance().Start;
        var name = WordOrVariable("a party", SyntaxErrors.DisputePartyExample);
        var naming = name is null ? null : Named(name);
        var options = InnerLines($"party {name?.Text}", start, naming is null, PartyOptions, SyntaxErrors.DisputePartyExample);
        return naming is null || options is not { } read ? null : new DisputePartySyntax(SpanFrom(start), naming, read);
    }

    private NamingSyntax Named(Identifier name)
    {
        var words = OptionalText();
        return new NamingSyntax(SpanFrom(name.Span.Start), name, words);
    }

    private PartyOptionsSyntax? PartyOptions()
    {
        if (TextOf(Current) != "option")
        {
            Unexpected(SyntaxErrors.UnknownItem("a party", Found, "option", SyntaxErrors.DisputePartyExample));
            return null;
        }

        var start = Advance().Start;
        var options = ImmutableArray.CreateBuilder<NamingSyntax>();
        do
        {
            if (WordOrVariable("an option", "option delay \"delay the clean-up\"") is not { } name)
            {
                return null;
            }

            options.Add(Named(name));
        }
        while (Eat(TokenKind.Comma) && !ListEndsInComma());
        return new PartyOptionsSyntax(SpanFrom(start), options.ToImmutable());
    }

    private DisputeStatementSyntax? StatementLine(DisputeStatementKind kind, string example)
    {
        var start = Advance().Start;
        return Statement(example) is { } statement ? new DisputeStatementSyntax(SpanFrom(start), kind, statement) : null;
    }

    private DisputeStateSyntax? DisputeState()
    {
        const string Example = "state waiting \"nothing moves\" is delay, insist";
        var start = Advance().Start;
        if (WordOrVariable("a state", Example) is not { } name || Named(name) is var naming && !Expect(Word.Is, Example))
        {
            return null;
        }

        if (Eat(Word.None_))
        {
            return new DisputeStateSyntax(SpanFrom(start), naming, []);
        }

        var options = ImmutableArray.CreateBuilder<OptionNameSyntax>();
        do
        {
            if (OptionName(Example) is not { } option)
            {
                return null;
            }

            options.Add(option);
        }
        while (Eat(TokenKind.Comma) && !ListEndsInComma());
        return new DisputeStateSyntax(SpanFrom(start), naming, options.ToImmutable());
    }

    private OptionNameSyntax? OptionName(string example)
    {
        if (WordOrVariable("an option", example) is not { } option)
        {
            return null;
        }

        Identifier? party = null;
        if (Eat(Word.Of))
        {
            party = WordOrVariable("the party whose option it is", example);
            if (party is null)
            {
                return null;
            }
        }

        return new OptionNameSyntax(SpanFrom(option.Span.Start), option, party);
    }

    private PreferencesSyntax? Preferences()
    {
        const string Order = SyntaxErrors.OrderExample;
        var start = Advance().Start;
        var party = Expect(Word.Of, Order) ? WordOrVariable("the party", Order) : null;
        bool? isRanking = null;
        if (party is not null && Expect(Word.By, Order))
        {
            isRanking = TextOf(Current) switch { "ranking" => true, "order" => false, _ => null };
            if (isRanking is null)
            {
                Missing(SyntaxErrors.WordMissing("'order' or 'ranking'", Before, Found, Order));
            }
            else
            {
                Advance();
            }
        }

        var lines = InnerLines<PreferenceSyntax>(
            $"preferences of {party?.Text}", start, isRanking is null, isRanking == true ? Rank : Wish, isRanking == true ? SyntaxErrors.RankingExample : Order);
        return party is null || isRanking is not { } ranking || lines is not { } read ? null : new PreferencesSyntax(SpanFrom(start), party, ranking, read);
    }

    private PreferenceSyntax? Wish()
    {
        var start = Current.Start;
        if (At(Word.All))
        {
            return RestEqual();
        }

        return Statement("accept only if modify") is { } statement ? new StatementPreferenceSyntax(SpanFrom(start), statement) : null;
    }

    private PreferenceSyntax? Rank()
    {
        const string Example = "waiting equals settled";
        var start = Current.Start;
        if (At(Word.All))
        {
            return RestEqual();
        }

        var states = ImmutableArray.CreateBuilder<Identifier>();
        do
        {
            if (WordOrVariable("a state", Example) is not { } state)
            {
                return null;
            }

            states.Add(state);
        }
        while (EatText("equals"));
        return new RankPreferenceSyntax(SpanFrom(start), states.ToImmutable());
    }

    private RestEqualSyntax? RestEqual()
    {
        var start = Advance().Start;
        var word = "'else equal'";
        if (EatText("else"))
        {
            if (EatText("equal"))
            {
                return new RestEqualSyntax(SpanFrom(start));
            }

            word = "'equal'";
        }

        Missing(SyntaxErrors.WordMissing(word, Before, Found, "all else equal"));
        return null;
    }

    /// <summary>A statement over options: <c>not modify</c>, <c>delay or (accept and modify)</c>, <c>insist only if delay</c>.</summary>
    private StatementSyntax? Statement(string example)
    {
        if (_depth >= DeepestNesting)
        {
            Missing(SyntaxErrors.TooDeep());
            return null;
        }

        _depth++;
        try
        {
            var start = Current.Start;
            if (Joined(example) is not { } left || !IfWords(example, out var kind))
            {
                return null;
            }

            if (kind is not { } joint)
            {
                return left;
            }

            return Joined(example) is { } right ? new IfStatementSyntax(SpanFrom(start), joint, left, right) : null;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The words between the halves of a statement, if there are any. Answers false after a mistake.</summary>
    private bool IfWords(string example, out StatementIf? kind)
    {
        kind = null;
        if (EatText("only"))
        {
            kind = StatementIf.OnlyIf;
            return Expect(Word.If, example);
        }

        if (!Eat(Word.If))
        {
            return true;
        }

        kind = StatementIf.If;
        if (!Eat(Word.And))
        {
            return true;
        }

        kind = StatementIf.Both;
        return EatText("only") ? Expect(Word.If, example) : Missing(SyntaxErrors.WordMissing("'only if'", Before, Found, "accept if and only if modify"));
    }

    private StatementSyntax? Joined(string example)
    {
        var start = Current.Start;
        if (Simple(example) is not { } first)
        {
            return null;
        }

        var joint = Current.Word;
        if (joint is not (Word.And or Word.Or))
        {
            return first;
        }

        var items = ImmutableArray.CreateBuilder<StatementSyntax>();
        items.Add(first);
        while (Current.Word is Word.And or Word.Or)
        {
            if (!At(joint))
            {
                Missing(SyntaxErrors.MixedInStatement());
                return null;
            }

            Advance();
            if (Simple(example) is not { } next)
            {
                return null;
            }

            items.Add(next);
        }

        return new JoinedStatementSyntax(SpanFrom(start), joint == Word.Or, items.ToImmutable());
    }

    private StatementSyntax? Simple(string example)
    {
        var start = Current.Start;
        if (Eat(Word.Not))
        {
            if (_depth >= DeepestNesting)
            {
                Missing(SyntaxErrors.TooDeep());
                return null;
            }

            _depth++;
            var inner = Simple(example);
            _depth--;
            return inner is null ? null : new NotStatementSyntax(SpanFrom(start), inner);
        }

        if (Eat(TokenKind.OpenParenthesis))
        {
            if (Statement(example) is not { } inner)
            {
                return null;
            }

            if (!Eat(TokenKind.CloseParenthesis))
            {
                Missing(SyntaxErrors.CloseParenthesisMissing(Before, Found, "not (delay and accept)"));
                return null;
            }

            return inner;
        }

        return OptionName(example) is { } option ? new TakenSyntax(option.Span, option) : null;
    }
}
