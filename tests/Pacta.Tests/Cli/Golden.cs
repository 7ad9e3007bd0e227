using System.Runtime.CompilerServices;

namespace Pacta.Tests.Cli;

/// <summary>
/// Outputs kept as files in <c>Cli/Golden</c>. To accept what is printed now, run the tests with the environment variable PACTA_ACCEPT set
/// to 1 and read the changes as a reviewer would.
/// </summary>
internal static class Golden
{
    private const string Accept = "PACTA_ACCEPT";

    public static void Equal(string name, string actual) => EqualFile(Path.Combine(Root(), "tests", "Pacta.Tests", "Cli", "Golden", name), actual);

    /// <summary>The same for a file anywhere.</summary>
    public static void EqualFile(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{Path.GetFileName(path)} is missing; run with {Accept}=1 to write it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>The folder of the solution, found by walking up from the tests' program, else from their source.</summary>
    public static string Root([CallerFilePath] string file = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(file)! })
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Pacta.slnx")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("Pacta.slnx was not found in any folder above the tests.");
    }
}
