using System.Globalization;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Time;

namespace Pacta.Linting.Rules;

/// <summary>
/// The text asks that something be done so long in advance, and the condition asks for the opposite: that it was done in the last so many hours, <c>during 2 hours before f</c>.
/// Only where the text itself names the same length of time as a lead time.
/// </summary>
internal sealed class ReversedLeadTime() : LintRule("PACTA1012")
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        from item in context.Items(agreement)
        from look in item.Own.OfType<ThereCondition>()
        where look.Look is { Before: true }
        let lead = LeadTime(item, look.Look!.Length)
        where lead is not null
        select Warning(
            $"The text of {item.Word} asks for {look.Look!.Length} or more in advance, the condition for what happened in the last {look.Look.Length}.",
            [item.At(look.Text, $"true where it happened in the last {look.Look.Length}"), item.At(lead, "the text asks for it earlier")],
            $"'during {look.Look.Length} before' is a stretch that ends with the event. That something was done in time is a duty of its own: a clause with 'no later than {look.Look.Length} before', and here "
            + "'is met' of that clause.",
            "clause notice_of_fire at \"3\" {\n  when fire f by A\n  A must give notification of f to commission no later than 2 hours before f\n}\nunless notice_of_fire is met");

    private static string? LeadTime(LintedItem item, Lapse length)
    {
        var digits = length.Amount.ToString(CultureInfo.InvariantCulture);
        var number = length.Amount < Words.Length ? $@"(?:{digits}|{Words[length.Amount]}(?:\s*\({digits}\))?)" : digits;
        var unit = length.Unit == LapseUnit.WorkingDay ? "(?:working|business) days?" : length.Unit.ToString().ToLowerInvariant() + "s?";
        var lead = new Regex(
            $@"\b(?:(?:at least|not less than|no less than|not later than|no later than|a minimum of)\s+{number}\s+{unit}\b|{number}\s+{unit}\W?(?:\s+or\s+more)?\s+(?:in advance|beforehand|ahead|prior notice|or more before|or more prior)\b)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return item.Remarks.Texts.Select(t => lead.Match(t.Content)).FirstOrDefault(m => m.Success)?.Value;
    }
}
