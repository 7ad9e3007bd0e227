using System.Collections.Immutable;
using System.Globalization;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Plain;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>The words for a definition, a table or a group: beside a clause in short, among the words in full.</summary>
internal sealed class TermWords(Speech speech)
{
    /// <summary>With its readings; of a large group the number of its members.</summary>
    public ListItem InShort(ReadTerm term) => term is { Form: TermForm.Group, Meanings: [{ Lines.Length: > ReadSections.MostMembers } group] }
        ? new ListItem(Say("read.term", Name(term), Say("read.members", group.Lines.Length.ToString(CultureInfo.InvariantCulture))))
        : Of(term, hasRemarks: false);

    public ListItem InFull(ReadTerm term) => Of(term, hasRemarks: true);

    private ListItem Of(ReadTerm term, bool hasRemarks)
    {
        ImmutableArray<ListItem> remarks =
        [
            .. !hasRemarks ? [] : term.Remarks.Texts.Select(t => new ListItem($"“{t.Content}”")),
            .. !hasRemarks ? [] : term.Remarks.Notes.Select(n => new ListItem(n)),
            .. term.Remarks.Unverified.IsEmpty ? [] : new[] { new ListItem(Say("read.unverified", term.Remarks.Unverified.Any(u => u.Length == 0) ? Say("read.unverified.whole") : string.Join("; ", term.Remarks.Unverified))) },
        ];
        return term.Meanings switch
        {
            [] => new ListItem(Say("read.term", Name(term), Say(term.Form == TermForm.Line ? "read.by_name.line" : "read.by_name")), remarks),
            [{ Reading: null, Lines: var lines }] => lines is [var one]
                ? new ListItem(Say("read.term", Name(term), one), remarks)
                : term.Form == TermForm.Group ? new ListItem(Say("read.term", Name(term), string.Join("; ", lines)), remarks)
                : new ListItem(Say("read.term", Name(term), FirstRow(term)), [.. lines.Select(l => new ListItem(l)), .. remarks]),
            var ways => new ListItem(
                Say("read.term", Name(term), Say("read.readings.differ")),
                [
                    .. ways.Select(w => new ListItem(
                        Say("read.term", Say("read.reading", PlainNames.Spaced(w.Reading ?? string.Empty), string.Join(", ", w.HeldBy.Select(PlainNames.Spaced))), w.Lines is [var one] ? one : FirstRow(term)),
                        w.Lines.Length == 1 ? [] : [.. w.Lines.Select(l => new ListItem(l))])),
                    .. remarks,
                ]),
        };
    }

    private string FirstRow(ReadTerm term) => Say(term.Form == TermForm.Amount ? "read.first_row.amount" : "read.first_row");

    private string Name(ReadTerm term) =>
        PlainNames.Spaced(term.Name) + (term.Of.Length > 0 ? $" of {term.Of}" : string.Empty) + (term.Reference is { } reference ? $" ({reference})" : string.Empty);

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}
