using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

internal sealed class Variable(string name, Entity entity, TextSpan span)
{
    public string Name { get; } = name;

    public Entity Entity { get; } = entity;

    /// <summary>Where it was introduced.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Is there another place that uses it?</summary>
    public bool IsUsed { get; set; }
}

/// <summary>The variables of a clause. An exception and an <c>otherwise</c> see those of what they belong to.</summary>
internal sealed class Variables(Variables? outer)
{
    private readonly SortedDictionary<string, Variable> _own = new(StringComparer.Ordinal);

    /// <summary>Names that were reported as never bound: one message each.</summary>
    private readonly HashSet<string> _reported = [];

    public Variable? Find(string name) => _own.GetValueOrDefault(name) ?? outer?.Find(name);

    /// <summary>A letter that stands for nothing yet.</summary>
    public string FreeLetter => "xyzabcdefghijklmnopqrstuvw".Select(c => c.ToString()).FirstOrDefault(c => Find(c) is null, "x2");

    public IEnumerable<string> Names => outer is null ? _own.Keys : _own.Keys.Concat(outer.Names).Distinct(StringComparer.Ordinal);

    /// <summary>Introduces a variable; one that is known keeps its meaning.</summary>
    public Variable Bind(string name, Entity entity, TextSpan span)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        var variable = new Variable(name, entity, span);
        _own.Add(name, variable);
        return variable;
    }

    /// <summary>Remembers that <paramref name="name"/> was reported; false if it was before.</summary>
    public bool Report(string name) => _reported.Add(name);

    /// <summary>Takes over variables bound in a sibling: the readings of one clause share theirs with its exceptions.</summary>
    public void TakeOver(Variables other)
    {
        foreach (var variable in other._own.Values)
        {
            _own.TryAdd(variable.Name, variable);
        }
    }
}
