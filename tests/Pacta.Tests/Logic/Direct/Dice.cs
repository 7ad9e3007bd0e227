using NodaTime;

namespace Pacta.Tests.Logic.Direct;

/// <summary>Choices that follow from one number.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public int Number(int least, int most) => random.Next(least, most + 1);

    public bool OneIn(int n) => random.Next(n) == 0;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>A text, or nothing.</summary>
    public string Maybe(int oneIn, Func<string> text) => OneIn(oneIn) ? text() : string.Empty;

    public Duration Nudge() => Of(
        Duration.Zero,
        Duration.Zero,
        Duration.Zero,
        Duration.FromNanoseconds(1),
        Duration.FromNanoseconds(-1),
        Duration.FromSeconds(1),
        Duration.FromSeconds(-1),
        Duration.FromHours(1),
        Duration.FromHours(-1));
}
