using System.Text;

namespace Pacta.Cli;

/// <summary>Files that travel inside the program.</summary>
internal static class EmbeddedFile
{
    public static bool Exists(string name) => typeof(EmbeddedFile).Assembly.GetManifestResourceInfo(name) is not null;

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the program lacks its part {name}");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));
}
