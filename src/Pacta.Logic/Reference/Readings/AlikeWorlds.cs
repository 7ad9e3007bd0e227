using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Readings;

/// <summary>
/// The ways to read a clause that may come to the same for an event that opens it, because they differ only in what defined nouns mean: as <see cref="Consulted"/> tells.
/// </summary>
/// <param name="readings">The texts whose reading is open.</param>
/// <param name="isNoun">Of each of them: whether it is a noun that is asked for in single events.</param>
internal sealed class AlikeReadings(Agreement agreement, List<Variable> readings, ImmutableArray<bool> isNoun)
{
    private readonly Dictionary<string, ImmutableArray<int>> _behind = new(StringComparer.Ordinal);

    public ImmutableArray<bool> IsNoun { get; } = isNoun;

    /// <summary>Which of the texts a noun is; negative: its reading is not open.</summary>
    public int Of(string noun) => readings.FindIndex(v => v.Key == noun);

    /// <summary>By which of the texts a noun is defined, itself included.</summary>
    public ImmutableArray<int> Behind(string noun)
    {
        if (!_behind.TryGetValue(noun, out var behind))
        {
            var mentions = new Mentions(agreement);
            mentions.AddDefinition(noun);
            behind = [.. Enumerable.Range(0, readings.Count).Where(i => mentions.Readings.ContainsKey(readings[i].Key))];
            _behind.Add(noun, behind);
        }

        return behind;
    }

    /// <param name="header">What the head of the agreement mentions: whatever is found hangs on that.</param>
    /// <returns>Null: no two ways need come to the same.</returns>
    public static AlikeReadings? Of(Agreement agreement, Clause clause, List<Variable> readings, Mentions header)
    {
        if (readings.Count == 0 || clause.When is null || !clause.Readings.All(r => r.Content.Sentence is { Modality: Modality.Must, Act: DoAct }))
        {
            return null;
        }

        ImmutableArray<bool> isNoun = [.. readings.Select(v => agreement.Definitions.ContainsKey(v.Key) && !header.Readings.ContainsKey(v.Key))];
        return isNoun.Contains(true) ? new AlikeReadings(agreement, readings, isNoun) : null;
    }
}

/// <summary>What was found of one event in some worlds, for those that come to the same.</summary>
internal sealed class AlikeWorlds<T>(AlikeReadings readings)
    where T : class?
{
    /// <summary>With more results it takes longer to look for one than to evaluate.</summary>
    private const int Most = 16;

    private readonly List<(ImmutableArray<int> Sides, Consulted Consulted, T Found)> _known = [];

    /// <summary>What was found in a world that comes to the same as another, or is found in it.</summary>
    public T Of(ImmutableArray<int> sides, NormEvaluation norms, Func<Consulted, T> evaluate)
    {
        foreach (var (others, consulted, known) in _known)
        {
            if (IsAlike(sides, others, consulted, norms))
            {
                return known;
            }
        }

        var here = new Consulted();
        var found = evaluate(here);
        if (!here.IsWhole && _known.Count < Most)
        {
            _known.Add((sides, here, found));
        }

        return found;
    }

    private bool IsAlike(ImmutableArray<int> sides, ImmutableArray<int> others, Consulted consulted, NormEvaluation norms)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            if (sides[i] != others[i] && !readings.IsNoun[i])
            {
                return false;
            }
        }

        foreach (var noun in consulted.Nouns)
        {
            if (readings.Of(noun) is var i and >= 0 && sides[i] != others[i])
            {
                return false;
            }
        }

        foreach (var none in consulted.None)
        {
            if (Differs(none.Noun) && !norms.IsNot(none))
            {
                return false;
            }
        }

        return true;

        bool Differs(string noun)
        {
            foreach (var i in readings.Behind(noun))
            {
                if (sides[i] != others[i])
                {
                    return true;
                }
            }

            return false;
        }
    }
}
