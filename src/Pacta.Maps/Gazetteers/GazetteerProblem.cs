using System.Collections.Immutable;

namespace Pacta.Maps.Gazetteers;

/// <summary>A line of a gazetteer file that was not read.</summary>
/// <param name="Line">From 1.</param>
public sealed record GazetteerProblem(string File, int Line, string Problem, string Fix)
{
    public override string ToString() => $"{File}, line {Line}: {Problem}; {Fix}";
}

/// <summary>What was read of files, and what was not.</summary>
public sealed record GazetteerReading(Gazetteer Gazetteer, ImmutableArray<GazetteerProblem> Problems);
