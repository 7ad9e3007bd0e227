namespace Pacta.Tests.LanguageServer;

/// <summary>What is offered while typing, by the place where one types. The text around is not finished either.</summary>
public sealed class CompletionTests(OneEditor one) : IClassFixture<OneEditor>
{
    /// <param name="typed">A line with the mark.</param>
    /// <param name="offered">Among what is offered, in this order.</param>
    /// <param name="not">Not offered there.</param>
    [Theory]
    [InlineData("", "clause … clause part define", "when must")]
    [InlineData("  use ‸", "bay_words", "tank aland")]
    [InlineData("  status ‸", "legal political proposal", "aland")]
    [InlineData("  parties aland, ‸", "borland", "tank")]
    [InlineData("  clause new {\n    ‸\n  }", "when while each aland text", "clause part")]
    [InlineData("  clause new {\n    when ‸\n  }", "large_exercise exercise notification breach", "tank must")]
    [InlineData("  clause new {\n    when exercise x ‸\n  }", "by in where", "of")]
    [InlineData("  clause new {\n    when exercise x by A in ‸\n  }", "buffer_zone A", "aland must")]
    [InlineData("  clause new {\n    each ‸\n  }", "other party", "must")]
    [InlineData("  clause new {\n    each party ‸\n  }", "must may", "when")]
    [InlineData("  clause new {\n    each party must ‸\n  }", "keep have hold give", "aland")]
    [InlineData("  clause new {\n    each party must give ‸\n  }", "notification", "exercise tank")]
    [InlineData("  clause new {\n    when exercise x by A\n    A must give notification of ‸\n  }", "A x aland exercise", "must")]
    [InlineData("  clause new {\n    when exercise x by A\n    A must give notification of x to ‸\n  }", "A each aland", "buffer_zone")]
    [InlineData("  clause new {\n    when exercise x by A where ‸\n  }", "troops aland", "must")]
    [InlineData("  clause new {\n    when exercise x by A where x is ‸\n  }", "not alert", "must")]
    [InlineData("  clause new {\n    when exercise x by A where troops of x at ‸\n  }", "least most", "aland")]
    [InlineData("  clause new {\n    each party P must keep number of ‸\n  }", "exercises tanks", "must notice")]
    [InlineData("  clause new {\n    when exercise x by A\n    A must give notification of x no later than 5 ‸\n  }", "km hours", "aland")]
    [InlineData("  clause new {\n    when exercise x by A\n    A must give notification of x no later than 5 days before ‸\n  }", "x start entry_into_force", "aland buffer_zone")]
    [InlineData("  clause new {\n    when exercise x by A\n    A must give notification of x\n    ‸\n  }", "no within unless", "clause")]
    [InlineData("  exception other to ‸", "notice no_notice armour", "aland")]
    [InlineData("  zone wide {\n    up to 5 ‸\n  }", "km m", "aland")]
    [InlineData("  define small {\n    ‸\n  }", "means reading", "must")]
    [InlineData("  define small {\n    means ‸\n  }", "large_exercise exercise", "must")]
    public async Task In_an_agreement_this_may_stand_here(string typed, string offered, string not)
    {
        var line = typed.Length == 0 ? "  ‸" : typed;
        await Check(Samples.Whole.Replace("\n  part \"I\"", $"\n{line}\n\n  part \"I\"", StringComparison.Ordinal), offered, not);
    }

    [Theory]
    [InlineData("‸", "agreement … scenario … agreement scenario source", "clause when")]
    [InlineData("scenario \"s\" of ‸", "bay_accord", "bay_words aland")]
    [InlineData("scenario \"s\" of bay_accord {\n  ‸\n}", "expect perspective aland", "clause must")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 ‸\n}", "exercise notification", "must")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 exercise big by aland with ‸\n}", "alert troops count", "must")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 exercise big by aland reported by ‸\n}", "observers aland", "tank")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 exercise big by aland\n  expect ‸\n}", "open met breached contested", "notice")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 exercise big by aland\n  expect breached ‸\n}", "notice no_notice armour", "aland")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 exercise big by aland\n  expect breached notice of ‸\n}", "big", "notice")]
    [InlineData("scenario \"s\" of bay_accord {\n  2024-07-01 exercise big by aland\n  expect breached notice of big by aland on 2024-08-01 because ‸\n}", "notice from_5_000 observers big", "must")]
    [InlineData("source eyes is ‸", "party monitor media", "aland")]
    [InlineData("perspective own {\n  ‸\n}", "accepts standard takes", "must")]
    [InlineData("vocabulary more {\n  kind ship is ‸\n}", "asset tank", "aland exercise")]
    [InlineData("vocabulary more {\n  kind ship is asset with length ‸\n}", "count km", "aland")]
    [InlineData("group both {\n  ‸\n}", "aland borland", "must")]
    public async Task In_a_file_this_may_stand_here(string typed, string offered, string not) =>
        await Check(Samples.Whole + "source observers is monitor\n" + typed + "\n", offered, not);

    [Fact]
    public async Task The_word_that_was_begun_is_replaced()
    {
        var text = Samples.Whole.Replace("number of tanks", "number of tan‸", StringComparison.Ordinal);
        var uri = await one.Open(text);

        var items = (await one.Editor.At("completion", uri, text))!["items"]!.AsArray();

        var tanks = Assert.Single(items, i => i!["label"]!.GetValue<string>() == "tanks")!;
        Assert.Contains("number of tanks of P", Editor.Applied(Editor.Unmarked(text), [tanks["textEdit"]]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_offered_in_remarks_and_texts_but_time_zones_where_one_belongs()
    {
        var inRemark = Samples.Whole + "// by ‸\n";
        var inText = Samples.Whole.Replace("at least 21 days' notice", "at ‸least", StringComparison.Ordinal);
        var inZone = Samples.Whole.Replace("Europe/Vienna", "Eur‸", StringComparison.Ordinal);

        Assert.Empty(await Labels(inRemark));
        Assert.Empty(await Labels(inText));
        Assert.Contains("Europe/Helsinki", await Labels(inZone));
    }

    [Fact]
    public async Task Places_to_fill_in_are_offered_only_to_editors_that_know_them()
    {
        await using var plain = await Editor.Open(isPlain: true);
        await plain.OpenText("untitled:a", string.Empty);

        var items = (await plain.At("completion", "untitled:a", "‸"))!["items"]!.AsArray();

        Assert.Contains(items, i => i!["label"]!.GetValue<string>() == "agreement");
        Assert.DoesNotContain(items, i => i!["insertTextFormat"]!.GetValue<int>() == 2);
        Assert.Contains("agreement …", await Labels("‸"));
    }

    private async Task Check(string text, string offered, string not)
    {
        var labels = await Labels(text);
        var words = offered.Split(' ').Aggregate(new List<string>(), (all, word) =>
        {
            // "clause …" is one label.
            if (word == "…")
            {
                all[^1] += " …";
            }
            else
            {
                all.Add(word);
            }

            return all;
        });
        var places = words.Select(w => labels.FindIndex(l => l == w || l.StartsWith(w + " ", StringComparison.Ordinal) && !l.EndsWith('…'))).ToList();

        Assert.True(places.TrueForAll(p => p >= 0), $"{string.Join(", ", words)} in {string.Join(", ", labels)}");
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(labels, l => not.Split(' ').Contains(l));
    }

    private async Task<List<string>> Labels(string text)
    {
        var uri = await one.Open(text);
        return [.. (await one.Editor.At("completion", uri, text))!["items"]!.AsArray().Select(i => i!["label"]!.GetValue<string>())];
    }
}
