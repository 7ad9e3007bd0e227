using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;

namespace Pacta.Tests.Temporal;

/// <summary>Formulas and traces of a few kinds of events, all of them with small whole numbers.</summary>
internal sealed class RandomFormulas(int seed)
{
    private static readonly string[] Names = ["x", "y", "z"];

    // A fixed generator: the same seed gives the same formula everywhere.
    private readonly Random _random = new(seed);
    private int _definitions;

    public static Signature Signature { get; } = SignatureReader.Read("a() p(int) q(int) r(int,int)");

    /// <summary>Half of them are joined with events that give values to all variables, so that most can be solved.</summary>
    public Formula Next(int depth)
    {
        var formula = Some(depth);
        return _random.Next(2) == 0
            ? formula
            : new And(new And(new Atom("r", [new Variable("x"), new Variable("y")]), new Atom("q", [new Variable("z")])), formula);
    }

    public Trace Trace(int points)
    {
        var stamp = 0;
        return new Trace([.. Enumerable.Range(0, points).Select(_ => new TimePoint(stamp += _random.Next(3), [.. Signature.Kinds.SelectMany(Events)]))]);
    }

    private IEnumerable<Event> Events(EventKind kind) => Enumerable
        .Range(0, _random.Next(kind.Arguments.Length + 2))
        .Select(_ => new Event(kind.Name, [.. kind.Arguments.Select(_ => Number())]));

    private Formula Some(int depth)
    {
        if (depth == 0)
        {
            return Simple();
        }

        Formula Within() => Some(depth - 1);
        return _random.Next(22) switch
        {
            0 => new Not(Within()),
            1 or 2 => new And(Within(), Within()),
            3 => new Or(Within(), Within()),
            4 => new Implies(Within(), Within()),
            5 => new Equivalent(Within(), Within()),
            6 => new Exists([.. Names.Take(_random.Next(1, 3))], Within()),
            7 => new ForAll([Name()], new Implies(Simple(), Within())),
            8 => new Previous(Interval(true), Within()),
            9 => new Next(Interval(true), Within()),
            10 => new Once(Interval(true), Within()),
            11 => new Eventually(Interval(false), Within()),
            12 => new Historically(Interval(true), Within()),
            13 => new Always(Interval(false), Within()),
            14 => new Since(Interval(true), Within(), Within()),
            15 => new Until(Interval(false), Within(), Within()),
            16 => new PastMatch(Interval(true), Expression(2, depth - 1)),
            17 => new FutureMatch(Interval(false), Expression(2, depth - 1)),
            18 => Aggregated(Within()),
            19 => Defined(Within(), Within(), isRecursive: false),
            20 => Defined(new Or(Within(), new Previous(Interval(true), new Atom("?", []))), Within(), isRecursive: true),
            _ => Simple(),
        };
    }

    private Formula Simple() => _random.Next(8) switch
    {
        0 => new Atom("a", []),
        1 or 2 => new Atom("p", [Term()]),
        3 => new Atom("q", [Term()]),
        4 or 5 => new Atom("r", [Term(), Term()]),
        6 => new Comparison((ComparisonOperator)_random.Next(3), Term(), Term()),
        _ => new Truth(_random.Next(4) > 0),
    };

    private TemporalExpression Expression(int depth, int formulaDepth) => _random.Next(depth == 0 ? 3 : 7) switch
    {
        0 => new AnyStep(),
        1 or 2 => new Test(Some(formulaDepth)),
        3 or 4 => new Sequence(Expression(depth - 1, formulaDepth), Expression(depth - 1, formulaDepth)),
        5 => new Choice(Expression(depth - 1, formulaDepth), Expression(depth - 1, formulaDepth)),
        _ => new Repetition(Expression(depth - 1, formulaDepth)),
    };

    private Formula Aggregated(Formula operand)
    {
        var free = FreeVariables.Of(operand);
        if (free.IsEmpty)
        {
            return operand;
        }

        var groups = free.Where(_ => _random.Next(3) == 0).ToImmutableArray();
        var results = Names.Except(groups).ToList();
        return results.Count == 0
            ? operand
            : new Aggregation(
                results[_random.Next(results.Count)],
                _random.Next(2) == 0 ? AggregationOperator.Minimum : AggregationOperator.Maximum,
                free[_random.Next(free.Length)],
                groups,
                operand);
    }

    /// <param name="isRecursive">The atom "?" in the definition becomes the name with its parameters.</param>
    private Let Defined(Formula definition, Formula body, bool isRecursive)
    {
        var name = _random.Next(2) == 0 ? "p" : $"d{++_definitions}";
        var parameters = FreeVariables.Of(definition);
        if (isRecursive && definition is Or { Right: Previous previous } or)
        {
            definition = or with { Right = previous with { Operand = new Atom(name, [.. parameters.Select(parameter => new Variable(parameter))]) } };
        }

        Formula used = new Atom(name, [.. parameters.Select(_ => Term())]);
        return new Let(name, parameters, definition, name == "p" && parameters.Length != 1 ? used : new And(used, body), isRecursive);
    }

    private Interval Interval(bool mayBeOpen)
    {
        var from = _random.Next(3);
        return mayBeOpen && _random.Next(3) == 0 ? new Interval(from, _random.Next(2) == 0, null, false) : new Interval(from, false, from + _random.Next(3), false);
    }

    private Term Term() => _random.Next(5) == 0 ? new Constant(Number()) : new Variable(Name());

    private string Name() => Names[_random.Next(Names.Length)];

    private Value Number() => new IntegerValue(_random.Next(3));
}
