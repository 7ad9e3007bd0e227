using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Plain;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>The clauses, chapter by chapter: the text beside the clause in plain words, rival readings beside each other, the exceptions as a tree, the code, and the words that it uses.</summary>
internal sealed class ClauseSections(ReadAgreement read, Speech speech, int level, string anchor, string? plain, bool isShort)
{
    /// <summary>How sources are named in notes.</summary>
    private static readonly string[] SourceWords = ["source", "sources"];

    public IEnumerable<Block> All() =>
    [
        new HeadingBlock(level, Say("read.clauses"), anchor + "clauses"),
        .. read.Chapters.IsEmpty ? (Block[])[new TextBlock(Say("read.no_clauses"), TextForm.Plain)] : [],
        .. read.Chapters.SelectMany(Chapter),
    ];

    /// <summary>Where links to a clause lead.</summary>
    public static string AnchorOf(string prefix, Clause clause) => $"{prefix}c-{string.Concat(clause.Path.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : c == '/' ? ':' : '_'))}";

    private IEnumerable<Block> Chapter(ReadChapter chapter)
    {
        var hasHeading = !chapter.Parts.IsEmpty;
        var blocks = chapter.Clauses.SelectMany(c => OfClause(c, hasHeading ? level + 2 : level + 1));
        return hasHeading
            ? blocks.Prepend(new HeadingBlock(level + 1, Say("read.part", string.Join('/', chapter.Parts), chapter.Title), string.Empty))
            : blocks;
    }

    private IEnumerable<Block> OfClause(ReadClause of, int at)
    {
        var clause = of.Clause;
        yield return new HeadingBlock(at, Title(clause.Reference, clause.Name), AnchorOf(anchor, clause));
        if (clause.Status != read.Agreement.Status)
        {
            yield return new TextBlock(Say("read.clause_standing", speech.Clauses.Of(clause.Status)), TextForm.Remark);
        }

        if (of.Ways.Length > 1)
        {
            yield return new TextBlock(Say("read.readings", of.Ways.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), TextForm.Plain);
        }

        yield return new ColumnsBlock(
            Title(clause.Reference, clause.Name),
            [
                new Column(Say("read.text"), [.. Text(clause.Remarks, clause.Reference), .. Claims(clause)]),
                .. of.Ways.Select(w => new Column(Heading(w), [.. Sentences(w.Plain), .. Beside(clause).Select(l => new TextBlock(l, TextForm.Plain))])),
            ]);
        if (!of.Exceptions.IsEmpty)
        {
            yield return new TextBlock(Say("read.exceptions"), TextForm.Label);
            yield return new ListBlock([.. of.Exceptions.Select(e => Exception(e, isBelow: false))], plain);
            if (of.Exceptions.Count(e => !e.Instead.IsEmpty) > 1)
            {
                yield return new TextBlock(Say("read.exceptions.clash"), TextForm.Remark);
            }
        }

        if (!isShort)
        {
            foreach (var block in Behind(of))
            {
                yield return block;
            }
        }
    }

    /// <summary>The code, the words that it uses, and how it is counted.</summary>
    private IEnumerable<Block> Behind(ReadClause of)
    {
        yield return new TextBlock(Say("read.code"), TextForm.Label);
        yield return new CodeBlock(string.Join("\n\n", Codes(of)));
        if (!of.Terms.IsEmpty)
        {
            yield return new TextBlock(Say("read.words_used"), TextForm.Label);
            yield return new ListBlock([.. of.Terms.Select(t => new TermWords(speech).InShort(t))], plain);
        }

        if (!of.Counted.IsEmpty)
        {
            yield return new TextBlock(Say("read.counted"), TextForm.Label);
            yield return new ListBlock([.. of.Counted.Select(c => new ListItem(Say("read.counted." + Names.Snake(c), read.Agreement.TimeZone)))]);
        }
    }

    private static IEnumerable<string> Codes(ReadClause of) => of.Exceptions.SelectMany(Codes).Prepend(of.Code);

    private static IEnumerable<string> Codes(ReadException exception) => exception.Below.SelectMany(Codes).Prepend(exception.Code);

    /// <summary>The text of the article, what was noted on it, and what is not confirmed.</summary>
    private IEnumerable<Block> Text(Remarks remarks, string? reference)
    {
        foreach (var text in remarks.Texts)
        {
            yield return new TextBlock(text.Content, TextForm.Quotation, text.Language);
        }

        if (remarks.Texts.IsEmpty)
        {
            yield return new TextBlock(Say("read.no_text", reference ?? string.Empty), TextForm.Remark);
        }
        else if (reference is not null)
        {
            yield return new TextBlock(Say("read.article", reference), TextForm.Plain);
        }

        foreach (var note in remarks.Notes)
        {
            yield return new TextBlock(Note(note), TextForm.Remark);
        }

        yield return Mark(remarks);
    }

    /// <summary>"source: ..." as it is written; other notes say that they are.</summary>
    private string Note(string note) => SourceWords.Any(w => note.StartsWith(w, StringComparison.OrdinalIgnoreCase)) ? note : Say("read.note", note);

    private TextBlock Mark(Remarks remarks) => remarks.Unverified.IsEmpty
        ? new TextBlock(Say("read.confirmed"), TextForm.Remark)
        : new TextBlock(
            Say("read.unverified", remarks.Unverified.Any(u => u.Length == 0) ? Say("read.unverified.whole") : string.Join("; ", remarks.Unverified)), TextForm.Mark);

    private IEnumerable<Block> Claims(Clause clause) => clause.Claims.Select(c => new TextBlock(
        Say(c.IsDenied ? "read.denied" : "read.claimed", Somebody(c.By), c.Words ?? string.Empty), TextForm.Plain));

    private string Heading(ReadWay way) => way.Name is { } name
        ? Say("read.plain.reading", PlainNames.Spaced(name), string.Join(", ", way.HeldBy.Select(Somebody)))
        : Say("read.plain");

    /// <summary>What it survives, and which reports count.</summary>
    private IEnumerable<string> Beside(Clause clause)
    {
        if (clause.Survival.Withdrawal is { } withdrawal)
        {
            yield return withdrawal.Length is { } length ? Say("read.survives.withdrawal.for", PlainWords.Lapse(length)) : Say("read.survives.withdrawal");
        }

        if (clause.Survival.Expiry is { } expiry)
        {
            yield return expiry.Length is { } length ? Say("read.survives.expiry.for", PlainWords.Lapse(length)) : Say("read.survives.expiry");
        }

        if (clause.AdmitsWithin is { } admits)
        {
            yield return Say("read.admits", PlainWords.Lapse(admits));
        }
    }

    private IEnumerable<Block> Sentences(ImmutableArray<ReadSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            yield return new TextBlock(sentence.Text, TextForm.Sentence, plain);
            if (!sentence.Below.IsEmpty)
            {
                yield return new ListBlock([.. sentence.Below.Select(b => new ListItem(b))], plain);
            }
        }
    }

    /// <summary>An exception with what prevails where it holds; below it its own exceptions.</summary>
    private ListItem Exception(ReadException of, bool isBelow)
    {
        var (own, remarks) = (of.Exception, of.Exception.Remarks);
        var effect = (of.Instead.IsEmpty, isBelow) switch
        {
            (true, false) => "the clause does not apply",
            (true, true) => "the exception above does not apply, and what it is made to binds again",
            (false, false) => "the clause is set aside, and instead",
            _ => "the exception above is set aside, the clause stays set aside, and instead",
        };
        var instead = string.Join(' ', of.Instead.Select(s => s.Text + (s.Below.IsEmpty ? string.Empty : " " + string.Join("; ", s.Below) + ".")));
        return new ListItem(
            $"{Title(own.Reference, own.Name)}: where {of.If}, {effect}{(instead.Length > 0 ? ": " + instead : ".")}",
            [
                .. remarks.Texts.Select(t => new ListItem($"“{t.Content}”{(t.Language is null ? string.Empty : $" ({t.Language})")}")),
                .. remarks.Notes.Select(n => new ListItem(Note(n))),
                .. remarks.Unverified.IsEmpty ? [] : new[] { new ListItem(Mark(remarks).Text) },
                .. of.Below.Select(e => Exception(e, isBelow: true)),
            ]);
    }

    private static string Title(string? reference, string name) => reference is null ? PlainNames.Spaced(name) : $"{reference} {PlainNames.Spaced(name)}";

    private string Somebody(string name) => read.Agreement.Vocabulary.Actors.ContainsKey(name) || read.Agreement.Vocabulary.Sources.ContainsKey(name) ? new PlainNames(read.Agreement).Actor(name) : PlainNames.Spaced(name);

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
