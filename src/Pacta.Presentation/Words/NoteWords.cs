using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for the notes beside a finding: what silence was taken to mean, and the like.</summary>
public sealed class NoteWords
{
    private readonly Speech _speech;

    internal NoteWords(Speech speech) => _speech = speech;

    public string Of(FindingNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var key = "note." + Names.Snake(note.Code.ToString());
        return note.Code switch
        {
            NoteCode.TakenToBeComplete => Complete(note.Arguments[0], [_speech.Roles.Who(note.Arguments[1])]),
            NoteCode.ExceptionsConflict => _speech.Phrases.Say(key, string.Join(_speech.Phrases.Say("who.and"), note.Arguments)),
            NoteCode.NoDueYet => _speech.Phrases.Say(key, note.Cause is { } cause ? _speech.Causes.Of(cause) : string.Empty),
            _ => _speech.Phrases.Say(key, [.. note.Arguments]),
        };
    }

    /// <summary>What is assumed, in the order of the words; nothing about readings, which are chosen, nor about acts that came too early, which are reported.</summary>
    public ImmutableArray<string> Assumed(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return [.. finding.Notes.Where(IsAssumed).Select(Of).Order(StringComparer.Ordinal)];
    }

    /// <summary>Acts that are reported and do not count, and why.</summary>
    public ImmutableArray<string> NotCounted(IEnumerable<Finding> findings) =>
        [.. findings.SelectMany(f => f.Notes).Where(n => n.Code == NoteCode.TooEarly).Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsAssumed(FindingNote note) => note.Code is not (NoteCode.OnlyUnderReading or NoteCode.TooEarly);

    /// <summary>"only under the reading of ceasefire: continues", where other readings lead to no such finding.</summary>
    public IEnumerable<string> OnlyUnder(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Notes.Where(n => n.Code == NoteCode.OnlyUnderReading).Select(Of);
    }

    /// <summary>The assumptions of several findings, alike ones once, and those that differ only in whose reports are meant together.</summary>
    public ImmutableArray<string> Assumed(IEnumerable<Finding> findings)
    {
        var notes = findings.SelectMany(f => f.Notes).Where(IsAssumed).Distinct().ToList();
        return
        [
            .. notes
                .Where(n => n.Code == NoteCode.TakenToBeComplete)
                .GroupBy(n => n.Arguments[0], StringComparer.Ordinal)
                .Select(g => Complete(g.Key, [.. g.Select(n => _speech.Roles.Who(n.Arguments[1])).Order(StringComparer.Ordinal)]))
                .Concat(notes.Where(n => n.Code != NoteCode.TakenToBeComplete).Select(Of))
                .Order(StringComparer.Ordinal),
        ];
    }

    private string Complete(string kind, ImmutableArray<string> who) => _speech.Phrases.Say(
        "note.taken_to_be_complete",
        kind,
        who.Length <= PartyWords.MostNames ? string.Join(", ", who) : _speech.Phrases.Say("who.others", string.Join(", ", who.Take(PartyWords.MostNames - 1)), $"{who.Length - PartyWords.MostNames + 1}"));
}
