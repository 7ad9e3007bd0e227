namespace Pacta.LanguageServer.Documents;

/// <summary>From the URIs of an editor to the paths by which files are compiled, and back.</summary>
internal static class FilePaths
{
    public const string Ending = ".pacta";

    /// <summary>The path of a file; the URI itself where it is none, as of a text that was never saved.</summary>
    public static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? Path.GetFullPath(WithoutSlash(Uri.UnescapeDataString(parsed.AbsolutePath))) : uri;

    public static string UriOf(string path) => Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : path;

    /// <summary>Is it a file, or something of the editor's own?</summary>
    public static bool IsOnDisk(string path) => Path.IsPathRooted(path);

    /// <summary>How far apart two files are: the folders that one leaves and enters on the way.</summary>
    public static int Distance(string a, string b)
    {
        var (left, right) = (FoldersOf(a), FoldersOf(b));
        var common = 0;
        while (common < Math.Min(left.Length, right.Length) && left[common] == right[common])
        {
            common++;
        }

        return left.Length + right.Length - (2 * common);
    }

    private static string[] FoldersOf(string path) => (Path.GetDirectoryName(path) ?? string.Empty).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>/c:/texts</c> is <c>c:/texts</c> where drives have letters.</summary>
    private static string WithoutSlash(string path) => path is ['/', _, ':', ..] && OperatingSystem.IsWindows() ? path[1..] : path;
}
