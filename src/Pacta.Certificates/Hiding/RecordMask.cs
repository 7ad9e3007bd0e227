using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;

namespace Pacta.Certificates.Hiding;

/// <summary>Records without the names of those who report. What they say of times, places and figures stays as it is.</summary>
/// <param name="isPublished">Whether a text stands in the agreement: then it names nobody who reports.</param>
internal sealed class RecordMask(Pseudonyms names, Vocabulary vocabulary, Func<string, bool> isPublished, Func<string, string> matter)
{
    private const string NotGiven = "not given";
    private const string DistancePrefix = "distance from ";

    public ReportRecord Of(ReportRecord record) => record switch
    {
        Report report => Of(report),
        CompletenessRecord complete => complete with { Id = names.Record(complete.Id), Source = names.Source(complete.Source) },
        JudgementRecord judgement => judgement with { Id = names.Record(judgement.Id), Source = names.Source(judgement.Source), Matter = matter(judgement.Matter) },
        CoverageRecord coverage => coverage with
        {
            Id = names.Record(coverage.Id),
            Source = names.Source(coverage.Source),
            Area = names.Named(coverage.Area, isPlace: true),
            Means = NotGiven,
            Reference = null,
        },
        CountRecord count => count with
        {
            Id = names.Record(count.Id),
            Source = names.Source(count.Source),
            In = count.In is { } place ? names.Named(place, isPlace: true) : null,
            By = count.By is { } by ? Role(by, isPlace: false) : null,
            Except = [.. count.Except.Select(e => e with { What = names.FreeText(e.What) })],
            Includes = [.. count.Includes.Select(names.Event)],
            Reference = null,
        },
        GradeRecord grade => grade with
        {
            Id = names.Record(grade.Id),
            Assessor = names.Source(grade.Assessor),
            Target = names.Target(grade.Target),
            Why = string.Empty,
            Reference = null,
        },
        DeterminationRecord determination => determination with
        {
            Id = names.Record(determination.Id),
            About = determination.About is { } about ? about with { Events = [.. about.Events.Select(names.Event)] } : null,
            Reference = null,
        },
        CaseRecord step => step with
        {
            Id = names.Record(step.Id),
            Case = names.Event(step.Case),
            By = names.Somebody(step.By),
            Events = [.. step.Events.Select(names.Event)],
            Reply = step.Reply is null ? null : string.Empty,
            Text = null,
            Reference = null,
        },
        // What is not known here is not shown.
        _ => throw new NotSupportedException(record.GetType().Name),
    };

    private Report Of(Report report) => report with
    {
        Id = names.Record(report.Id),
        Source = names.Source(report.Source),
        Origin = report.Origin is { } origin ? names.Source(origin) : null,
        Supersedes = report.Supersedes is { } before ? names.Record(before) : null,
        Retracts = [.. report.Retracts.Select(names.Record)],
        Claims = [.. report.Claims.Select(Of)],
        Reference = null,
    };

    private Claim Of(Claim claim)
    {
        var kind = vocabulary.Kinds.GetValueOrDefault(claim.Kind);
        return claim with
        {
            Id = names.Record(claim.Id),
            Event = names.Event(claim.Event),
            Roles = claim.Roles.ToImmutableSortedDictionary(r => r.Key, r => Role(r.Value, IsOfPlace(kind, r.Key)), StringComparer.Ordinal),
            Fields = claim.Fields.GroupBy(f => FieldName(f.Key), StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => Field(g.First().Value, kind?.Fields.GetValueOrDefault(g.First().Key)?.Type), StringComparer.Ordinal),
            DerivedFrom = [.. claim.DerivedFrom.Select(names.Record)],
        };
    }

    private static bool IsOfPlace(Kind? kind, string preposition) =>
        kind?.Roles.Where(r => r.Preposition == preposition).Select(r => r.Noun).ToList() is not { Count: > 0 } nouns || nouns.Contains("place");

    private string FieldName(string name) => name.StartsWith(DistancePrefix, StringComparison.Ordinal)
        ? DistancePrefix + names.Named(name[DistancePrefix.Length..], isPlace: true)
        : name;

    private ReportedValue Role(ReportedValue value, bool isPlace) => value switch
    {
        ReportedText text => new ReportedText(names.Named(text.Text, isPlace)),
        ReportedNames several => several with { Names = [.. several.Names.Select(n => names.Named(n, isPlace))] },
        _ => value,
    };

    private ReportedValue Field(ReportedValue value, FieldType? type) => type is FieldType.Place or FieldType.Actor ? Role(value, type == FieldType.Place) : value switch
    {
        ReportedText text => new ReportedText(isPublished(text.Text) ? matter(text.Text) : names.FreeText(text.Text)),
        ReportedNames several => several with { Names = [.. several.Names.Select(names.FreeText)] },
        _ => value,
    };
}
