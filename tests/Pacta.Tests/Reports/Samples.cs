namespace Pacta.Tests.Reports;

/// <summary>Public data sets that are not part of the project: tests on them run where a folder is named.</summary>
internal static class Samples
{
    public const string Variable = "PACTA_SAMPLE_DATA";

    /// <summary>The path of a sample; skips the test, and says why, where it is not there.</summary>
    public static string Need(string file)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        var path = Path.Combine(folder ?? ".", file);
        Assert.SkipUnless(folder is not null && File.Exists(path), $"{file} is not part of the project; name its folder in {Variable}");
        return path;
    }
}
