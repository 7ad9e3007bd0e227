using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Words;

/// <summary>The head of an agreement in words: where it is published, and since when and until when it binds whom. What is not written is empty.</summary>
public sealed partial class HeadWords(Agreement agreement, Speech speech)
{
    private readonly TimeWords _times = new(agreement.Calendar, speech.Phrases);

    public string Standing => speech.Clauses.Of(agreement.Status);

    public string Provisional => FromUntil(agreement.ProvisionalFrom, agreement.ProvisionalUntil);

    public string EntryIntoForce => Time(agreement.EntryIntoForce);

    public string Expiry => Time(agreement.Expiry);

    /// <summary>Who is suspended from when to when, as the head says it.</summary>
    public string Suspended => Participations(isWithdrawn: false);

    public string Withdrawn => Participations(isWithdrawn: true);

    /// <summary>The citation and the dates, each behind what it is called; only those that are written.</summary>
    public ImmutableArray<(string Name, string Value)> CitationAndDates =>
    [
        .. new[]
        {
            ("head.cite", agreement.Citation ?? string.Empty),
            ("head.signed", agreement.Signed is { } signed ? _times.Of(signed.In(agreement.Calendar.Zone)) : string.Empty),
            ("head.provisional", Provisional),
            ("head.in_force", EntryIntoForce is { Length: > 0 } entry ? Say("head.from", entry) : string.Empty),
            ("head.expires", Expiry),
            ("head.suspended", Suspended),
            ("head.withdrawn", Withdrawn),
        }
        .Where(line => line.Item2.Length > 0)
        .Select(line => (Say(line.Item1), line.Item2)),
    ];

    private string Participations(bool isWithdrawn) => string.Join("; ", agreement.Participations
        .Where(p => p.IsWithdrawn == isWithdrawn)
        .Select(p => Say("head.who", string.Join(", ", p.By), FromUntil(p.From, p.Until))));

    private string FromUntil(TimeExpression? from, TimeExpression? until) => (Time(from), Time(until)) switch
    {
        ("", "") => string.Empty,
        (var first, "") => Say("head.from", first),
        ("", var last) => Say("head.until", last),
        var (first, last) => Say("head.from_until", first, last),
    };

    /// <summary>A date as the page has dates; any other time in the words of the agreement.</summary>
    private string Time(TimeExpression? time) => time switch
    {
        null => string.Empty,
        FixedTime { Moment: var moment } => _times.Of(moment.In(agreement.Calendar.Zone)),
        _ => Space().Replace(time.Text, " ").Trim(),
    };

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
