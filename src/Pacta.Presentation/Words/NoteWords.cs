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
        var key = "note." + Names.Snake(note.Code);
        return note.Code switch
        {
            NoteCode.TakenToBeComplete => Complete(note.Arguments[0], [_speech.Roles.Who(note.Arguments[1])]),
            NoteCode.ExceptionsConflict => _speech.Phrases.Say(key, string.Join(_speech.Phrases.Say("who.and"), note.Arguments)),
            NoteCode.DeniesUnsaid => _speech.Phrases.Say(key, _speech.Roles.Of(note.Arguments[0], note.Arguments[1]), note.Arguments[2], note.Arguments[3]),
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

    /// <summary>Acts that are reported and do not count, and why. What counts in one of the findings is not told as not counted.</summary>
    /// <param name="also">The ids of acts that count for something besides.</param>
    public ImmutableArray<string> NotCounted(IReadOnlyCollection<Finding> findings, IReadOnlySet<string>? also = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var early = findings.SelectMany(f => f.Notes).Where(n => n.Code == NoteCode.TooEarly).ToList();
        if (early.Count == 0)
        {
            return [];
        }

        var counted = findings.SelectMany(f => f.Changes.Select(c => c.Derivation).Prepend(f.Derivation)).SelectMany(Acts).ToHashSet(StringComparer.Ordinal);
        return [.. early.Where(n => !counted.Contains(n.Arguments[0]) && also?.Contains(n.Arguments[0]) != true).Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>What is denied though no report that stands says so.</summary>
    public ImmutableArray<string> Denied(IEnumerable<Finding> findings) =>
        [.. findings.SelectMany(f => f.Notes).Where(n => n.Code == NoteCode.DeniesUnsaid).Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The ids of the acts by which something was done.</summary>
    private static IEnumerable<string> Acts(Derivation step) => step.Code is DerivationCode.Performed or DerivationCode.PerformedLate
        ? step.Because.Where(b => b.Code != DerivationCode.Opened).SelectMany(Facts)
        : step.Because.SelectMany(Acts);

    private static IEnumerable<string> Facts(Derivation step) =>
        (step.Code == DerivationCode.Fact ? [step.Arguments[1]] : Enumerable.Empty<string>()).Concat(step.Because.SelectMany(Facts));

    private static bool IsAssumed(FindingNote note) => note.Code is not (NoteCode.OnlyUnderReading or NoteCode.TooEarly or NoteCode.DeniesUnsaid);

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
