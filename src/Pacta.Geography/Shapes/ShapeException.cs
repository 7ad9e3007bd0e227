namespace Pacta.Geography.Shapes;

/// <summary>A shape that cannot be what was meant.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Fix">How it is mended.</param>
/// <param name="Polygon">In which polygon or line, from 0.</param>
/// <param name="Ring">In which ring of it: 0 is the outer one.</param>
/// <param name="Place">Where on Earth, if somewhere.</param>
public sealed record ShapeProblem(string Problem, string Fix, int Polygon, int Ring, GeoPoint? Place)
{
    public override string ToString() =>
        $"polygon {Polygon + 1}, {(Ring == 0 ? "outer ring" : $"hole {Ring}")}{(Place is { } p ? $", at {p}" : "")}: {Problem}; {Fix}";
}

/// <summary>Raised for shapes that have no inside or no length.</summary>
public sealed class ShapeException(ShapeProblem problem) : Exception(problem.ToString())
{
    public ShapeProblem Problem { get; } = problem;
}
