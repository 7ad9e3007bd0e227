using System.Globalization;
using Pacta.Language.Compilation;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Language;

/// <summary>
/// Files with a mistake and, beside each, what is said about it: <c>Broken/NNN-name.pacta</c> and <c>.expected</c>. A file has one
/// mistake and gets one message, unless its first line says <c>// Mistakes: 3</c>. To accept what is said now, run the tests with the
/// environment variable PACTA_ACCEPT set to 1 and read the changes as a reviewer would.
/// </summary>
public sealed class BrokenTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.pacta").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Diagnostic> Compile(SourceText source) => Compiler.Compile([source]).Diagnostics;

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_file_gets_the_message_it_deserves(string name)
    {
        var path = Path.Combine(Folder, name);
        var source = new SourceText(name + ".pacta", File.ReadAllText(path + ".pacta"));

        var diagnostics = Compile(source);

        Golden.EqualFile(path + ".expected", Annotated.Show(source, diagnostics));
        Assert.Equal(Mistakes(source), diagnostics.Count);
    }

    private static int Mistakes(SourceText source)
    {
        const string Head = "// Mistakes: ";
        var line = source.LineAt(1);
        return line.StartsWith(Head, StringComparison.Ordinal) ? int.Parse(line[Head.Length..], CultureInfo.InvariantCulture) : 1;
    }

    private static string Folder { get; } = Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "Language", "Broken");
}
