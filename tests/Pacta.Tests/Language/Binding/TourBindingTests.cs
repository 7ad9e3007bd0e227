using Pacta.Checking.Scenarios;
using Pacta.Language.Compilation;
using Pacta.Model.Text;

namespace Pacta.Tests.Language.Binding;

/// <summary>The long example of the language's design, where it stands beside the repository.</summary>
public sealed class TourBindingTests
{
    [Fact]
    public void The_whole_tour_binds_without_a_message()
    {
        var tour = Find();
        Assert.SkipWhen(tour is null, "design/tour.pacta is not in a folder named shared above the tests");

        var result = Compiler.Compile([new SourceText("tour.pacta", tour!)]);

        Assert.Empty(result.Diagnostics.Select(d => d.Headline));
        Assert.Equal(19, result.Agreements.Length);
        Assert.Equal(67, result.Agreements.Sum(a => a.Clauses.Length));
        Assert.Equal(6, result.Scenarios.Length);
    }

    [Fact]
    public void Every_scenario_of_the_tour_comes_out_as_it_says()
    {
        var tour = Find();
        Assert.SkipWhen(tour is null, "design/tour.pacta is not in a folder named shared above the tests");

        var result = Compiler.Compile([new SourceText("tour.pacta", tour!)]);

        var problems = result.Scenarios
            .SelectMany(s => ScenarioRunner.Run(s, result.Agreements.Single(a => a.Name == s.Agreement)).Expectations)
            .Where(e => !e.Holds)
            .Select(e => $"{e.Expectation.Text}: {e.Problem}");
        Assert.Empty(problems);
    }

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tour = Path.Combine(folder.FullName, "shared", "design", "tour.pacta");
            if (File.Exists(tour))
            {
                return File.ReadAllText(tour);
            }
        }

        return null;
    }
}
