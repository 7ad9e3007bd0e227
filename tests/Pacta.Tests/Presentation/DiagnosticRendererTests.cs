using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Diagnostics;

namespace Pacta.Tests.Presentation;

public sealed class DiagnosticRendererTests
{
    private static readonly SourceText File = new("grey_line.pacta", "first\nwhen exercize x by A\n");

    [Fact]
    public void A_message_shows_the_place_the_mistake_and_something_right()
    {
        var diagnostic = new Diagnostic(
            "PACTA0201", Severity.Error, "The name 'exercize' is not declared.",
            [new Label(File, new TextSpan(11, 8), "nothing is called so", "article 2"), new Label(File, new TextSpan(0, 5), "other place")],
            "Did you mean 'exercise'?", "when exercise x by A\nA must ...");

        Assert.Equal(
            """
            error[PACTA0201]: The name 'exercize' is not declared.
              --> grey_line.pacta:2:6 (article 2)
              |
            2 | when exercize x by A
              |      ^^^^^^^^ nothing is called so
              --> grey_line.pacta:1:1
              |
            1 | first
              | ^^^^^ other place
              = help: Did you mean 'exercise'?
              = right:
                  when exercise x by A
                  A must ...
              = more: pacta help PACTA0201

            """,
            DiagnosticRenderer.Render(diagnostic));
    }

    [Fact]
    public void A_message_without_a_place_has_no_lines_of_code() =>
        Assert.Equal(
            "error[PACTA0902]: There is no file “a”.\n= help: Check the name.\n= more: pacta help PACTA0902\n",
            DiagnosticRenderer.Render(new Diagnostic("PACTA0902", Severity.Error, "There is no file “a”.", [], "Check the name.")));

    [Fact]
    public void Of_a_very_long_line_only_the_surroundings_are_shown()
    {
        var file = new SourceText("r.jsonl", new string('a', 5000) + "WRONG" + new string('b', 5000));
        var diagnostic = new Diagnostic("PACTA0505", Severity.Error, "Wrong.", [new Label(file, new TextSpan(5000, 5), "here")]);

        var lines = DiagnosticRenderer.Render(diagnostic).Split('\n');

        Assert.All(lines, l => Assert.True(l.Length < 200));
        Assert.Equal(lines[3].IndexOf("WRONG", StringComparison.Ordinal), lines[4].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void A_span_at_the_end_of_the_file_is_marked_too()
    {
        var diagnostic = new Diagnostic("PACTA0110", Severity.Error, "Missing.", [new Label(File, new TextSpan(File.Content.Length, 0), "here")]);

        Assert.Contains("--> grey_line.pacta:3:1", DiagnosticRenderer.Render(diagnostic), StringComparison.Ordinal);
    }
}
