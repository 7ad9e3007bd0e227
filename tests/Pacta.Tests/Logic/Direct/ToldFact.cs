using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Tests.Logic.Direct;

/// <summary>A fact of an exact history, short to write and to print.</summary>
internal sealed record ToldFact(string Id, string Kind, FactForm Form, Instant At, Instant? End)
{
    private static readonly ReportReference Report = new("r1", "monitor", "monitor");

    public ImmutableArray<(string Preposition, ImmutableArray<string> Names)> Roles { get; init; } = [];

    public ImmutableArray<(string Name, Value Value)> Fields { get; init; } = [];

    public ToldFact With(string preposition, params ImmutableArray<string> names) => this with { Roles = Roles.Add((preposition, names)) };

    public ToldFact With(string field, decimal number, string dimension) =>
        this with { Fields = Fields.Add((field, new NumberValue(NumberRange.Exactly(number), dimension))) };

    public ToldFact With(string field, bool isTrue) => this with { Fields = Fields.Add((field, new TruthValue(isTrue))) };

    public static ToldFact Event(string id, string kind, Instant at, Instant? end = null) => new(id, kind, FactForm.Event, at, end);

    public static ToldFact Thing(string id, string kind, Instant at, Instant? end = null) => new(id, kind, FactForm.Thing, at, end);

    public static History History(IEnumerable<ToldFact> facts, Instant through) =>
        new([.. facts.Select((f, i) => f.Told(i)).OrderBy(f => f.Key, StringComparer.Ordinal)], [], [], through);

    private Fact Told(int index) => new(
        Form == FactForm.Thing ? $"{Id}@{index}" : Id,
        Id,
        Kind,
        Form,
        Single(When.At(Moment.At(At))),
        End is { } end ? Single(When.At(Moment.At(end))) : null,
        Roles.ToImmutableSortedDictionary(
            r => r.Preposition, r => Single<Value>(r.Names is [var one] ? new NameValue(one) : new AllOfValue(r.Names)), StringComparer.Ordinal),
        Fields.ToImmutableSortedDictionary(f => f.Name, f => Single(f.Value), StringComparer.Ordinal),
        [Report],
        [],
        At);

    private static Attribute<T> Single<T>(T value)
        where T : class => new(value, [Report]);

    public string Words(DateTimeZone zone)
    {
        var roles = string.Concat(Roles.Select(r => $" {r.Preposition} {string.Join(" and ", r.Names)}"));
        var fields = string.Join(", ", Fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value}")));
        var end = End is { } last ? $" .. {Local(last, zone)}" : string.Empty;
        return $"{Local(At, zone)}{end}  {Kind} {Id}{roles}{(fields.Length > 0 ? " with " + fields : string.Empty)}";
    }

    public static string Local(Instant instant, DateTimeZone zone) =>
        instant == Instant.MinValue ? "ever" : ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss;FFFFFFFFF o<g>", null).Format(instant.InZone(zone));
}
