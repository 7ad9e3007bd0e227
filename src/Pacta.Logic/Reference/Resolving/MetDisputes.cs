using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Resolving;

/// <summary>The disputes that evaluations met, in the order in which they did, with what each is about. Mostly one or two: they are only looked up by hash where they are many.</summary>
internal sealed class MetDisputes
{
    private const int Few = 8;

    public static readonly MetDisputes None = new();

    private readonly List<(Cause Cause, Variable Variable)> _all = [];

    private Dictionary<Cause, Variable>? _byCause;

    public IReadOnlyList<(Cause Cause, Variable Variable)> All => _all;

    public Variable? Find(Cause cause)
    {
        if (_byCause is not null)
        {
            return _byCause.GetValueOrDefault(cause);
        }

        foreach (var (its, variable) in _all)
        {
            if (its.Equals(cause))
            {
                return variable;
            }
        }

        return null;
    }

    /// <param name="cause">That was not met.</param>
    public void Add(Cause cause, Variable variable)
    {
        _all.Add((cause, variable));
        if (_byCause is not null)
        {
            _byCause.Add(cause, variable);
        }
        else if (_all.Count > Few)
        {
            _byCause = _all.ToDictionary(m => m.Cause, m => m.Variable);
        }
    }
}
