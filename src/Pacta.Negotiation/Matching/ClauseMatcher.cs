using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Matching;

/// <summary>
/// Finds the clauses of two drafts that correspond: first those that ask most alike, an equal article counting in their favour; then those that
/// only share the article. Swapping the drafts swaps the pairs and nothing else.
/// </summary>
public static class ClauseMatcher
{
    /// <summary>Below this two clauses ask for different things.</summary>
    private const double Alike = 0.45;

    /// <summary>What an equal article adds when pairs are chosen.</summary>
    private const double SameArticle = 0.15;

    /// <summary>The pairs in the order of the first draft, then what only the second has, in its order.</summary>
    public static ImmutableArray<ClausePair> Match(Agreement first, Agreement second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var left = first.Clauses.ToDictionary(c => c.Name, ClauseFeatures.Of, StringComparer.Ordinal);
        var right = second.Clauses.ToDictionary(c => c.Name, ClauseFeatures.Of, StringComparer.Ordinal);
        var ranked = first.Clauses
            .SelectMany(a => second.Clauses.Select(b => (A: a, B: b, Likeness: left[a.Name].LikenessTo(right[b.Name]))))
            .OrderByDescending(p => p.Likeness + (HaveSameArticle(p.A, p.B) ? SameArticle : 0))
            .ThenBy(p => Smaller(p.A.Path, p.B.Path), StringComparer.Ordinal)
            .ThenBy(p => Larger(p.A.Path, p.B.Path), StringComparer.Ordinal)
            .ToList();

        var pairs = new List<ClausePair>();
        Take(ranked.Where(p => p.Likeness >= Alike), p => HaveSameArticle(p.A, p.B) ? MatchBasis.ArticleAndContent : MatchBasis.Content);
        Take(ranked.Where(p => HaveSameArticle(p.A, p.B)), _ => MatchBasis.Article);
        return
        [
            .. first.Clauses.Select(a => pairs.Find(p => p.First == a) ?? new ClausePair(a, null, MatchBasis.None, 0)),
            .. second.Clauses.Where(b => !pairs.Exists(p => p.Second == b)).Select(b => new ClausePair(null, b, MatchBasis.None, 0)),
        ];

        void Take(IEnumerable<(Clause A, Clause B, double Likeness)> candidates, Func<(Clause A, Clause B, double Likeness), MatchBasis> basisOf)
        {
            foreach (var candidate in candidates)
            {
                if (!pairs.Exists(p => p.First == candidate.A || p.Second == candidate.B))
                {
                    pairs.Add(new ClausePair(candidate.A, candidate.B, basisOf(candidate), candidate.Likeness, left[candidate.A.Name].Encoded == right[candidate.B.Name].Encoded));
                }
            }
        }
    }

    private static bool HaveSameArticle(Clause a, Clause b) => a.Reference is { } article && article == b.Reference;

    private static string Smaller(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static string Larger(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? b : a;
}
