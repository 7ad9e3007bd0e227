using System.Collections.Immutable;
using Pacta.Temporal.Formulas;

namespace Pacta.Translation.Formulas;

/// <summary>
/// Formulas that hold together. They are joined in an order that monitors accept: what binds variables first, then comparisons, then what must not hold.
/// </summary>
internal sealed class Conjunction
{
    private readonly List<Formula> _parts;

    public Conjunction()
        : this([])
    {
    }

    private Conjunction(IEnumerable<Formula> parts) => _parts = [.. parts];

    public bool IsEmpty => _parts.Count == 0;

    /// <summary>The variables that its parts give values to.</summary>
    public ImmutableHashSet<string> Bound => [.. _parts.Where(Binds).SelectMany(f => FreeVariables.Of(f))];

    public Conjunction Copy() => new(_parts);

    public void Add(Formula formula)
    {
        if (!_parts.Contains(formula))
        {
            _parts.Add(formula);
        }
    }

    public void AddNot(Formula formula) => Add(new Not(formula));

    public void Replace(Formula formula)
    {
        _parts.Clear();
        _parts.Add(formula);
    }

    /// <summary>Whether it can stand by itself: everything that is compared or ruled out speaks of variables that it binds.</summary>
    public bool IsSafe
    {
        get
        {
            var bound = Bound;
            return _parts.Any(Binds) && _parts.Where(p => !Binds(p)).SelectMany(f => FreeVariables.Of(f)).All(bound.Contains);
        }
    }

    /// <summary>All of it, with other variables than these quantified.</summary>
    public Formula Closed(IEnumerable<string> keep)
    {
        var all = All();
        ImmutableArray<string> others = [.. FreeVariables.Of(all).Except(keep, StringComparer.Ordinal)];
        return others.IsEmpty ? all : new Exists(others, all);
    }

    public Formula All() => _parts
        .Select((part, at) => (part, at))
        .OrderBy(p => Rank(p.part))
        .ThenBy(p => p.at)
        .Select(p => p.part)
        .Aggregate((all, next) => new And(all, next));

    private static bool Binds(Formula part) => part switch
    {
        Not => false,
        Comparison { Operator: ComparisonOperator.Equal } equal => equal.Left is Constant || equal.Right is Constant,
        Comparison or Matches => false,
        _ => true,
    };

    private static int Rank(Formula part) => part switch
    {
        Not => 3,
        Comparison { Operator: ComparisonOperator.Equal } => 1,
        Comparison or Matches => 2,
        _ => 0,
    };
}
