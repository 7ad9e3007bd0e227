using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>States and groups: what an actor is for a time.</summary>
internal sealed partial class FileParser
{
    private StateSyntax? State()
    {
        var start = Advance().Start;
        var example = ItemWords.Example(Word.State);
        if (Noun("a state", example) is not { } noun || Roles(example) is not { } roles)
        {
            return null;
        }

        if (!Expect(Word.Begins, example) || !Expect(Word.When, example) || Phrase(example) is not { } begins)
        {
            return null;
        }

        PhraseSyntax? ends = null;
        if (Eat(Word.Ends))
        {
            ends = Expect(Word.When, example) ? Phrase(example) : null;
            if (ends is null)
            {
                return null;
            }
        }

        return new StateSyntax(SpanFrom(start), noun, roles, begins, ends);
    }

    private GroupSyntax? Group()
    {
        var start = Advance().Start;
        var example = ItemWords.Example(Word.Group);
        var noun = Noun("a group", example);
        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        void Item()
        {
            var at = Current.Start;
            var names = Namings("a member", example);
            if (names.IsEmpty || Spans() is not { } spans)
            {
                SkipItem();
                return;
            }

            if (spans.Length > 0 && At(TokenKind.Comma))
            {
                Missing(SyntaxErrors.DatedMember(names[^1].Name.Text));
                SkipItem();
                return;
            }

            members.Add(new MemberSyntax(SpanFrom(at), names, spans));
            EndItem("the member");
        }

        if (!Block($"group {noun?.Singular.Text}", start, Level.Lines, Item, example))
        {
            return null;
        }

        EndItem("the group");
        return noun is null ? null : new GroupSyntax(SpanFrom(start), noun, members.ToImmutable());
    }
}
