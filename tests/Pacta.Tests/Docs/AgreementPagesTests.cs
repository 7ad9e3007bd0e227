using System.Globalization;
using System.Text;
using Pacta.Model.Agreements;
using Pacta.Presentation.Reading;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Words;
using Pacta.Tests.Agreements;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Docs;

/// <summary>
/// The pages in <c>docs/agreements</c> are what <c>pacta read</c> makes of the library today. With PACTA_ACCEPT=1 the tests write them.
/// </summary>
public sealed class AgreementPagesTests
{
    private static readonly string Folder = Path.Combine(Golden.Root(), "docs", "agreements");

    public static TheoryData<string> Agreements => [.. Library.Result.Agreements.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Agreements))]
    public void A_page_is_what_the_file_says_today(string name) => Same(FileOf(name), Page(Library.Result.Agreements.Single(a => a.Name == name)));

    [Fact]
    public void The_index_has_every_agreement() => Same("README.md", Index());

    [Fact]
    public void There_is_no_page_without_an_agreement()
    {
        var known = Library.Result.Agreements.Select(a => FileOf(a.Name)).Append("README.md").ToHashSet(StringComparer.Ordinal);

        Assert.All(Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)!), f => Assert.Contains(f, known));
    }

    private static string FileOf(string name) => name.Replace('_', '-') + ".md";

    private static string Page(Agreement agreement)
    {
        using var page = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteMarkdown(page, [AgreementReader.Read(agreement)], Speech.Default, isShort: true);
        var text = page.ToString();
        var title = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return $"{text[..title]}\nMade by `pacta read --short` from [{FileIn(agreement)}](../../agreements/{FileIn(agreement)}), which has the code and the scenarios.\n{text[title..]}";
    }

    private static string Index()
    {
        var index = new StringBuilder("# The agreements that come with Pacta, in plain words\n\nEach page is made by `pacta read --short` from the file of the agreement; a test holds that it is what the file says. What is not verified is marked.\n\n");
        index.Append("| agreement | standing | clauses | file |\n| --- | --- | --- | --- |\n");
        foreach (var agreement in Library.Result.Agreements.OrderBy(a => a.Title, StringComparer.Ordinal))
        {
            index.Append(CultureInfo.InvariantCulture, $"| [{agreement.Title}]({FileOf(agreement.Name)}) | {Speech.Default.Clauses.Of(agreement.Status)} | {agreement.Clauses.Length} | [{FileIn(agreement)}](../../agreements/{FileIn(agreement)}) |\n");
        }

        return index.ToString();
    }

    private static string FileIn(Agreement agreement) => Path.GetRelativePath(Library.Folder, agreement.Origin.File.Path).Replace('\\', '/');

    private static void Same(string file, string expected) => Golden.EqualFile(Path.Combine(Folder, file), expected);
}
