using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Fuzz;

/// <summary>Signatures and histories over them.</summary>
internal static class TraceGenerator
{
    public static Signature Signature(Random random)
    {
        var kinds = ImmutableArray.CreateBuilder<EventKind>();
        var count = random.Next(2, 6);
        for (var i = 0; i < count; i++)
        {
            var width = random.Next(0, 4);
            kinds.Add(new EventKind(
                $"P{i}",
                [.. Enumerable.Range(0, width).Select(_ => random.Next(6) switch { 0 => Temporal.Formulas.ValueType.Text, 1 => Temporal.Formulas.ValueType.Float, _ => Temporal.Formulas.ValueType.Integer })],
                [.. Enumerable.Repeat<string?>(null, width)]));
        }

        return new Signature(kinds.ToImmutable());
    }

    public static Trace Trace(Random random, Signature signature)
    {
        var points = ImmutableArray.CreateBuilder<TimePoint>();
        var stamp = (long)random.Next(0, 3);
        var count = random.Next(1, 14);
        // Now and then there are many events at a time point, for which they are looked up.
        var most = random.Next(12) == 0 ? 80 : 5;
        for (var i = 0; i < count; i++)
        {
            points.Add(new TimePoint(stamp, [.. Enumerable.Range(0, random.Next(0, most)).Select(_ => Event(random, signature))]));
            stamp += random.Next(8) == 0 ? random.Next(5, 12) : random.Next(0, 3);
        }

        return new Trace(points.ToImmutable());
    }

    private static Event Event(Random random, Signature signature)
    {
        var kind = signature.Kinds[random.Next(signature.Kinds.Length)];
        return new Event(kind.Name, [.. kind.Arguments.Select(type => Values.Any(random, type))]);
    }
}
