using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Screening;

/// <summary>The variables of a text while its screen is made: each has a place in the frame, in the order in which they are bound.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Of as many variables.</summary>
    public int Count => _places.Count;

    /// <returns>Null where it is not bound yet.</returns>
    public int? PlaceOf(string variable) => _places.TryGetValue(variable, out var place) ? place : null;

    /// <returns>Null where an argument is no variable that is bound already.</returns>
    public int? PlaceOf(Argument argument) => argument switch
    {
        VariableArgument variable => PlaceOf(variable.Variable),
        PatternArgument { Pattern.Variable: { } variable } => PlaceOf(variable),
        _ => null,
    };

    public int Bind(string variable)
    {
        var place = _places.Count;
        _places.Add(variable, place);
        return place;
    }
}
