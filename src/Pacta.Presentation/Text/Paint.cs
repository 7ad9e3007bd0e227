namespace Pacta.Presentation.Text;

/// <summary>Where text goes: how wide it may be, and whether colours can be seen there.</summary>
/// <param name="Width">At least <see cref="Narrowest"/>.</param>
public sealed record Screen(int Width, bool HasColour)
{
    public const int Narrowest = 80;

    public static Screen Of(int width, bool hasColour) => new(Math.Max(Narrowest, width), hasColour);

    internal string Strong(string text) => Paint("1", text);

    internal string Faint(string text) => Paint("2", text);

    private string Paint(string code, string text) => HasColour && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
