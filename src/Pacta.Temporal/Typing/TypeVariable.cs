using Pacta.Temporal.Notation;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Typing;

/// <summary>A type that may yet be unknown, or known only to be a number's. What is unified is one.</summary>
internal sealed class TypeVariable
{
    private TypeVariable? _same;
    private ValueType? _known;
    private bool _isNumber;

    public ValueType? Known => Root._known;

    /// <summary>For messages.</summary>
    public string Shown => Root switch
    {
        { _known: { } known } => TypeNames.Of(known),
        { _isNumber: true } => "a number",
        _ => "any type",
    };

    private TypeVariable Root
    {
        get
        {
            var root = this;
            while (root._same is { } next)
            {
                root = next;
            }

            return root;
        }
    }

    public static TypeVariable Of(ValueType type) => new() { _known = type };

    public static TypeVariable Number() => new() { _isNumber = true };

    /// <summary>False, and nothing is done, if the two cannot be one.</summary>
    public bool Unify(TypeVariable other)
    {
        var (a, b) = (Root, other.Root);
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        var isNumber = a._isNumber || b._isNumber;
        if ((a._known is { } first && b._known is { } second && first != second)
            || (isNumber && (a._known ?? b._known) is not (null or ValueType.Integer or ValueType.Float)))
        {
            return false;
        }

        b._known ??= a._known;
        b._isNumber = isNumber;
        a._same = b;
        return true;
    }
}
