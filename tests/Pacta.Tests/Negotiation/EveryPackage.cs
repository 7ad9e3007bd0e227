using Pacta.Model.Negotiations;

namespace Pacta.Tests.Negotiation;

/// <summary>The packages of a small negotiation by the definitions and nothing else: every package is compared with every other.</summary>
internal sealed class EveryPackage
{
    private readonly Talks _talks;

    public EveryPackage(Talks talks)
    {
        _talks = talks;
        var rows = new List<int[]> { Array.Empty<int>() };
        foreach (var issue in talks.Issues)
        {
            rows = [.. rows.SelectMany(r => Enumerable.Range(0, issue.Options.Length).Select(o => (int[])[.. r, o]))];
        }

        All = [.. rows.Select((r, i) => new Row(i + 1, r, [.. talks.Interests.Select(p => WorthOf(p, r))]))];
        Possible = All.FindAll(r => !talks.Exclusions.Any(e => Has(r.Options, e)));
        Allowed = Possible.FindAll(r => !talks.Interests.Any(i => i.RedLines.Any(l => Has(r.Options, l))));
        Left = Allowed.FindAll(r => WorseFor(r).Count == 0);
        Efficient = Allowed.FindAll(r => !Allowed.Exists(o => Dominates(o, r)));
        EfficientLeft = Left.FindAll(r => !Left.Exists(o => Dominates(o, r)));
    }

    public List<Row> All { get; }

    public List<Row> Possible { get; }

    public List<Row> Allowed { get; }

    public List<Row> Left { get; }

    public List<Row> Efficient { get; }

    public List<Row> EfficientLeft { get; }

    public List<int> WorseFor(Row row) => [.. Enumerable.Range(0, row.Worth.Length).Where(p => row.Worth[p] < _talks.Interests[p].Alternative?.Worth)];

    public static bool Dominates(Row a, Row b) => a.Worth.Zip(b.Worth).All(w => w.First >= w.Second) && a.Worth.Zip(b.Worth).Any(w => w.First > w.Second);

    public decimal[] Gains(Row row) => [.. row.Worth.Select((w, p) => w - _talks.Interests[p].Alternative!.Worth)];

    public List<int> Best(Func<Row, decimal> value) => [.. Left.Where(r => value(r) == Left.Max(value)).Select(r => r.Number)];

    public List<int> Nash() => Best(r => Gains(r).Aggregate(1m, (a, b) => a * b));

    public List<int> Egalitarian() => Best(r => Gains(r).Min());

    public List<int> Utilitarian() => Best(r => r.Worth.Sum());

    /// <summary>By cross-multiplication: <c>a/b &gt;= c/d</c> where <c>a*d &gt;= c*b</c>.</summary>
    public List<int> KalaiSmorodinsky()
    {
        decimal[] best = [.. _talks.Interests.Select((_, p) => Left.Max(r => Gains(r)[p]))];
        var parties = Enumerable.Range(0, best.Length).Where(p => best[p] > 0).ToList();
        return parties.Count == 0 ? [] : [.. Left.Where(r => Left.TrueForAll(o => LeastIsNotBelow(r, o))).Select(r => r.Number)];

        bool LeastIsNotBelow(Row a, Row b) => parties.TrueForAll(p => parties.Exists(q => Gains(a)[p] * best[q] >= Gains(b)[q] * best[p]));
    }

    /// <summary>The sorted gains, the least first, are compared like words in a dictionary.</summary>
    public List<int> EgalitarianRefined()
    {
        static int Compare(decimal[] a, decimal[] b) => a.Zip(b).Select(w => w.First.CompareTo(w.Second)).FirstOrDefault(c => c != 0);

        decimal[] Sorted(Row r) => [.. Gains(r).Order()];
        return [.. Left.Where(r => Left.TrueForAll(o => Compare(Sorted(r), Sorted(o)) >= 0)).Select(r => r.Number)];
    }

    /// <summary>Is every possible package barred by one of these demands?</summary>
    public bool AreEmptying(IEnumerable<(int Party, Combination? RedLine)> demands) => Possible.TrueForAll(r => demands.Any(d =>
        d.RedLine is { } line ? Has(r.Options, line) : r.Worth[d.Party] < _talks.Interests[d.Party].Alternative?.Worth));

    private static decimal WorthOf(Interests interests, int[] options) =>
        options.Select((o, i) => interests.Worth[i][o]).Sum() + interests.Together.Where(t => Has(options, t.Combination)).Sum(t => t.Adds);

    private static bool Has(int[] options, Combination combination) => combination.Choices.All(c => options[c.Issue] == c.Option);

    internal sealed record Row(int Number, int[] Options, decimal[] Worth);
}
