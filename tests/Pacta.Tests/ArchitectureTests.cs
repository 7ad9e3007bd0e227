using System.Xml.Linq;

namespace Pacta.Tests;

/// <summary>The rooms of the house and the doors between them, read from the solution and the project files.</summary>
public sealed class ArchitectureTests
{
    /// <summary>What each project may refer to. A project that is not listed here does not belong to the product.</summary>
    private static readonly SortedDictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Pacta.Maps"] = ["Pacta.Geography"],
        ["Pacta.Model"] = ["Pacta.Geography"],
        ["Pacta.Certificates"] = ["Pacta.Checking", "Pacta.Evidence", "Pacta.Language", "Pacta.Model", "Pacta.Reports"],
        ["Pacta.Checking"] = ["Pacta.Evidence", "Pacta.Language", "Pacta.Logic", "Pacta.Model", "Pacta.Reports"],
        ["Pacta.CpSat"] = [],
        ["Pacta.Exploration"] = ["Pacta.Checking", "Pacta.Evidence", "Pacta.Logic", "Pacta.Model", "Pacta.Negotiation"],
        ["Pacta.Geography"] = [],
        ["Pacta.Language"] = ["Pacta.Maps", "Pacta.Model"],
        ["Pacta.LanguageServer"] = ["Pacta.Checking", "Pacta.Language", "Pacta.Model", "Pacta.Presentation"],
        ["Pacta.Ledger"] = [],
        ["Pacta.Linting"] = ["Pacta.Language", "Pacta.Model", "Pacta.Negotiation"],
        ["Pacta.Logic"] = ["Pacta.Maps", "Pacta.Model"],
        ["Pacta.Evidence"] = ["Pacta.Maps", "Pacta.Model"],
        ["Pacta.Monitor"] = ["Pacta.Temporal"],
        ["Pacta.Temporal"] = [],
        ["Pacta.Translation"] = ["Pacta.Model", "Pacta.Temporal"],
        ["Pacta.Reports"] = ["Pacta.Model"],
        ["Pacta.Negotiation"] = ["Pacta.Model"],
        ["Pacta.Presentation"] = ["Pacta.Model", "Pacta.Negotiation"],
        ["Pacta.Cli"] =
        [
            "Pacta.Certificates", "Pacta.Checking", "Pacta.Evidence", "Pacta.Exploration", "Pacta.Language", "Pacta.LanguageServer", "Pacta.Ledger", "Pacta.Linting", "Pacta.Logic", "Pacta.Maps", "Pacta.Model", "Pacta.Monitor", "Pacta.Negotiation", "Pacta.Presentation", "Pacta.Reports", "Pacta.Temporal", "Pacta.Translation",
        ],
    };

    [Fact]
    public void Dependencies_point_one_way()
    {
        string[] reversed =
        [
            .. from project in ProductProjects()
               from target in References(project)
               where !Allowed.GetValueOrDefault(NameOf(project), []).Contains(target)
               select $"{NameOf(project)} -> {target}",
        ];

        Assert.Empty(reversed);
    }

    [Fact]
    public void Every_product_project_has_its_place_in_the_picture() =>
        Assert.Equal(Allowed.Keys, ProductProjects().Select(NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void The_solution_lists_every_project()
    {
        string[] listed = Attributes(Path.Combine(Root, "Pacta.slnx"), "Project", "Path");

        Assert.Equal(
            [.. ProjectsUnder("src").Concat(ProjectsUnder("tests")).Concat(ProjectsUnder("tools")).Select(NameOf).Order(StringComparer.Ordinal)],
            [.. listed.Select(NameOf).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The folder of the solution, found by walking up from the test's own folder.</summary>
    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pacta.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Pacta.slnx was not found in any folder above the tests.");
    }

    private static string[] ProductProjects() => ProjectsUnder("src");

    private static string[] ProjectsUnder(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories);

    private static IEnumerable<string> References(string project) =>
        Attributes(project, "ProjectReference", "Include").Select(NameOf);

    private static string[] Attributes(string file, string element, string attribute) =>
        [.. XDocument.Load(file).Descendants(element).Select(e => e.Attribute(attribute)?.Value).OfType<string>()];

    /// <summary>The project's name; both slashes separate folders in a project file.</summary>
    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
