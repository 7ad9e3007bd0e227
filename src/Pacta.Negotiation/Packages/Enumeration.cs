using System.Numerics;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Packages;

/// <summary>What keeps a package from being one that nobody would rather leave.</summary>
[Flags]
internal enum Bars : byte
{
    None = 0,

    /// <summary>Its options exclude each other.</summary>
    Impossible = 1,
    RedLine = 2,
    Alternative = 4,
}

/// <summary>Every package of a space with its worths and what bars it. Packages stand by their numbers, counted from 0.</summary>
internal sealed class Enumeration
{
    /// <summary>So many packages are worked on at a time. The chunks, and so the results, do not depend on the number of processors.</summary>
    public const int Chunk = 1 << 15;

    private readonly PackageSpace _space;
    private readonly Placed[] _exclusions;
    private readonly Placed[] _redLines;
    private readonly Placed[] _synergies;

    private Enumeration(PackageSpace space)
    {
        _space = space;
        var count = (int)space.Count;
        Worth = new long[space.Parties.Length][];
        for (var p = 0; p < Worth.Length; p++)
        {
            Worth[p] = new long[count];
        }

        Bars = new Bars[count];
        _exclusions = Place(space.Talks.Exclusions);
        _redLines = Place(space.RedLines.Select(r => r.Combination));
        _synergies = Place(space.Synergies.Select(s => s.Combination));
    }

    /// <summary>By party and package.</summary>
    public long[][] Worth { get; }

    public Bars[] Bars { get; }

    public long[] ByRedLine { get; private set; } = [];

    public long[] ByAlternative { get; private set; } = [];

    public static Enumeration Of(PackageSpace space)
    {
        var enumeration = new Enumeration(space);
        var tallies = new Tally[Chunks(enumeration.Bars.Length)];
        Parallel.For(0, tallies.Length, chunk => tallies[chunk] = enumeration.Fill(chunk * Chunk, Math.Min(enumeration.Bars.Length, (chunk + 1) * Chunk)));
        enumeration.ByRedLine = [.. space.RedLines.Select((_, r) => tallies.Sum(t => t.ByRedLine[r]))];
        enumeration.ByAlternative = [.. space.Parties.Select((_, p) => tallies.Sum(t => t.ByAlternative[p]))];
        return enumeration;
    }

    public static int Chunks(int count) => (count + Chunk - 1) / Chunk;

    /// <summary>Which demands a package does not meet: red lines first, then alternatives by party.</summary>
    public BigInteger Unmet(int package)
    {
        var options = _space.OptionsOf(package + 1);
        var unmet = BigInteger.Zero;
        for (var r = 0; r < _space.RedLines.Length; r++)
        {
            unmet |= PackageSpace.Holds(_space.RedLines[r].Combination, options) ? BigInteger.One << r : 0;
        }

        for (var p = 0; p < Worth.Length; p++)
        {
            unmet |= _space.Alternatives[p] is { } alternative && Worth[p][package] < alternative ? BigInteger.One << (_space.RedLines.Length + p) : 0;
        }

        return unmet;
    }

    private Tally Fill(int from, int to)
    {
        var issues = _space.Talks.Issues;
        var last = issues.Length - 1;
        var lastCount = issues[last].Options.Length;
        var options = _space.OptionsOf(from + 1).ToArray();
        var tally = new Tally(new long[_redLines.Length], new long[Worth.Length]);
        var prefix = new Prefix(_exclusions.Length, _redLines.Length, new long[Worth.Length]);
        for (var package = from; package < to;)
        {
            Read(prefix, options, last);
            for (; options[last] < lastCount && package < to; options[last]++, package++)
            {
                Put(package, prefix, options[last], last, tally);
            }

            options[last] = 0;
            for (var issue = last - 1; issue >= 0 && ++options[issue] == issues[issue].Options.Length; issue--)
            {
                options[issue] = 0;
            }
        }

        return tally;
    }

    /// <summary>What the options of all issues but the last one come to.</summary>
    private void Read(Prefix prefix, int[] options, int last)
    {
        for (var p = 0; p < Worth.Length; p++)
        {
            var sum = 0L;
            for (var issue = 0; issue < last; issue++)
            {
                sum += _space.Worth[p][issue][options[issue]];
            }

            prefix.Worth[p] = sum;
        }

        prefix.Exclusions.Clear();
        prefix.RedLines.Clear();
        prefix.Synergies.Clear();
        Collect(_exclusions, prefix.Exclusions, options, last);
        Collect(_redLines, prefix.RedLines, options, last);
        Collect(_synergies, prefix.Synergies, options, last);
    }

    /// <summary>The combinations that hold whatever the last option is, and those that hold with one of them.</summary>
    private static void Collect(Placed[] combinations, List<(int Place, int LastOption)> found, int[] options, int last)
    {
        for (var i = 0; i < combinations.Length; i++)
        {
            var (isOpen, option) = (true, -1);
            foreach (var choice in combinations[i].Choices)
            {
                if (choice.Issue == last)
                {
                    option = choice.Option;
                }
                else if (options[choice.Issue] != choice.Option)
                {
                    isOpen = false;
                    break;
                }
            }

            if (isOpen)
            {
                found.Add((i, option));
            }
        }
    }

    private void Put(int package, Prefix prefix, int option, int last, Tally tally)
    {
        for (var p = 0; p < Worth.Length; p++)
        {
            Worth[p][package] = prefix.Worth[p] + _space.Worth[p][last][option];
        }

        foreach (var (place, lastOption) in prefix.Synergies)
        {
            if (lastOption < 0 || lastOption == option)
            {
                Worth[_space.Synergies[place].Party][package] += _space.Synergies[place].Adds;
            }
        }

        foreach (var (_, lastOption) in prefix.Exclusions)
        {
            if (lastOption < 0 || lastOption == option)
            {
                Bars[package] = Packages.Bars.Impossible;
                return;
            }
        }

        var bars = Packages.Bars.None;
        foreach (var (place, lastOption) in prefix.RedLines)
        {
            if (lastOption < 0 || lastOption == option)
            {
                bars |= Packages.Bars.RedLine;
                tally.ByRedLine[place]++;
            }
        }

        for (var p = 0; p < Worth.Length; p++)
        {
            if (Worth[p][package] < _space.Alternatives[p])
            {
                bars |= Packages.Bars.Alternative;
                tally.ByAlternative[p]++;
            }
        }

        Bars[package] = bars;
    }

    private static Placed[] Place(IEnumerable<Combination> combinations) => [.. combinations.Select(c => new Placed([.. c.Choices]))];

    private sealed record Placed(Choice[] Choices);

    private sealed record Tally(long[] ByRedLine, long[] ByAlternative);

    /// <summary>All that packages have in common that differ in the last issue only.</summary>
    private sealed record Prefix(long[] Worth, List<(int Place, int LastOption)> Exclusions, List<(int Place, int LastOption)> RedLines, List<(int Place, int LastOption)> Synergies)
    {
        public Prefix(int exclusions, int redLines, long[] worth)
            : this(worth, new(exclusions), new(redLines), [])
        {
        }
    }
}
