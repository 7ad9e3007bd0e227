using System.Collections.Immutable;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>What does not count under a perspective, and why. Alike reasons are told together.</summary>
public sealed class LeftOutWords
{
    private readonly Speech _speech;

    internal LeftOutWords(Speech speech) => _speech = speech;

    /// <param name="ungraded">What counts without the grade that is asked for.</param>
    public ImmutableArray<string> Of(ImmutableArray<LeftOut> leftOut, ImmutableArray<ReportReference> ungraded) =>
    [
        .. leftOut
            .GroupBy(l => (Why(l), Who: Who(l)))
            .Select(g => _speech.Phrases.Say("left_out.line", Named([.. g.Select(l => l.About).Distinct(StringComparer.Ordinal)]), g.Key.Who, g.Key.Item1))
            .Order(StringComparer.Ordinal),
        .. ungraded.Length > 0 ? [_speech.Phrases.Say("left_out.ungraded", Named([.. ungraded.Select(r => r.Id)]))] : ImmutableArray<string>.Empty,
    ];

    public string Why(LeftOut leftOut)
    {
        ArgumentNullException.ThrowIfNull(leftOut);
        return _speech.Phrases.Say("left_out." + Names.Snake(leftOut.Code), [.. leftOut.Arguments]);
    }

    private static string Who(LeftOut leftOut) => string.Join(", ", leftOut.Reports.Select(r => r.Source).Distinct(StringComparer.Ordinal));

    private string Named(ImmutableArray<string> events) => events.Length <= PartyWords.MostNames
        ? string.Join(", ", events)
        : _speech.Phrases.Say("who.others", string.Join(", ", events.Take(PartyWords.MostNames - 1)), $"{events.Length - PartyWords.MostNames + 1}");
}
