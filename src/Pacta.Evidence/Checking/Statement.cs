using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>A single claim of a report.</summary>
internal sealed record Cited(string Report, string Claim);

/// <summary>A claim that was understood: its kind is known, its values have types and root units.</summary>
/// <param name="Claim">The claim's id within its report.</param>
/// <param name="At">When its report was recorded.</param>
internal sealed record Statement(
    ReportReference By,
    Instant At,
    string Claim,
    string Event,
    Kind Kind,
    FactForm Form,
    ClaimSubject Subject,
    Polarity Polarity,
    When? Time,
    When? End,
    SmallDictionary<Value> Roles,
    SmallDictionary<Value> Fields,
    ReportRecord Record)
{
    /// <summary>Where it stands in the input.</summary>
    public RecordPlace Place => Record.Place;

    /// <summary>How the source knows.</summary>
    public Basis Basis { get; init; }

    /// <summary>Claims or reports of others that it rests on.</summary>
    public ImmutableArray<string> DerivedFrom { get; init; } = [];

    /// <summary>What a count says; null for any other statement.</summary>
    public CountSaid? Counted { get; init; }

    public bool Asserts => Polarity == Polarity.Asserts;

    /// <summary>
    /// The only claim that it denies: it comes from taking back what somebody else said. Null for whoever denies it by itself, whoever says so.
    /// </summary>
    public Cited? Against { get; init; }

    public bool DeniesOccurrence => Polarity == Polarity.Denies && Subject == ClaimSubject.Occurrence;

    public bool IsAgainst(Statement asserted) => Against is { } against && against.Report == asserted.By.Id && against.Claim == asserted.Claim;

    /// <summary>Who speaks: a source that passes on what an origin says. A voice corrects itself, and nobody else.</summary>
    public (string Source, string Origin) Voice => (By.Source, By.Origin);

    public IEnumerable<KeyValuePair<string, Value>> DeniedRoles => (Polarity, Subject) switch
    {
        (Polarity.Denies, ClaimSubject.Attribution) => Roles.Where(r => r.Key == "by"),
        (Polarity.Denies, ClaimSubject.Field) => Roles.Where(r => r.Key != "by"),
        (Polarity.Denies, ClaimSubject.Occurrence) when Against is not null => Roles,
        _ => [],
    };

    public IEnumerable<KeyValuePair<string, Value>> DeniedFields =>
        Polarity == Polarity.Denies && (Subject == ClaimSubject.Field || (Subject == ClaimSubject.Occurrence && Against is not null)) ? Fields : [];
}
