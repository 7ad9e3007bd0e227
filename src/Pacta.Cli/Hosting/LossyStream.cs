namespace Pacta.Cli.Hosting;

/// <summary>Where messages go: if nobody can take them, they are lost, and the work goes on.</summary>
internal sealed class LossyStream(Stream inner) : GuardedOutput(inner)
{
    protected override void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is nobody to tell.
        }
    }
}
