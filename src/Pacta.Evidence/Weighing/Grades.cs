using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Model.Histories;

namespace Pacta.Evidence.Weighing;

/// <summary>
/// The grades that stand. Reliability is of a source, or of it in one report; credibility is of a report. The two are judged apart and never made one
/// number. Where several assessors grade, the lowest of their last grades counts: who sets a standard wants nobody to doubt that it is met.
/// </summary>
internal sealed class Grades
{
    private const char CannotBeJudgedReliability = 'F';
    private const char CannotBeJudgedCredibility = '6';

    private readonly ILookup<string, Graded> _last;

    /// <param name="last">Of each assessor the last grade of each report and source.</param>
    public Grades(ImmutableArray<Graded> last) => _last = last.ToLookup(g => g.Target, StringComparer.Ordinal);

    /// <summary>A (completely reliable) to E; null where nobody judged, or could not.</summary>
    public char? Reliability(Statement statement) =>
        Lowest(_last[statement.By.Id].Select(g => g.Reliability), CannotBeJudgedReliability)
        ?? Lowest(_last[statement.By.Source].Select(g => g.Reliability), CannotBeJudgedReliability);

    /// <summary>1 (confirmed by others) to 5; null where nobody judged, or could not.</summary>
    public char? Credibility(Statement statement) => Lowest(_last[statement.By.Id].Select(g => g.Credibility), CannotBeJudgedCredibility);

    /// <summary>The letters and figures of the code go from the best to the worst.</summary>
    private static char? Lowest(IEnumerable<char> grades, char cannotBeJudged)
    {
        var judged = grades.ToList();
        return judged.Count == 0 || judged.Contains(cannotBeJudged) ? null : judged.Max();
    }
}
