namespace Pacta.Cli.Inputs;

/// <summary>Files of agreements, and folders in which all of them are meant.</summary>
internal static class AgreementPaths
{
    private const string Pattern = "*.pacta";

    /// <summary>All such files in a folder and below, in the order of their names; the path itself, if it is no folder.</summary>
    public static IEnumerable<string> In(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, Pattern, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Order(StringComparer.Ordinal)
        : [path];
}
