using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Solving;

namespace Pacta.Negotiation.Packages;

/// <summary>A package that a solver found, with what it is worth by Pacta's own calculation.</summary>
/// <param name="Gains">Over the alternatives; over zero where one is not declared.</param>
internal sealed record FoundPackage(BigInteger Number, ImmutableArray<int> Options, ImmutableArray<long> Worth, ImmutableArray<BigInteger> Gains);

/// <summary>The packages of a space as choices, and what is asked of them.</summary>
internal sealed class PackageQuestions
{
    private readonly PackageSpace _space;
    private readonly CheckedSolver _solver;
    private readonly ImmutableArray<Condition> _possible;
    private readonly ImmutableArray<Condition> _demands;

    public PackageQuestions(PackageSpace space, ISolver solver)
    {
        _space = space;
        Problem = new ChoiceProblem([.. space.Talks.Issues.Select(i => i.Options.Length)], [.. space.Synergies.Select(s => s.Combination.Choices)]);
        _solver = new CheckedSolver(solver, Problem);
        Worth = [.. space.Parties.Select((_, p) => WorthOf(p))];
        Gains = [.. Worth.Select((w, p) => w with { Constant = -(space.Alternatives[p] ?? 0) })];
        Sum = LinearForm.Sum(Worth);
        _possible = [.. space.Talks.Exclusions.Select(e => Condition.Of(Problem.NotAll(e.Choices)))];
        _demands =
        [
            .. space.RedLines.Select(r => Condition.Of(Problem.NotAll(r.Combination.Choices))),
            .. Worth.Select((w, p) => new Condition(space.Alternatives[p] is null ? 0 : 1, [new Bound(w, space.Alternatives[p] ?? 0)])),
        ];
        Left = [.. _possible, .. _demands];
    }

    public ChoiceProblem Problem { get; }

    /// <summary>By party.</summary>
    public ImmutableArray<LinearForm> Worth { get; }

    /// <summary>By party: over the alternative.</summary>
    public ImmutableArray<LinearForm> Gains { get; }

    public LinearForm Sum { get; }

    /// <summary>What holds of packages that nobody would rather leave.</summary>
    public ImmutableArray<Condition> Left { get; }

    public string Solver => _solver.Name;

    public Allowance Allowance => _solver.Allowance;

    public int Asked => _solver.Asked;

    /// <summary>All that were found.</summary>
    public List<FoundPackage> Known { get; } = [];

    /// <summary>What holds of packages that meet some of the demands.</summary>
    public ImmutableArray<Condition> Meeting(bool[] demands) => [.. _possible, .. _demands.Where((_, d) => demands[d])];

    public (AnswerKind Kind, FoundPackage? Package) Ask(IEnumerable<Condition> conditions, Target? target = null)
    {
        var answer = _solver.Ask(new Question([.. conditions], target));
        if (answer.Chosen.IsEmpty)
        {
            return (answer.Kind, null);
        }

        var found = Found(answer.Chosen);
        Known.Add(found);
        return (answer.Kind, found);
    }

    /// <summary>Packages that meet the conditions, up to a number, beginning with one that is known.</summary>
    /// <returns>In the order of their numbers, and whether these are all.</returns>
    public (ImmutableArray<FoundPackage> Packages, bool AreAll) All(ImmutableArray<Condition> conditions, FoundPackage first, int most)
    {
        var found = new List<FoundPackage> { first };
        while (true)
        {
            var (kind, next) = Ask([.. conditions, .. found.Select(OtherThan)]);
            if (next is null || found.Count == most)
            {
                return ([.. found.OrderBy(f => f.Number)], kind == AnswerKind.None);
            }

            found.Add(next);
        }
    }

    public Condition OtherThan(FoundPackage package) => Condition.Of(Problem.NotAll(package.Options.Select((o, i) => new Choice(i, o))));

    private FoundPackage Found(ImmutableArray<int> options)
    {
        var number = _space.NumberOf(options);
        var worth = _space.WorthOf(number);
        return new FoundPackage(number, options, worth, [.. worth.Select((w, p) => (BigInteger)w - (_space.Alternatives[p] ?? 0))]);
    }

    private LinearForm WorthOf(int party) => new(
        [
            .. _space.Worth[party].SelectMany((options, issue) => options.Select((w, o) => new Term(Problem.VariableOf(new Choice(issue, o)), w))).Where(t => !t.Factor.IsZero),
            .. _space.Synergies.Select((s, c) => (Synergy: s, Variable: Problem.Options + c)).Where(s => s.Synergy.Party == party && s.Synergy.Adds != 0).Select(s => new Term(s.Variable, s.Synergy.Adds)),
        ],
        0);
}
