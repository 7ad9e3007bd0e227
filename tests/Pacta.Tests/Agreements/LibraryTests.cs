using Pacta.Checking.Scenarios;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Tests.Agreements;

/// <summary>The agreements that ship: they compile without a remark, their scenarios come out as written, and they keep the house rules.</summary>
public sealed class LibraryTests
{
    private static readonly string[] Invented = ["aland", "borland", "cedria"];

    public static TheoryData<string, string> Scenarios => [.. Library.Result.Scenarios.Select(s => (s.Agreement, s.Title))];

    public static TheoryData<string> Agreements => [.. Library.Result.Agreements.Select(a => a.Name)];

    [Fact]
    public void The_library_compiles_without_errors_or_warnings()
    {
        var remarks = Library.Result.Diagnostics.Select(d => $"{d.Code} {d.Labels.Select(l => $"{l.File.Path}: ").FirstOrDefault()}{d.Headline}");

        Assert.Empty(remarks);
        Assert.NotEmpty(Library.Result.Agreements);
    }

    [Fact]
    public void Titles_of_scenarios_are_unique_within_an_agreement()
    {
        var twice = Library.Result.Scenarios.GroupBy(s => (s.Agreement, s.Title)).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_comes_out_as_written(string agreement, string title)
    {
        var scenario = Find(agreement, title);

        var outcome = ScenarioRunner.Run(scenario, Library.AgreementOf(scenario));

        Assert.NotEmpty(outcome.Expectations);
        Assert.Empty(outcome.Expectations.Where(e => !e.Holds).Select(e => $"{Library.PlaceOf(e.Expectation.Origin)} {e.Expectation.Text}: {e.Problem}"));
        Assert.Empty(outcome.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Headline));
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Every_clause_says_where_it_stands_or_that_this_is_unverified(string name)
    {
        var without = ClausesOf(name)
            .Where(c => c.Reference is null && c.Remarks.Unverified.IsEmpty && c.Claims == 0)
            .Select(c => $"{Library.PlaceOf(c.Origin)} {c.Name}");

        Assert.Empty(without);
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Every_clause_names_a_source_or_is_unverified(string name)
    {
        var without = ClausesOf(name)
            .Where(c => c.Remarks.Unverified.IsEmpty && c.Claims == 0 && !c.Remarks.Notes.Any(n => n.StartsWith("source", StringComparison.Ordinal)))
            .Select(c => $"{Library.PlaceOf(c.Origin)} {c.Name}");

        Assert.Empty(without);
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Every_clause_and_every_exception_has_a_scenario(string name)
    {
        var shown = Library.Result.Scenarios
            .Where(s => s.Agreement == name)
            .SelectMany(s => s.Expectations)
            .SelectMany(e => e.Because.Append(e.Clause))
            .ToHashSet(StringComparer.Ordinal);

        var without = ClausesOf(name).Where(c => !c.IsPermission && !shown.Contains(c.Name)).Select(c => $"{Library.PlaceOf(c.Origin)} {c.Name}");

        Assert.Empty(without);
    }

    /// <summary>
    /// Of every bound there is a scenario exactly on it, one where it holds and one where it does not; of every last moment one just then, and one too late; under every
    /// reading something is expected.
    /// </summary>
    [Fact]
    public void Every_bound_every_last_moment_and_every_reading_is_shown_by_scenarios()
    {
        var (missing, late) = (new List<string>(), new List<string>());
        foreach (var agreement in Library.Result.Agreements.Where(a => a.Scenarios.Length > 0))
        {
            var coverage = CoverageFinder.Of(agreement, agreement.Scenarios.Select(s => ScenarioRunner.Run(s, agreement)));
            missing.AddRange(coverage.Clauses.Where(c => !c.IsWhole).Select(c => $"{Library.PlaceOf(c.Origin)} {c.Name}: {string.Join(", ", c.ReadingsNotShown)}"));
            missing.AddRange(coverage.Bounds.Where(b => !b.IsWhole).Select(b => $"{Library.PlaceOf(b.Bound.Origin)} {b}"));
            late.AddRange(coverage.Times.Where(t => !t.IsWhole).Select(t => t.Clause));
        }

        Assert.Empty(missing);
        Assert.Empty(late);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_with_real_actors_names_its_source_in_a_comment(string agreement, string title)
    {
        var scenario = Find(agreement, title);
        var text = ScenarioText.Of(scenario);
        var actors = Library.AgreementOf(scenario).Vocabulary.Actors.Keys.Except(Invented, StringComparer.Ordinal);

        var real = text.Names.Intersect(actors, StringComparer.Ordinal).ToList();

        Assert.True(
            real.Count == 0 || text.Comment.Contains("source", StringComparison.OrdinalIgnoreCase),
            $"{Library.PlaceOf(scenario.Origin)}: {string.Join(", ", real)}, but no comment above it or in it names a source");
    }

    private static Scenario Find(string agreement, string title) =>
        Library.Result.Scenarios.First(s => s.Agreement == agreement && s.Title == title);

    private static IEnumerable<Provision> ClausesOf(string agreement) =>
        Library.Result.Agreements.Single(a => a.Name == agreement).Clauses.SelectMany(c =>
            Below(c.Exceptions).Prepend(new Provision(
                c.Name, c.Reference, c.Remarks, c.Claims.Length, c.Readings.All(r => r.Content.Sentence.Modality == Modality.May), c.Origin)));

    private static IEnumerable<Provision> Below(IEnumerable<ClauseException> exceptions) =>
        exceptions.SelectMany(e => Below(e.Exceptions).Prepend(new Provision(e.Name, e.Reference, e.Remarks, 0, false, e.Origin)));

    /// <summary>A clause or an exception. A permission yields no finding, so that no scenario can expect one.</summary>
    private sealed record Provision(string Name, string? Reference, Remarks Remarks, int Claims, bool IsPermission, Origin Origin);
}
