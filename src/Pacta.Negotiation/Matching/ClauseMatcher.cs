using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Duties;
using Pacta.Negotiation.Proving;

namespace Pacta.Negotiation.Matching;

/// <summary>
/// Finds the clauses of two drafts that correspond: first those that say the same, then those that ask most alike or whose texts are versions of one
/// text; an equal article and an equal name count in their favour, and many differences against them. Swapping the drafts swaps the pairs and nothing else.
/// </summary>
public static class ClauseMatcher
{
    /// <summary>Below this two clauses ask for different things.</summary>
    private const double Alike = 0.45;

    /// <summary>Below this two clauses of the same article and the same name do as well.</summary>
    private const double AlikeUnderOneName = 0.1;

    /// <summary>What an equal article adds when pairs are chosen.</summary>
    private const double SameArticle = 0.15;

    /// <summary>What an equal name adds: less than an article, for names are Pacta's and not the text's.</summary>
    private const double SameName = 0.05;

    /// <summary>What each difference takes away: a figure that was revised is one difference, another figure for another place is two.</summary>
    private const double EachDifference = 0.06;

    /// <summary>So many differences count; two long clauses may have any number.</summary>
    private const int MostDifferences = 5;

    /// <summary>The pairs in the order of the first draft, then what only the second has, in its order.</summary>
    public static ImmutableArray<ClausePair> Match(Agreement first, Agreement second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (left, right) = (Sides(first), Sides(second));
        var ranked = left
            .SelectMany(a => right.Select(b => Candidate.Of(a, b)))
            .OfType<Candidate>()
            .OrderByDescending(c => c.IsSame)
            .ThenByDescending(c => c.Rank)
            .ThenBy(c => Smaller(c.A.Clause.Path, c.B.Clause.Path), StringComparer.Ordinal)
            .ThenBy(c => Larger(c.A.Clause.Path, c.B.Clause.Path), StringComparer.Ordinal);

        var pairs = new List<(Side A, Side B, ClausePair Pair)>();
        foreach (var c in ranked)
        {
            if (!pairs.Exists(p => p.A == c.A || p.B == c.B))
            {
                pairs.Add((c.A, c.B, c.Pair()));
            }
        }

        return
        [
            .. left.Select(a => pairs.Find(p => p.A == a).Pair ?? new ClausePair(a.Clause, null, MatchBasis.None, 0, [], null, Beside(a.Clause, second))
            {
                Kin = Kinship.Of(a, pairs.Select(p => (Part: p.A, Whole: p.B, p.Pair))),
            }),
            .. right.Where(b => !pairs.Exists(p => p.B == b)).Select(b => new ClausePair(null, b.Clause, MatchBasis.None, 0, [], null, Beside(b.Clause, first))
            {
                Kin = Kinship.Of(b, pairs.Select(p => (Part: p.B, Whole: p.A, p.Pair))),
            }),
        ];
    }

    /// <summary>Two clauses taken to correspond, for whatever reason.</summary>
    internal static ClausePair Paired(Side a, Side b) => (Candidate.Of(a, b) ?? Candidate.Forced(a, b)).Pair();

    internal static List<Side> Sides(Agreement agreement)
    {
        var meanings = new Meanings(agreement);
        return [.. agreement.Clauses.Select(c => new Side(agreement, c, ClauseFeatures.Of(c, agreement), ClauseContent.Of(c, agreement, meanings), new Names(agreement).Bound(c)))];
    }

    /// <summary>Null where somebody is bound by both, or where it takes a history to tell: roles are compared with roles of the same event, names with names.</summary>
    private static OthersBound? OthersBound(Side a, Side b) =>
        a.Bound.Length > 0 && b.Bound.Length > 0 && a.Bound.Concat(b.Bound).Select(s => (s.Form, IsRoleOf: s.Form == SomebodyForm.Role ? s.Name : null)).Distinct().Count() == 1
        && a.Bound[0].Form != SomebodyForm.Noun && !a.Bound.Intersect(b.Bound).Any()
            ? new OthersBound(a.Bound, b.Bound)
            : null;

    private static ImmutableArray<Clause> Beside(Clause clause, Agreement other) => [.. other.Clauses.Where(c => HaveSameArticle(clause, c))];

    private static bool HaveSameArticle(Clause a, Clause b) => a.Reference is { } article && article == b.Reference;

    /// <summary>Days begin and end alike.</summary>
    private static bool HaveSameCalendar(Agreement a, Agreement b) => a.Calendar.Zone.Id == b.Calendar.Zone.Id && a.Calendar.Holidays.SetEquals(b.Calendar.Holidays);

    private static string Smaller(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static string Larger(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? b : a;

    /// <summary>A clause of each draft that may correspond.</summary>
    private sealed record Candidate(Side A, Side B, MatchBasis Basis, double Likeness, bool IsSame, double Rank, ImmutableArray<Difference> Differences)
    {
        public ClausePair Pair() => new(A.Clause, B.Clause, Basis, IsSame ? 1 : Likeness, Differences, OthersBound(A, B), [])
        {
            Proved = IsSame || !(HaveSameCalendar(A.Agreement, B.Agreement) || (Timings.NeedsNoCalendar(A.Content) && Timings.NeedsNoCalendar(B.Content))) ? null : ClauseProof.Of(A.Content, B.Content),
        };

        /// <summary>Each corresponds to a third.</summary>
        public static Candidate Forced(Side a, Side b) =>
            new(a, b, MatchBasis.Content, a.Features.LikenessTo(b.Features), IsSame: false, 0, Content.Differences.Between(a.Content, b.Content));

        public static Candidate? Of(Side a, Side b)
        {
            var isSame = a.Content.Canonical == b.Content.Canonical;
            var (asked, told) = (a.Features.LikenessTo(b.Features), a.Features.TextLikenessTo(b.Features));
            var (isArticle, isName) = (HaveSameArticle(a.Clause, b.Clause), a.Clause.Name == b.Clause.Name);
            MatchBasis? basis = isSame || asked >= Alike ? isArticle ? MatchBasis.ArticleAndContent : MatchBasis.Content
                : told > 0 ? MatchBasis.Text
                : (isArticle || (a.Clause.Reference is null && b.Clause.Reference is null)) && isName && asked >= AlikeUnderOneName ? MatchBasis.ArticleAndName
                : null;
            if (basis is not { } known)
            {
                return null;
            }

            var differences = isSame ? [] : Content.Differences.Between(a.Content, b.Content);
            var likeness = Math.Max(asked, told);
            var rank = likeness + (isArticle ? SameArticle : 0) + (isName ? SameName : 0) - (EachDifference * Math.Min(differences.Length, MostDifferences));
            return new Candidate(a, b, known, likeness, isSame, rank, differences);
        }
    }
}

/// <summary>A clause with all that pairs are found by.</summary>
internal sealed record Side(Agreement Agreement, Clause Clause, ClauseFeatures Features, Piece Content, ImmutableArray<Somebody> Bound);
