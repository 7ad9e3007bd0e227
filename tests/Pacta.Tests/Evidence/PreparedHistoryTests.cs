using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Tests.Evidence;

/// <summary>What was joined for all sources is joined again for a perspective only where it leaves something out: the history is that which is made for it alone.</summary>
public sealed class PreparedHistoryTests
{
    private static readonly Perspective Parties = new("parties", [SourceKind.Party], null, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>It stands before, between and after those that stay as they are.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("m")]
    [InlineData("z")]
    public void An_event_of_which_something_is_left_out_is_joined_again(string id) => Same(
        "aland",
        Line("s1", "aland", id, "exercise", "\"by\":\"aland\""),
        Line("s2", "smm", id, "exercise", "\"by\":\"aland\",\"fields\":{\"troops\":9000}"));

    [Theory]
    [InlineData("a")]
    [InlineData("m")]
    [InlineData("z")]
    public void An_event_of_which_everything_is_left_out_is_gone(string id) => Same(
        null,
        Line("s1", "smm", id, "exercise", "\"by\":\"aland\""));

    /// <summary>To all it is an exercise, and what does not fit that does not count; to the parties it is a warship, which has another key and another place.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("m")]
    [InlineData("z")]
    public void What_was_of_another_kind_takes_its_own_place(string id) => Same(
        "aland",
        Line("s1", "smm", id, "exercise", "\"by\":\"aland\"", "2021-10-01"),
        Line("s2", "aland", id, "warship", "\"of\":\"aland\""));

    /// <param name="source">Who alone says what is left of what is looked at; null: nothing is.</param>
    private static void Same(string? source, params string[] lines)
    {
        var records = Known.Records([Line("k1", "aland", "b", "exercise", "\"by\":\"aland\""), Line("k2", "borland", "y", "exercise", "\"by\":\"borland\""), .. lines]);
        var prepared = HistoryBuilder.Prepare(new SharedRecords(records), Known.Vocabulary, DateTimeZone.Utc, null, null, new DiagnosticBag());
        _ = prepared.Of(null, new DiagnosticBag());

        var again = prepared.Of(Parties, new DiagnosticBag());

        var alone = HistoryBuilder.Build(records, Known.Vocabulary, DateTimeZone.Utc, null, null, new DiagnosticBag(), perspective: Parties);
        Assert.Null(HistoryDifference.Find(alone, again));
        Assert.Equal(source is null ? [] : [source], again.Facts.Where(f => f.Id is not ("b" or "y")).SelectMany(f => f.AssertedBy).Select(r => r.Source));
    }

    private static string Line(string id, string source, string @event, string kind, string rest, string recorded = "2021-10-02") =>
        $$"""{"id":"{{id}}","source":"{{source}}","recorded":"{{recorded}}","event":"{{@event}}","kind":"{{kind}}","time":"2021-09-10",{{rest}}}""";
}
