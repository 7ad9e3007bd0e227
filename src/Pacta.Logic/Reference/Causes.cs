using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Makes the causes of uncertainty, with their words in one place.</summary>
internal static class Causes
{
    public static Cause Denied(Fact fact) => new(
        CauseKind.Denied,
        fact.Key,
        "occurrence",
        $"{fact.Kind} {fact.Id}: asserted by {Names(fact.AssertedBy)}, denied by {Names(fact.DeniedBy)}",
        [.. fact.AssertedBy, .. fact.DeniedBy]);

    public static Cause Rival<T>(Fact fact, string attribute, Attribute<T> values) => new(
        CauseKind.Rival,
        fact.Key,
        attribute,
        $"{attribute} of {fact.Id}: " + string.Join(" or ", values.Alternatives.Select(a =>
            $"{a.Value} ({Names(a.AssertedBy)}{(a.DeniedBy.Length > 0 ? "; denied by " + Names(a.DeniedBy) : string.Empty)})")),
        [.. values.Alternatives.SelectMany(a => a.AssertedBy.Concat(a.DeniedBy))]);

    public static Cause Missing(string key, string attribute) =>
        new(CauseKind.Missing, key, attribute, $"{attribute} of {key}: not reported", []);

    public static Cause Imprecise<T>(Fact fact, string attribute, Alternative<T> said) =>
        new(CauseKind.Imprecise, fact.Key, attribute, $"{attribute} of {fact.Id}: {said.Value}", said.AssertedBy);

    public static Cause OneOf(Fact fact, string role, Alternative<Value> said) =>
        new(CauseKind.Missing, fact.Key, role, $"{role} of {fact.Id}: {said.Value}, not known which", said.AssertedBy);

    public static Cause Judged(string matter) =>
        new(CauseKind.Judged, matter, "judged", $"“{matter}” is left to judgement and no report states it", []);

    /// <summary>The attribute under which a dispute about a judgement stands; its key is the matter.</summary>
    public const string JudgedAttribute = "judged";

    public static Cause RivalJudgements(string matter, IReadOnlyCollection<Judgement> judgements) => new(
        CauseKind.Rival,
        matter,
        JudgedAttribute,
        $"“{matter}”: so, as {Names(judgements, true)} judged; not so, as {Names(judgements, false)} judged",
        [.. judgements.Select(j => j.By)]);

    public static Cause OpenKind(string kind) =>
        new(CauseKind.Open, kind, "absence", $"no {kind} is reported, and nobody claims that every {kind} is", []);

    public static Cause Place(string reported, string place) =>
        new(CauseKind.Place, reported, place, $"whether {reported} lies in {place} is not known: no map and no report says so", []);

    public static Cause BeforeRecord(string term) =>
        new(CauseKind.Missing, term, "record", $"{term}: nothing is reported of that time or before", []);

    public static Cause NoFulfilment(string clause) =>
        new(CauseKind.Missing, clause, "fulfilment", $"{clause} has not been fulfilled", []);

    private static string Names(IEnumerable<Judgement> judgements, bool holds) => Names([.. judgements.Where(j => j.Holds == holds).Select(j => j.By)]);

    public static string Names(ImmutableArray<ReportReference> reports) =>
        string.Join(", ", reports.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
