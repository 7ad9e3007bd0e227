using Pacta.Language.Printing;
using Pacta.Model.Text;

namespace Pacta.Tests.Language.Parsing;

/// <summary>The long example of the language's design, where it stands beside the repository.</summary>
public sealed class TourTests
{
    private static readonly string? Tour = Find();

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

    private static string Text()
    {
        Assert.SkipWhen(Tour is null, "design/tour.pacta is not in a folder named shared above the tests");
        return Tour!;
    }

    [Fact]
    public void The_tour_is_read_without_a_message() => Assert.NotEmpty(Reading.File(Text()).Items);

    [Fact]
    public void Printing_the_tour_keeps_its_tree()
    {
        var file = Reading.File(Text());

        var printed = Reading.File(Printer.Print(file));

        Assert.Equal(SyntaxDump.Of(file), SyntaxDump.Of(printed));
    }

    [Fact]
    public void Printing_the_tour_twice_changes_nothing_and_keeps_its_comments()
    {
        var source = new SourceText("tour.pacta", Text());

        var once = Printer.Print(Reading.File(source.Content), source);
        var twice = Printer.Print(Reading.File(once), new SourceText("tour.pacta", once));

        Assert.Equal(once, twice);
        Assert.Equal(Comments(source.Content), Comments(once));
    }

    private static string[] Comments(string text) =>
        [.. text.Split('\n').Where(l => l.Contains("//", StringComparison.Ordinal)).Select(l => l[l.IndexOf("//", StringComparison.Ordinal)..].TrimEnd())];
}
