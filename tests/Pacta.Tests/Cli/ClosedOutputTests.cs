using Pacta.Cli;
using Pacta.Cli.Hosting;
using Pacta.Presentation.Text;

namespace Pacta.Tests.Cli;

public sealed class ClosedOutputTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("demo", "--invented")]
    [InlineData("demo", "--format", "json")]
    [InlineData("help")]
    [InlineData("version")]
    [InlineData("--help")]
    [InlineData("schema", "reports")]
    public void A_standard_output_that_is_closed_is_no_fault_of_the_program(params string[] words)
    {
        using var errors = new StringWriter();
        using var output = new PipeTolerantStream(new ClosedStream());

        var code = App.Run(words, new Host(Stream.Null, output, errors, Screen.Of(Screen.Narrowest, hasColour: false), null));

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("standard output is closed", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", errors.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Fails as the system's stream does where the descriptor is closed.</summary>
    private sealed class ClosedStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new UnauthorizedAccessException("Access to the path is denied.");
    }
}
