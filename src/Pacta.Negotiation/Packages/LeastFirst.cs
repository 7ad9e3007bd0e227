using System.Collections.Immutable;
using System.Numerics;
using Pacta.Negotiation.Solving;

namespace Pacta.Negotiation.Packages;

/// <summary>
/// The largest least gain or share, then the largest second least, and so on. A share is a gain divided by a whole number of the party's own; that one is larger than
/// another is asked as bounds for the gains themselves, so that no number gets longer than gains are.
/// </summary>
internal sealed class LeastFirst
{
    private const int MostSteps = 200;

    private readonly PackageQuestions _questions;
    private readonly ImmutableArray<BigInteger> _wholes;
    private readonly ImmutableArray<int> _parties;
    private readonly ImmutableArray<LinearForm> _guides;

    /// <param name="wholes">By party: what a gain is divided by; zero for parties that do not count.</param>
    public LeastFirst(PackageQuestions questions, ImmutableArray<BigInteger> wholes)
    {
        _questions = questions;
        _wholes = wholes;
        _parties = [.. Enumerable.Range(0, wholes.Length).Where(p => !wholes[p].IsZero)];

        // Nearly the shares, which only leads faster to the best one: what is proved does not rest on it.
        var largest = wholes.Max();
        var fine = _parties.All(p => wholes[p] == largest) ? largest : largest << (int)Math.Clamp(50 - (long)largest.GetBitLength(), 0, 24);
        _guides = [.. _parties.Select(p => questions.Gains[p].Times(fine / wholes[p]))];
    }

    /// <param name="Value">The least share.</param>
    /// <param name="Conditions">What holds of the packages that are as good.</param>
    /// <param name="IsProved">None is better; else it is the best one found.</param>
    public sealed record Level(FoundPackage Package, Rational Value, ImmutableArray<Condition> Conditions, bool IsProved);

    /// <summary>The best by the least share, and the best by all. It begins with the best that is known: a package that nobody would rather leave was found before.</summary>
    public (Level Plain, Level Refined) Find()
    {
        var plain = Raise(_questions.Known.OrderByDescending(k => Share(k, 1)).First(), 1, _questions.Left);
        var refined = plain;
        for (var rank = 2; rank <= _parties.Length && refined.IsProved; rank++)
        {
            refined = Raise(refined.Package, rank, refined.Conditions) with { Value = plain.Value };
        }

        return (plain, refined);
    }

    private Level Raise(FoundPackage package, int rank, ImmutableArray<Condition> conditions)
    {
        var isProved = false;
        for (var step = 0; step < MostSteps && !isProved; step++)
        {
            var (kind, next) = _questions.Ask([.. conditions, AtLeast(rank, Share(package, rank), isMore: true)], new Target(rank, _guides));
            package = next ?? package;
            isProved = kind == AnswerKind.None || (kind == AnswerKind.Best && _parties.All(p => _wholes[p] == _wholes[_parties[0]]));
            if (kind == AnswerKind.Undecided)
            {
                break;
            }
        }

        return new Level(package, Share(package, rank), [.. conditions, AtLeast(rank, Share(package, rank), isMore: false)], isProved);
    }

    private Rational Share(FoundPackage package, int rank) => _parties.Select(p => new Rational(package.Gains[p], _wholes[p])).Order().ElementAt(rank - 1);

    /// <summary>The share of this rank is so large, or larger than that: all parties but those of lower rank have it.</summary>
    private Condition AtLeast(int rank, Rational share, bool isMore) => new(
        _parties.Length - rank + 1,
        [
            .. _parties.Select(p =>
            {
                var gain = BigInteger.DivRem(share.Numerator * _wholes[p], share.Denominator, out var rest);
                return new Bound(_questions.Gains[p], isMore || !rest.IsZero ? gain + 1 : gain);
            }),
        ]);
}
