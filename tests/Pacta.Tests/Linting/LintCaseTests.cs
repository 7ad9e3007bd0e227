using Pacta.Language.Compilation;
using Pacta.Linting;
using Pacta.Model.Text;
using Pacta.Tests.Cli;
using Pacta.Tests.Language;

namespace Pacta.Tests.Linting;

/// <summary>
/// Agreements that say something odd and, beside each, what is said about it: <c>Cases/NNN-name.pacta</c> and <c>.expected</c>. Those that are called silent look much the same and mean
/// what they say. To accept what is said now, run the tests with the environment variable PACTA_ACCEPT set to 1 and read the changes as a reviewer would.
/// </summary>
public sealed class LintCaseTests
{
    private static readonly string Folder = Path.Combine(Golden.Root(), "tests", "Pacta.Tests", "Linting", "Cases");

    private static readonly SourceText Words = new("words.pacta", File.ReadAllText(Path.Combine(Folder, "words.vocabulary")));

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.pacta").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_odd_is_said_and_nothing_else(string name)
    {
        var path = Path.Combine(Folder, name);
        var source = new SourceText(name + ".pacta", File.ReadAllText(path + ".pacta"));
        var compilation = Compiler.Compile([source, Words]);
        Assert.Equal([], compilation.Diagnostics.Select(d => d.Headline));

        var found = Linter.Lint(compilation, [source, Words]);

        Golden.EqualFile(path + ".expected", Annotated.Show(source, found));
        Assert.Equal(name.Contains("silent", StringComparison.Ordinal), found.IsEmpty);
    }

    [Fact]
    public void Every_rule_is_shown_by_a_case()
    {
        var shown = string.Concat(Directory.GetFiles(Folder, "*.expected").Select(File.ReadAllText));

        Assert.All(Linter.Codes, code => Assert.Contains(code, shown, StringComparison.Ordinal));
    }
}
