using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Tests.Agreements;

/// <summary>The real agreements that ship with Pacta, compiled once for all tests: every file under <c>agreements/</c>.</summary>
internal static class Library
{
    public static readonly string Folder = FindFolder();

    public static CompilationResult Result { get; } = With();

    /// <summary>Compiled anew, with more beside it.</summary>
    public static CompilationResult With(params SourceText[] more) => Compiler.Compile(
        [
            .. Directory.EnumerateFiles(Folder, "*.pacta", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => new SourceText(f, File.ReadAllText(f))),
            .. more,
        ],
        ReadMap);

    public static Agreement AgreementOf(Scenario scenario) => Result.Agreements.Single(a => a.Name == scenario.Agreement);

    /// <summary>The path below <c>agreements/</c> and the line, as a reader would look it up.</summary>
    public static string PlaceOf(Origin origin) =>
        $"{Path.GetRelativePath(Folder, origin.File.Path).Replace('\\', '/')}:{origin.File.PositionOf(origin.Span.Start).Line}";

    private static string? ReadMap(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static string FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var library = Path.Combine(folder.FullName, "agreements", "vocabulary");
            if (Directory.Exists(library))
            {
                return Path.Combine(folder.FullName, "agreements");
            }
        }

        throw new InvalidOperationException("agreements/vocabulary was not found in any folder above the tests.");
    }
}
