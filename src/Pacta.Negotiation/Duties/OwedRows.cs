using System.Collections.Immutable;

namespace Pacta.Negotiation.Duties;

/// <summary>What some owe to some, in each of two drafts.</summary>
/// <param name="ToEachOther">To each of the others among those who owe it, too.</param>
public sealed record OwedRow(ImmutableArray<Somebody> Who, ImmutableArray<Somebody> To, bool ToEachOther, ImmutableArray<Duty> First, ImmutableArray<Duty> Second);

/// <summary>
/// Two matrices as one table: actor by actor, so that a group in one draft and its members in the other meet. Those who owe the same to the
/// same, and to whom the same owe the same, are told together: thirty members of an alliance make one row and not nine hundred.
/// </summary>
internal sealed class OwedRows
{
    private readonly Dictionary<(Somebody Who, Somebody To), (ImmutableArray<Duty> First, ImmutableArray<Duty> Second, string Told)> _cells = [];

    private OwedRows(DutyMatrix first, DutyMatrix second)
    {
        var one = first.Duties.ToLookup(d => (d.Bearer, d.Beneficiary));
        var two = second.Duties.ToLookup(d => (d.Bearer, d.Beneficiary));
        foreach (var key in one.Select(g => g.Key).Concat(two.Select(g => g.Key)).Distinct())
        {
            var told = string.Join('|', one[key].Select(d => Told(d, first))) + " / " + string.Join('|', two[key].Select(d => Told(d, second)));
            _cells.Add(key, ([.. one[key]], [.. two[key]], told));
        }
    }

    public static ImmutableArray<OwedRow> Of(DutyMatrix first, DutyMatrix second)
    {
        var rows = new OwedRows(first, second);
        var classes = rows.Classes();
        return
        [
            .. classes
                .SelectMany(who => classes.Select(to => rows.Row(who, to)).OfType<OwedRow>())
                .GroupBy(r => (r.Who[0], rows.Told(r)))
                .Select(g => g.First() with { To = Sorted(g.SelectMany(r => r.To)), ToEachOther = g.Any(r => r.ToEachOther) })
                .GroupBy(r => (To: r.ToEachOther ? (object)r : string.Join('|', r.To), rows.Told(r)))
                .Select(g => g.First() with { Who = Sorted(g.SelectMany(r => r.Who)) })
                .OrderBy(r => r.Who[0].Order, StringComparer.Ordinal)
                .ThenByDescending(r => r.Who.Length)
                .ThenBy(r => r.To.IsEmpty ? string.Empty : r.To[0].Order, StringComparer.Ordinal)
                .ThenBy(rows.Told, StringComparer.Ordinal),
        ];
    }

    /// <summary>Everybody who owes or is owed, split until all of a class stand alike to all of every class.</summary>
    private List<ImmutableArray<Somebody>> Classes()
    {
        var classes = new List<ImmutableArray<Somebody>> { Sorted(_cells.Keys.SelectMany(k => new[] { k.Who, k.To })) };
        while (true)
        {
            var finer = classes
                .SelectMany(c => c.GroupBy(s => string.Join('\n', classes.Select(d => Standing(s, d))), StringComparer.Ordinal).Select(g => g.ToImmutableArray()))
                .ToList();
            if (finer.Count == classes.Count)
            {
                // What is alike only on the whole, as in a ring, is told one by one.
                finer = [.. classes.SelectMany(c => classes.All(d => IsUniform(c, d) && IsUniform(d, c)) ? [c] : c.Select(s => ImmutableArray.Create(s)))];
            }

            if (finer.Count == classes.Count)
            {
                return classes;
            }

            classes = finer;
        }
    }

    private string Standing(Somebody who, ImmutableArray<Somebody> others) => string.Join(
        ';',
        others.Where(o => o != who).Select(o => $"{Told(who, o)}<>{Told(o, who)}").Distinct().Order(StringComparer.Ordinal)) + "=" + Told(who, who);

    private bool IsUniform(ImmutableArray<Somebody> who, ImmutableArray<Somebody> to) =>
        who.SelectMany(w => to.Where(t => t != w).Select(t => Told(w, t))).Distinct(StringComparer.Ordinal).Count() <= 1;

    private OwedRow? Row(ImmutableArray<Somebody> who, ImmutableArray<Somebody> to)
    {
        var isOwn = who[0] == to[0];
        var towards = isOwn && to.Length > 1 ? to[1] : to[0];
        return _cells.TryGetValue((who[0], towards), out var cell)
            ? new OwedRow(who, isOwn && to.Length > 1 ? [] : to, isOwn && to.Length > 1, cell.First, cell.Second)
            : null;
    }

    private string Told(Somebody who, Somebody to) => _cells.TryGetValue((who, to), out var cell) ? cell.Told : string.Empty;

    private string Told(OwedRow row) => Told(row.First.Concat(row.Second).First().Bearer, row.First.Concat(row.Second).First().Beneficiary);

    private static string Told(Duty duty, DutyMatrix matrix) =>
        $"{duty.Clause.Path} {duty.Source} {duty.Exception} {duty.IsPower} {duty.IsJoint} {matrix.IsMutual(duty)}";

    private static ImmutableArray<Somebody> Sorted(IEnumerable<Somebody> all) => [.. all.Distinct().OrderBy(s => s.Order, StringComparer.Ordinal)];
}
