using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Readings;

/// <summary>
/// The ways to read the texts a clause uses. A finding that depends on them is told under each, so that every reading can be told by itself
/// and none of them is the answer because it was written first.
/// </summary>
internal sealed class Ways
{
    /// <summary>Beyond this number of combinations nobody would read them side by side; the finding's outcomes still name what decides.</summary>
    private const int Most = 64;

    private readonly List<Variable> _readings;

    /// <summary>Of some of the texts, as bits: for each way the first that reads those alike.</summary>
    private readonly Dictionary<ulong, int[]> _firstLike = [];

    /// <param name="readings">In the order of their names.</param>
    public Ways(List<Variable> readings, World taken)
    {
        _readings = readings;
        Count = readings.Aggregate(1L, (n, v) => Math.Min(n * v.Sides.Length, int.MaxValue));
        InOrder = readings.Count == 0 || Count > Most
            ? []
            : [.. Worlds.All(readings)
                .OrderBy(sides => string.Join('\u001f', sides.Select((side, i) => readings[i].Sides[side].Value)), StringComparer.Ordinal)
                .Select(sides => new Way(
                    sides,
                    [.. sides.Select((side, i) => new ReadingTaken(readings[i].Key, readings[i].Sides[side].Value, readings[i].Sides[side].HeldBy))],
                    Worlds.Of(readings, sides, taken)))];
    }

    /// <summary>How many ways there are, those that are too many to be told included.</summary>
    public long Count { get; }

    /// <summary>Every way, in the order of the names of what is read and of the readings; none if there is one way only, or too many.</summary>
    public ImmutableArray<Way> InOrder { get; }

    /// <summary>Does an instance differ by reading, in few enough ways that each can be told?</summary>
    /// <param name="found">The instance under the readings that have it.</param>
    public bool Differ(List<(ImmutableArray<int> Sides, InstanceResult Result)> found) =>
        InOrder.Length > 0 && (found.Count < Count || !found.TrueForAll(f => Sameness.Of(f.Result, found[0].Result)));

    /// <summary>What was found in each of the ways, in their order; null: nothing.</summary>
    public InstanceResult?[] InEach(List<(ImmutableArray<int> Sides, InstanceResult Result)> found)
    {
        var bySides = new InstanceResult?[Count];
        foreach (var (sides, result) in found)
        {
            bySides[PlaceOf(sides)] = result;
        }

        var inEach = new InstanceResult?[InOrder.Length];
        for (var way = 0; way < inEach.Length; way++)
        {
            inEach[way] = bySides[PlaceOf(InOrder[way].Sides)];
        }

        return inEach;
    }

    private int PlaceOf(ImmutableArray<int> sides)
    {
        var place = 0;
        for (var i = 0; i < sides.Length; i++)
        {
            place = (place * _readings[i].Sides.Length) + sides[i];
        }

        return place;
    }

    public FindingUnderReadings Under(Finding finding, Way way, Finding? found)
    {
        var isNotInPlay = found is null && finding.Outcomes.Any(o => o.States.Contains(ClauseState.Dormant) && o.If.All(c => IsTaken(c, way)));
        return new FindingUnderReadings(way.Taken, found, isNotInPlay);
    }

    private bool IsTaken(Choice choice, Way way)
    {
        var at = choice.Kind == CauseKind.Reading ? _readings.FindIndex(v => v.Subject == choice.Subject) : -1;
        return at < 0 || way.Taken[at].Name == choice.Value;
    }

    /// <summary>Leaves out the texts whose reading changes nothing, whatever the others are.</summary>
    /// <param name="under">By each of the ways, in their order.</param>
    public ImmutableArray<FindingUnderReadings> WithoutIdle(List<FindingUnderReadings> under)
    {
        var texts = (1UL << _readings.Count) - 1;
        for (var i = _readings.Count - 1; i >= 0; i--)
        {
            var without = texts & ~(1UL << i);
            var first = FirstLike(without);
            var isIdle = true;
            for (var way = 0; way < first.Length && isIdle; way++)
            {
                isIdle = Sameness.Of(under[way], under[first[way]]);
            }

            texts = isIdle ? without : texts;
        }

        if (texts == 0)
        {
            return [];
        }

        var firsts = FirstLike(texts);
        var told = ImmutableArray.CreateBuilder<FindingUnderReadings>();
        for (var way = 0; way < firsts.Length; way++)
        {
            if (firsts[way] == way)
            {
                told.Add(Keeping(texts, under[way]));
            }
        }

        return told.DrainToImmutable();
    }

    /// <summary>With the readings of some of the texts alone.</summary>
    private FindingUnderReadings Keeping(ulong texts, FindingUnderReadings under)
    {
        if (BitOperations.PopCount(texts) == _readings.Count)
        {
            return under;
        }

        var kept = new ReadingTaken[BitOperations.PopCount(texts)];
        var count = 0;
        for (var i = 0; i < _readings.Count; i++)
        {
            if ((texts & (1UL << i)) != 0)
            {
                kept[count++] = under.Readings[i];
            }
        }

        return under with { Readings = ImmutableCollectionsMarshal.AsImmutableArray(kept) };
    }

    private int[] FirstLike(ulong texts)
    {
        if (!_firstLike.TryGetValue(texts, out var first))
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            first = new int[InOrder.Length];
            for (var way = 0; way < first.Length; way++)
            {
                var alike = string.Join(',', InOrder[way].Sides.Where((_, i) => (texts & (1UL << i)) != 0));
                first[way] = seen.TryAdd(alike, way) ? way : seen[alike];
            }

            _firstLike.Add(texts, first);
        }

        return first;
    }
}

/// <summary>One way to read all texts.</summary>
/// <param name="Sides">By the index of the variable and of its reading.</param>
internal sealed record Way(ImmutableArray<int> Sides, ImmutableArray<ReadingTaken> Taken, World World);
