using Pacta.Linting.Holding;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>Exceptions, and what follows <c>unless</c>, that can never hold while their clause applies; exceptions that repeat another.</summary>
internal sealed class ExceptionOfNothing() : LintRule("PACTA1004")
{
    private const string Help = "An exception excuses what its clause asks. Make it hold in some case in which the clause applies, or take it away.";

    private const string Example = "exception small to prior_notification { if troops of x less than 10_000 }, where the clause begins at 9_000";

    public override IEnumerable<Diagnostic> Find(LintContext context) =>
        from agreement in context.Agreements
        let items = context.Items(agreement)
        from item in items
        where item.Part is Clause
        from found in OfClause(agreement, item, (Clause)item.Part, items)
        select found;

    private IEnumerable<Diagnostic> OfClause(Agreement agreement, LintedItem item, Clause clause, IReadOnlyList<LintedItem> items)
    {
        var bases = clause.Readings.Select(r => NothingApplies.Situation(agreement, clause, r.Content)).Where(c => c.Clash is null).ToList();
        if (bases.Count == 0)
        {
            // That the clause never applies is told already.
            return [];
        }

        var unless = clause.Readings
            .Where(r => r.Content.Sentence.Unless is not null)
            .Select(r => (Claims: NothingApplies.Situation(agreement, clause, r.Content), Condition: r.Content.Sentence.Unless!))
            .Where(u => u.Claims.Clash is null && u.Claims.With(u.Condition).Clash is not null)
            .Select(u => Warning(
                $"What stands behind 'unless' in {item.Word} can never hold while the clause applies.",
                [item.At(u.Condition.Text, "never"), .. NothingApplies.Places(item, u.Claims.With(u.Condition).Clash!).Skip(1)], Help, Example));
        return unless.Concat(OfExceptions(clause.Exceptions, bases, item, items));
    }

    private IEnumerable<Diagnostic> OfExceptions(IReadOnlyList<ClauseException> exceptions, List<Claims> bases, LintedItem clause, IReadOnlyList<LintedItem> items)
    {
        for (var i = 0; i < exceptions.Count; i++)
        {
            var exception = exceptions[i];
            if (items.FirstOrDefault(x => ReferenceEquals(x.Part, exception)) is not { } item)
            {
                continue;
            }

            var inside = bases.ConvertAll(b => b.With(exception.If));
            if (inside.TrueForAll(c => c.Clash is not null))
            {
                var clash = inside[0].Clash!;
                yield return Warning(
                    $"The {item.Word} excepts nothing from {clause.Word}.",
                    [item.At(exception.If.Text, clash.First == clash.Second ? "never" : $"'{clash.First}' and '{clash.Second}' cannot both be so"), clause.Head("what applies only otherwise")], Help, Example);
                continue;
            }

            if (exceptions.Take(i).FirstOrDefault(e => e.If.Text == exception.If.Text && e.Sentence is null && exception.Sentence is null) is { } same)
            {
                yield return Warning($"The {item.Word} excepts what exception {same.Name} excepts already.", [item.At(exception.If.Text, $"the same as in exception {same.Name}")], Help, Example);
            }

            foreach (var inner in OfExceptions(exception.Exceptions, inside.FindAll(c => c.Clash is null), item, items))
            {
                yield return inner;
            }
        }
    }
}
