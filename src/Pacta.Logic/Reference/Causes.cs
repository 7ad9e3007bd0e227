using System.Collections.Immutable;
using Pacta.Geography.Zones;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Makes the causes of uncertainty.</summary>
internal static class Causes
{
    /// <summary>The attribute under which a dispute about a judgement stands; its key is the matter.</summary>
    public const string JudgedAttribute = "judged";

    /// <summary>By key and attribute: the order in which disputes are resolved and told.</summary>
    public static readonly Comparer<Cause> ByKey = Comparer<Cause>.Create((a, b) =>
        string.CompareOrdinal(a.Key, b.Key) is not 0 and var byKey ? byKey : string.CompareOrdinal(a.Attribute, b.Attribute));

    /// <summary>By kind, key and attribute: by all that makes them the same.</summary>
    public static readonly Comparer<Cause> ByKind = Comparer<Cause>.Create((a, b) => a.Kind != b.Kind ? (int)a.Kind - (int)b.Kind : ByKey.Compare(a, b));

    public static Cause Denied(Fact fact) => new(
        CauseKind.Denied,
        fact.Key,
        "occurrence",
        CauseCode.Denied,
        [fact.Kind, fact.Id, Names(fact.AssertedBy), Names(fact.DeniedBy)],
        [.. fact.AssertedBy, .. fact.DeniedBy]);

    public static Cause Rival<T>(Fact fact, string attribute, Attribute<T> values)
        where T : class => new(
        CauseKind.Rival,
        fact.Key,
        attribute,
        CauseCode.RivalValues,
        [attribute, fact.Id, .. values.Alternatives.SelectMany(a => new[] { Told(a.Value), Names(a.AssertedBy), Names(a.DeniedBy) }
            .Concat(a.NamesDenied.SelectMany(d => new[] { string.Empty, d.Name, Names(d.By) })))],
        [.. values.Alternatives.SelectMany(a => a.AssertedBy.Concat(a.DeniedBy).Concat(a.NamesDenied.SelectMany(d => d.By)))]);

    public static Cause Missing(string key, string attribute) => new(CauseKind.Missing, key, attribute, CauseCode.NotReported, [attribute, key], []);

    /// <param name="words">The words of the text that stand for somebody or something.</param>
    public static Cause NotIdentified(string words) => new(CauseKind.Missing, words, "identity", CauseCode.NotIdentified, [words], []);

    public static Cause Imprecise<T>(Fact fact, string attribute, Alternative<T> said) =>
        new(CauseKind.Imprecise, fact.Key, attribute, CauseCode.Rough, [attribute, fact.Id, Told(said.Value)], said.AssertedBy);

    public static Cause OneOf(Fact fact, string role, Alternative<Value> said) =>
        new(CauseKind.Missing, fact.Key, role, CauseCode.NotKnownWhich, [role, fact.Id, Composed.Of(said.Value)], said.AssertedBy);

    public static Cause Judged(string matter) => new(CauseKind.Judged, matter, JudgedAttribute, CauseCode.NotJudged, [matter], []);

    public static Cause RivalJudgements(string matter, IReadOnlyCollection<Judgement> judgements) => new(
        CauseKind.Rival,
        matter,
        JudgedAttribute,
        CauseCode.RivalJudgements,
        [matter, Names(judgements, true), Names(judgements, false)],
        [.. judgements.Select(j => j.By)]);

    public static Cause OpenKind(string kind) => new(CauseKind.Open, kind, "absence", CauseCode.Open, [kind], []);

    public static Cause Place(string reported, string place) => new(CauseKind.Place, reported, place, CauseCode.NoMap, [reported, place], []);

    /// <param name="metres">From the boundary.</param>
    /// <param name="known">Within how many metres position and boundary are known.</param>
    public static Cause NearBoundary(string position, string place, double metres, double known) => new(
        CauseKind.Imprecise, position, place, CauseCode.NearBoundary, [position, place, Lengths.Of(metres), Lengths.Of(known)], []);

    /// <param name="areas">Disputed areas.</param>
    public static Cause Disputed(string position, string place, IEnumerable<string> areas) =>
        new(CauseKind.Place, position, place, CauseCode.Disputed, [position, place, string.Join(", ", areas)], []);

    public static Cause HeightAbove(string position, string place, HeightDatum above) => new(
        CauseKind.Missing, position, place, above == HeightDatum.Ground ? CauseCode.HeightNotAboveGround : CauseCode.HeightNotAboveSea, [position, place], []);

    public static Cause NoHeight(string position, string place) => new(CauseKind.Missing, position, place, CauseCode.NoHeight, [position, place], []);

    public static Cause MayBeAmong(Fact count, string told) => new(CauseKind.Imprecise, count.Key, "among", CauseCode.MayBeAmong, [told], count.AssertedBy);

    public static Cause CountedWhen(Fact count, string told) => new(CauseKind.Imprecise, count.Key, "time", CauseCode.CountedWhen, [told], count.AssertedBy);

    /// <param name="kind">What may have happened there unseen.</param>
    public static Cause NotSeen(string kind, string place, string gaps, ImmutableArray<ReportReference> by) =>
        new(CauseKind.NotSeen, place, "coverage", CauseCode.NotSeen, [kind, place, gaps], by);

    public static Cause BeforeRecord(string term) => new(CauseKind.Missing, term, "record", CauseCode.BeforeRecord, [term], []);

    public static Cause NoFulfilment(string clause) => new(CauseKind.Missing, clause, "fulfilment", CauseCode.NotFulfilled, [clause], []);

    /// <summary>The readings of a text, in the order in which they are given.</summary>
    public static Cause Readings(string text, IEnumerable<Side> readings) =>
        new(CauseKind.Reading, text, "reading", CauseCode.Readings, [text, .. readings.SelectMany(r => new[] { r.Value, string.Join(", ", r.HeldBy) })], []);

    private static string Told<T>(T value) => value is Value v ? Composed.Of(v) : $"{value}";

    private static string Names(IEnumerable<Judgement> judgements, bool holds) => Names([.. judgements.Where(j => j.Holds == holds).Select(j => j.By)]);

    public static string Names(ImmutableArray<ReportReference> reports) => reports.IsEmpty ? string.Empty
        : reports is [var only] ? only.Source
        : string.Join(", ", reports.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
