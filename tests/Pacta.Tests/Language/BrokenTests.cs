using System.Globalization;
using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Tests.Language;

/// <summary>
/// Files with a mistake and, beside each, what is said about it: <c>Broken/NNN-name.pacta</c> and <c>.expected</c>. A file has one
/// mistake and gets one message, unless its first line says <c>// Mistakes: 3</c>. To accept what is said now, run the tests with the
/// environment variable PACTA_ACCEPT set to 1 and read the changes as a reviewer would.
/// </summary>
public sealed class BrokenTests
{
    private const string Accept = "PACTA_ACCEPT";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.pacta").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Diagnostic> Compile(SourceText source) => Compiler.Compile([source]).Diagnostics;

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_file_gets_the_message_it_deserves(string name)
    {
        var path = Path.Combine(Folder, name);
        var source = new SourceText(name + ".pacta", File.ReadAllText(path + ".pacta"));

        var diagnostics = Compile(source);

        var actual = Annotated.Show(source, diagnostics);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path + ".expected", actual);
        }

        Assert.True(File.Exists(path + ".expected"), $"{name}.expected is missing; run with {Accept}=1 to write it");
        Assert.Equal(File.ReadAllText(path + ".expected").ReplaceLineEndings("\n"), actual);
        Assert.Equal(Mistakes(source), diagnostics.Count);
    }

    private static int Mistakes(SourceText source)
    {
        const string Head = "// Mistakes: ";
        var line = source.LineAt(1);
        return line.StartsWith(Head, StringComparison.Ordinal) ? int.Parse(line[Head.Length..], CultureInfo.InvariantCulture) : 1;
    }

    private static string Folder { get; } = FindFolder();

    private static string FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var broken = Path.Combine(folder.FullName, "tests", "Pacta.Tests", "Language", "Broken");
            if (Directory.Exists(broken))
            {
                return broken;
            }
        }

        throw new InvalidOperationException("tests/Pacta.Tests/Language/Broken was not found in any folder above the tests.");
    }
}
