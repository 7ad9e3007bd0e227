using System.Collections.Immutable;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Plain;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>The words that clauses use, in full, and where each is used.</summary>
internal sealed class WordSections(ReadAgreement read, Speech speech, int level, string anchor, string? plain)
{
    /// <param name="isShort">Without where they are used.</param>
    public IEnumerable<Block> All(bool isShort)
    {
        if (read.Terms.IsEmpty)
        {
            yield break;
        }

        yield return new HeadingBlock(level, Say("read.words"), anchor + "words");
        yield return new ListBlock([.. read.Terms.Select(new TermWords(speech).InFull)], plain);
        if (isShort)
        {
            yield break;
        }

        yield return new HeadingBlock(level, Say("read.index"), anchor + "index");
        yield return new TableBlock(
            Say("read.index"),
            [
                [Say("read.word"), Say("read.word_form"), Say("read.where")],
                .. read.Index.Zip(read.Terms, (e, t) => (ImmutableArray<string>)[PlainNames.Spaced(e.Word), Say("read.form." + Names.Snake(t.Form)), string.Join(", ", e.Clauses.Select(ClauseAt))]),
            ],
            HasRowHeaders: true);
    }

    private string ClauseAt(string path) => PlainNames.Spaced(ClauseWords.Full(read.Agreement.Clauses.First(c => c.Path == path)));

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
