using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for the notes beside a finding: what silence was taken to mean, and the like.</summary>
public static class NoteWords
{
    public static string Of(FindingNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        string At(int index) => note.Arguments[index];
        return note.Code switch
        {
            NoteCode.TakenToBeComplete => Complete(At(0), [RoleWords.Who(At(1))]),
            NoteCode.UnlessNotReported => $"nobody reported that “{At(0)}”: taken not to apply",
            NoteCode.ExceptionNotReported => $"nobody reported what the exception {At(0)} needs (“{At(1)}”): taken not to apply",
            NoteCode.ExceptionsConflict => $"conflict: the exceptions {string.Join(" and ", note.Arguments)} apply at once and both say what binds instead",
            NoteCode.NoDueYet => $"no due is known yet{(note.Cause is { } cause ? ": " + CauseWords.Of(cause) : string.Empty)}",
            NoteCode.TooEarly => $"{At(0)}, as {At(1)} reported it, came before the time in which it counts",
            NoteCode.StatedComplete => $"nothing is missing, as {At(0)} stated",
            NoteCode.OnlyUnderReading => $"only under the reading of {At(0)}: {At(1)}",
            NoteCode.ReadingsOfPerspectiveOnly => $"of the perspective {At(0)} only the readings are taken: every source counts, whatever it accepts and whatever its standard needs",
            NoteCode.TooManyDisputes => $"more than {At(0)} ways to resolve what is disputed: all disputes are taken as unknown",
            _ => $"more than {At(0)} combinations of readings: tried were the first reading of each text and every change of a single one, so nothing is certain",
        };
    }

    /// <summary>What is assumed, in the order of the words; nothing about readings, which are chosen and not assumed.</summary>
    public static ImmutableArray<string> Assumed(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return [.. finding.Notes.Where(n => n.Code != NoteCode.OnlyUnderReading).Select(Of).Order(StringComparer.Ordinal)];
    }

    /// <summary>"only under the reading of ceasefire: continues", where other readings lead to no such finding.</summary>
    public static IEnumerable<string> OnlyUnder(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Notes.Where(n => n.Code == NoteCode.OnlyUnderReading).Select(Of);
    }

    /// <summary>The assumptions of several findings, alike ones once, and those that differ only in whose reports are meant together.</summary>
    public static ImmutableArray<string> Assumed(IEnumerable<Finding> findings)
    {
        var notes = findings.SelectMany(f => f.Notes).Where(n => n.Code != NoteCode.OnlyUnderReading).Distinct().ToList();
        return
        [
            .. notes
                .Where(n => n.Code == NoteCode.TakenToBeComplete)
                .GroupBy(n => n.Arguments[0], StringComparer.Ordinal)
                .Select(g => Complete(g.Key, [.. g.Select(n => RoleWords.Who(n.Arguments[1])).Order(StringComparer.Ordinal)]))
                .Concat(notes.Where(n => n.Code != NoteCode.TakenToBeComplete).Select(Of))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Complete(string kind, ImmutableArray<string> who) =>
        $"reports of {kind} by {(who.Length <= PartyWords.MostNames ? string.Join(", ", who) : $"{string.Join(", ", who.Take(2))} and {who.Length - 2} others")} are taken to be complete";
}
