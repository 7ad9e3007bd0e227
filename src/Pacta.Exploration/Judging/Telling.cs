using System.Collections.Immutable;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Judging;

/// <summary>An invented history as the evaluator takes it: what one source says, exactly, and nobody denies.</summary>
internal static class Telling
{
    private static readonly ReportReference Told = new("invented", "invented", "invented");

    public static History Of(InventedHistory history, AgreementCalendar calendar)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        var facts = ImmutableArray.CreateBuilder<Fact>(history.Facts.Length);
        foreach (var fact in history.Facts)
        {
            facts.Add(Of(fact, calendar, count.TryGetValue(fact.Id, out var seen) ? count[fact.Id] = seen + 1 : count[fact.Id] = 0));
        }

        facts.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new History(
            facts.MoveToImmutable(),
            [.. history.Judgements.Select(j => new Judgement(j.Matter, j.Holds, When.At(Moment.At(j.At)), Told))],
            [],
            history.Through);
    }

    private static Fact Of(InventedFact fact, AgreementCalendar calendar, int number) => new(
        fact.Form == FactForm.Thing ? $"{fact.Id}@{number:000}" : fact.Id,
        fact.Id,
        fact.Kind,
        fact.Form,
        Single(When.At(Moments.Of(fact, fact.At, calendar))),
        fact.End is { } end ? Single(When.At(Moments.Of(fact, end, calendar))) : null,
        fact.Roles.ToImmutableSortedDictionary(r => r.Key, r => Single<Value>(r.Value is [var one] ? new NameValue(one) : new AllOfValue(r.Value)), StringComparer.Ordinal),
        fact.Fields.ToImmutableSortedDictionary(f => f.Key, f => Single(f.Value), StringComparer.Ordinal),
        [Told],
        [],
        fact.At);

    private static Attribute<T> Single<T>(T value)
        where T : class => new(value, [Told]);
}
