using Pacta.Tests.Cli;

namespace Pacta.Tests.Docs;

/// <summary>
/// What the pages of docs/ have a reader do is done here, and prints what they say. To accept what is printed now, run the tests with the environment variable PACTA_ACCEPT set
/// to 1 and read the changes as a reviewer would.
/// </summary>
public sealed class SessionTests
{
    private static readonly string Folder = Path.Combine(Golden.Root(), "docs");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.md").Where(p => File.ReadAllText(p).Contains("```console", StringComparison.Ordinal)).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_print_what_the_page_says(string page)
    {
        var path = Path.Combine(Folder, page);
        var session = new Session(File.ReadAllText(path).ReplaceLineEndings("\n"));

        var wrong = session.Run();

        if (Environment.GetEnvironmentVariable("PACTA_ACCEPT") == "1")
        {
            File.WriteAllText(path, session.Now);
        }

        Assert.Empty(wrong);
        Assert.True(session.Count > 0);
    }
}
