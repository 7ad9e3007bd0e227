using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Scenarios: facts and what is expected of them.</summary>
internal sealed partial class FileParser
{
    private const string FactExample = "2021-09-10 exercise north_wind by aland in zone_of_application with troops 12_800";

    /// <summary>In an expectation the calendar period of a finding may stand where its trigger does: <c>quota of 2021</c>.</summary>
    private bool _isPeriodAllowed;

    private ScenarioSyntax? Scenario()
    {
        const string Example = "scenario \"a late notice is a breach\" of vienna_document_2011 {";
        var start = Advance().Start;
        var title = Text("what the scenario shows", Example);
        var agreement = title is not null && Expect(Word.Of, Example) ? Name("the agreement", Example) : null;
        var lines = Lines($"scenario \"{title?.Value}\"", start, agreement is null, ScenarioLine, Example);
        return title is null || agreement is null || lines is not { } read ? null : new ScenarioSyntax(SpanFrom(start), title, agreement, read);
    }

    private ScenarioLineSyntax? ScenarioLine()
    {
        var start = Current.Start;
        switch (Current)
        {
            case { Word: Word.Perspective }:
                Advance();
                return Name("a perspective", "perspective neutral") is { } perspective
                    ? new ScenarioPerspectiveSyntax(SpanFrom(start), perspective)
                    : null;
            case { Word: Word.Expect }:
                return Expectation();
            case { Kind: TokenKind.Date or TokenKind.Month }:
                return Fact();
            case { IsName: true } when TextOf(Peek()) == "stands":
                return StandIn();
            default:
                Unexpected(Current.Word is Word.Reported or Word.Denied or Word.Retracted
                    ? SyntaxErrors.ToldOnNewLine(TextOf(Current))
                    : SyntaxErrors.UnknownScenarioLine(Found));
                return null;
        }
    }

    /// <summary><c>aland stands in for ukraine</c>; "stands" and "for" are words only here.</summary>
    private StandInSyntax? StandIn()
    {
        const string Example = "aland stands in for ukraine";
        var actor = TakeIdentifier();
        Advance();
        if (!Expect(Word.In, Example))
        {
            return null;
        }

        if (TextOf(Current) != "for")
        {
            Missing(SyntaxErrors.WordMissing("'for'", Before, Found, Example));
            return null;
        }

        Advance();
        return Name("the actor whose place it takes", Example) is { } replaced ? new StandInSyntax(SpanFrom(actor.Span.Start), actor, replaced) : null;
    }

    private ExpectSyntax? Expectation()
    {
        const string Example = "expect breached prior_notification by aland to borland on 2021-09-10 because notifiable_exercise";
        var start = Advance().Start;
        if (Name("the state that is expected", Example) is not { } state)
        {
            return null;
        }

        _isPeriodAllowed = true;
        var phrase = Phrase(Example);
        _isPeriodAllowed = false;
        if (phrase is null)
        {
            return null;
        }

        ImmutableArray<Identifier>? because = [];
        if (Eat(Word.Because))
        {
            because = Names("a reason", Example);
        }

        return because is { } reasons ? new ExpectSyntax(SpanFrom(start), state, phrase, reasons) : null;
    }

    private ScenarioLineSyntax? Fact()
    {
        var start = Current.Start;
        if (Moment(FactExample) is not { } from)
        {
            return null;
        }

        MomentLiteral? to = null;
        if (Eat(TokenKind.Range))
        {
            to = Moment("2021-09-10 .. 2021-09-12 exercise north_wind by aland");
            if (to is null)
            {
                return null;
            }
        }

        if (At(Word.Judged) && to is null)
        {
            return JudgedFact(start, from);
        }

        if (Phrase(FactExample) is not { } phrase)
        {
            return null;
        }

        MomentLiteral? until = null;
        if (Eat(Word.Until))
        {
            until = Moment("2021-09-10 exercise north_wind by aland until 2021-09-16");
            if (until is null)
            {
                return null;
            }
        }

        if (Settings() is not { } settings || Told() is not { } told)
        {
            return null;
        }

        if (At(Word.With) || At(Word.Until))
        {
            Missing(SyntaxErrors.OrderOfFact(TextOf(Current)));
            return null;
        }

        return new FactSyntax(SpanFrom(start), from, to, phrase, until, settings, told);
    }

    private JudgedFactSyntax? JudgedFact(int start, MomentLiteral from)
    {
        const string Example = "2022-01-01 judged \"the current security environment\" yes reported by nato";
        Advance();
        if (Text("the matter that somebody judges", Example) is not { } matter)
        {
            return null;
        }

        if (!At(Word.Yes) && !At(Word.No))
        {
            Missing(SyntaxErrors.WordMissing("'yes' or 'no'", null, Found, Example));
            return null;
        }

        var isYes = Advance().Word == Word.Yes;
        return Told() is { } told ? new JudgedFactSyntax(SpanFrom(start), from, matter, isYes, told) : null;
    }

    private ImmutableArray<SettingSyntax>? Settings()
    {
        var settings = ImmutableArray.CreateBuilder<SettingSyntax>();
        if (!Eat(Word.With))
        {
            return settings.ToImmutable();
        }

        do
        {
            if (Setting() is not { } setting)
            {
                return null;
            }

            settings.Add(setting);
        }
        while (Eat(TokenKind.Comma));
        return settings.ToImmutable();
    }

    private SettingSyntax? Setting()
    {
        const string Example = "with troops 12_800, alert yes";
        if (Name("what is told of it", Example) is not { } field)
        {
            return null;
        }

        var start = field.Span.Start;
        if (Eat(Word.No))
        {
            return new SettingSyntax(SpanFrom(start), field, true, null, null, null);
        }

        if (Term(Example) is not { } low)
        {
            return null;
        }

        TermSyntax? high = null;
        if (Eat(TokenKind.Range) && (high = Term(Example)) is null)
        {
            return null;
        }

        if (!Eat(Word.From))
        {
            return new SettingSyntax(SpanFrom(start), field, false, low, high, null);
        }

        return Argument("with distance 12 km from contact_line") is { } from
            ? new SettingSyntax(SpanFrom(start), field, false, low, high, from)
            : null;
    }

    private ImmutableArray<ToldSyntax>? Told()
    {
        const string Example = "reported 2021-09-11 by smm";
        var told = ImmutableArray.CreateBuilder<ToldSyntax>();
        while (Current.Word is Word.Reported or Word.Denied or Word.Retracted)
        {
            var keyword = Advance();
            var kind = keyword.Word switch { Word.Reported => ToldKind.Reported, Word.Denied => ToldKind.Denied, _ => ToldKind.Retracted };
            MomentLiteral? on = null;
            if (AtMoment)
            {
                on = Moment(Example);
                if (on is null)
                {
                    return null;
                }
            }

            if (!Expect(Word.By, Example) || Name("who told it", Example) is not { } by)
            {
                return null;
            }

            told.Add(new ToldSyntax(SpanFrom(keyword.Start), kind, on, by));
        }

        return told.ToImmutable();
    }
}
