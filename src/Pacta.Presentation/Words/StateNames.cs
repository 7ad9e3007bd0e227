using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>States and certainties as machines write them.</summary>
public static class StateNames
{
    public static string Of(ClauseState state) => Names.Of(state);

    public static string Of(Certainty certainty) => Names.Snake(certainty);
}
