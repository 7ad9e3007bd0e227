using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>What clauses, definitions and tables have in common: notes, references, and readings of their content.</summary>
internal sealed partial class FileParser
{
    /// <summary>The content of one reading, gathered line by line.</summary>
    private abstract class Content<T>
    {
        public int Start { get; set; } = -1;

        public int End { get; set; }

        public abstract bool IsEmpty { get; }

        public abstract T Value { get; }

        /// <summary>Reads a line without its end; answers false if it could not, which is reported.</summary>
        public abstract bool Line();
    }

    /// <summary>Notes and readings; content outside of readings is the only reading and has no name.</summary>
    private sealed class Body<T>(Func<Content<T>> create)
    {
        public ImmutableArray<NoteSyntax>.Builder Notes { get; } = ImmutableArray.CreateBuilder<NoteSyntax>();

        public ImmutableArray<ReadingSyntax<T>>.Builder Readings { get; } = ImmutableArray.CreateBuilder<ReadingSyntax<T>>();

        public Content<T>? Plain { get; set; }

        /// <summary>A line could not be read: what is missing may have been in it.</summary>
        public bool HasFailed { get; set; }

        public Content<T> Create() => create();

        /// <summary>All readings.</summary>
        public ImmutableArray<ReadingSyntax<T>> Finish()
        {
            if (Plain is { IsEmpty: false } plain)
            {
                var span = new Model.Text.TextSpan(plain.Start, plain.End - plain.Start);
                Readings.Add(new ReadingSyntax<T>(span, null, [], plain.Value));
            }

            return Readings.ToImmutable();
        }
    }

    /// <summary>A line of a definition, a table or a clause: a note, a reading with its own lines, or the content itself.</summary>
    private void BodyItem<T>(Body<T> body)
    {
        if (AtNote)
        {
            body.HasFailed |= !NoteItem(body.Notes);
        }
        else if (AtReading)
        {
            Reading(body);
        }
        else if (body.Readings.Count > 0)
        {
            Unexpected(SyntaxErrors.OutsideReadings());
            body.HasFailed = true;
            SkipItem();
        }
        else
        {
            ContentItem(body, body.Plain ??= body.Create());
        }
    }

    private void ContentItem<T>(Body<T> body, Content<T> content)
    {
        if (content.Start < 0)
        {
            content.Start = Current.Start;
        }

        if (!content.Line())
        {
            body.HasFailed = true;
            SkipItem();
            return;
        }

        content.End = _lastEnd;
        body.HasFailed |= !EndItem("the line");
    }

    /// <summary>A word of the language in the place of the name is meant as the name where the line goes on as it would after one.</summary>
    private bool AtReading => At(Word.Reading)
        && (Peek().IsName || (Peek().Word.IsReserved() && (Peek(2).Word == Word.By || Peek(2).Kind == TokenKind.OpenBrace)));

    /// <summary><c>reading NAME by NAMES { ... }</c></summary>
    private void Reading<T>(Body<T> body)
    {
        const string Example = "reading elapsed by usni {";
        if (body.Plain is { IsEmpty: false })
        {
            Unexpected(SyntaxErrors.OutsideReadings());
            body.HasFailed = true;
            SkipItem();
            return;
        }

        var start = Advance().Start;
        if (!Current.IsName)
        {
            Add(SyntaxErrors.ReservedName(TextOf(Current), "a reading", Example), Current.Span);
            body.HasFailed = true;
        }

        var name = TakeIdentifier();
        var heldBy = Eat(Word.By) ? Names("who holds the reading", Example) : [];
        var content = body.Create();
        void Item()
        {
            if (AtNote)
            {
                body.HasFailed |= !NoteItem(body.Notes);
            }
            else
            {
                ContentItem(body, content);
            }
        }

        var before = body.HasFailed;
        if (!BlockAfterHead($"reading {name.Text}", start, Item, Example, headFailed: heldBy is null, Level.Reading))
        {
            body.HasFailed = true;
            return;
        }

        EndItem("the reading");
        if (!content.IsEmpty)
        {
            body.Readings.Add(new ReadingSyntax<T>(SpanFrom(start), name, heldBy ?? [], content.Value));
        }
        else if (body.HasFailed == before)
        {
            Add(SyntaxErrors.EmptyReading(name.Text), name.Span);
            body.HasFailed = true;
        }
    }

    private bool AtNote =>
        Current.Word is Word.Text or Word.Note or Word.Unverified
        && (Peek().Kind == TokenKind.Text || Peek(2).Kind == TokenKind.Text || EndsLine(Peek()) || (Peek().IsName && EndsLine(Peek(2))));

    private bool NoteItem(ImmutableArray<NoteSyntax>.Builder notes)
    {
        if (Note() is { } note)
        {
            notes.Add(note);
            return EndItem("the note");
        }

        SkipItem();
        return true;
    }

    private NoteSyntax? Note()
    {
        var keyword = Advance();
        switch (keyword.Word)
        {
            case Word.Unverified:
                var subject = OptionalText();
                return new NoteSyntax(SpanFrom(keyword.Start), NoteKind.Unverified, null, subject);
            case Word.Note:
                return Text("what is to be noted", "note \"Both readings are kept.\"") is { } note
                    ? new NoteSyntax(SpanFrom(keyword.Start), NoteKind.Note, null, note)
                    : null;
            default:
                // Some names of languages, such as no and is, are words of this one.
                var language = At(TokenKind.Name) ? TakeIdentifier() : null;
                return Text("the words of the agreement", "text en \"... 42 days or more in advance ...\"") is { } text
                    ? new NoteSyntax(SpanFrom(keyword.Start), NoteKind.Text, language, text)
                    : null;
        }
    }

    /// <summary><c>at "38"</c>, if it is there.</summary>
    private ReferenceSyntax? Reference(string example, out bool failed)
    {
        failed = false;
        if (LooseReference())
        {
            return null;
        }

        if (!At(Word.At))
        {
            return null;
        }

        var start = Advance().Start;

        var article = Text("the article", example);
        failed = article is null;
        return article is null ? null : new ReferenceSyntax(SpanFrom(start), article);
    }

    /// <summary>
    /// <c>at Art. 1</c>, <c>at § 3</c>, <c>article 1(2)</c>: an article without quotation marks. Reports it and skips it, with what is wrong with the characters in it.
    /// </summary>
    private bool LooseReference()
    {
        var from = At(Word.At) ? 1 : 0;
        var end = EndOfItem(from);
        if (end == from || Peek(from).Kind is TokenKind.Text || (from == 0 && !(Peek(from).Kind == TokenKind.Name && IsArticleWord(TextOf(Peek(from))))))
        {
            return false;
        }

        // What the lexer could make nothing of, such as §, lies before the first token.
        var start = from == 0 ? Current.Start : Current.End;
        var last = Peek(end).Kind == TokenKind.OpenBrace ? _text[..Peek(end).Start].TrimEnd().Length : Peek(end - 1).End + (Peek(end).IsBroken || _text.AsSpan(Peek(end - 1).End).StartsWith(".") ? 1 : 0);
        var written = _text[start..Math.Max(start, last)].Trim();
        var number = string.Join(' ', written.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => IsArticleWord(w.TrimEnd('.', ':')) || w is "§" or "§§")).TrimEnd('.', ':').TrimStart('§').Trim('"');
        if (number.Length is 0 or > 40 || number.Contains('"', StringComparison.Ordinal) || !number.Any(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        ReportLexicalMistakes(_at + from - 1);
        while (_reportedLexical < _lexicalMistakes.Count && _lexicalMistakes[_reportedLexical].TokenIndex <= _at + end - (Peek(end).IsBroken ? 0 : 1))
        {
            _reportedLexical++;
        }

        var place = new Model.Text.TextSpan(start + (_text[start..].Length - _text[start..].TrimStart().Length), written.Length);
        Add(SyntaxErrors.ArticleWithoutQuotes(number, from == 0, place), place);
        _reportedAt = _at + end;
        _at += end;
        return true;
    }

    private static bool IsArticleWord(string word) =>
        word.ToLowerInvariant() is "article" or "art" or "articles" or "section" or "sec" or "paragraph" or "para" or "chapter" or "clause" or "point" or "no";

    /// <summary>A block whose head may have been unreadable: its lines are read all the same, so that their mistakes are found too.</summary>
    private bool BlockAfterHead(string what, int start, Action item, string example, bool headFailed, Level level = Level.Lines)
    {
        if (headFailed)
        {
            SkipToEndOfHead();
        }

        return Block(what, start, level, item, example);
    }
}
