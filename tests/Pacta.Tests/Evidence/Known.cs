using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Values;
using Pacta.Reports;

namespace Pacta.Tests.Evidence;

/// <summary>A small vocabulary, and histories from report lines.</summary>
internal static class Known
{
    public static readonly Vocabulary Vocabulary = new(
        Units: Table(
            new Unit("m", "m", 1), new Unit("km", "m", 1000), new Unit("t", "t", 1), new Unit("person", "person", 1)).ToImmutableSortedDictionary(u => u.Name, u => u),
        Kinds: Table(
            Kind("exercise", KindForm.Event, "activity", "by actor, in place", new("troops", FieldType.Quantity, "person"), new("tanks", FieldType.Count, ""), new("alert", FieldType.Truth, "")),
            Kind("activity", KindForm.Event, null, "by actor, in place"),
            Kind("transit", KindForm.Event, "activity", "by actor, of warship, through place", new("purpose", FieldType.Text, ""), new("flag", FieldType.Actor, "")),
            Kind("reply", KindForm.Event, null, "by actor, to request"),
            Kind("warship", KindForm.Thing, null, "of actor, in place", new("tonnage", FieldType.Quantity, "t"), new("range", FieldType.Quantity, "m"))).ToImmutableSortedDictionary(k => k.Name, k => k),
        States: ImmutableSortedDictionary<string, StateKind>.Empty,
        Actors: Table("aland", "borland", "cedria").ToImmutableSortedDictionary(a => a, a => new Actor(a, a)),
        Groups: ImmutableSortedDictionary<string, Group>.Empty,
        Sources: Table("smm", "post", "aland_gs", "borland_gs").ToImmutableSortedDictionary(s => s, s => new Source(s, SourceKind.Monitor, null, s)),
        Perspectives: ImmutableSortedDictionary<string, Perspective>.Empty,
        Standards: ImmutableSortedDictionary<string, ProofStandard>.Empty,
        OpenKinds: [],
        Tolerance: 0.1m);

    public static (History History, DiagnosticBag Diagnostics) Try(string[] lines, string? asOf = null, string? until = null)
    {
        var bag = new DiagnosticBag();
        var file = ReportReader.Read(new SourceText("reports.jsonl", string.Join('\n', lines)), bag, keepGoing: true);
        Assert.Empty(bag.Items);
        return (Build(file.Records, At(asOf), At(until), bag), bag);

        static Instant? At(string? text) => text is null ? null : MomentText.Parse(text, out _)?.In(DateTimeZone.Utc).Latest;
    }

    public static ReportRecord[] Records(params string[] lines)
    {
        var bag = new DiagnosticBag();
        var file = ReportReader.Read(new SourceText("reports.jsonl", string.Join('\n', lines)), bag, keepGoing: true);
        Assert.Empty(bag.Items);
        return [.. file.Records];
    }

    public static History History(params string[] lines)
    {
        var (history, bag) = Try(lines);
        Assert.Empty(bag.Items);
        return history;
    }

    public static History Build(IEnumerable<ReportRecord> records, Instant? asOf = null, Instant? until = null, DiagnosticBag? bag = null) =>
        HistoryBuilder.Build(records, Vocabulary, DateTimeZone.Utc, asOf, until, bag ?? new DiagnosticBag());

    /// <summary>A history as text, so that two can be compared and a difference be read.</summary>
    public static string Text(History history) => string.Join('\n',
    [
        .. history.Facts.Select(Text),
        .. history.Judgements.Select(j => $"judged {j.Matter} {j.Holds} {j.Time} by {j.By.Id}"),
        .. history.Completeness.Select(c => $"complete {string.Join(',', c.Kinds)} {c.Through} by {c.By.Id}"),
        $"through {history.Through}",
    ]);

    public static string Text(Fact fact) => string.Join('\n',
    [
        $"{fact.Key}: {fact.Form} {fact.Kind} {fact.Id} known {fact.Known} {Text(fact.AssertedBy, fact.DeniedBy)}",
        $"  time {Text(fact.Time, MomentText.Format)}",
        .. fact.End is { } end ? [$"  end {Text(end, MomentText.Format)}"] : Array.Empty<string>(),
        .. fact.Roles.Concat(fact.Fields).Select(a => $"  {a.Key} {Text(a.Value, v => v.ToString())}"),
    ]);

    public static string Text<T>(Attribute<T> attribute, Func<T, string?> text)
        where T : class =>
        string.Join(" | ", attribute.Alternatives.Select(a => $"{text(a.Value)} {Text(a.AssertedBy, a.DeniedBy)}"));

    public static string Text(Attribute<Value> attribute) => Text(attribute, v => v.ToString());

    private static string Text(ImmutableArray<ReportReference> asserted, ImmutableArray<ReportReference> denied) =>
        $"[{string.Join(' ', asserted.Select(Name))}{(denied.Length == 0 ? "" : " against " + string.Join(' ', denied.Select(Name)))}]";

    private static string Name(ReportReference r) => r.Origin == r.Source ? r.Id : $"{r.Id}({r.Origin})";

    private static T[] Table<T>(params T[] items) => items;

    private static Kind Kind(string name, KindForm form, string? parent, string roles, params Field[] fields) => new(
        name, null, form, parent, null,
        [.. roles.Split(", ").Select(r => r.Split(' ')).Select(r => new Role(r[0], r[1]))],
        fields.ToImmutableSortedDictionary(f => f.Name, f => f, StringComparer.Ordinal));
}
