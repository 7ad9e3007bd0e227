using System.Collections.Immutable;
using CsCheck;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Reference;
using Pacta.Temporal.Typing;

namespace Pacta.Tests.Temporal;

public sealed class FormulaPropertyTests(ITestOutputHelper output)
{
    private static readonly ImmutableArray<int> Domain = [-2, -1, 0, 1, 2, 3, 4];

    [Fact]
    public void What_is_printed_reads_back_as_the_same_formula() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var formula = new RandomFormulas(seed).Next(4);
            var text = FormulaPrinter.Print(formula);

            Assert.Equal(Tree(formula), Tree(FormulaParser.Parse(text)));
        },
        iter: 2000);

    [Fact]
    public void The_reference_finds_what_going_through_all_values_finds()
    {
        var (solved, kinds) = (0, new Dictionary<string, int>());
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new RandomFormulas(seed);
                var formula = random.Next(2);
                var trace = random.Trace(5);
                if (Checked(formula) is not { } check || check.Columns.Length > 3 || Evaluated(check, trace) is not { } verdicts)
                {
                    return;
                }

                var plain = new PlainMeaning(trace, Domain);
                foreach (var verdict in verdicts.Where(verdict => verdict.IsDecided))
                {
                    Assert.Equal(
                        plain.Rows(formula, verdict.TimePoint, check.Columns).Select(Text),
                        verdict.Rows.Select(Text));
                }

                Count(kinds, formula);
                Interlocked.Increment(ref solved);
            },
            iter: 6000,
            threads: 1);

        output.WriteLine($"{solved} solved; {string.Join(", ", kinds.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.InRange(solved, 1000, int.MaxValue);
        Assert.All(
            [nameof(PastMatch), nameof(FutureMatch), nameof(Let), nameof(Aggregation), nameof(ForAll), nameof(Equivalent), nameof(Since), nameof(Until), nameof(Always), nameof(Historically)],
            kind => Assert.InRange(kinds.GetValueOrDefault(kind), 20, int.MaxValue));
    }

    [Fact]
    public void What_is_decided_stays_whatever_comes_after()
    {
        var (compared, undecided) = (0, 0);
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new RandomFormulas(seed);
                var formula = random.Next(3);
                var trace = random.Trace(10);
                if (Checked(formula) is not { } check || Evaluated(check, trace) is not { } later)
                {
                    return;
                }

                var earlier = FormulaEvaluator.Evaluate(check, new Trace(trace.Points[..7]));
                foreach (var verdict in earlier)
                {
                    if (!verdict.IsDecided)
                    {
                        undecided++;
                        continue;
                    }

                    Assert.True(later[verdict.TimePoint].IsDecided);
                    Assert.Equal(later[verdict.TimePoint].Rows.Select(Text), verdict.Rows.Select(Text));
                    compared++;
                }
            },
            iter: 3000,
            threads: 1);

        Assert.InRange(compared, 2000, int.MaxValue);
        Assert.InRange(undecided, 500, int.MaxValue);
    }

    private static CheckedFormula? Checked(Formula formula)
    {
        try
        {
            return FormulaChecker.Check(formula, RandomFormulas.Signature);
        }
        catch (FormulaException)
        {
            return null;
        }
    }

    private static ImmutableArray<Verdict>? Evaluated(CheckedFormula check, Trace trace)
    {
        try
        {
            return FormulaEvaluator.Evaluate(check, trace);
        }
        catch (FormulaException)
        {
            return null;
        }
    }

    private static string Text(ImmutableArray<Value> row) => string.Join(',', row.Select(VerdictFormat.Of));

    private static void Count(Dictionary<string, int> kinds, Formula formula)
    {
        kinds[formula.GetType().Name] = kinds.GetValueOrDefault(formula.GetType().Name) + 1;
        foreach (var operand in Operands.Of(formula))
        {
            Count(kinds, operand);
        }
    }

    /// <summary>The formula with all its parts in parentheses.</summary>
    private static string Tree(object? part) => part switch
    {
        null => "null",
        string or int or long or bool or Enum => part.ToString()!,
        Value value => value.ToString(),
        System.Collections.IEnumerable parts => $"[{string.Join(' ', parts.Cast<object?>().Select(Tree))}]",
        _ => $"({part.GetType().Name} {string.Join(' ', part.GetType().GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal).Where(property => property.Name is not ("Least" or "Greatest" or "IsBounded" or "IsEmpty" or "Any")).Select(property => Tree(property.GetValue(part))))})",
    };
}
