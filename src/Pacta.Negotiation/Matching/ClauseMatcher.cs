using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;

namespace Pacta.Negotiation.Matching;

/// <summary>
/// Finds the clauses of two drafts that correspond: first those that say the same, then those that ask most alike, an equal article and an
/// equal name counting in their favour. Swapping the drafts swaps the pairs and nothing else.
/// </summary>
public static class ClauseMatcher
{
    /// <summary>Below this two clauses ask for different things.</summary>
    private const double Alike = 0.45;

    /// <summary>What an equal article adds when pairs are chosen.</summary>
    private const double SameArticle = 0.15;

    /// <summary>What an equal name adds: less than an article, for names are Pacta's and not the text's.</summary>
    private const double SameName = 0.05;

    /// <summary>The pairs in the order of the first draft, then what only the second has, in its order.</summary>
    public static ImmutableArray<ClausePair> Match(Agreement first, Agreement second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (left, right) = (Sides(first), Sides(second));
        var ranked = left
            .SelectMany(a => right.Select(b => (A: a, B: b, IsSame: a.Content.Canonical == b.Content.Canonical, Likeness: a.Features.LikenessTo(b.Features))))
            .Where(p => p.IsSame || p.Likeness >= Alike)
            .OrderByDescending(p => p.IsSame)
            .ThenByDescending(p => p.Likeness + (HaveSameArticle(p.A.Clause, p.B.Clause) ? SameArticle : 0) + (p.A.Clause.Name == p.B.Clause.Name ? SameName : 0))
            .ThenBy(p => Smaller(p.A.Clause.Path, p.B.Clause.Path), StringComparer.Ordinal)
            .ThenBy(p => Larger(p.A.Clause.Path, p.B.Clause.Path), StringComparer.Ordinal);

        var pairs = new List<ClausePair>();
        foreach (var (a, b, isSame, likeness) in ranked)
        {
            if (!pairs.Exists(p => p.First == a.Clause || p.Second == b.Clause))
            {
                var basis = HaveSameArticle(a.Clause, b.Clause) ? MatchBasis.ArticleAndContent : MatchBasis.Content;
                pairs.Add(new ClausePair(a.Clause, b.Clause, basis, isSame ? 1 : likeness, Differences.Between(a.Content, b.Content), OthersBound(a, b), []));
            }
        }

        return
        [
            .. first.Clauses.Select(a => pairs.Find(p => p.First == a) ?? new ClausePair(a, null, MatchBasis.None, 0, [], null, Beside(a, second))),
            .. second.Clauses
                .Where(b => !pairs.Exists(p => p.Second == b))
                .Select(b => new ClausePair(null, b, MatchBasis.None, 0, [], null, Beside(b, first))),
        ];
    }

    private static List<Side> Sides(Agreement agreement)
    {
        var meanings = new Meanings(agreement);
        return [.. agreement.Clauses.Select(c => new Side(c, ClauseFeatures.Of(c, agreement), ClauseContent.Of(c, agreement, meanings), new Names(agreement).Bound(c)))];
    }

    /// <summary>Null where somebody is bound by both, or where it takes a history to tell: roles are compared with roles of the same event, names with names.</summary>
    private static OthersBound? OthersBound(Side a, Side b) =>
        a.Bound.Length > 0 && b.Bound.Length > 0 && a.Bound.Concat(b.Bound).Select(s => (s.Form, IsRoleOf: s.Form == SomebodyForm.Role ? s.Name : null)).Distinct().Count() == 1
        && a.Bound[0].Form != SomebodyForm.Noun && !a.Bound.Intersect(b.Bound).Any()
            ? new OthersBound(a.Bound, b.Bound)
            : null;

    private static ImmutableArray<Clause> Beside(Clause clause, Agreement other) => [.. other.Clauses.Where(c => HaveSameArticle(clause, c))];

    private static bool HaveSameArticle(Clause a, Clause b) => a.Reference is { } article && article == b.Reference;

    private static string Smaller(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static string Larger(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? b : a;

    private sealed record Side(Clause Clause, ClauseFeatures Features, Piece Content, ImmutableArray<Somebody> Bound);
}
