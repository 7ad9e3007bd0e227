using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Negotiation.Conflicts;

namespace Pacta.Linting.Rules;

/// <summary>
/// Something is due before whoever owes it can know of it, or on a day on which the agreement does not bind. Stretches of time that end before they begin are an error
/// of their own (PACTA0319).
/// </summary>
internal sealed class DeadlineNobodyCanMeet() : LintRule("PACTA1002")
{
    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        from item in context.Items(agreement)
        where item.Part is Clause
        from found in OfClause(agreement, item, (Clause)item.Part)
        select found;

    private IEnumerable<Diagnostic> OfClause(Agreement agreement, LintedItem item, Clause clause)
    {
        if (DueBeforeKnown.Is(clause))
        {
            var timing = clause.Readings[0].Content.Sentence.Timing;
            yield return Warning(
                $"What the {item.Word} asks is due before anybody can know that it is owed.",
                [item.At(timing.NoLater?.Text ?? timing.Within!.Text, "this is over when it comes"), item.At(clause.When!.Text, "only this tells of it")],
                "Count the time from what tells of it: 'within ... after'.",
                "B must give reply to r within 48 hours after r");
        }

        foreach (var sentence in clause.Readings.SelectMany(r => AgreementTree.All(r.Content.Sentence)).OfType<Sentence>().Where(s => s.Modality == Modality.Must))
        {
            if (OutsideOf(agreement, clause, sentence) is { } outside)
            {
                yield return Warning(
                    $"The {item.Word} is due {outside.When}.",
                    [item.At(outside.Words, outside.When)],
                    "A date in a clause must lie in the time in which the agreement binds. Correct the date, or the head of the agreement.",
                    "enters into force 2021-09-10, and a clause that is due no later than 2021-12-31");
            }
        }
    }

    private static (string Words, string When)? OutsideOf(Agreement agreement, Clause clause, Sentence sentence)
    {
        if (sentence.Timing.NoLater is FixedTime due && Begin(agreement) is { } begin && Latest(due) < Earliest(begin))
        {
            return (due.Text, "before the agreement enters into force");
        }

        return sentence.Timing.From is FixedTime from && clause.Survival.Expiry is null && agreement.Expiry is FixedTime expiry && Earliest(from) > Latest(expiry)
            ? (from.Text, "only after the agreement has expired")
            : null;
    }

    /// <summary>The first day on which it can bind, if it is a date.</summary>
    private static FixedTime? Begin(Agreement agreement) => (agreement.ProvisionalFrom, agreement.EntryIntoForce) switch
    {
        (FixedTime provisional, _) => provisional,
        (null, FixedTime force) => force,
        _ => null,
    };

    // A date of the year 1 stands for one that is reported.
    private static Instant Earliest(FixedTime time) => time.Moment.In(DateTimeZone.Utc).Earliest.Minus(Duration.FromDays(1));

    private static Instant Latest(FixedTime time) => time.Moment.Local.Year > 1 ? time.Moment.In(DateTimeZone.Utc).Latest.Plus(Duration.FromDays(1)) : Instant.MaxValue;
}
