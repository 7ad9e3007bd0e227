using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>A number with no article, in an agreement that names articles: nobody can look up where it comes from.</summary>
internal sealed class NumberWithoutArticle() : LintRule("PACTA1009")
{
    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        let items = context.Items(agreement)
        where items.Any(i => i.Reference is not null)
        from item in items
        where item.Reference is null && !item.Remarks.Unverified.Any(LintedItem.SaysThatItLacks("article", "articles"))
        let number = item.Own.Select(NumberIn).FirstOrDefault(n => n is not null)
        where number is not null
        select Warning(
            $"The {item.Word} has a number and no article.",
            [item.At(number, "where does this come from?")],
            "Say behind the name where the text says so: at \"ARTICLE\".",
            "define notifiable_exercise at \"40.1.1\" { means exercise x where troops of x at least 9_000 }");

    /// <summary>The words of a number or of a stretch of time; 0 and 1 are no figures of a text.</summary>
    private static string? NumberIn(object part) => part switch
    {
        NumberTerm { Range: var range, Text: var text } when !(range.IsExact && range.Low is 0 or 1) => text,
        OffsetTime offset => offset.Text,
        DayTime day => day.Text,
        WithinTime within => within.Text,
        LapseRow lapse => lapse.Text,
        BandRow band => band.Text,
        Timing { Cycle: { } cycle } => cycle.Text,
        _ => null,
    };
}
