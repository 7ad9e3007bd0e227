using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// What can be chosen: one option of each issue. Options are numbered through, issue by issue; behind them come the combinations, each of which holds
/// where all its options are chosen. Whatever is asked is said with these yes-or-no variables.
/// </summary>
/// <param name="Sizes">How many options each issue has; one at least.</param>
internal sealed record ChoiceProblem(ImmutableArray<int> Sizes, ImmutableArray<ImmutableArray<Choice>> Combinations)
{
    /// <summary>By issue: the variable of its first option.</summary>
    public ImmutableArray<int> First { get; } = [.. Sizes.Select((_, i) => Sizes.Take(i).Sum())];

    public int Options { get; } = Sizes.Sum();

    public int Variables => Options + Combinations.Length;

    public int VariableOf(Choice choice) => First[choice.Issue] + choice.Option;

    /// <summary>Which variables hold in a choice of one option for each issue.</summary>
    public bool[] Holding(IReadOnlyList<int> chosen)
    {
        var holding = new bool[Variables];
        for (var issue = 0; issue < Sizes.Length; issue++)
        {
            holding[First[issue] + chosen[issue]] = true;
        }

        for (var c = 0; c < Combinations.Length; c++)
        {
            holding[Options + c] = Combinations[c].All(x => chosen[x.Issue] == x.Option);
        }

        return holding;
    }

    /// <summary>A form that reaches the bound wherever not all of the options are chosen together.</summary>
    public Bound NotAll(IEnumerable<Choice> choices)
    {
        ImmutableArray<Term> terms = [.. choices.Select(c => new Term(VariableOf(c), -1))];
        return new Bound(new LinearForm(terms, 0), 1 - terms.Length);
    }
}

internal readonly record struct Term(int Variable, BigInteger Factor);

/// <summary>The sum of the factors of all variables that hold, and a constant. No variable occurs twice.</summary>
internal sealed record LinearForm(ImmutableArray<Term> Terms, BigInteger Constant)
{
    /// <param name="holding">Which variables hold.</param>
    public BigInteger ValueOf(bool[] holding)
    {
        var sum = Constant;
        foreach (var term in Terms)
        {
            sum = holding[term.Variable] ? sum + term.Factor : sum;
        }

        return sum;
    }

    public LinearForm Times(BigInteger factor) => new([.. Terms.Select(t => t with { Factor = t.Factor * factor })], Constant * factor);

    public static LinearForm Sum(IEnumerable<LinearForm> forms)
    {
        var factors = new SortedDictionary<int, BigInteger>();
        var constant = BigInteger.Zero;
        foreach (var form in forms)
        {
            constant += form.Constant;
            foreach (var term in form.Terms)
            {
                factors[term.Variable] = factors.GetValueOrDefault(term.Variable) + term.Factor;
            }
        }

        return new LinearForm([.. factors.Where(f => !f.Value.IsZero).Select(f => new Term(f.Key, f.Value))], constant);
    }
}

/// <summary>The form is to be worth so much at least.</summary>
internal sealed record Bound(LinearForm Form, BigInteger Least)
{
    public bool Holds(bool[] holding) => Form.ValueOf(holding) >= Least;
}

/// <summary>So many of the bounds hold at least.</summary>
internal sealed record Condition(int Count, ImmutableArray<Bound> Bounds)
{
    public static Condition Of(Bound bound) => new(1, [bound]);

    public bool Holds(bool[] holding) => Bounds.Count(b => b.Holds(holding)) >= Count;
}

/// <summary>What is to be as large as can be: of the values of the forms the least one, or the second least (rank 2), and so on.</summary>
internal sealed record Target(int Rank, ImmutableArray<LinearForm> Forms)
{
    public BigInteger ValueOf(bool[] holding) => Forms.Select(f => f.ValueOf(holding)).Order().ElementAt(Rank - 1);
}

/// <param name="Target">Null: any choice will do.</param>
internal sealed record Question(ImmutableArray<Condition> Conditions, Target? Target)
{
    public bool Allows(bool[] holding) => Conditions.All(c => c.Holds(holding));
}

internal enum AnswerKind
{
    /// <summary>A choice, and none is better; or any choice, where nothing was to be as large as can be.</summary>
    Best,

    /// <summary>A choice; whether there is a better one was not decided.</summary>
    Some,

    /// <summary>No choice meets the conditions.</summary>
    None,

    /// <summary>Nothing was decided.</summary>
    Undecided,
}

/// <param name="Chosen">The option of each issue; empty where there is none.</param>
internal sealed record Answer(AnswerKind Kind, ImmutableArray<int> Chosen)
{
    public static readonly Answer None = new(AnswerKind.None, []);

    public static readonly Answer Undecided = new(AnswerKind.Undecided, []);
}
