using System.Text;

namespace Pacta.Presentation.Words;

/// <summary>Names of our own enumerations, as machines and trees write them.</summary>
internal static class Names
{
    /// <summary><c>NotPerformed</c> as <c>not performed</c>.</summary>
    public static string Spaced(string name) => Joined(name, ' ');

    /// <summary><c>NotPerformed</c> as <c>not_performed</c>.</summary>
    public static string Snake(string name) => Joined(name, '_');

    private static string Joined(string name, char joint)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append(joint);
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
