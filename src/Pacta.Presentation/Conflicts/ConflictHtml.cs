using System.Collections.Immutable;
using Pacta.Negotiation.Conflicts;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Conflicts;

/// <summary>Clauses that do not go together, as a page.</summary>
public static class ConflictHtml
{
    public static void Write(TextWriter output, TextConflicts conflicts, Manifest manifest, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(speech);
        var words = new ConflictWords(conflicts, speech);
        ImmutableArray<ComparisonSection> sections =
        [
            new ComparisonSection(
                "conflicts",
                speech.Phrases.Say("conflicts.found"),
                [],
                [.. conflicts.Conflicts.Select(c => Entry(words.Of(c), speech))],
                conflicts.Conflicts.IsEmpty ? [speech.Phrases.Say("conflicts.none")] : []),
            .. conflicts.Separate.IsEmpty
                ? (ComparisonSection[])[]
                : [new ComparisonSection("separate", speech.Phrases.Say("conflicts.separate"), [], [.. conflicts.Separate.Select(p => Entry(words.Of(p), speech))], [])],
            new ComparisonSection("bound", speech.Phrases.Say("conflicts.bound.title"), [], [], [.. words.Bound()]),
        ];
        ComparisonHtml.Write(output, new ComparisonDocument(words.Title(), sections), manifest, linesSkipped: 0, speech);
    }

    private static ComparisonEntry Entry(ConflictEntry entry, Speech speech) => new(
        entry.Title,
        entry.Sentence,
        [.. ((ImmutableArray<(string Label, ImmutableArray<string> Lines)>)[(speech.Phrases.Say("conflicts.situation"), entry.Situation), (speech.Phrases.Say("conflicts.attempts"), entry.Attempts), .. entry.Clauses, (speech.Phrases.Say("conflicts.prevails"), entry.Prevails)]).Where(t => !t.Lines.IsEmpty)],
        entry.Remarks);
}
