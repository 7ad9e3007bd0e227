namespace Pacta.Checking.Live;

/// <summary>
/// A file that is written beside the old one, and then takes its place: at every moment there is the old one or the new one, whole. What is written first has a name of
/// its own that nothing else has, so that several programs may do it at once, and nothing but the file is ever replaced.
/// </summary>
public static class ReplacedFile
{
    private const string DraftEnding = ".partial";

    private const int NameLength = 8;

    /// <param name="path">A link is followed to its end.</param>
    /// <exception cref="IOException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        path = TargetOf(path);
        var draft = $"{path}.{Path.GetRandomFileName()[..NameLength]}{DraftEnding}";

        // Nobody may read the new one who may not read the old one, at no time.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            options.UnixCreateMode = File.GetUnixFileMode(path) | UnixFileMode.UserWrite;
        }

        var file = new FileStream(draft, options);
        try
        {
            using (file)
            {
                write(file);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Takes away what a program that was killed had begun to write in place of a file. Nobody else may be writing it.</summary>
    /// <param name="isDraft">Whether a file is such a draft, by what is in it: others are left alone.</param>
    public static void RemoveDrafts(string path, Predicate<string> isDraft)
    {
        ArgumentNullException.ThrowIfNull(isDraft);
        path = TargetOf(path);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            var name = Path.GetFileName(path);
            foreach (var draft in Directory.EnumerateFiles(folder, $"*{DraftEnding}").Where(f => Path.GetFileName(f).Length == name.Length + 1 + NameLength + DraftEnding.Length
                && Path.GetFileName(f).StartsWith(name + ".", StringComparison.Ordinal) && isDraft(f)))
            {
                File.Delete(draft);
            }
        }
    }

    /// <summary>A message of the system without the name of the draft, of which its reader knows nothing.</summary>
    public static string WithoutDraft(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var end = message.IndexOf(DraftEnding, StringComparison.Ordinal);
        return end > NameLength ? message.Remove(end - NameLength - 1, NameLength + 1 + DraftEnding.Length) : message;
    }

    /// <summary>The file behind a name: a link is followed to its end, also where nothing is there yet.</summary>
    public static string TargetOf(string path)
    {
        // By its full name: what a link without a folder points to would be looked for at the root.
        path = Path.GetFullPath(path);
        try
        {
            return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path; // a circle of links: whoever opens it is told
        }
    }
}
