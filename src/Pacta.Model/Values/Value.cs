using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Zones;

namespace Pacta.Model.Values;

/// <summary>A closed range of numbers; a null end is unbounded. An exact number has equal ends.</summary>
public readonly record struct NumberRange(decimal? Low, decimal? High)
{
    public static readonly NumberRange Anything = new(null, null);

    public bool IsExact => Low is { } low && High is { } high && low == high;

    public static NumberRange Exactly(decimal value) => new(value, value);

    public NumberRange Cover(NumberRange other) => new(
        Low is { } a && other.Low is { } b ? Math.Min(a, b) : null,
        High is { } c && other.High is { } d ? Math.Max(c, d) : null);

    public override string ToString() => IsExact
        ? Format(Low!.Value)
        : (Low, High) switch
        {
            (null, null) => "unknown",
            ({ } low, null) => $"{Format(low)} or more",
            (null, { } high) => $"{Format(high)} or less",
            ({ } low, { } high) => $"{Format(low)} to {Format(high)}",
        };

    private static string Format(decimal value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);
}

/// <summary>What a field or a role of a reported fact can hold. All kinds are listed in this file.</summary>
public abstract record Value
{
    private protected Value()
    {
    }
}

/// <summary>A number in the root unit of its dimension (metres, tonnes, persons; <c>""</c> for plain counts).</summary>
/// <param name="About">The number as stated, where the report said "about"; null where it did not.</param>
public sealed record NumberValue(NumberRange Range, string Dimension, decimal? About = null) : Value
{
    public override string ToString()
    {
        var unit = Dimension.Length == 0 ? string.Empty : " " + Dimension;
        return About is { } about ? $"about {NumberRange.Exactly(about)}{unit} ({Range})" : $"{Range}{unit}";
    }
}

public sealed record TruthValue(bool IsTrue) : Value
{
    public override string ToString() => IsTrue ? "yes" : "no";
}

public sealed record TextValue(string Text) : Value
{
    public override string ToString() => Text;
}

/// <summary>The name of an actor, a thing, an event, a zone or a line, or <c>territory of NAME</c>.</summary>
public sealed record NameValue(string Name) : Value
{
    public override string ToString() => Name;
}

/// <summary>One of several names, unknown which: "the Government of A or the forces of B".</summary>
public sealed record OneOfValue(ImmutableArray<string> Names) : Value
{
    public bool Equals(OneOfValue? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Length == 0 ? 0 : HashCode.Combine(Names.Length, Names[0]);

    public override string ToString() => string.Join(" or ", Names);
}

/// <summary>Several names together: a meeting held by A and B, a ship in the straits and in the zone.</summary>
public sealed record AllOfValue(ImmutableArray<string> Names) : Value
{
    public bool Equals(AllOfValue? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Length == 0 ? 0 : HashCode.Combine(Names.Length, Names[0]);

    public override string ToString() => string.Join(" and ", Names);
}

/// <summary>A place of which a gazetteer knows several of that name: it is one of them, unknown which.</summary>
public sealed record OneOfPositionsValue(string Place, ImmutableArray<PositionValue> Positions) : Value
{
    public bool Equals(OneOfPositionsValue? other) => other is not null && Place == other.Place && Positions.SequenceEqual(other.Positions);

    public override int GetHashCode() => Place.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place} (one of {Positions.Length} places)");
}

/// <summary>A point on the Earth: degrees (latitude north, longitude east) with the radius in metres within which it lies.</summary>
public sealed record PositionValue(double Latitude, double Longitude, double AccuracyMetres) : Value
{
    /// <summary>Metres above <see cref="HeightAbove"/>; null if nobody said.</summary>
    public double? HeightMetres { get; init; }

    /// <summary>What the height is counted from; null if nobody said.</summary>
    public HeightDatum? HeightAbove { get; init; }

    /// <summary>Within how many metres the height is right.</summary>
    public double HeightAccuracyMetres { get; init; }

    /// <summary>An accuracy that leaves every place of the Earth possible, in metres: the greatest that a report may state.</summary>
    public const double Anywhere = 20_100_000;

    /// <summary>May it be at any place of the Earth? Then the point says nothing.</summary>
    public bool IsAnywhere => AccuracyMetres >= HalfRound;

    /// <summary>Metres from a place to the one that is farthest from it.</summary>
    private const double HalfRound = 20_003_931;

    public override string ToString() => (IsAnywhere ? "anywhere" : string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.#####} {Longitude:0.#####} within {AccuracyMetres:0} m"))
        + (HeightMetres is { } height ? string.Create(CultureInfo.InvariantCulture, $", at a height of {height:0.#} m{HeightAbove switch { HeightDatum.Ground => " above ground", HeightDatum.Sea => " above sea", _ => string.Empty }}") : string.Empty);
}
