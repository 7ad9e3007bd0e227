using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Matching;
using Pacta.Negotiation.Subjects;

namespace Pacta.Negotiation.Several;

/// <summary>What one draft says of a topic.</summary>
/// <param name="Group">Drafts with the same number in a row say the same; numbered from 1 in the order of the drafts.</param>
/// <param name="Against">Beside the first draft that says something; null for that one and for those that say the same.</param>
public sealed record TopicCell(Clause Clause, int Group, ClausePair? Against)
{
    /// <summary>In what it differs from the first draft that says something.</summary>
    public ImmutableArray<Difference> Differences => Against?.Differences ?? [];
}

/// <summary>Clauses of several drafts that correspond.</summary>
/// <param name="Cells">One for each draft; null: it has no such clause.</param>
public sealed record Topic(ImmutableArray<TopicCell?> Cells)
{
    /// <summary>The clause of the first draft that has one.</summary>
    public Clause Clause => Cells.OfType<TopicCell>().First().Clause;

    public bool IsInAll => Cells.All(c => c is not null);

    /// <summary>All drafts have it and say the same.</summary>
    public bool IsAgreed => IsInAll && Cells.All(c => c!.Group == 1);
}

/// <summary>A line of the head in which drafts differ.</summary>
/// <param name="Cells">What each draft has; null: nothing.</param>
public sealed record HeadRow(HeadLine Line, ImmutableArray<string?> Cells);

/// <summary>Two of several drafts in figures.</summary>
/// <param name="First">The number of the draft, from 0.</param>
/// <param name="Same">Pairs of clauses that say the same.</param>
/// <param name="Differ">Pairs that correspond and differ.</param>
public sealed record PairSummary(int First, int Second, int Same, int Differ, int OnlyFirst, int OnlySecond);

/// <summary>Several drafts side by side.</summary>
/// <param name="Subjects">Of each draft.</param>
public sealed record DraftMatrix(
    ImmutableArray<Agreement> Drafts,
    ImmutableArray<HeadRow> Heads,
    ImmutableArray<Topic> Topics,
    ImmutableArray<PairSummary> Pairs,
    ImmutableArray<ImmutableArray<Coverage>> Subjects)
{
    public static DraftMatrix Of(ImmutableArray<Agreement> drafts)
    {
        var pairs =
            (from i in Enumerable.Range(0, drafts.Length)
             from j in Enumerable.Range(i + 1, drafts.Length - i - 1)
             select (First: i, Second: j, Pairs: ClauseMatcher.Match(drafts[i], drafts[j]))).ToList();
        return new DraftMatrix(
            drafts,
            Negotiation.Heads.Compare(drafts),
            TopicFinder.Find(drafts, [.. pairs.SelectMany(p => p.Pairs)]),
            [
                .. pairs.Select(p => new PairSummary(
                    p.First,
                    p.Second,
                    p.Pairs.Count(c => c.IsSame),
                    p.Pairs.Count(c => c.Basis != MatchBasis.None && !c.IsSame),
                    p.Pairs.Count(c => c.Second is null),
                    p.Pairs.Count(c => c.First is null))),
            ],
            [.. drafts.Select(Checklist.Of)]);
    }
}
