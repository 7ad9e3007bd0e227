using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Direct;

/// <summary>Whatever a variable can stand for. All kinds are listed in this file.</summary>
internal abstract record Individual(string Name);

/// <summary>An actor or a group.</summary>
internal sealed record Someone(string Name) : Individual(Name);

internal sealed record Somewhere(string Name) : Individual(Name);

/// <summary>An event.</summary>
internal sealed record Happening(string Name, string Kind, Instant Start, Instant? End, Fact Fact) : Individual(Name)
{
    public bool Equals(Happening? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A thing, with its observations in the order of their times.</summary>
internal sealed record Lasting(string Name, string Kind, ImmutableArray<Observation> Observations) : Individual(Name)
{
    public bool Equals(Lasting? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Observed, and not ended since; it is still there at its end.</summary>
    public bool IsThere(Instant at)
    {
        var isThere = false;
        Instant? ends = null;
        foreach (var observation in Observations.TakeWhile(o => o.At <= at))
        {
            isThere = true;
            if (ends is { } end && end < observation.At)
            {
                ends = null;
            }

            ends = observation.Until ?? ends;
        }

        return isThere && (ends is not { } last || at <= last);
    }
}

/// <summary>What was seen of a thing, from when, and until when the thing was so.</summary>
internal sealed record Observation(Instant At, Instant? Until, Fact Fact);

/// <summary>A breach of a clause.</summary>
/// <param name="Number">In the order in which breaches were found.</param>
internal sealed record Breach(string Name, int Number, string ClausePath, ImmutableArray<string> Bearers, Instant At) : Individual(Name);

/// <summary>The history as it was told: events in the order of their starts, and things.</summary>
internal sealed class Chronicle
{
    private readonly SortedDictionary<string, Individual> _byName = new(StringComparer.Ordinal);

    public Chronicle(Agreement agreement, History history)
    {
        var zone = agreement.Calendar.Zone;
        Instant At(Attribute<When> time) => time.Alternatives[0].Value.In(zone).Earliest;
        List<Happening> events = [];
        foreach (var fact in history.Facts.Where(f => f.Form == FactForm.Event))
        {
            var happening = new Happening(fact.Id, fact.Kind, At(fact.Time), fact.End is { } end ? At(end) : null, fact);
            if (!_byName.TryAdd(fact.Id, happening))
            {
                throw new NotSupportedException($"two events {fact.Id}");
            }

            events.Add(happening);
        }

        Events = [.. events.OrderBy(e => e.Start).ThenBy(e => e.Name, StringComparer.Ordinal)];
        foreach (var seen in history.Facts.Where(f => f.Form == FactForm.Thing).GroupBy(f => f.Id, StringComparer.Ordinal))
        {
            var observations = seen
                .Select(f => new Observation(At(f.Time), f.End is { } end ? At(end) : null, f))
                .OrderBy(o => o.At)
                .ToImmutableArray();
            if (observations.Select(o => o.Fact.Kind).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                throw new NotSupportedException($"{seen.Key} is of two kinds");
            }

            if (observations.Select(o => o.At).Distinct().Count() < observations.Length)
            {
                throw new NotSupportedException($"{seen.Key} was observed twice at one instant");
            }

            _byName[seen.Key] = new Lasting(seen.Key, observations[0].Fact.Kind, observations);
        }

        if (history.Facts.Any(f => f.Form == FactForm.State))
        {
            throw new NotSupportedException("a state reported as such");
        }

        Things = [.. _byName.Values.OfType<Lasting>()];
    }

    public ImmutableArray<Happening> Events { get; }

    public ImmutableArray<Lasting> Things { get; }

    /// <summary>The time of the earliest fact: periods that were over before it are not judged. A record without facts has no beginning.</summary>
    public Instant Beginning =>
        Events.Select(e => e.Start).Concat(Things.Select(t => t.Observations[0].At)).DefaultIfEmpty(Instant.MinValue).Min();

    public Individual? Find(string name) => _byName.GetValueOrDefault(name);

    private static readonly string[] Places = ["in", "into", "on", "outside"];

    /// <summary>What was said of a role; null if nothing was. The place of a thing is one attribute, in whatever words it was last stated.</summary>
    public static Value? Role(Individual individual, string preposition, Instant at) =>
        individual is Lasting thing && Places.Contains(preposition)
            ? thing.Observations
                .LastOrDefault(o => o.At <= at && Places.Any(o.Fact.Roles.ContainsKey))?
                .Fact.Role(preposition)?.Alternatives[0].Value
            : Said(individual, at, f => f.Role(preposition));

    public static Value? Field(Individual individual, string name, Instant at) =>
        Said(individual, at, f => f.Field(name));

    private static Value? Said(Individual individual, Instant at, Func<Fact, Attribute<Value>?> read) => individual switch
    {
        Happening happening => read(happening.Fact)?.Alternatives[0].Value,
        Lasting thing => thing.Observations
            .Where(o => o.At <= at)
            .Select(o => read(o.Fact)?.Alternatives[0].Value)
            .LastOrDefault(v => v is not null),
        _ => null,
    };
}
