using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Vocabularies: units, actors, kinds and events.</summary>
internal sealed partial class FileParser
{
    private VocabularySyntax? Vocabulary()
    {
        var start = Advance().Start;
        var name = Name("a vocabulary", ItemWords.Example(Word.Vocabulary));
        var items = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        void Item()
        {
            if (!Declaration(items))
            {
                UnknownItem("a vocabulary", ItemWords.InVocabulary, Item);
            }
        }

        if (!Block($"vocabulary {name?.Text}", start, Level.Vocabulary, Item, "vocabulary military {"))
        {
            return null;
        }

        EndItem("the vocabulary");
        return name is null ? null : new VocabularySyntax(SpanFrom(start), name, items.ToImmutable());
    }

    /// <summary>Reads a declaration; answers false, having read nothing, if the line does not begin like one.</summary>
    private bool Declaration(ImmutableArray<DeclarationSyntax>.Builder items)
    {
        DeclarationSyntax? item;
        switch (Current.Word)
        {
            case Word.Unit:
                item = Unit();
                break;
            case Word.Actor:
                item = Actors();
                break;
            case Word.Kind:
                item = Kind();
                break;
            case Word.Event:
                item = Event();
                break;
            case Word.State:
                item = State();
                break;
            case Word.Open:
                item = OpenKinds();
                break;
            case Word.About when Peek().Word == Word.Is:
                item = Tolerance();
                break;
            case Word.Group:
                Keep(items, Group());
                return true;
            case Word.Define:
                Keep(items, Define());
                return true;
            case Word.Amount or Word.Zone or Word.Line:
                Keep(items, Table());
                return true;
            default:
                return false;
        }

        if (item is null)
        {
            SkipItem();
            return true;
        }

        items.Add(item);
        EndItem("the declaration");
        return true;
    }

    private UnitSyntax? Unit()
    {
        const string Example = "unit km is 1_000 m";
        var start = Advance().Start;
        if (WordOrVariable("a unit", Example) is not { } name)
        {
            return null;
        }

        if (!Eat(Word.Is))
        {
            return new UnitSyntax(SpanFrom(start), name, null, null);
        }

        return Number("the size of the unit", Example) is { } factor && WordOrVariable("another unit", Example) is { } other
            ? new UnitSyntax(SpanFrom(start), name, factor, other)
            : null;
    }

    private ActorsSyntax? Actors()
    {
        var start = Advance().Start;
        var actors = Namings("an actor", ItemWords.Example(Word.Actor));
        return actors.IsEmpty ? null : new ActorsSyntax(SpanFrom(start), actors);
    }

    /// <summary>Names, each perhaps with its full name in quotation marks; those before the first that cannot be read.</summary>
    private ImmutableArray<NamingSyntax> Namings(string what, string example)
    {
        var namings = ImmutableArray.CreateBuilder<NamingSyntax>();
        do
        {
            if (Name(what, example) is not { } name)
            {
                break;
            }

            var fullName = OptionalText();
            namings.Add(new NamingSyntax(SpanFrom(name.Span.Start), name, fullName));
        }
        while (Eat(TokenKind.Comma) && !ListEndsInComma());
        return namings.ToImmutable();
    }

    private KindSyntax? Kind()
    {
        var start = Advance().Start;
        var example = ItemWords.Example(Word.Kind);
        var nouns = ImmutableArray.CreateBuilder<NounSyntax>();
        do
        {
            if (Noun("a kind", example) is not { } noun)
            {
                break;
            }

            nouns.Add(noun);
        }
        while (Eat(TokenKind.Comma) && !ListEndsInComma());

        if (nouns.Count == 0)
        {
            return null;
        }

        var (parent, roles, fields) = Shape("a kind", example);
        return new KindSyntax(SpanFrom(start), nouns.ToImmutable(), parent, roles, fields);
    }

    private EventSyntax? Event()
    {
        var start = Advance().Start;
        var example = ItemWords.Example(Word.Event);
        if (Name("the verb of the event", example) is not { } verb || Noun("an event", example) is not { } noun)
        {
            return null;
        }

        var (parent, roles, fields) = Shape("an event", example);
        return new EventSyntax(SpanFrom(start), verb, noun, parent, roles, fields);
    }

    /// <summary>
    /// <c>is PARENT</c>, the roles and the fields, as kinds and events have them. The name is declared even if the rest of its line
    /// cannot be read, or every use of it would be one more mistake.
    /// </summary>
    private (Identifier? Parent, ImmutableArray<RoleSyntax> Roles, ImmutableArray<FieldSyntax> Fields) Shape(string what, string example)
    {
        var hasParent = Eat(Word.Is);
        var parent = hasParent ? Name(what, example) : null;
        if (hasParent && parent is null)
        {
            return (null, [], []);
        }

        return Roles(example) is { } roles ? (parent, roles, Fields(example)) : (parent, [], []);
    }

    private NounSyntax? Noun(string what, string example)
    {
        if (Name(what, example) is not { } singular)
        {
            return null;
        }

        Identifier? plural = null;
        if (Eat(TokenKind.OpenParenthesis))
        {
            plural = Name("the plural", example);
            if (plural is not null && !Eat(TokenKind.CloseParenthesis))
            {
                Missing(SyntaxErrors.CloseParenthesisMissing(Before, Found, example));
            }
        }

        return new NounSyntax(SpanFrom(singular.Span.Start), singular, plural);
    }

    private ImmutableArray<RoleSyntax>? Roles(string example)
    {
        var roles = ImmutableArray.CreateBuilder<RoleSyntax>();
        while (At(Word.Of) || Current.Word.IsPreposition())
        {
            var preposition = TakeIdentifier();
            if (Name("the kind of who or what takes part", example) is not { } noun)
            {
                return null;
            }

            var variable = At(TokenKind.Variable) ? TakeIdentifier() : null;
            roles.Add(new RoleSyntax(SpanFrom(preposition.Span.Start), preposition, noun, variable));
        }

        return roles.ToImmutable();
    }

    private ImmutableArray<FieldSyntax> Fields(string example)
    {
        var fields = ImmutableArray.CreateBuilder<FieldSyntax>();
        if (!Eat(Word.With))
        {
            return fields.ToImmutable();
        }

        do
        {
            if (Name("a field", example) is not { } name || WordOrVariable("the type of the field", example) is not { } type)
            {
                break;
            }

            fields.Add(new FieldSyntax(SpanFrom(name.Span.Start), name, type));
        }
        while (Eat(TokenKind.Comma));
        return fields.ToImmutable();
    }

    private OpenKindsSyntax? OpenKinds()
    {
        var start = Advance().Start;
        return Names("a kind or an event", ItemWords.Example(Word.Open)) is { } names ? new OpenKindsSyntax(SpanFrom(start), names) : null;
    }

    private ToleranceSyntax? Tolerance()
    {
        const string Example = "about is 10%";
        var start = Advance().Start;
        Advance();
        if (Number("a share", Example) is not { } percent)
        {
            return null;
        }

        if (!Eat(TokenKind.Percent))
        {
            Missing(SyntaxErrors.PercentMissing(Found, Example));
            return null;
        }

        return new ToleranceSyntax(SpanFrom(start), percent);
    }
}
