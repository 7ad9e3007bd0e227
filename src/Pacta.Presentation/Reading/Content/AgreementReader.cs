using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;
using Pacta.Presentation.Reading.Calendar;

namespace Pacta.Presentation.Reading.Content;

/// <summary>Reads a bound agreement for a document: clause by clause in the order of the file, with everything that belongs to each beside it.</summary>
public static class AgreementReader
{
    public static ReadAgreement Read(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var terms = new TermReader(agreement);
        var clauses = agreement.Clauses.Select(c => new ClauseReader(agreement, c, terms)).ToList();
        var read = clauses.Select(c => c.Read()).ToList();
        ImmutableArray<ReadTerm> used = [.. read.SelectMany(c => c.Terms).DistinctBy(t => t.Name).OrderBy(t => t.Name, StringComparer.Ordinal)];
        return new ReadAgreement(
            agreement,
            Chapters(agreement, read),
            DutyMatrix.Of(agreement).Folded(),
            DueDates.Of(agreement),
            [.. clauses.SelectMany(c => c.Relative())],
            used,
            [.. used.Select(t => new IndexEntry(t.Name, [.. read.Where(c => c.Terms.Any(u => u.Name == t.Name)).Select(c => c.Clause.Path)]))]);
    }

    /// <summary>One clause of it, for whoever asks about that one alone.</summary>
    public static ReadClause Read(Agreement agreement, Clause clause)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(clause);
        return new ClauseReader(agreement, clause, new TermReader(agreement)).Read();
    }

    /// <summary>Clauses that follow each other in one part make a chapter.</summary>
    private static ImmutableArray<ReadChapter> Chapters(Agreement agreement, List<ReadClause> clauses)
    {
        var chapters = ImmutableArray.CreateBuilder<ReadChapter>();
        foreach (var clause in clauses)
        {
            if (chapters.Count > 0 && chapters[^1].Parts.SequenceEqual(clause.Clause.Parts))
            {
                chapters[^1] = chapters[^1] with { Clauses = chapters[^1].Clauses.Add(clause) };
            }
            else
            {
                var title = clause.Clause.Parts is [.., var last] ? agreement.PartTitles.GetValueOrDefault(last, string.Empty) : string.Empty;
                chapters.Add(new ReadChapter(clause.Clause.Parts, title, [clause]));
            }
        }

        return chapters.ToImmutable();
    }
}
