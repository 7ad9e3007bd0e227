using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Packages;

/// <summary>A red line of a party; <paramref name="Party"/> is its place in <see cref="PackageSpace.Parties"/>.</summary>
public sealed record RedLine(int Party, Combination Combination);

/// <summary>
/// The packages of a negotiation with the worth of each to each party, as whole numbers: every worth is multiplied by the same power of ten, so that
/// arithmetic is exact. A package has a number: packages are counted from 1, the options of the last issue changing fastest.
/// </summary>
public sealed class PackageSpace
{
    /// <summary>No sum of worths goes beyond it, so that neither sums over parties nor differences leave 64 bits.</summary>
    private static readonly BigInteger MostWorth = BigInteger.Pow(10, 17);

    private PackageSpace(Talks talks, ImmutableArray<TalkParty> parties, BigInteger scale, long[][][] worth, ImmutableArray<SpaceSynergy> synergies, ImmutableArray<long?> alternatives)
    {
        Talks = talks;
        Parties = parties;
        Scale = scale;
        Worth = worth;
        Synergies = synergies;
        Alternatives = alternatives;
        RedLines = [.. parties.SelectMany((p, i) => (talks.Of(p.Name)?.RedLines ?? []).Select(r => new RedLine(i, r)))];
        Count = talks.Issues.Aggregate(BigInteger.One, (n, i) => n * i.Options.Length);
    }

    public Talks Talks { get; }

    /// <summary>The parties whose interests count.</summary>
    public ImmutableArray<TalkParty> Parties { get; }

    public ImmutableArray<RedLine> RedLines { get; }

    /// <summary>How many combinations of options there are, possible or not.</summary>
    public BigInteger Count { get; }

    /// <summary>What worths were multiplied by.</summary>
    public BigInteger Scale { get; }

    /// <summary>By party; null: not declared.</summary>
    internal ImmutableArray<long?> Alternatives { get; }

    /// <summary>By party, issue and option.</summary>
    internal long[][][] Worth { get; }

    internal ImmutableArray<SpaceSynergy> Synergies { get; }

    /// <summary>Null where worths have so many digits that their sums leave the range in which we calculate.</summary>
    /// <param name="parties">Each has declared interests.</param>
    public static PackageSpace? Of(Talks talks, IEnumerable<TalkParty> parties)
    {
        ArgumentNullException.ThrowIfNull(talks);
        ImmutableArray<TalkParty> counted = [.. parties];
        ImmutableArray<Interests> interests = [.. counted.Select(p => talks.Of(p.Name)).OfType<Interests>()];
        var decimals = interests.SelectMany(Numbers).Select(n => (int)n.Scale).DefaultIfEmpty(0).Max();
        var scale = BigInteger.Pow(10, decimals);
        foreach (var one in interests)
        {
            var most = one.Worth.Aggregate(BigInteger.Zero, (sum, w) => sum + w.Max(v => BigInteger.Abs(Whole(v, decimals))))
                + one.Together.Aggregate(BigInteger.Zero, (sum, t) => sum + BigInteger.Abs(Whole(t.Adds, decimals)));
            if (most > MostWorth || BigInteger.Abs(Whole(one.Alternative?.Worth ?? 0, decimals)) > MostWorth)
            {
                return null;
            }
        }

        return new PackageSpace(
            talks,
            counted,
            scale,
            [.. interests.Select(i => i.Worth.Select(w => w.Select(v => (long)Whole(v, decimals)).ToArray()).ToArray())],
            [.. interests.SelectMany((one, party) => one.Together.Select(t => new SpaceSynergy(party, t.Combination, (long)Whole(t.Adds, decimals))))],
            [.. interests.Select(i => i.Alternative is { } alternative ? (long?)(long)Whole(alternative.Worth, decimals) : null)]);
    }

    /// <summary>The option of each issue in a package.</summary>
    public ImmutableArray<int> OptionsOf(BigInteger number)
    {
        var rest = number - 1;
        var options = new int[Talks.Issues.Length];
        for (var i = options.Length - 1; i >= 0; i--)
        {
            rest = BigInteger.DivRem(rest, Talks.Issues[i].Options.Length, out var option);
            options[i] = (int)option;
        }

        return [.. options];
    }

    public BigInteger NumberOf(IReadOnlyList<int> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var number = BigInteger.Zero;
        for (var i = 0; i < options.Count; i++)
        {
            number = (number * Talks.Issues[i].Options.Length) + options[i];
        }

        return number + 1;
    }

    /// <summary>A worth, or a difference of worths, in the declared numbers.</summary>
    public Rational Declared(BigInteger value) => new(value, Scale);

    /// <summary>What an option is worth to a party, as a whole number.</summary>
    public long WorthTo(int party, Choice choice) => Worth[party][choice.Issue][choice.Option];

    /// <summary>What a package is worth to each party, as whole numbers.</summary>
    public ImmutableArray<long> WorthOf(BigInteger number) => [.. WorthOf(OptionsOf(number))];

    private long[] WorthOf(ImmutableArray<int> options)
    {
        var worth = new long[Parties.Length];
        for (var party = 0; party < worth.Length; party++)
        {
            for (var i = 0; i < options.Length; i++)
            {
                worth[party] += Worth[party][i][options[i]];
            }
        }

        foreach (var synergy in Synergies.Where(s => Holds(s.Combination, options)))
        {
            worth[synergy.Party] += synergy.Adds;
        }

        return worth;
    }

    internal static bool Holds(Combination combination, IReadOnlyList<int> options)
    {
        foreach (var choice in combination.Choices)
        {
            if (options[choice.Issue] != choice.Option)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<decimal> Numbers(Interests interests) =>
        [.. interests.Worth.SelectMany(w => w), .. interests.Together.Select(t => t.Adds), .. interests.Alternative is { } a ? [a.Worth] : Array.Empty<decimal>()];

    private static BigInteger Whole(decimal value, int decimals)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return digits * BigInteger.Pow(10, decimals - value.Scale) * (value < 0 ? -1 : 1);
    }
}

/// <summary>What a combination adds to the worth of a package to a party.</summary>
internal sealed record SpaceSynergy(int Party, Combination Combination, long Adds);
