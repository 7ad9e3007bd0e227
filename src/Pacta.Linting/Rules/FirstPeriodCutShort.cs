using NodaTime;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>
/// A duty of each month, or of another period, is counted from a date before the agreement binds, and a period lies across the day on which it begins to. That period is not
/// asked for, because a period counts only where the agreement binds from its beginning; the drafter may think that it is.
/// </summary>
internal sealed class FirstPeriodCutShort() : LintRule("PACTA1013")
{
    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        from item in context.Items(agreement)
        where item.Part is Clause { When: null }
        from timing in item.Own.OfType<Timing>()
        where timing is { Cycle: PeriodicCycle, From: FixedTime }
        let lost = Lost(agreement, (FixedTime)timing.From!, ((PeriodicCycle)timing.Cycle!).Length)
        where lost is not null
        select Warning(
            $"The first period of {item.Word}, {Day(lost.Value.First)} to {Day(lost.Value.Last)}, is not asked for.",
            [item.At(timing.From!.Text, $"the agreement binds only as from {Day(lost.Value.Binds)}, within that period")],
            $"A period counts only if the agreement binds from its beginning. Let the periods begin with {Day(lost.Value.Last.PlusDays(1))}; what is due for the first one is a clause of its own, with 'no later than'.",
            $"each party must give calendar to each other party every month as from {Day(lost.Value.Last.PlusDays(1))}\neach party must give calendar to each other party no later than {Day(lost.Value.Last)}");

    private static (LocalDate First, LocalDate Last, LocalDate Binds)? Lost(Agreement agreement, FixedTime from, Model.Time.Lapse length)
    {
        if (Begin(agreement) is not { } begin || begin.Moment.Local.Year == 1)
        {
            return null;
        }

        var (origin, binds) = (from.Moment.Local.Date, begin.Moment.Local.Date);
        if (origin >= binds || length.IsElapsed)
        {
            return null;
        }

        for (var k = 0; k < 10_000; k++)
        {
            var first = agreement.Calendar.Move(origin, length with { Amount = length.Amount * k }, 1);
            var next = agreement.Calendar.Move(origin, length with { Amount = length.Amount * (k + 1) }, 1);
            if (next > binds)
            {
                return first < binds ? (first, next.PlusDays(-1), binds) : null;
            }
        }

        return null;
    }

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>The first day on which it binds, if it is a date.</summary>
    private static FixedTime? Begin(Agreement agreement) => agreement.ProvisionalFrom is { } provisional ? provisional as FixedTime : agreement.EntryIntoForce as FixedTime;
}
