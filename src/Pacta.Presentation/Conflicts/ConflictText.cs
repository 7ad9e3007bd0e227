using System.Collections.Immutable;
using Pacta.Negotiation.Conflicts;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Conflicts;

/// <summary>Clauses that do not go together, on a screen.</summary>
public static class ConflictText
{
    public static void Write(TextWriter output, TextConflicts conflicts, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        var words = new ConflictWords(conflicts, speech);
        var page = new Page(output, screen);
        page.Title(words.Title());
        if (conflicts.Conflicts.IsEmpty)
        {
            page.Line();
            page.Paragraph(speech.Phrases.Say("conflicts.none"));
        }

        foreach (var conflict in conflicts.Conflicts)
        {
            Write(page, words.Of(conflict), speech);
        }

        if (!conflicts.Separate.IsEmpty)
        {
            page.Heading(speech.Phrases.Say("conflicts.separate"));
            foreach (var pair in conflicts.Separate)
            {
                Write(page, words.Of(pair), speech);
            }
        }

        page.List(speech.Phrases.Say("conflicts.bound.title"), words.Bound());
    }

    private static void Write(Page page, ConflictEntry entry, Speech speech)
    {
        page.Heading(entry.Title);
        page.Paragraph(entry.Sentence);
        Lines(speech.Phrases.Say("conflicts.situation"), entry.Situation);
        Lines(speech.Phrases.Say("conflicts.attempts"), entry.Attempts);
        foreach (var (name, lines) in entry.Clauses)
        {
            Lines(name, lines);
        }

        foreach (var remark in entry.Remarks)
        {
            page.Paragraph(remark);
        }

        Lines(speech.Phrases.Say("conflicts.prevails"), entry.Prevails);

        void Lines(string title, ImmutableArray<string> lines)
        {
            if (!lines.IsEmpty)
            {
                page.Paragraph(title);
                foreach (var line in lines)
                {
                    page.Paragraph(line, "    ");
                }
            }
        }
    }
}
