using Pacta.Checking;
using Pacta.Model.Time;
using Pacta.Presentation.Pictures;
using Pacta.Tests.Agreements;
using Pacta.Tests.Checking.Tracks;

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
    public void What_is_written_alike_is_drawn_alike()
    {
        const string One = "polygon \"10 0, 11 0, 11 1, 10 1\" if P is aland";
        var agreement = Sailing.Agree($$"""
            zone territory of party P {
              reading map_of_aland by aland {
                {{One}}
                polygon "11 0, 12 0, 12 1, 11 1" if P is borland
              }
              reading map_of_borland by borland {
                {{One}}
                polygon "11 0, 13 0, 13 1, 11 1" if P is borland
              }
            }
            """);
        var content = PictureContent.Of(agreement, PictureChoice.All);

        Assert.Equal([null], ReadingsOf(content, "territory of aland"));
        Assert.Equal(["map_of_aland", "map_of_borland"], ReadingsOf(content, "territory of borland"));
    }

    [Fact]
    public void What_may_be_anywhere_is_at_no_point()
    {
        var agreement = Sailing.Agree(Sailing.Square + "\n  clause keep_out at \"1\" { each party must not have ships in square }");
        var checkedOnes = Checker.Check(new CheckRequest([agreement], [.. Sailing.Made(agreement, Sailing.Track("0 0.5 9.5; 1 0.5 10.5"))], null, Moment.OnDay(new NodaTime.LocalDate(2021, 6, 30))));

        Assert.NotEmpty(checkedOnes.Agreements[0].Findings);
        Assert.Empty(PictureContent.Of(checkedOnes.Agreements[0], PictureChoice.All).Positions);
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
