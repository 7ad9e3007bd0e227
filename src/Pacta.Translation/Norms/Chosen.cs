using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Translation.Norms;

/// <summary>
/// The reading that is translated: the one that the perspective takes, else the first. A clause is exported only where all readings lead to the same findings.
/// </summary>
internal static class Chosen
{
    public static T Of<T>(ImmutableArray<Reading<T>> readings, string of, Perspective? perspective) =>
        perspective?.Readings.GetValueOrDefault(of) is { } taken && readings.FirstOrDefault(r => r.Name == taken) is { } reading ? reading.Content : readings[0].Content;
}
