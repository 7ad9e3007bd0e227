using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>
/// A duty whose time is counted from the fulfilment of a clause by which nothing is owed: that may never come. A duty with no time at all (PACTA0288), and duties that wait for each
/// other (PACTA0272), are errors of their own.
/// </summary>
internal sealed class DutyThatNeverFallsDue() : LintRule("PACTA1001")
{
    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        let free = agreement.Clauses.Where(c => c.Readings.All(r => r.Content.Sentence.Modality != Modality.Must)).Select(c => c.Name).ToHashSet(StringComparer.Ordinal)
        from item in context.Items(agreement)
        where item.Part is Clause
        let awaited = WaitsFor((Clause)item.Part)
        where awaited is not null && free.Contains(awaited.Clause)
        select Warning(
            $"The {item.Word} may never fall due: it waits for {awaited.Clause}, and nobody has to do that.",
            [item.At(awaited.Text, "this may never come")],
            "Give it a time of its own: a date, or so long after what somebody has to do.",
            "borland must give report no later than 30 days after entry_into_force");

    /// <summary>What must have been fulfilled before, in every reading.</summary>
    private static FulfilmentTime? WaitsFor(Clause clause)
    {
        var all = clause.Readings.Select(r => WaitsFor(r.Content.Sentence)).ToList();
        return all.TrueForAll(a => a is not null) ? all[0] : null;
    }

    private static FulfilmentTime? WaitsFor(Sentence sentence) => sentence is { Modality: Modality.Must, Act: DoAct }
        ? AgreementTree.All(sentence.Timing.NoLater).Concat(AgreementTree.All(sentence.Timing.Within)).OfType<FulfilmentTime>().FirstOrDefault()
        : null;
}
