using Pacta.Temporal.Formulas;

namespace Pacta.Translation.Formulas;

/// <summary>What sort of individual a variable stands for.</summary>
internal enum Sort
{
    Actor,
    Event,
    Thing,
    Place,
}

/// <summary>What a variable of the text is in the formula.</summary>
/// <param name="Moment">Of an event: at which moment of the formula the log tells of it.</param>
/// <param name="MayBeGroup">It may stand for a group: whoever belongs to it is meant too.</param>
internal sealed record Referent(Term Term, Sort Sort, int Moment, bool MayBeGroup = false);

/// <summary>What the variables of the text are.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Referent> _names;

    public Scope()
        : this([])
    {
    }

    private Scope(Dictionary<string, Referent> names) => _names = names;

    public Scope Copy() => new(new Dictionary<string, Referent>(_names, StringComparer.Ordinal));

    /// <summary>The variables of the formula that they stand for.</summary>
    public IEnumerable<string> Variables => _names.Values.SelectMany(r => FreeVariables.Of(r.Term));

    public Referent? Find(string? name) => name is null ? null : _names.GetValueOrDefault(name);

    public void Set(string? name, Referent referent)
    {
        if (name is not null)
        {
            _names[name] = referent;
        }
    }
}
