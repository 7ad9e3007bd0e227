using Pacta.Presentation.Pictures;
using Pacta.Tests.Agreements;

namespace Pacta.Tests.Pictures;

/// <summary>What of an agreement is drawn, and under which reading.</summary>
public sealed class PictureContentTests
{
    private static readonly PictureContent Drafts = PictureContent.Of(Library.Result.Agreements.Single(a => a.Name == "draft_nato_2021"), PictureChoice.All);

    private static string?[] ReadingsOf(PictureContent content, string name) => [.. content.Places.Where(p => p.Name == name).Select(p => p.Reading)];

    [Fact]
    public void What_every_reading_draws_alike_is_drawn_once_and_is_of_no_reading()
    {
        Assert.Equal([null], ReadingsOf(Drafts, "territory of albania"));
        Assert.All(Drafts.Places.Where(p => p.Reading is null), p => Assert.Empty(p.HeldBy));
    }

    [Fact]
    public void What_readings_draw_differently_is_drawn_as_each_has_it()
    {
        Assert.Equal(["map_of_resolution_68_262", "map_of_russia"], ReadingsOf(Drafts, "territory of russia"));
    }

    [Fact]
    public void Of_one_reading_all_is_drawn_as_that_one_has_it()
    {
        var one = PictureContent.Of(Drafts.Agreement, PictureChoice.All with { Reading = "map_of_russia" });

        Assert.Equal(["map_of_russia"], ReadingsOf(one, "territory of albania"));
        Assert.Equal(one.Places.Select(p => p.Name).Distinct(), Drafts.Places.Select(p => p.Name).Distinct());
    }
}
